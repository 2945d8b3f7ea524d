"""Being reminded later: one reminder more, and never past a promise's last call."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.deadlines import Ladder, OpeningTimes, Rung, deadline_nudges, later_out_of_quiet
from domain.snooze import Later, snoozed

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
OFFICE = OpeningTimes(COPENHAGEN)
BEGIN = datetime(2024, 1, 1, tzinfo=UTC)

moments = st.timedeltas(timedelta(0), timedelta(days=3653)).map(lambda passed: BEGIN + passed)
openings = st.builds(
    OpeningTimes,
    zone=st.sampled_from(["Europe/Copenhagen", "America/Nuuk"]).map(ZoneInfo),
    quiet_from=st.integers(0, 23).map(time),
    quiet_until=st.integers(0, 23).map(time),
    closed_weekdays=st.frozensets(st.integers(0, 6), max_size=6),
)
wishes = st.sampled_from(Later)


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=COPENHAGEN)


@pytest.mark.parametrize(
    ("now", "wish", "due"),
    [
        ("2026-11-23 10:00", Later.HOUR, "2026-11-23 11:00"),
        ("2026-11-23 19:30", Later.HOUR, "2026-11-24 08:00"),
        ("2026-11-23 10:00", Later.TOMORROW, "2026-11-24 08:00"),
        ("2026-11-27 10:00", Later.TOMORROW, "2026-11-30 08:00"),
        ("2026-10-24 10:00", Later.TOMORROW, "2026-10-26 08:00"),
    ],
)
def test_later_is_when_somebody_works(now: str, wish: Later, due: str) -> None:
    found = snoozed(local(now), OFFICE, wish)
    assert (found.rung, found.due_at) == (Rung.SNOOZED, local(due))


def test_the_last_call_of_a_promise_comes_first() -> None:
    last_call = local("2026-11-27 08:00")
    friday = snoozed(local("2026-11-26 20:00"), OFFICE, Later.TOMORROW, last_call)
    assert friday.due_at == last_call
    after = snoozed(local("2026-11-27 09:00"), OFFICE, Later.TOMORROW, last_call)
    assert after.due_at == local("2026-11-30 08:00")


@given(moments, openings, wishes, st.timedeltas(timedelta(0), timedelta(days=8)))
def test_a_snooze_never_hides_a_deadline(
    received: datetime, times: OpeningTimes, wish: Later, passed: timedelta
) -> None:
    ladder = deadline_nudges(received, Ladder(), times)
    (last_call,) = (each.due_at for each in ladder if each.rung is Rung.DAY7)
    now = received + passed
    added = snoozed(now, times, wish, last_call)
    assert added.rung not in {each.rung for each in ladder}
    assert added.due_at > now
    assert added.due_at <= max(last_call, snoozed(now, times, wish).due_at)
    assert added.due_at <= last_call or now >= last_call
    assert deadline_nudges(received, Ladder(), times) == ladder


@given(moments, openings, wishes)
def test_a_snooze_without_a_promise_leaves_the_night_in_peace(
    now: datetime, times: OpeningTimes, wish: Later
) -> None:
    due = snoozed(now, times, wish).due_at
    assert later_out_of_quiet(due, times) == due
