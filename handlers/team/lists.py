"""Lists in pages: what fits one screen, and the button that turns to the next page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from telegram import Update

from handlers.phrases import Voice
from handlers.screen import Button, Screen, action, tapped_message
from handlers.turn import Turn

Listed = TypeVar("Listed")
Rows = tuple[tuple[Button, ...], ...]

SIZE = 8  # on one page, each with a button: one screen of a small telephone


@dataclass(frozen=True)
class Page(Generic[Listed]):
    """A part of a list; `number` counts from 0, and there is always at least one page."""

    shown: Sequence[Listed]
    number: int
    of: int


def page(found: Sequence[Listed], number: int, size: int = SIZE) -> Page[Listed]:
    """Return a page of a list; a number there is not means the last page."""
    of = max(1, -(-len(found) // size))
    number = min(number, of - 1)
    return Page(found[number * size : (number + 1) * size], number, of)


def turning(voice: Voice, page: Page[Listed], action: str) -> Rows:
    """Return the button to the next page, `<action>/<page>`, or nothing when there is one page."""
    if page.of == 1:
        return ()
    following = (page.number + 1) % page.of
    return ((Button(voice("button-turn-page"), f"{action}/{following}"),),)


def text(voice: Voice, page: Page[Listed], *parts: str) -> str:
    """Return the parts as one text, with the number of the page when there are several."""
    where = voice("page", number=page.number + 1, of=page.of) if page.of > 1 else ""
    return "\n\n".join(filter(None, (*parts, where)))


def asked(update: Update) -> tuple[int, int]:
    """Return the page that a tapped button asks for, and the message it stands in.

    A button without a page asks for a new list: (0, 0).
    """
    _, *rest = action(update)
    return (int(rest[-1]), tapped_message(update)) if rest else (0, 0)


def show(turn: Turn, screen: Screen, at: int = 0) -> None:
    """Show a list in the place of the tapped message `at`, or as a new message."""
    if at:
        turn.rewrite(screen, at)
    else:
        turn.reply(screen)
