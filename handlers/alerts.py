"""Alerts: a worker opens a concern, takes it, and everyone's card says so."""

from dataclasses import replace

from telegram import Update

from domain.concern import AlreadyTaken, Concern, State, see, take
from domain.deadlines import Rung
from domain.people import Member
from handlers import cards, team
from handlers.screen import Screen, action
from handlers.turn import Context, Turn
from storage.staff import new_id

UNTAKEN_RUNGS = (Rung.SECOND, Rung.TEAM, Rung.LEAD)


async def open_tapped(update: Update, context: Context) -> None:
    """Open a concern from a button: `open/<concern>/<page>`."""
    turn, (_, concern_id, page) = context.turn, action(update)
    if await _known(turn, concern_id):
        await open_concern(turn, concern_id, int(page))


async def take_tapped(update: Update, context: Context) -> None:
    """Take a concern from a button: `take/<concern>`."""
    turn, (_, concern_id) = context.turn, action(update)
    if await _known(turn, concern_id):
        await take_concern(turn, concern_id)


async def open_concern(turn: Turn, concern_id: str, page: int = 0) -> None:
    """Show a concern's words on the worker's card; the first opening marks it as seen."""
    before, member = await _read(turn, concern_id)
    staff = await team.colleagues(turn)
    if before.owner not in (None, member.id):
        owner = team.name(staff, turn.voice, before.owner)
        return turn.reply(cards.taken_by(turn.voice, before, owner))
    concern = see(before)
    if concern != before:
        turn.write(turn.store.concerns.save(before, concern))
    turn.write(turn.store.concerns.opened(concern_id, member.id))
    turn.note("opened", concern_id)
    text = cards.pages(turn.voice, concern, await turn.store.concerns.words(concern_id))
    screen = cards.opened(turn.voice, concern, text, page, mine=concern.owner == member.id)
    return await show_on_card(turn, concern, screen)


async def take_concern(turn: Turn, concern_id: str) -> None:
    """Give the concern to the speaker, or tell who was faster; taking is not reacting."""
    before, member = await _read(turn, concern_id)
    staff = await team.colleagues(turn)
    try:
        after = take(before, member.id)
    except AlreadyTaken as taken:
        owner = team.name(staff, turn.voice, taken.owner)
        turn.note("take refused", concern_id)
        return turn.reply(Screen(turn.voice("too-late", nickname=before.nickname, owner=owner)))
    if before.owner != member.id:
        turn.write(turn.store.concerns.save(before, after))
        turn.write(turn.store.reminders.cancel(concern_id, UNTAKEN_RUNGS))
        turn.note("taken", concern_id)
        await team.redraw_others(turn, replace(after, owner=member.id), but=member.id)
    return await show_on_card(turn, after, cards.taken(turn.voice, after))


async def show_on_card(turn: Turn, concern: Concern, screen: Screen) -> None:
    """Redraw the speaker's card of a concern, or send one if they were never told of it."""
    if turn.colleague is None:
        return
    member = turn.colleague.member.id
    card = team.card_of(await turn.store.concerns.alerts(concern.id), member)
    if card is not None:
        turn.redraw(turn.colleague, screen, card)
        return
    card = f"alert/{new_id()}"
    turn.write(turn.store.concerns.alert(concern.id, member, card))
    turn.alert(turn.colleague, screen, card, concern.id)


async def show_open(turn: Turn) -> None:
    """List the concerns nobody has reacted to, oldest first (S40)."""
    staff = await team.colleagues(turn)
    found = await turn.store.concerns.open()
    if not found:
        turn.reply(Screen(turn.voice("nothing-open")))
    for concern in found:
        owner = team.name(staff, turn.voice, concern.owner) if concern.owner else None
        turn.reply(cards.line(turn.voice, concern, owner))


async def _known(turn: Turn, concern_id: str) -> bool:
    """Whether the speaker is of the team and the concern exists; says so kindly if not."""
    if turn.member is None:
        turn.note("staff button refused")
        turn.reply(Screen(turn.voice("staff-only")))
        return False
    if await turn.store.concerns.get(concern_id) is None:
        turn.reply(Screen(turn.voice("no-such-concern")))
        return False
    return True


async def _read(turn: Turn, concern_id: str) -> tuple[Concern, Member]:
    concern = await turn.store.concerns.get(concern_id)
    if concern is None or turn.member is None:
        raise LookupError("The concern and the speaker must be known here.")
    return concern, turn.member


def is_open(concern: Concern) -> bool:
    """Whether nobody has reacted to the concern yet."""
    return concern.state is not State.REACTED
