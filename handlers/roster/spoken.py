"""How times of the duty are said, and how they are carried in a button."""

import string
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.roster import Absence, Period, Shift, Weekly, Weeks
from handlers.phrases import Voice

_DIGITS = string.digits + string.ascii_lowercase
_CODE = 5  # characters: minutes since 1970 until the year 2084
_MONDAY = date(2024, 1, 1)
_MOMENT = timedelta(microseconds=1)


def absence(voice: Voice, zone: ZoneInfo, today: date, away: Absence) -> str:
    """Return when somebody is away: "i dag", or "til og med fredag den 27. november"."""
    first, last = _days(zone, away)
    if last is None:
        return voice("away-open")
    if first > today:
        return voice("away-from-to", first=voice.day(first), last=voice.day(last))
    return voice("away-today") if last == today else voice("away-until", date=last)


def absence_label(voice: Voice, zone: ZoneInfo, away: Absence) -> str:
    """Return when somebody is away, as it fits a button: "lør. 12/12–søn. 20/12"."""
    first, last = _days(zone, away)
    if last is None or last == first:
        return voice.brief(first)
    return f"{voice.brief(first)}–{voice.brief(last)}"


def span(voice: Voice, zone: ZoneInfo, duty: Period | Shift) -> str:
    """Return when a duty is: "fredag den 27. november kl. 8–16"."""
    starts, ends = duty.starts_at.astimezone(zone), duty.ends_at.astimezone(zone)
    first = voice("duty-at", date=starts.date(), time=starts.time())
    if _same_day(starts, ends):
        return f"{first}–{_end(voice, ends)}"
    last = voice("duty-at", date=ends.date(), time=ends.time())
    return voice("duty-from-to", first=first, last=last)


def until(voice: Voice, zone: ZoneInfo, now: datetime, ends_at: datetime) -> str:
    """Return until when somebody has the duty: "kl. 16", with the day unless it is today."""
    ends = ends_at.astimezone(zone)
    if _same_day(now.astimezone(zone), ends):
        return voice("duty-at-time", time=_end(voice, ends))
    return voice("duty-at", date=ends.date(), time=ends.time())


def label(voice: Voice, zone: ZoneInfo, duty: Period | Shift) -> str:
    """Return when a duty is, as it fits a button: "fre. 27/11 kl. 8–16"."""
    starts, ends = duty.starts_at.astimezone(zone), duty.ends_at.astimezone(zone)
    times = voice("duty-at-time", time=f"{voice.clock(starts.time())}–{_end(voice, ends)}")
    return f"{voice.brief(starts.date())} {times}"


def weekly(voice: Voice, rule: Weekly) -> str:
    """Return when a weekly duty is: "man.–fre. kl. 8–16, ulige uger"."""
    ends = "24" if rule.end == time(0) else voice.clock(rule.end)
    times = voice("duty-at-time", time=f"{voice.clock(rule.start)}–{ends}")
    said = f"{weekdays(voice, rule.weekdays)} {times}"
    return said if rule.weeks is Weeks.EVERY else f"{said}, {voice(f'weeks-{rule.weeks}')}"


def weekdays(voice: Voice, days: Iterable[int]) -> str:
    """Return weekdays by their short names; three or more on end as "man.–fre."."""
    runs: list[list[int]] = []
    for each in sorted(days):
        if runs and runs[-1][-1] == each - 1:
            runs[-1].append(each)
        else:
            runs.append([each])
    said = []
    for run in runs:
        names = [weekday(voice, each) for each in run]
        said += [f"{names[0]}–{names[-1]}"] if len(names) > 2 else names
    return ", ".join(said)


def weekday(voice: Voice, number: int) -> str:
    """Return the short name of a weekday, Monday 0."""
    return voice.brief(_MONDAY + timedelta(days=number)).split()[0]


def code(instant: datetime) -> str:
    """Return an instant, to the minute, in five characters."""
    minutes, found = int(instant.timestamp()) // 60, ""
    while minutes:
        minutes, digit = divmod(minutes, len(_DIGITS))
        found = _DIGITS[digit] + found
    return found.rjust(_CODE, "0")


def codes(duty: Period | Shift) -> str:
    """Return a span in ten characters."""
    return code(duty.starts_at) + code(duty.ends_at)


def decoded(given: str) -> Period | None:
    """Return the span that ten characters carry, or None when they carry none."""
    if len(given) != 2 * _CODE or set(given) - set(_DIGITS):
        return None
    starts, ends = (
        datetime.fromtimestamp(int(each, 36) * 60, UTC) for each in (given[:_CODE], given[_CODE:])
    )
    return Period(starts, ends) if starts < ends else None


def _days(zone: ZoneInfo, away: Absence) -> tuple[date, date | None]:
    """Return the first and the last local day of an absence, None if it has no end."""
    first = away.starts_at.astimezone(zone).date()
    if away.ends_at is None:
        return first, None
    return first, (away.ends_at.astimezone(zone) - _MOMENT).date()


def _same_day(first: datetime, last: datetime) -> bool:
    """Whether a local moment lies on the day of another, midnight at its end included."""
    return (last - _MOMENT).date() == first.date()


def _end(voice: Voice, ends: datetime) -> str:
    return "24" if ends.time() == time(0) else voice.clock(ends.time())
