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

LINES = 40  # concerns that are named; so many lines fit one message
_NAMED = 6  # of them with a button of their own

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
    """Return one message about all of it; `today` is a local day."""
    lines = [_line(voice, concern, rung, today) for concern, rung in due[:LINES]]
    more = len(due) - len(lines)
    parts = [
        voice("late-head"),
        "\n".join(lines),
        voice("late-more", number=more) if more else "",
        voice("late-reacted"),
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
    if today > concern.promised_on:
        return "late-past" if concern.owner else "late-past-untaken"
    return "late-ahead" if concern.owner else "late-ahead-untaken"
