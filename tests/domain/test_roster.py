"""The roster in plain cases: what a team would say it means."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.roster import Absence, Change, Roster, Shift, Weekly

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
EVERY_DAY = frozenset(range(7))
DAYTIME = Roster(COPENHAGEN, weekly=(Weekly("anna", EVERY_DAY, time(8), time(16)),))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=COPENHAGEN).astimezone(UTC)


def test_a_duty_from_eight_to_four_is_that_in_summer_and_in_winter() -> None:
    for day in ("2026-03-28", "2026-03-29", "2026-10-24", "2026-10-25"):
        (duty,) = DAYTIME.duties("anna", at(f"{day}T00:00"), at(f"{day}T23:59"))
        assert duty == Shift("anna", at(f"{day}T08:00"), at(f"{day}T16:00"))


def test_a_night_duty_is_an_hour_shorter_or_longer_when_clocks_change() -> None:
    night = Roster(COPENHAGEN, weekly=(Weekly("bo", EVERY_DAY, time(22), time(6)),))
    for evening, hours in (("2026-03-28", 7), ("2026-10-24", 9), ("2026-11-24", 8)):
        begins = at(f"{evening}T22:00")
        (duty,) = night.duties("bo", begins, begins + timedelta(hours=12))
        assert duty.ends_at - duty.starts_at == timedelta(hours=hours)


def test_whoever_is_away_is_not_on_duty_even_if_they_took_it() -> None:
    morning, noon = at("2026-11-24T09:00"), at("2026-11-24T12:00")
    roster = Roster(
        COPENHAGEN, changes=(Change(morning, comes="anna"),), absences=(Absence("anna", noon),)
    )
    assert roster.on_duty(morning) == {"anna"}
    assert roster.on_duty(noon) == frozenset()


def test_a_clock_that_is_set_back_makes_nobody_come_on_duty() -> None:
    now = at("2026-11-24T09:00")
    assert DAYTIME.coming(now + timedelta(hours=1), now) == []
    assert DAYTIME.coming(now - timedelta(hours=2), now) == [
        Shift("anna", at("2026-11-24T08:00"), at("2026-11-24T16:00"))
    ]
