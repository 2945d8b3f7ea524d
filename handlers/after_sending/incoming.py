"""Where a reporter's message goes once something was sent, and no interview is under way."""

import re
from dataclasses import replace

from telegram import Update

from domain.concern import State
from domain.entry import Entry, EntryKind, Expected, Next
from domain.receipt import ends_with
from handlers.after_sending import letters, mine, own, told
from handlers.raising import asking
from handlers.screen import Button, Screen, tapped_message
from handlers.turn import Context, Turn

_CODE_LIKE = re.compile(r"(?=[^\s.]{4,8}$)(?:\S*\d\S*|[^a-zæøå\s]+)")  # a digit, or only capitals
_MOST_OF_A_DECISION = 5  # words; "ja, slip sporet" is one, a story that begins with "ja" is not


async def code_kept(update: Update, context: Context) -> None:
    """Believe a person who says that they kept their receipt."""
    turn = context.turn
    expected = turn.person.expected
    turn.unbutton(tapped_message(update))
    if expected is not None and expected.what is Next.CODE:
        turn.keep(replace(turn.person, expected=None))
    asking.show_again(turn, turn.voice("code-kept"))


async def take(turn: Turn, text: str, message_id: int) -> bool:
    """Take a message that belongs to something sent before; False leaves it to the interview."""
    expected = turn.person.expected
    if expected is None:
        return await _unasked(turn, text, message_id)
    if expected.what is Next.CODE:
        return _code(turn, expected, text) or await _unasked(turn, text, message_id)
    if expected.what is Next.DECIDE:
        turn.keep(replace(turn.person, expected=None))
        return await _decided(turn, expected, text) or await _unasked(turn, text, message_id)
    return await _meant(turn, expected, text, message_id)


async def edited(turn: Turn, text: str, message_id: int) -> bool:
    """Take an edited message that went to a sent concern; False when it did not."""
    concern = await own.concern(turn, turn.person.wrote.get(message_id, ""))
    if concern is None or concern.state is State.WITHDRAWN or not text:
        return False
    await letters.amend(turn, concern, text, message_id)
    return True


def _code(turn: Turn, expected: Expected, text: str) -> bool:
    """Look at the last characters of a receipt, typed back; "ok" or "tak" is no code."""
    if ends_with(expected.words, text):
        turn.keep(replace(turn.person, expected=None))
        turn.reply(Screen(turn.voice("code-right")))
    elif _CODE_LIKE.fullmatch(text):
        turn.reply(Screen(turn.voice("code-wrong")))
    else:
        return False
    return True


async def _decided(turn: Turn, expected: Expected, text: str) -> bool:
    """Take a typed yes or no to what was just asked; anything else is no answer to it."""
    words = text.split()
    if not words or len(words) > _MOST_OF_A_DECISION:
        return False
    answer = turn.house.phrases.decided(turn.voice, words[0])
    if answer is None:
        return False
    choices = dict(zip(("yes", "no"), expected.words.split("/"), strict=True))
    return await mine.decide(turn, expected.concern, choices[answer])


async def _meant(turn: Turn, expected: Expected, text: str, message_id: int) -> bool:
    """Take words for the concern they are meant for, unless they are a label and end that.

    In an answer to a worker only a no to everything is a label: "Nej, ikke længere" may well be
    what they were asked for.
    """
    concern = await own.concern(turn, expected.concern)
    answering = expected.what is Next.ANSWER
    label = mine.label(turn, text)
    if concern is not None and (label is None or (answering and label not in mine.ENDS)):
        await letters.take(turn, concern, text, message_id)
        return True
    turn.keep(replace(turn.person, expected=None))
    return await mine.typed(turn, text) or await _unasked(turn, text, message_id)


async def _unasked(turn: Turn, text: str, message_id: int) -> bool:
    """Take words nobody asked for: a label, a greeting, or more of what was sent last.

    Whoever took back everything they sent begins something new.
    """
    if turn.person.interview is not None or not await own.concerns(turn):
        return False
    if await mine.typed(turn, text):
        return True
    going_on = await own.going_on(turn)
    if turn.house.phrases.lists(text, "only-greetings"):
        await mine.choose(turn, "show")
    elif going_on is None:
        asking.begin(turn, text, message_id)
    else:
        entry = Entry(EntryKind.ADDED, text, turn.local_day)
        answer = await letters.enter(turn, going_on, entry, message_id)
        rows = (
            told.buttons(turn.voice, going_on.id, ("show",)),
            (Button(turn.voice("button-new-concern"), "new"),),
        )
        turn.reply(Screen(f"{answer}\n\n{turn.voice('words-unasked')}", rows))
    return True
