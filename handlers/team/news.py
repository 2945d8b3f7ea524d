"""News of a concern: the team hears that something was written, and not a word of it."""

from domain.concern import Concern
from domain.telling import hear_news
from handlers.team import cards, colleagues
from handlers.turn import Turn
from storage.staff import Colleague


async def bring(turn: Turn, concern: Concern, key: str) -> None:
    """Tell the owner that there is news; without one who can be reached, whoever knows of it."""
    for colleague in await _readers(turn, concern):
        voice = turn.house.phrases.voice(colleague.member.language)
        turn.bring(colleague, cards.nudge(voice, concern, key), concern.id)


async def end(turn: Turn, concern: Concern, key: str) -> None:
    """Take the concern's words off every card, and tell the owner why there is nothing to do."""
    staff = await colleagues.by_id(turn)
    for alerted in await turn.store.concerns.alerts(concern.id):
        if alerted.member in staff:
            colleague = staff[alerted.member]
            voice = turn.house.phrases.voice(colleague.member.language)
            turn.redraw(colleague, cards.ended(voice, concern, key), alerted.card)
    if concern.owner in staff:
        owner = staff[concern.owner]
        voice = turn.house.phrases.voice(owner.member.language)
        turn.bring(owner, cards.ended(voice, concern, key), concern.id)


async def reporter_gone(turn: Turn, concern_id: str) -> None:
    """Tell the owner that the reporter's chat is closed: what was sent did not arrive."""
    concern = await turn.store.concerns.get(concern_id)
    staff = await colleagues.by_id(turn)
    if concern is None or concern.owner not in staff:
        return
    turn.note("reporter out of reach", concern.id)
    owner = staff[concern.owner]
    voice = turn.house.phrases.voice(owner.member.language)
    turn.bring(owner, cards.ended(voice, concern, "reporter-out-of-reach"), concern.id)


async def _readers(turn: Turn, concern: Concern) -> list[Colleague]:
    staff = await colleagues.by_id(turn)
    told = {each.member for each in await turn.store.concerns.alerts(concern.id)}
    return [staff[each.id] for each in hear_news(concern, colleagues.members(staff), told)]
