"""Attempts to meet: whether the person was met, and at what kind of place; no deadline follows."""

from dataclasses import replace

from telegram import Update

from domain.concern import Concern, Reaction, is_open
from domain.entry import Entry, EntryKind, Expected, Next
from domain.field_work import Spot
from handlers.screen import Button, Screen, action, in_rows, tapped_message
from handlers.team import access, colleagues, said
from handlers.turn import Context, Turn
from handlers.work import cards, follow_up, offers
from handlers.work.alerts import show_on_card

_KINDS = {"yes": EntryKind.MET, "no": EntryKind.NOT_MET}


async def tapped(update: Update, context: Context) -> None:
    """Note an attempt step by step: `met/<concern>/<ask; yes or no; that and where: yes_home>`."""
    turn, (_, concern_id, what) = context.turn, action(update)
    concern = await colleagues.owned(turn, concern_id)
    if concern is None:
        return turn.reply(Screen(turn.voice("no-such-concern")))
    met, _, spot = what.partition("_")
    at = tapped_message(update)
    if what == "ask":
        return await again(turn, concern, at)
    if what in _KINDS:
        return await where(turn, concern, what, at)
    if turn.person.expected == _expected(concern, met) and spot in set(Spot):
        return await log(turn, concern, met, Spot(spot), at)
    return access.outdated(turn)


async def take(turn: Turn, text: str) -> bool:
    """Take the typed kind of place of an attempt; False when none is asked for, or it is none."""
    expected = turn.person.expected
    if expected is None or expected.what is not Next.SPOT:
        return False
    concern = await colleagues.owned(turn, expected.concern)
    spot = next((e for e in Spot if turn.house.phrases.means(text, f"button-spot-{e}")), None)
    if spot is None or concern is None:
        return False
    await log(turn, concern, expected.words, spot)
    return True


async def typed(turn: Turn, text: str, mine: list[Concern]) -> bool:
    """Handle "met", "not met" and "out again", each followed by a nickname if needed."""
    reacted = [each for each in mine if not is_open(each)]
    if (concern := said.which(turn, text, "button-again", reacted)) is not None:
        await again(turn, concern)
        return True
    for met in _KINDS:
        if (concern := said.which(turn, text, f"button-met-{met}", reacted)) is not None:
            await where(turn, concern, met)
            return True
    return False


async def again(turn: Turn, concern: Concern, at: int = 0) -> None:
    """Ask whether the person was met this time; if a promise runs, being out keeps it."""
    if is_open(concern):
        return await follow_up.log(turn, concern.id, Reaction.VISIT, at)
    screen = Screen(concern.nickname, cards.owners(turn.voice, concern))
    asking = offers.asking_if_met(turn.voice, concern, screen)
    return await show_on_card(turn, concern, asking, at)


async def where(turn: Turn, concern: Concern, met: str, at: int = 0) -> None:
    """Ask for the kind of place; `met` is "yes" or "no"."""
    turn.keep(replace(turn.person, expected=_expected(concern, met)))
    buttons = [
        Button(turn.voice(f"button-spot-{each}"), f"met/{concern.id}/{met}_{each}") for each in Spot
    ]
    screen = Screen(turn.voice("met-where", nickname=concern.nickname), in_rows(buttons, 2))
    return await show_on_card(turn, concern, screen, at)


async def log(turn: Turn, concern: Concern, met: str, spot: Spot, at: int = 0) -> None:
    """Note an attempt with its day, and show how many there have been (S34)."""
    entry = Entry(_KINDS[met], spot, turn.local_day)
    entries = [*await turn.store.concerns.entries(concern.id), entry]
    turn.write(await turn.store.concerns.enter(concern.id, entry))
    turn.keep(replace(turn.person, expected=None))
    turn.note(f"attempt: {entry.kind}", concern.id)
    lines = [turn.voice("met-noted", nickname=concern.nickname)]
    lines += offers.how_often(turn.voice, entries)
    rows = (*cards.owners(turn.voice, concern), cards.opening(turn.voice, concern))
    return await show_on_card(turn, concern, Screen("\n\n".join(lines), rows), at)


def _expected(concern: Concern, met: str) -> Expected:
    return Expected(Next.SPOT, concern.id, met)
