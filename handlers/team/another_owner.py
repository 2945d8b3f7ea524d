"""Another owner: what waits for somebody who takes no part any more is brought to others."""

from domain.concern import Concern, has_ended
from domain.people import Member, first_to_alert, leads
from domain.telling import in_place_of
from handlers.team import colleagues
from handlers.turn import Turn
from handlers.work import cards
from storage.staff import Colleague


async def search(turn: Turn, staff: dict[str, Colleague], gone: str) -> None:
    """Bring others what `gone` owns and what nobody has taken, unless they know of it already.

    Those on duty and the leads who knew that it was taken hear that it is free again.
    """
    rest = [each.member for each in staff.values() if each.member.id != gone]
    waiting = await _waiting_for(turn, gone)
    theirs = [each for each in waiting if each.owner == gone]
    turn.write(turn.store.staff.owning(gone, len(theirs)))  # one just taken comes with them
    for concern in waiting:
        told = {each.member for each in await turn.store.concerns.alerts(concern.id)}
        new = in_place_of(gone, concern, rest, told)
        colleagues.alert(turn, concern, (staff[each.id] for each in new))
        if concern.owner == gone:
            circle = (*first_to_alert(rest, acute=concern.acute), *leads(rest))
            _tell(turn, concern, staff, [each for each in circle if each.id in told])


async def _waiting_for(turn: Turn, gone: str) -> list[Concern]:
    """Return the concerns nobody has taken, and those of `gone` that have not ended."""
    owned = await turn.store.concerns.owned_by(gone)
    free = [each for each in await turn.store.concerns.open() if each.owner is None]
    return [*free, *(each for each in owned if not has_ended(each))]


def _tell(turn: Turn, concern: Concern, staff: dict[str, Colleague], members: list[Member]) -> None:
    for each in dict.fromkeys(member.id for member in members):
        voice = turn.house.phrases.voice(staff[each].member.language)
        turn.bring(staff[each], cards.nudge(voice, concern, "needs-owner"), concern.id)
