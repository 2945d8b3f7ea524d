"""Ending with a bridge to others: only with the citizen's own yes, and to whom is noted (S30)."""

from dataclasses import replace

from telegram import Update

from domain.concern import Closing, Concern, round_of
from domain.entry import Entry, EntryKind, Expected, Next
from domain.field_work import EVERY_TICK, Bridge, ticked, with_ticks
from domain.typed import chosen
from handlers.screen import Button, Screen, action, in_rows, tapped_message
from handlers.team import access, colleagues
from handlers.turn import Context, Turn
from handlers.work import cards, closing
from handlers.work.alerts import show_on_card


async def tapped(update: Update, context: Context) -> None:
    """Answer, tick or end: `bridge/<concern>/<yes, no, or t or d and the ticks>/<round>`."""
    turn, (_, concern_id, what, _) = context.turn, action(update)
    concern, at = await colleagues.owned(turn, concern_id), tapped_message(update)
    if concern is None:
        return turn.reply(Screen(turn.voice("no-such-concern")))
    if what == "no":
        return await not_yet(turn, concern, at)
    mask = 0 if what == "yes" else _mask(what[1:])
    if mask is None or what[0] not in "ytd" or (what[0] == "d" and not mask):
        return access.outdated(turn)
    if what[0] == "d":
        return await end(turn, concern, mask, at)
    return await choose(turn, concern, mask, at)


async def take(turn: Turn, text: str) -> bool:
    """Take a typed yes or no, ticks as "1 og 3", or the end; False when it was something else."""
    expected = turn.person.expected
    if expected is None or expected.what is not Next.BRIDGE:
        return False
    concern, means = await colleagues.owned(turn, expected.concern), turn.house.phrases.means
    if concern is None:
        return False
    said = turn.house.phrases.decided(turn.voice, text)
    mask = _mask(expected.words)
    if mask is not None and (positions := _positions(turn, text)):
        await choose(turn, concern, with_ticks(mask, positions))
    elif mask and means(text, "button-finish"):
        await end(turn, concern, mask)
    elif mask is None and (said == "yes" or means(text, "button-consent-yes")):
        await choose(turn, concern, 0)
    elif mask is None and (said == "no" or means(text, "button-consent-no")):
        await not_yet(turn, concern)
    else:
        return False
    return True


async def ask(turn: Turn, concern: Concern, at: int = 0) -> None:
    """Ask whether the citizen has said yes themselves (S30)."""
    turn.keep(replace(turn.person, expected=Expected(Next.BRIDGE, concern.id, "ask")))
    rows = tuple(
        (
            Button(
                turn.voice(f"button-consent-{each}"),
                f"bridge/{concern.id}/{each}/{round_of(concern)}",
            ),
        )
        for each in ("yes", "no")
    )
    screen = Screen(turn.voice("bridge-consent", nickname=concern.nickname), rows)
    return await show_on_card(turn, concern, screen, at)


async def not_yet(turn: Turn, concern: Concern, at: int = 0) -> None:
    """Go back to the endings without a yes; nothing is noted."""
    turn.keep(replace(turn.person, expected=None))
    screen = cards.closings(turn.voice, concern)
    text = f"{turn.voice('bridge-not-yet')}\n\n{screen.text}"
    return await show_on_card(turn, concern, replace(screen, text=text), at)


async def choose(turn: Turn, concern: Concern, mask: int, at: int = 0) -> None:
    """Let the owner tick to whom, as many as there were."""
    turn.keep(replace(turn.person, expected=Expected(Next.BRIDGE, concern.id, str(mask))))
    there = ticked(mask)
    buttons = [
        Button(
            f"{'✓ ' if each in there else ''}{number}. {turn.voice(f'button-bridge-{each}')}",
            f"bridge/{concern.id}/t{with_ticks(mask, [number - 1])}/{round_of(concern)}",
        )
        for number, each in enumerate(Bridge, 1)
    ]
    done = f"bridge/{concern.id}/d{mask}/{round_of(concern)}"
    finish = Button(turn.voice("button-finish"), done)
    rows = (*in_rows(buttons, 1), *(((finish,),) if mask else ()))
    screen = Screen(turn.voice("bridge-to", nickname=concern.nickname), rows)
    return await show_on_card(turn, concern, screen, at)


async def end(turn: Turn, concern: Concern, mask: int, at: int = 0) -> None:
    """Close the concern, and note to whom a bridge was built (S33, S37)."""
    entry = Entry(EntryKind.BRIDGED, ",".join(ticked(mask)), turn.local_day)
    turn.write(await turn.store.concerns.enter(concern.id, entry))
    turn.keep(replace(turn.person, expected=None))
    return await closing.end(turn, concern, Closing.BRIDGED, at)


def _positions(turn: Turn, text: str) -> tuple[int, ...]:
    """Return which bridges a text names: by number, or by its label in any language."""
    for voice in turn.house.phrases.complete():
        if found := chosen(text, [voice(f"button-bridge-{each}") for each in Bridge]):
            return found
    return ()


def _mask(text: str) -> int | None:
    return int(text) if text.isdecimal() and int(text) <= EVERY_TICK else None
