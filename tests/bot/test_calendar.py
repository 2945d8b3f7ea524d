"""Calendars are read as their senders meant them, and what is no calendar is refused."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.calendar import AHEAD, Found, duties
from bot.calendar_source import LARGEST, CannotRead, read

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
NOW = datetime(2026, 3, 23, 9, 0, tzinfo=UTC)  # a Monday; clocks go forward on Sunday
NAMES = {"Anna": "a", "Bo": "b", "Anna Marie": "m", "": "nobody"}
OUTLOOK = """BEGIN:VTIMEZONE
TZID:{zone}
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE"""


def calendar(*parts: str) -> bytes:
    lines = "\n".join(
        ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//EN", *parts, "END:VCALENDAR")
    )
    return (lines + "\n").replace("\n", "\r\n").encode()


def event(*lines: str, title: str = "Anna") -> str:
    stamp = "DTSTAMP:20260101T000000Z"
    return "\n".join(
        ("BEGIN:VEVENT", f"UID:{abs(hash(lines))}", stamp, f"SUMMARY:{title}", *lines, "END:VEVENT")
    )


def found(*parts: str) -> Found:
    return duties(calendar(*parts), NAMES, COPENHAGEN, NOW)


def shown(found: Found) -> list[str]:
    """Return each shift by the clock on the wall."""
    return [
        f"{each.member} {each.starts_at.astimezone(COPENHAGEN):%d.%m %H:%M}"
        f"–{each.ends_at.astimezone(COPENHAGEN):%d.%m %H:%M}"
        for each in found.shifts
    ]


@pytest.mark.parametrize(
    "moment",
    [
        ("DTSTART:20260324T070000Z", "DTEND:20260324T150000Z"),
        ("DTSTART;TZID=Europe/Copenhagen:20260324T080000", "DURATION:PT8H"),
        ("DTSTART:20260324T080000", "DTEND:20260324T160000"),
    ],
    ids=["UTC", "zone and duration", "floating"],
)
def test_a_duty_is_read_whatever_way_its_time_is_written(moment: tuple[str, str]) -> None:
    assert shown(found(event(*moment))) == ["a 24.03 08:00–24.03 16:00"]


@pytest.mark.parametrize("zone", ["W. Europe Standard Time", "Romance Standard Time", "Vores tid"])
def test_a_zone_that_outlook_describes_changes_its_clocks(zone: str) -> None:
    rule = ("RRULE:FREQ=DAILY;COUNT=3",)
    at = (f"DTSTART;TZID={zone}:20260328T080000", f"DTEND;TZID={zone}:20260328T160000")
    assert shown(found(OUTLOOK.format(zone=zone), event(*at, *rule))) == [
        "a 28.03 08:00–28.03 16:00",
        "a 29.03 08:00–29.03 16:00",
        "a 30.03 08:00–30.03 16:00",
    ]


def test_a_duty_comes_again_until_it_is_excepted_or_moved() -> None:
    weekly = event(
        "DTSTART;TZID=Europe/Copenhagen:20260302T220000",
        "DTEND;TZID=Europe/Copenhagen:20260303T060000",
        "RRULE:FREQ=WEEKLY;UNTIL=20260414T000000Z",
        "EXDATE;TZID=Europe/Copenhagen:20260330T220000",
    )
    assert shown(found(weekly)) == [
        "a 23.03 22:00–24.03 06:00",
        "a 06.04 22:00–07.04 06:00",
        "a 13.04 22:00–14.04 06:00",
    ]


def test_a_whole_day_is_from_midnight_to_midnight_also_when_clocks_change() -> None:
    (one, two) = found(
        event("DTSTART;VALUE=DATE:20260329", "DTEND;VALUE=DATE:20260330"),
        event("DTSTART;VALUE=DATE:20260330", title="Bo"),
    ).shifts
    assert (one.ends_at - one.starts_at).total_seconds() == 23 * 3600
    assert two.starts_at == one.ends_at


@pytest.mark.parametrize(
    ("title", "attending", "members"),
    [
        ("anna", "", "a"),
        ("Vagt: Anna", "", "a"),
        ("Anna og Bo", "", "ab"),
        ("Anna Marie", "", "m"),
        ("Annas fødselsdag", "", ""),
        ("Vagt", "ATTENDEE;CN=Bo Eksempel:mailto:x@example.org", "b"),
        ("Anna", "ATTENDEE;CN=Bo:mailto:x@example.org", "a"),
        ("Vagt", "ATTENDEE:mailto:bo@example.org", ""),
    ],
)
def test_a_duty_belongs_to_whoever_it_names(title: str, attending: str, members: str) -> None:
    at = ("DTSTART:20260324T070000Z", "DTEND:20260324T150000Z")
    read = found(event(*at, *filter(None, [attending]), title=title))
    assert "".join(sorted(each.member for each in read.shifts)) == members
    assert read.unknown == (0 if members else 1)


def test_what_is_cancelled_over_empty_or_far_ahead_is_left_out() -> None:
    day = f"{NOW + timedelta(days=1):%Y%m%d}"
    far = NOW + AHEAD
    read = found(
        event(f"DTSTART:{day}T070000Z", f"DTEND:{day}T150000Z", "STATUS:CANCELLED"),
        event("DTSTART:20260323T070000Z", "DTEND:20260323T080000Z"),
        event(f"DTSTART:{day}T070000Z", f"DTEND:{day}T070000Z"),
        event(f"DTSTART:{far:%Y%m%d}T100000Z", f"DTEND:{far:%Y%m%d}T110000Z"),
    )
    assert read == Found((), 0)


def test_a_duty_under_way_keeps_its_beginning() -> None:
    assert shown(found(event("DTSTART:20260323T070000Z", "DTEND:20260323T150000Z"))) == [
        "a 23.03 08:00–23.03 16:00"
    ]


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"<!doctype html><html><body>Log ind</body></html>",
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:2026",
        b"\xff\xfe\x00",
        calendar(event("DTSTART:i morgen", "DTEND:20260324T150000Z")),
        calendar(event("DTSTART:20260324T070000Z", "RRULE:FREQ=SECONDLY")),
        calendar(event("DTSTART:20260324T070000Z", "RRULE:FREQ=DAILY;BYMINUTE=0,1,2")),
        calendar(event("DTSTART:20260324T070000Z", "RRULE:FREQ=OFTEN")),
        calendar("BEGIN:VEVENT\nSUMMARY:Anna\nEND:VEVENT"),
    ],
    ids=["empty", "html", "cut", "bytes", "no date", "secondly", "minutes", "often", "no start"],
)
def test_what_is_no_calendar_is_refused_in_a_sentence(text: bytes) -> None:
    with pytest.raises(CannotRead) as refused:
        duties(text, NAMES, COPENHAGEN, NOW)
    assert "Log ind" not in str(refused.value)


def test_a_calendar_that_was_damaged_on_its_way_is_read_or_refused() -> None:
    at = ("DTSTART;TZID=Vores tid:20260328T080000", "DURATION:PT8H", "RRULE:FREQ=DAILY;COUNT=9")
    attending = "ATTENDEE;CN=Bo:mailto:x@example.org"
    whole = calendar(OUTLOOK.format(zone="Vores tid"), event(*at, attending, title="Vagt"))
    some, refused = Random(1), 0
    for _ in range(400):
        text = bytearray(whole)
        for _ in range(some.randint(1, 4)):
            text[some.randrange(len(text))] = some.choice(b":;,=\r\nT0123456789")
        try:
            duties(bytes(text), NAMES, COPENHAGEN, NOW)
        except CannotRead:
            refused += 1
    assert 0 < refused < 400


def test_a_calendar_without_events_is_one_with_no_duties() -> None:
    assert found() == Found((), 0)


async def test_a_file_is_read_and_one_that_is_missing_or_huge_refused(tmp_path: Path) -> None:
    file = tmp_path / "plan.ics"
    with pytest.raises(CannotRead, match="FileNotFoundError"):
        await read(str(file))
    file.write_bytes(calendar())
    assert await read(str(file)) == calendar()
    file.write_bytes(b"x" * (LARGEST + 1))
    with pytest.raises(CannotRead, match="larger than a megabyte"):
        await read(str(file))


@pytest.fixture
async def address() -> AsyncIterator[Callable[[str], str]]:
    """Serve calendars as the web does."""

    async def plan(request: web.Request) -> web.Response:
        return web.Response(body=calendar())

    async def huge(request: web.Request) -> web.Response:
        return web.Response(body=b"x" * 3 * LARGEST)

    def leads_to(location: str) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def moved(request: web.Request) -> web.Response:
            return web.Response(status=302, headers={"Location": location})

        return moved

    site = web.Application()
    site.router.add_get("/plan", plan)
    site.router.add_get("/huge", huge)
    site.router.add_get("/moved", leads_to("/plan"))
    site.router.add_get("/loop", leads_to("/loop"))
    site.router.add_get("/file", leads_to("file:///etc/hostname"))
    site.router.add_get("/secure", leads_to("https://example.org/plan"))
    async with TestServer(site) as server:
        yield lambda path: str(server.make_url(path))


async def test_an_address_is_read_and_followed(address: Callable[[str], str]) -> None:
    assert await read(address("/plan")) == calendar()
    assert await read(address("/moved")) == calendar()


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/none", "ClientResponseError"),
        ("/huge", "larger than a megabyte"),
        ("/loop", "without an end"),
        ("/file", "another kind"),
        ("/secure", "another kind"),
    ],
)
async def test_what_the_web_gives_instead_of_a_calendar_is_refused(
    address: Callable[[str], str], path: str, why: str
) -> None:
    with pytest.raises(CannotRead, match=why) as refused:
        await read(address(path))
    assert address(path) not in str(refused.value)
