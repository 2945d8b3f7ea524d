"""A screen of buttons that can also be typed: by number, or by what stands on them."""

import re
from dataclasses import replace

from domain.entry import Expected, Next
from domain.typed import says
from handlers.screen import Button, Screen
from handlers.team import lists
from handlers.turn import Turn

_TICK = "✓ "
_BEFORE = re.compile(rf"^{_TICK}|^\d+\. ")  # what stands before a label's own words


def show(turn: Turn, screen: Screen, question: str = "", at: int = 0) -> None:
    """Show buttons to whoever speaks, and let the next typed message choose one of them.

    `question` says what typing something else may answer, as the action of a button does. `at`
    is the message that becomes the screen; 0 sends a new one. A message that somebody is writing
    to a reporter is not interrupted.
    """
    if at:
        turn.rewrite(screen, at)
    else:
        turn.reply(screen)
    expected = turn.person.expected
    if expected is None or expected.what is Next.PICK:
        lines = [f"{each.action} {each.label}" for row in screen.rows for each in row]
        words = "\n".join([question, *lines])
        turn.keep(replace(turn.person, expected=Expected(Next.PICK, words=words)))


def question(turn: Turn) -> str:
    """Return what is asked, as the action of a button; empty when nothing is."""
    return _lines(turn)[0]


def typed(turn: Turn, text: str) -> str:
    """Return the action of the button that a text names, or nothing."""
    for line in _lines(turn)[1:]:
        action, label = line.split(" ", 1)
        number, words = label.partition(". ")[0], _BEFORE.sub("", label)
        if says(text, label, words, number):
            return action
    return ""


def _lines(turn: Turn) -> list[str]:
    expected = turn.person.expected
    return expected.words.split("\n") if expected and expected.what is Next.PICK else [""]


def ticked(label: str, *, on: bool) -> str:
    """Return a label with a tick before it if it is chosen."""
    return f"{_TICK}{label}" if on else label


def paged(
    turn: Turn, buttons: list[Button], page: int, more: str
) -> tuple[tuple[Button, ...], ...]:
    """Return a page of numbered buttons, one in a row, with one that leads on if there are more.

    `more` is the beginning of that one's action, before the page's number. A page that is not
    there shows the last.
    """
    part = lists.page(buttons, page)
    rows = [(replace(each, label=f"{i}. {each.label}"),) for i, each in enumerate(part.shown, 1)]
    return (*rows, *lists.turning(turn.voice, part, more))
