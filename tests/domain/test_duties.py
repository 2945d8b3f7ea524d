"""What the roster means for one member, and what a swap makes of it."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.duties import following, is_away_in, until, upcoming, within, without
from domain.roster import Absence, Change, Period, Roster, Shift, Weekly
from domain.swaps import Swap, SwapState, can_be_undone, changes, returns, stands

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
WEEKDAYS = frozenset(range(5))
ROSTER = Roster(
    COPENHAGEN,
    weekly=(
        Weekly("anna", WEEKDAYS, time(8), time(12)),
        Weekly("bo", WEEKDAYS, time(12), time(16)),
    ),
)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """Return a moment of November 2026 by the wall clock; the 23rd is a Monday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=COPENHAGEN).astimezone(UTC)


NOW = at(23, 10)
GIVEN, BACK = Period(at(24, 8), at(24, 12)), Period(at(25, 12), at(25, 16))
SWAP = Swap("s", "anna", "bo", GIVEN, BACK, SwapState.ASKED, NOW)


def test_a_duty_of_now_has_an_end_unless_none_is_in_sight() -> None:
    assert until(ROSTER, "anna", NOW) == at(23, 12)
    assert until(ROSTER, "bo", NOW) is None
    endless = replace(ROSTER, changes=(Change(NOW, comes="bo"),))
    assert until(endless, "bo", NOW) is None


def test_upcoming_duties_are_whole_and_stay_the_same_while_time_passes() -> None:
    found = upcoming(ROSTER, "bo", NOW)
    assert found[0] == Shift("bo", at(23, 12), at(23, 16))
    assert len(found) == 10
    assert upcoming(ROSTER, "bo", at(23, 11, 59))[0] == found[0]
    assert upcoming(ROSTER, "bo", at(23, 12))[0] == found[1]


def test_the_last_upcoming_duty_is_not_cut_off_where_two_weeks_end() -> None:
    assert upcoming(ROSTER, "anna", at(23, 9))[-1].ends_at - at(23, 12) == timedelta(days=14)
    assert upcoming(ROSTER, "anna", at(23, 8))[-1].ends_at - at(23, 12) == timedelta(days=14)


def test_whoever_follows_is_the_next_who_has_not_got_the_duty_already() -> None:
    assert following(ROSTER, NOW) == [Shift("bo", at(23, 12), at(23, 16))]
    both = replace(ROSTER, changes=(Change(NOW, at(23, 16), comes="bo"),))
    assert following(both, NOW) == [Shift("anna", at(24, 8), at(24, 12))]
    assert following(Roster(COPENHAGEN), NOW) == []


def test_a_span_takes_only_its_own_part_of_a_gap() -> None:
    gaps = [Period(at(23, 8), at(23, 12)), Period(at(24, 8), at(24, 12))]
    assert within(gaps, Period(at(23, 10), at(24, 8))) == [Period(at(23, 10), at(23, 12))]


@pytest.mark.parametrize(
    ("starts", "ends", "away"),
    [
        (at(24, 11), at(24, 20), True),
        (at(24, 0), at(24, 8), False),
        (at(24, 12), None, False),
        (at(23, 8), None, True),
    ],
)
def test_an_absence_meets_a_span_or_only_touches_it(
    starts: datetime, ends: datetime | None, away: bool
) -> None:
    roster = replace(ROSTER, absences=(Absence("bo", starts, ends),))
    assert is_away_in(roster, "bo", GIVEN) == away
    assert not is_away_in(roster, "anna", GIVEN)


def test_a_swap_exchanges_exactly_its_two_duties() -> None:
    after = replace(ROSTER, changes=tuple(changes(SWAP)))
    hour = NOW
    while hour < NOW + timedelta(days=7):
        moved = {"anna": "bo", "bo": "anna"}
        swapped = any(each.starts_at <= hour < each.ends_at for each in (GIVEN, BACK))
        planned = ROSTER.on_duty(hour)
        expected = {moved[each] for each in planned} if swapped else planned
        assert after.on_duty(hour) == expected
        hour += timedelta(hours=1)


def test_a_swap_stands_only_while_both_duties_lie_ahead_as_they_were() -> None:
    assert stands(SWAP, ROSTER, NOW)
    assert not stands(SWAP, ROSTER, GIVEN.starts_at)
    assert not stands(replace(SWAP, taker=None), ROSTER, NOW)
    assert not stands(replace(SWAP, taker="anna", back=None), ROSTER, NOW)
    for change in (
        Change(at(24, 8), at(24, 10), goes="anna"),
        Change(at(24, 12), at(24, 13), comes="anna"),
        Change(at(25, 12), at(25, 16), goes="bo"),
    ):
        assert not stands(SWAP, replace(ROSTER, changes=(change,)), NOW)


@pytest.mark.parametrize("away", [("bo", GIVEN), ("anna", BACK)])
def test_nobody_gets_a_duty_in_their_absence(away: tuple[str, Period]) -> None:
    member, duty = away
    absence = Absence(member, duty.starts_at, duty.ends_at)
    assert not stands(SWAP, replace(ROSTER, absences=(absence,)), NOW)


def test_a_swap_can_be_undone_for_five_minutes() -> None:
    made = replace(SWAP, state=SwapState.ACCEPTED)
    assert can_be_undone(made, NOW + timedelta(minutes=5))
    assert not can_be_undone(made, NOW + timedelta(minutes=5, seconds=1))
    assert not can_be_undone(SWAP, NOW)


@pytest.mark.parametrize(
    ("member", "back", "now", "returned"),
    [
        ("bo", BACK, NOW, ("anna", GIVEN)),
        ("bo", BACK, at(24, 11), ("anna", GIVEN)),  # under way
        ("bo", BACK, at(24, 12), None),
        ("anna", BACK, NOW, ("bo", BACK)),
        ("anna", None, NOW, None),  # it stays with bo
    ],
)
def test_whoever_swapped_with_one_who_leaves_has_their_own_again(
    member: str, back: Period | None, now: datetime, returned: tuple[str, Period] | None
) -> None:
    assert returns(replace(SWAP, back=back), member, now) == returned


def test_without_a_member_what_they_took_over_is_the_givers_and_what_they_gave_stays() -> None:
    swapped = replace(ROSTER, changes=tuple(changes(SWAP)))
    left = without(swapped, "bo")
    assert left.on_duty(at(24, 9)) == {"anna"}
    assert left.on_duty(at(25, 13)) == {"anna"}
    assert left.on_duty(at(26, 13)) == set()
