"""Another owner: what waits for somebody who takes no part any more is brought to others."""

from domain.concern import Concern, has_ended
from domain.people import Member, first_to_alert, leads
from handlers.team import cards, colleagues
from handlers.turn import Turn
from storage.staff import Colleague


async def search(turn: Turn, staff: dict[str, Colleague], gone: str) -> None:
    """Bring those on duty and the leads what `gone` owns, and what they were the first to know."""
    rest = [each.member for each in staff.values() if each.member.id != gone]
    for concern in await _waiting_for(turn, gone):
        circle = [*first_to_alert(rest, acute=concern.acute), *leads(rest)]
        told = {each.member for each in await turn.store.concerns.alerts(concern.id)}
        _bring(turn, concern, [staff[each] for each in _ids(circle)], told)


async def _waiting_for(turn: Turn, gone: str) -> list[Concern]:
    """Return the concerns nobody has taken, and those of `gone` that have not ended."""
    owned = await turn.store.concerns.owned_by(gone)
    free = [each for each in await turn.store.concerns.open() if each.owner is None]
    return [*free, *(each for each in owned if not has_ended(each))]


def _bring(turn: Turn, concern: Concern, circle: list[Colleague], told: set[str]) -> None:
    """Alert who does not know of it; who was told that it is taken hears that it is free again."""
    colleagues.alert(turn, concern, (each for each in circle if each.member.id not in told))
    if concern.owner is None:
        return
    for each in circle:
        if each.member.id in told:
            voice = turn.house.phrases.voice(each.member.language)
            turn.bring(each, cards.nudge(voice, concern, "needs-owner"), concern.id)


def _ids(members: list[Member]) -> list[str]:
    return list(dict.fromkeys(each.id for each in members))
