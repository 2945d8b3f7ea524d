"""What the journal says, in plain words: who did what when, and never a word of content."""

import re
from collections.abc import Callable, Iterable

from handlers.phrases import Voice
from handlers.team import colleagues
from handlers.turn import Turn
from storage.journal import CLOCK, REPORTER, Entry, has_day_only
from storage.staff import Colleague

SIZE = 12  # entries on one page

# What follows the colon of these actions has words of its own: the button that was pressed.
_DETAILS = {"reacted": "button-reaction-", "closed": "button-closing-"}


def slug(action: str) -> str:
    """Return what the words for an action are called: "reacted: call" is "reacted"."""
    verb, _, _ = action.partition(":")
    return re.sub(r"[^a-z]+", "-", verb.casefold()).strip("-")


def what(voice: Voice, action: str) -> str:
    """Return an action in plain words; a neutral sentence for one that has none yet."""
    key = f"journal-{slug(action)}"
    return voice(key) if voice.has(key) else voice("journal-other")


def detailed(voice: Voice, action: str) -> str:
    """Return an action in plain words, with how somebody reacted or what ended a concern."""
    verb, _, detail = action.partition(": ")
    key = f"{_DETAILS.get(verb, '')}{detail}"
    more = verb in _DETAILS and voice.has(key)
    return f"{what(voice, action)} ({voice(key)})" if more else what(voice, action)


def who(staff: dict[str, Colleague], voice: Voice, actor: str) -> str:
    """Return who did something: a colleague's name, the reporter or the bot."""
    named = {REPORTER: "who-reporter", CLOCK: "who-clock"}
    return voice(named[actor]) if actor in named else colleagues.name(staff, voice, actor)


def by_day(turn: Turn, entries: Iterable[Entry], line: Callable[[Entry, str], str]) -> list[str]:
    """Return entries as paragraphs, one for each local day, each entry a `line` of its own.

    `line` gets an entry and its local time of day, or "none".
    """
    zone = turn.house.service.times.zone
    days: dict[str, list[str]] = {}
    for each in entries:
        at = each.at.astimezone(zone)
        day = turn.voice.day(at.date())
        untimed = has_day_only(each.actor, each.concern)
        time = "none" if untimed else turn.voice.clock(at.time())
        days.setdefault(day, [day]).append(line(each, time))
    return ["\n".join(lines) for lines in days.values()]
