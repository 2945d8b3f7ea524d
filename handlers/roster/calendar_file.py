"""The duties of the next 60 days as a file that any calendar can open, and ours can read back."""

import hashlib
from datetime import timedelta
from typing import Any

from telegram import Update

from domain.people import Status
from domain.roster import Shift
from handlers.screen import Screen
from handlers.team import colleagues
from handlers.turn import Context, Turn

_AHEAD = timedelta(days=60)
_FILE = "vagtplan.ics"


async def tapped(update: Update, context: Context) -> None:
    """Send the duties from a button: `roster/export`."""
    await export(context.turn)


async def typed(turn: Turn, text: str) -> bool:
    """Send the duties if that was typed; False when it was something else."""
    if not turn.house.phrases.means(text, "button-export-roster"):
        return False
    await export(turn)
    return True


async def export(turn: Turn) -> None:
    """Send whoever speaks everybody's duties as a calendar file, and note that it was sent."""
    if turn.member is None:
        return turn.reply(Screen(turn.voice("staff-only")))
    from icalendar import Calendar  # only where somebody wants the file

    staff, roster = await colleagues.by_id(turn), await colleagues.roster(turn)
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", "-//Brobygger//DA")
    for member in (each for each in colleagues.members(staff) if each.status is not Status.GONE):
        name = colleagues.name(staff, turn.voice, member.id)
        for duty in roster.duties(member.id, turn.now, turn.now + _AHEAD):
            calendar.add_component(_event(name, duty))
    turn.note("roster exported")
    turn.document(_FILE, calendar.to_ical().decode())
    return turn.reply(Screen(turn.voice("roster-exported")))


def _event(name: str, duty: Shift) -> Any:
    """Return a duty as an event; its id is the same in every file, and no id of a person.

    It is made of the end: the beginning of a duty under way is cut off at the moment of export.
    """
    from icalendar import Event

    key = f"{name} {duty.ends_at.isoformat()}".encode()
    event = Event()
    event.add("UID", f"{hashlib.sha256(key).hexdigest()[:32]}@brobygger")
    event.add("SUMMARY", name)
    event.add("DTSTAMP", duty.starts_at)
    event.add("DTSTART", duty.starts_at)
    event.add("DTEND", duty.ends_at)
    return event
