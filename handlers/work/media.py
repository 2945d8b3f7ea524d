"""Pictures and sounds of a concern, shown to whoever of the team may read it."""

from dataclasses import replace

from telegram import Update

from domain.concern import has_ended
from domain.people import may_take_over
from handlers.screen import Button, Screen, action
from handlers.team import colleagues
from handlers.team.access import refuse
from handlers.turn import Context, Turn
from handlers.work import cards


async def show_tapped(update: Update, context: Context) -> None:
    """Show them from a button: `media/<concern>`."""
    _, concern_id = action(update)
    await show(context.turn, concern_id)


async def show(turn: Turn, concern_id: str) -> None:
    """Send a concern's pictures and sounds to the speaker, in the order they came."""
    concern = await turn.store.concerns.get(concern_id)
    if concern is None or turn.member is None:
        return turn.reply(Screen(turn.voice("no-such-concern")))
    if has_ended(concern):  # its words are not shown either
        return refuse(turn, "no-such-concern", "media", concern_id)
    staff = await colleagues.by_id(turn)
    owner = staff.get(concern.owner or "")
    if concern.owner != turn.member.id and not may_take_over(
        turn.member, owner.member if owner else None
    ):
        turn.note("refused: media", concern_id)
        name = colleagues.name(staff, turn.voice, concern.owner)
        return turn.reply(cards.taken_by(turn.voice, concern, name))
    found = await turn.store.concern_media.of(concern_id)
    if not found:
        return turn.reply(Screen(turn.voice("no-media", nickname=concern.nickname)))
    turn.note("media shown", concern_id)
    for each in found:
        turn.show(each.kind, each.file, concern_id)
    return None


async def with_button(turn: Turn, concern_id: str, screen: Screen) -> Screen:
    """Return an opened concern's screen with a button for its pictures, if it has any."""
    if not await turn.store.concern_media.any(concern_id):
        return screen
    button = Button(turn.voice("button-media"), f"media/{concern_id}")
    return replace(screen, rows=((button,), *screen.rows))
