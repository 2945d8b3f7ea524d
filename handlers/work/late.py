"""Said late: what came due while the bot was away, in one message for each of the team."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from domain.concern import Concern, is_open
from domain.deadlines import Rung
from handlers.phrases import Voice
from handlers.screen import Button, Screen, in_rows
from handlers.turn import Turn
from handlers.work import cards
from storage.staff import Colleague

LINES = 12  # concerns that are named; who has more finds the others in their lists
_NAMED = 6  # of them with a button of their own

_UNTAKEN = {
    "late-past": "late-past-untaken",
    "late-today": "late-today-untaken",
    "late-ahead": "late-ahead-untaken",
}

Due = tuple[Concern, Rung]


@dataclass
class Gathered:
    """What each member would have been reminded of, in due order."""

    _by_member: dict[str, list[Due]] = field(default_factory=dict)
    _members: dict[str, Colleague] = field(default_factory=dict)

    def add(self, _turn: Turn, colleague: Colleague, concern: Concern, rung: Rung) -> None:
        """Keep one reminder of a member for the one message they get."""
        self._members[colleague.member.id] = colleague
        self._by_member.setdefault(colleague.member.id, []).append((concern, rung))

    def of(self, number: int) -> list[tuple[Colleague, list[Due]]]:
        """Return those who have that many reminders at least, with their reminders."""
        found = self._by_member.items()
        return [(self._members[each], due) for each, due in found if len(due) >= number]


def digest(voice: Voice, due: Sequence[Due], today: date) -> Screen:
    """Return one message about all of it, danger first and then in due order.

    `today` is a local day.
    """
    due = sorted(due, key=lambda each: not (each[0].acute and is_open(each[0])))
    lines = [_line(voice, concern, rung, today) for concern, rung in due[:LINES]]
    more = len(due) - len(lines)
    parts = [
        voice("late-head"),
        "\n".join(lines),
        voice("late-more", number=more) if more else "",
        voice("late-reacted") if any(is_open(concern) for concern, _ in due) else "",
    ]
    named = [cards.listed(voice, concern) for concern, _ in due[:_NAMED]]
    lists = (Button(voice("button-show-open"), "list"), Button(voice("button-my-work"), "work"))
    return Screen("\n\n".join(filter(None, parts)), (*in_rows(named, 1), lists))


def _line(voice: Voice, concern: Concern, rung: Rung, today: date) -> str:
    acute = f"{voice('mark-acute')} " if concern.acute else ""
    key = _key(concern, rung, today)
    return f"• {acute}{voice(key, nickname=concern.nickname, date=concern.promised_on)}"


def _key(concern: Concern, rung: Rung, today: date) -> str:
    if rung is Rung.SNOOZED:
        return "late-snoozed"
    if not is_open(concern):
        return "late-follow-up" if rung is Rung.FOLLOW_UP else "line-reacted"
    if today == concern.promised_on:
        key = "late-today"
    else:
        key = "late-past" if today > concern.promised_on else "late-ahead"
    return key if concern.owner else _UNTAKEN[key]
