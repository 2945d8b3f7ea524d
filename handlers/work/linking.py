"""Ending a concern as about the same person as another: both say so, and nobody else hears."""

from dataclasses import replace

from telegram import Update

from domain.concern import Closing, Concern, by_nickname, round_of
from domain.entry import Entry, EntryKind, Expected, Next
from handlers.screen import Button, Screen, action, tapped_message
from handlers.team import access, colleagues
from handlers.turn import Context, Turn
from handlers.work import closing, likenesses
from handlers.work.alerts import show_on_card

_SHORT = 8  # hex digits of a concern's id that a button has room for


async def tapped(update: Update, context: Context) -> None:
    """Close as about the same person: `link/<concern>/<other's digits, or none>/<round>`."""
    turn, (_, concern_id, what, _) = context.turn, action(update)
    concern, at = await colleagues.owned(turn, concern_id), tapped_message(update)
    if concern is None:
        return turn.reply(Screen(turn.voice("no-such-concern")))
    if what == "none":
        return await unlinked(turn, concern, at)
    others = [each for each in await likenesses.others(turn, concern) if each.id[:_SHORT] == what]
    if not others:
        return access.outdated(turn)
    return await link(turn, concern, others[0], at)


async def take(turn: Turn, text: str) -> bool:
    """Take the typed nickname of the other concern; False when it was something else."""
    expected = turn.person.expected
    if expected is None or expected.what is not Next.LINK:
        return False
    concern = await colleagues.owned(turn, expected.concern)
    if concern is None:
        return False
    if turn.house.phrases.means(text, "button-link-none"):
        await unlinked(turn, concern)
        return True
    other = by_nickname(await likenesses.others(turn, concern), text)
    if other is not None:
        await link(turn, concern, other)
    return other is not None


async def ask(turn: Turn, concern: Concern, at: int = 0) -> None:
    """Ask which concern is about the same person, and offer those that look like it."""
    turn.keep(replace(turn.person, expected=Expected(Next.LINK, concern.id)))
    rows = [
        (Button(other.nickname, f"link/{concern.id}/{other.id[:_SHORT]}/{round_of(concern)}"),)
        for other, _ in await likenesses.alike(turn, concern)
    ]
    nothing = f"link/{concern.id}/none/{round_of(concern)}"
    none = Button(turn.voice("button-link-none"), nothing)
    text = turn.voice("link-which", nickname=concern.nickname)
    return await show_on_card(turn, concern, Screen(text, (*rows, (none,))), at)


async def link(turn: Turn, concern: Concern, other: Concern, at: int = 0) -> None:
    """Note on both concerns that the other is about the same person, and close the first."""
    for one, named in ((concern, other), (other, concern)):
        entry = Entry(EntryKind.LINKED, named.nickname, turn.local_day)
        turn.write(await turn.store.concerns.enter(one.id, entry))
        turn.note("linked", one.id)
    return await unlinked(turn, concern, at)


async def unlinked(turn: Turn, concern: Concern, at: int = 0) -> None:
    """Close the concern as about the same person, without saying as which other."""
    turn.keep(replace(turn.person, expected=None))
    return await closing.end(turn, concern, Closing.DUPLICATE, at)
