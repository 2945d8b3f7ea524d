"""News of a concern: the team hears that something was written, and not a word of it."""

from dataclasses import replace

from domain.concern import Concern, has_ended
from domain.people import belongs
from domain.telling import hear_news
from handlers.team import colleagues, parting
from handlers.turn import Turn
from handlers.work import cards
from storage.staff import Colleague


async def bring(turn: Turn, concern: Concern, key: str) -> bool:
    """Tell the owner that there is news, without one at work others; return if anybody was told.

    Whoever has not got the same news yet gets it once.
    """
    readers = await _readers(turn, concern)
    for colleague in readers:
        voice = turn.house.phrases.voice(colleague.member.language)
        shown = cards.ended if has_ended(concern) else cards.nudge
        screen = shown(voice, concern, key)
        newest = await turn.store.outbox.newest(colleague.member.id, concern.id)
        if newest is None or newest.params.get("text") != screen.text:
            turn.bring(colleague, screen, concern.id)
    return bool(readers)


async def end(turn: Turn, concern: Concern, key: str) -> None:
    """Take the concern's words off every card, and tell the owner why there is nothing to do."""
    staff = await colleagues.by_id(turn)
    for alerted in await turn.store.concerns.alerts(concern.id):
        colleague = staff.get(alerted.member)
        if colleague is not None and belongs(colleague.member):
            voice = turn.house.phrases.voice(colleague.member.language)
            turn.redraw(colleague, cards.ended(voice, concern, key), alerted.card)
    owner = staff.get(concern.owner or "")
    if owner is not None and belongs(owner.member):
        voice = turn.house.phrases.voice(owner.member.language)
        turn.bring(owner, cards.ended(voice, concern, key), concern.id)
        await parting.when_done(turn, concern.owner, concern)


async def reporter_gone(turn: Turn, concern_id: str) -> None:
    """Tell the owner, on the card too, that the reporter's chat is closed: nothing arrived."""
    concern = await turn.store.concerns.get(concern_id)
    staff = await colleagues.by_id(turn)
    owner = staff.get(concern.owner or "") if concern else None
    if concern is None or owner is None or not belongs(owner.member):
        return
    turn.note("reporter out of reach", concern.id)
    voice = turn.house.phrases.voice(owner.member.language)
    gone = cards.ended(voice, concern, "reporter-out-of-reach")
    turn.bring(owner, gone, concern.id)
    card = colleagues.card_of(await turn.store.concerns.alerts(concern.id), owner.member.id)
    if card is not None and not has_ended(concern):
        rows = (cards.opening(voice, concern), *cards.owners(voice, concern))
        turn.redraw(owner, replace(gone, rows=rows), card)


async def _readers(turn: Turn, concern: Concern) -> list[Colleague]:
    staff = await colleagues.by_id(turn)
    told = {each.member for each in await turn.store.concerns.alerts(concern.id)}
    return [staff[each.id] for each in hear_news(concern, colleagues.members(staff), told)]
