"""The calendar: an .ics text becomes the roster's shifts, each of a member it names."""

import asyncio
import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from bot.calendar_source import CannotRead, read
from bot.clock import Clock
from bot.turns import Turns
from domain.deadlines import at_wall_clock
from domain.roster import Shift
from handlers.roster import calendar_import
from handlers.turn import Turn

_log = logging.getLogger(__name__)

AHEAD = timedelta(days=60)
_EVERY = timedelta(hours=1)
_MOST = 5000  # duties in that time
_TOO_OFTEN = {"SECONDLY", "MINUTELY", "HOURLY"}
_WITHIN_THE_DAY = ("BYHOUR", "BYMINUTE", "BYSECOND")


@dataclass(frozen=True)
class Found:
    """The shifts of a calendar, and how many of its events name nobody of the team."""

    shifts: tuple[Shift, ...]
    unknown: int


def duties(text: bytes, names: Mapping[str, str], zone: ZoneInfo, now: datetime) -> Found:
    """Return the duties of the next 60 days, also those under way.

    `names` leads from what members are called to their ids. An event is the duty of everybody
    whose name stands in its title, or else among those who attend. An all-day event lasts from
    midnight to midnight, and a time without a zone is the clock on the wall, both in `zone`.
    Raises CannotRead when the text is no calendar.
    """
    from icalendar import Calendar  # only where there is a calendar

    try:
        return _found(Calendar.from_ical(text), names, zone, now)
    except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError) as error:
        # Whatever a broken text makes the readers of calendars stumble over.
        raise CannotRead(f"it is no calendar ({type(error).__name__})") from None


def _found(calendar: Any, names: Mapping[str, str], zone: ZoneInfo, now: datetime) -> Found:
    shifts, unknown = set(), 0
    for event in _events(calendar, now):
        starts_at, ends_at = _instant(event["DTSTART"].dt, zone), _instant(event["DTEND"].dt, zone)
        if starts_at < ends_at and now < ends_at:
            members = _members(event, names)
            shifts |= {Shift(each, starts_at, ends_at) for each in members}
            unknown += not members
    return Found(tuple(sorted(shifts, key=lambda each: (each.starts_at, each.member))), unknown)


def _events(calendar: Any, now: datetime) -> list[Any]:
    """Return every event of the span, those that come again as often as they do."""
    if any(_comes_too_often(each) for each in calendar.walk("VEVENT")):
        raise CannotRead("an event in it comes again within the day")
    import recurring_ical_events

    found = recurring_ical_events.of(calendar).between(now - timedelta(days=1), now + AHEAD)
    if len(found) > _MOST:
        raise CannotRead(f"there are more than {_MOST} events in it")
    return [each for each in found if str(each.get("STATUS", "")).upper() != "CANCELLED"]


def _comes_too_often(event: Any) -> bool:
    """Whether an event comes again within the day: no duty does, and expanding it takes long."""
    rules = event.get("RRULE", [])
    for rule in rules if isinstance(rules, list) else [rules]:
        often = any(str(each).upper() in _TOO_OFTEN for each in rule.get("FREQ", []))
        if often or any(len(rule.get(each, [])) > 1 for each in _WITHIN_THE_DAY):
            return True
    return False


def _instant(moment: date, zone: ZoneInfo) -> datetime:
    if not isinstance(moment, datetime):
        return at_wall_clock(moment, time(0), zone)
    if moment.tzinfo is None:
        return at_wall_clock(moment.date(), moment.time(), zone)
    return moment.astimezone(UTC)


def _members(event: Any, names: Mapping[str, str]) -> set[str]:
    """Return the members whose names stand in the title, or else those who attend."""
    attending = event.get("ATTENDEE", [])
    people = attending if isinstance(attending, list) else [attending]
    titles = [str(event.get("SUMMARY", ""))]
    called = [str(each.params.get("CN", "")) for each in people]
    return set(_named(titles, names)) or set(_named(called, names))


def _named(texts: list[str], names: Mapping[str, str]) -> Iterator[str]:
    """Yield the ids of the members whose names stand in the texts as words of their own."""
    known = {name.casefold(): member for name, member in names.items() if name}
    longest_first = sorted(known, key=len, reverse=True)
    if longest_first:
        pattern = rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})(?!\w)"
        for text in texts:
            yield from (known[each] for each in re.findall(pattern, text.casefold()))


class Calendars:
    """Looks at the calendar when the bot starts and every hour."""

    def __init__(self, turns: Turns, source: str, clock: Clock) -> None:
        self._turns = turns
        self._source = source
        self._clock = clock
        self._looked: datetime | None = None

    async def look(self) -> None:
        """Import the calendar if an hour has passed; what cannot be read changes nothing.

        Without one in the configuration, the duties of an earlier one hold no more.
        """
        now = self._clock.now()
        if self._looked and timedelta() <= now - self._looked < _EVERY:
            return None
        self._looked = now
        if not self._source:
            return await self._turns.run(None, calendar_import.forget)
        try:
            text = await read(self._source)
            await self._turns.run(None, partial(_import, text=text))
        except CannotRead as error:
            _log.warning("duty.calendar: %s. The last duties read from it hold.", error)
            await self._turns.run(None, calendar_import.unreadable)
        return None


async def _import(turn: Turn, text: bytes) -> None:
    names = await calendar_import.names(turn)
    zone = turn.house.service.times.zone
    # In a thread: a large calendar takes seconds.
    found = await asyncio.to_thread(duties, text, names, zone, turn.now)
    await calendar_import.replace(turn, found.shifts, found.unknown)
