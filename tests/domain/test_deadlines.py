from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.deadlines import (
    Ladder,
    OpeningTimes,
    Reminder,
    Rung,
    at_wall_clock,
    deadline_nudges,
    earlier_out_of_closed,
    end_of_day,
    follow_up,
    later_out_of_quiet,
    next_opening,
    promised_day,
)

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
OFFICE = OpeningTimes(COPENHAGEN)
ALWAYS_OPEN = OpeningTimes(COPENHAGEN, time(8), time(8), frozenset())
CHRISTMAS = OpeningTimes(
    COPENHAGEN, closed_days=frozenset(date(2026, 12, day) for day in (24, 25, 26, 31))
)
LADDER = Ladder()

zones = st.sampled_from(["Europe/Copenhagen", "America/Nuuk", "Atlantic/Faroe"]).map(ZoneInfo)
ten_years = st.timedeltas(timedelta(0), timedelta(days=3653))
instants = ten_years.map(lambda passed: datetime(2024, 1, 1, tzinfo=UTC) + passed)
hours = st.integers(0, 23).map(time)


@st.composite
def opening_times(draw: st.DrawFn) -> OpeningTimes:
    weekdays = draw(st.frozensets(st.integers(0, 6), max_size=7))
    return OpeningTimes(draw(zones), draw(hours), draw(hours), weekdays)


@st.composite
def office_with_holidays(draw: st.DrawFn, around: datetime) -> OpeningTimes:
    offsets = draw(st.frozensets(st.integers(0, 14)))
    holidays = frozenset(around.date() + timedelta(days=offset) for offset in offsets)
    return OpeningTimes(COPENHAGEN, closed_days=holidays)


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=COPENHAGEN).astimezone(UTC)


def shown(reminders: tuple[Reminder, ...]) -> dict[str, str]:
    return {
        each.rung.value: f"{each.due_at.astimezone(COPENHAGEN):%a %d %b %H:%M}"
        for each in reminders
    }


# The wall clock


def test_a_time_skipped_in_spring_becomes_the_first_moment_after_the_gap() -> None:
    spring = date(2027, 3, 28)
    assert at_wall_clock(spring, time(1, 59), COPENHAGEN) == datetime(
        2027, 3, 28, 0, 59, tzinfo=UTC
    )
    for skipped in (time(2), time(2, 30, 45), time(2, 59, 59, 999_999)):
        assert at_wall_clock(spring, skipped, COPENHAGEN) == datetime(2027, 3, 28, 1, tzinfo=UTC)


def test_a_time_shown_twice_in_autumn_means_its_first_showing() -> None:
    autumn = date(2026, 10, 25)
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert at_wall_clock(autumn, time(2, 30), COPENHAGEN) == first
    assert at_wall_clock(autumn, time(2, 30, fold=1), COPENHAGEN) == first


def test_an_instant_without_a_zone_is_refused() -> None:
    naive = datetime(2026, 11, 22, 12, 0)  # noqa: DTZ001
    with pytest.raises(ValueError, match="needs a time zone"):
        promised_day(naive, COPENHAGEN)


# The promise


@pytest.mark.parametrize(
    ("received", "last_day", "ends_at"),
    [
        ("2026-11-16 10:00", date(2026, 11, 23), "2026-11-24 00:00"),
        ("2026-10-19 10:00", date(2026, 10, 26), "2026-10-27 00:00"),
        ("2027-03-22 23:59", date(2027, 3, 29), "2027-03-30 00:00"),
        ("2026-12-28 00:00", date(2027, 1, 4), "2027-01-05 00:00"),
        ("2028-02-22 12:00", date(2028, 2, 29), "2028-03-01 00:00"),
        ("2028-02-25 12:00", date(2028, 3, 3), "2028-03-04 00:00"),
    ],
)
def test_the_promise_is_seven_calendar_days(received: str, last_day: date, ends_at: str) -> None:
    assert promised_day(local(received), COPENHAGEN) == last_day
    assert promised_day(local(received), COPENHAGEN) == last_day
    assert end_of_day(promised_day(local(received), COPENHAGEN), COPENHAGEN) == local(ends_at)


def test_late_in_the_evening_utc_it_is_already_tomorrow_in_denmark() -> None:
    received = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)
    assert promised_day(received, COPENHAGEN) == date(2026, 7, 9)


def test_a_week_over_a_clock_change_is_an_hour_longer_or_shorter() -> None:
    autumn = end_of_day(date(2026, 10, 26), COPENHAGEN) - end_of_day(date(2026, 10, 19), COPENHAGEN)
    spring = end_of_day(date(2027, 3, 29), COPENHAGEN) - end_of_day(date(2027, 3, 22), COPENHAGEN)
    assert autumn == timedelta(days=7, hours=1)
    assert spring == timedelta(days=7, hours=-1)


@given(instants, st.integers(1, 60))
def test_the_promise_always_ends_at_a_local_midnight(received: datetime, days: int) -> None:
    ends = end_of_day(promised_day(received, COPENHAGEN, days), COPENHAGEN).astimezone(COPENHAGEN)
    assert ends.time() == time(0)
    assert ends.date() - received.astimezone(COPENHAGEN).date() == timedelta(days=days + 1)


def test_a_promise_of_no_days_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one day"):
        Ladder(days=0)


# Opening times


@pytest.mark.parametrize(
    ("instant", "quiet"),
    [
        ("2026-11-20 07:59", True),
        ("2026-11-20 08:00", False),
        ("2026-11-20 19:59", False),
        ("2026-11-20 20:00", True),
        ("2026-11-21 00:30", True),
        ("2026-11-21 12:00", True),
        ("2026-11-23 03:00", True),
    ],
)
def test_nights_and_weekends_are_quiet(instant: str, quiet: bool) -> None:
    assert OFFICE.is_quiet(local(instant)) is quiet


def test_quiet_hours_may_lie_within_one_day() -> None:
    siesta = OpeningTimes(COPENHAGEN, time(12), time(13))
    assert siesta.is_quiet(local("2026-11-20 12:59"))
    assert not siesta.is_quiet(local("2026-11-20 13:00"))
    assert not siesta.is_quiet(local("2026-11-20 00:00"))


@given(instants)
def test_the_same_time_twice_means_no_quiet_hours(instant: datetime) -> None:
    assert not ALWAYS_OPEN.is_quiet(instant)
    assert later_out_of_quiet(instant, ALWAYS_OPEN) == instant


@pytest.mark.parametrize(
    ("instant", "moved"),
    [
        ("2026-11-19 12:00", "2026-11-19 12:00"),
        ("2026-11-19 22:00", "2026-11-20 08:00"),
        ("2026-11-20 03:00", "2026-11-20 08:00"),
        ("2026-11-20 20:00", "2026-11-23 08:00"),
        ("2026-10-24 23:00", "2026-10-26 08:00"),
        ("2026-12-23 21:00", "2026-12-28 08:00"),
        ("2026-12-30 21:00", "2027-01-01 08:00"),
    ],
)
def test_a_nudge_moves_later_to_the_next_opening(instant: str, moved: str) -> None:
    assert later_out_of_quiet(local(instant), CHRISTMAS) == local(moved)


@given(instants, opening_times())
def test_a_nudge_never_moves_earlier(instant: datetime, times: OpeningTimes) -> None:
    moved = later_out_of_quiet(instant, times)
    assert moved >= instant
    assert len(times.closed_weekdays) == 7 or not times.is_quiet(moved)


def test_where_no_day_is_open_a_nudge_still_waits_only_for_morning() -> None:
    never_open = OpeningTimes(COPENHAGEN, closed_weekdays=frozenset(range(7)))
    moved = later_out_of_quiet(local("2026-11-20 21:00"), never_open)
    assert moved == local("2026-11-21 08:00")


def test_a_deadline_moves_earlier_to_the_last_open_day() -> None:
    received = date(2026, 12, 17)
    assert earlier_out_of_closed(date(2026, 12, 23), CHRISTMAS, received) == date(2026, 12, 23)
    assert earlier_out_of_closed(date(2026, 12, 27), CHRISTMAS, received) == date(2026, 12, 23)


def test_a_deadline_stays_if_every_day_since_receipt_is_closed() -> None:
    christmas_eve, sunday = date(2026, 12, 24), date(2026, 12, 27)
    assert earlier_out_of_closed(sunday, CHRISTMAS, christmas_eve) == sunday


# The nudges before and after the promised day


def test_the_nudges_of_an_ordinary_week() -> None:
    assert shown(deadline_nudges(local("2026-11-11 14:30"), LADDER, OFFICE)) == {
        "day3": "Mon 16 Nov 08:00",
        "day5": "Mon 16 Nov 14:30",
        "day6": "Tue 17 Nov 14:30",
        "day7": "Wed 18 Nov 08:00",
        "overdue": "Thu 19 Nov 08:00",
    }


def test_the_nudges_keep_their_hour_when_clocks_go_back() -> None:
    nudges = deadline_nudges(local("2026-10-21 10:00"), LADDER, OFFICE)
    assert shown(nudges) == {
        "day3": "Mon 26 Oct 08:00",
        "day5": "Mon 26 Oct 10:00",
        "day6": "Tue 27 Oct 10:00",
        "day7": "Wed 28 Oct 08:00",
        "overdue": "Thu 29 Oct 08:00",
    }
    assert nudges[1].due_at == datetime(2026, 10, 26, 9, tzinfo=UTC)


def test_the_nudges_keep_their_hour_when_clocks_go_forward() -> None:
    nudges = deadline_nudges(local("2027-03-24 02:30"), LADDER, ALWAYS_OPEN)
    assert shown(nudges) == {
        "day3": "Sat 27 Mar 02:30",
        "day5": "Mon 29 Mar 02:30",
        "day6": "Tue 30 Mar 02:30",
        "day7": "Wed 31 Mar 08:00",
        "overdue": "Thu 01 Apr 08:00",
    }
    assert nudges[1].due_at - nudges[0].due_at == timedelta(days=2, hours=-1)


def test_over_new_year_the_nudges_go_on() -> None:
    assert shown(deadline_nudges(local("2026-12-30 09:00"), LADDER, CHRISTMAS)) == {
        "day3": "Mon 04 Jan 08:00",
        "day5": "Mon 04 Jan 09:00",
        "day6": "Tue 05 Jan 09:00",
        "day7": "Wed 06 Jan 08:00",
        "overdue": "Thu 07 Jan 08:00",
    }


def test_a_promise_ending_on_christmas_eve_is_called_the_day_before() -> None:
    assert shown(deadline_nudges(local("2026-12-17 10:00"), LADDER, CHRISTMAS)) == {
        "day3": "Mon 21 Dec 08:00",
        "day5": "Tue 22 Dec 10:00",
        "day6": "Wed 23 Dec 08:00",
        "day7": "Wed 23 Dec 08:00",
        "overdue": "Mon 28 Dec 08:00",
    }


def test_before_a_week_of_closed_days_the_last_call_comes_at_receipt() -> None:
    shut = frozenset(date(2026, 12, day) for day in range(18, 32))
    received = local("2026-12-17 10:00")
    nudges = deadline_nudges(received, LADDER, OpeningTimes(COPENHAGEN, closed_days=shut))
    assert {each.due_at for each in nudges[:-1]} == {received}
    assert nudges[-1].due_at == local("2027-01-01 08:00")


def test_within_a_week_of_closed_days_the_last_call_comes_on_the_promised_day() -> None:
    shut = frozenset(date(2026, 12, day) for day in range(18, 32))
    received = local("2026-12-19 10:00")
    nudges = deadline_nudges(received, LADDER, OpeningTimes(COPENHAGEN, closed_days=shut))
    assert nudges[3] == Reminder(Rung.DAY7, local("2026-12-26 08:00"))


@pytest.mark.parametrize(
    ("days", "rungs"),
    [
        (1, ["day7", "overdue"]),
        (3, ["day7", "overdue"]),
        (5, ["day3", "day7", "overdue"]),
        (7, ["day3", "day5", "day6", "day7", "overdue"]),
        (14, ["day3", "day5", "day6", "day7", "overdue"]),
    ],
)
def test_another_promise_has_the_nudges_that_fit(days: int, rungs: list[str]) -> None:
    nudges = deadline_nudges(local("2026-11-16 10:00"), Ladder(days=days), OFFICE)
    assert list(shown(nudges)) == rungs


@given(instants, opening_times(), st.integers(1, 30))
def test_the_nudges_come_in_order_and_none_before_receipt(
    received: datetime, times: OpeningTimes, days: int
) -> None:
    nudges = deadline_nudges(received, Ladder(days=days), times)
    moments = [received] + [each.due_at for each in nudges]
    assert moments == sorted(moments)
    assert len({each.rung for each in nudges}) == len(nudges)


@given(instants, opening_times())
def test_no_nudge_is_lost_whenever_a_concern_comes_in(
    received: datetime, times: OpeningTimes
) -> None:
    nudges = deadline_nudges(received, LADDER, times)
    ends = end_of_day(promised_day(received, times.zone), times.zone)
    assert [each.rung for each in nudges] == ["day3", "day5", "day6", "day7", "overdue"]
    assert all(each.due_at < ends for each in nudges[:-1])
    assert nudges[-1].due_at >= ends


@given(instants)
def test_in_ordinary_weeks_no_nudge_comes_in_quiet_times(received: datetime) -> None:
    nudges = deadline_nudges(received, LADDER, OFFICE)
    assert not any(OFFICE.is_quiet(each.due_at) for each in nudges)


@given(st.data(), instants)
def test_only_a_promise_that_would_break_puts_a_nudge_in_quiet_times(
    data: st.DataObject, received: datetime
) -> None:
    times = data.draw(office_with_holidays(received))
    nudges = deadline_nudges(received, LADDER, times)
    quiet = {each.due_at for each in nudges if times.is_quiet(each.due_at)}
    assert quiet <= {nudges[3].due_at}
    first_day, last_day = received.date(), promised_day(received, COPENHAGEN)
    between = [first_day + timedelta(days=n) for n in range(2, (last_day - first_day).days + 1)]
    assert not (quiet and any(times.is_open_day(day) for day in between))


# Overdue and follow-up


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2026-11-19 08:00", "2026-11-20 08:00"),
        ("2026-11-19 07:59", "2026-11-19 08:00"),
        ("2026-11-20 08:00", "2026-11-23 08:00"),
        ("2026-12-23 09:00", "2026-12-28 08:00"),
    ],
)
def test_overdue_comes_again_every_working_day(now: str, due: str) -> None:
    assert next_opening(Rung.OVERDUE, local(now), CHRISTMAS) == Reminder(Rung.OVERDUE, local(due))


@given(instants, opening_times())
def test_overdue_always_comes_again_and_always_later(now: datetime, times: OpeningTimes) -> None:
    again = next_opening(Rung.OVERDUE, now, times)
    assert now < again.due_at <= now + timedelta(days=8, hours=1)


def test_where_the_day_opens_at_midnight_overdue_comes_the_moment_the_promise_ends() -> None:
    times = OpeningTimes(COPENHAGEN, time(20), time(0))
    received = local("2026-11-16 10:00")
    overdue = deadline_nudges(received, LADDER, times)[-1]
    assert overdue.due_at == end_of_day(promised_day(received, COPENHAGEN), COPENHAGEN)


def test_a_follow_up_comes_when_its_day_opens() -> None:
    autumn = follow_up(date(2026, 10, 26), OFFICE)
    assert autumn == Reminder(Rung.FOLLOW_UP, local("2026-10-26 08:00"))
    skipped_hour = OpeningTimes(COPENHAGEN, quiet_until=time(2, 30), closed_weekdays=frozenset())
    assert follow_up(date(2027, 3, 28), skipped_hour).due_at == local("2027-03-28 03:00")


def test_a_follow_up_waits_for_the_opening() -> None:
    assert follow_up(date(2026, 12, 24), CHRISTMAS).due_at == local("2026-12-28 08:00")
    assert follow_up(date(2026, 11, 21), OFFICE).due_at == local("2026-11-23 08:00")
