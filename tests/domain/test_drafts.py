"""When somebody is reminded of an unfinished conversation, and when it is wiped."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.asking_back import moments
from domain.deadlines import Ladder, OpeningTimes, Rung
from domain.drafts import Drafts, wakes_at
from domain.interview import Interview
from domain.questionnaire import Answer

TIMES = OpeningTimes(ZoneInfo("Europe/Copenhagen"))
NOW = datetime(2026, 11, 23, 9, 20, tzinfo=UTC)
STARTED = Interview("1")
UNDER_WAY = Interview("1", answers={"role": Answer(("relative",))})


def hour(day: int, hour: int) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=UTC)


@pytest.mark.parametrize(
    ("interview", "now", "expected"),
    [
        (None, NOW, None),
        (UNDER_WAY, NOW, hour(23, 14)),
        (UNDER_WAY, hour(23, 9), hour(23, 13)),
        (UNDER_WAY, hour(23, 18), hour(24, 7)),
        (UNDER_WAY, hour(28, 9), hour(28, 13)),
        (STARTED, NOW, hour(24, 10)),
        (replace(UNDER_WAY, reminded=True), hour(23, 14), hour(24, 10)),
    ],
    ids=["nothing", "rounded up", "full hour", "not at night", "saturday", "no role", "reminded"],
)
def test_a_draft_wakes_at_a_full_hour(
    interview: Interview | None, now: datetime, expected: datetime | None
) -> None:
    assert wakes_at(interview, now, Drafts(), TIMES) == expected


def test_the_reminder_must_come_before_the_end() -> None:
    with pytest.raises(ValueError, match="reminded of before"):
        Drafts(remind_after=timedelta(hours=5), wipe_after=timedelta(hours=5))


def test_the_reporter_hears_at_noon_of_the_promised_day_and_the_morning_after() -> None:
    closed = replace(TIMES, closed_days=frozenset({date(2026, 11, 30)}))
    for times in (TIMES, closed):
        asked, late = moments(NOW, Ladder(), times)
        assert (asked.rung, asked.due_at) == (Rung.STILL_WORRIED, hour(30, 11))
        assert (late.rung, late.due_at) == (Rung.APOLOGY, datetime(2026, 12, 1, 7, tzinfo=UTC))


def test_noon_in_quiet_hours_waits_for_their_end() -> None:
    siesta = replace(TIMES, quiet_from=time(11), quiet_until=time(15))
    asked, _ = moments(NOW, Ladder(), siesta)
    assert asked.due_at == hour(30, 14)
