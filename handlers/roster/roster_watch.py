"""Once a working day, when it opens: the leads hear of duties in the plan that nobody has."""

from collections.abc import Iterable
from datetime import date

from domain.people import leads
from domain.roster import gaps
from handlers.phrases import Voice
from handlers.roster import calendar_import
from handlers.screen import Button, Screen
from handlers.team import colleagues
from handlers.turn import Turn

_LOOKED = "roster looked at"  # the last local day
_TOLD = "roster gaps told"  # local days with a gap, as the leads know them: "2026-11-30,…"
_SHOWN = 7  # days in one message


async def look(turn: Turn) -> None:
    """Tell the leads of days in two weeks with a gap in the duty that was not there yesterday.

    So too, every day until it is mended, of a name in the configuration's plan that nobody in
    the team has: that duty is nobody's, and so it is a gap. Without a plan there are no gaps.
    """
    service, today = turn.house.service, turn.local_day.isoformat()
    if service.times.is_quiet(turn.now) or await turn.store.marks.get(_LOOKED) == today:
        return
    roster, staff = await colleagues.roster(turn), await colleagues.by_id(turn)
    told = leads(colleagues.members(staff))
    if not told or not (roster.is_planned() or service.duty.weekly):
        return
    turn.write(turn.store.marks.set(_LOOKED, today))
    able = colleagues.able(staff)
    found = gaps(roster, service.duty.hours, service.times, able, turn.now)
    days = sorted({each.starts_at.astimezone(roster.zone).date() for each in found})
    known = (await turn.store.marks.get(_TOLD) or "").split(",")
    turn.write(turn.store.marks.set(_TOLD, ",".join(each.isoformat() for each in days)))
    is_new = any(each.isoformat() not in known for each in days)
    unknown = await _unknown(turn)
    for lead in told:
        voice = turn.house.phrases.voice(lead.language)
        if unknown:
            names = ", ".join(unknown)
            turn.tell(staff[lead.id], Screen(voice("roster-unknown-names", names=names)))
        if is_new:
            turn.tell(staff[lead.id], screen(voice, days))


def screen(voice: Voice, days: list[date]) -> Screen:
    """Return the days on which nobody has the duty, some of them if there are many."""
    lines = [voice("roster-gaps"), *_lines(voice, days)]
    return Screen("\n".join(lines), ((Button(voice("button-duty"), "duty/show"),),))


def _lines(voice: Voice, days: list[date]) -> Iterable[str]:
    yield from (voice.day(each) for each in days[:_SHOWN])
    if len(days) > _SHOWN:
        yield voice("roster-gaps-more", number=len(days) - _SHOWN)


async def _unknown(turn: Turn) -> list[str]:
    """Return the names of the configuration's plan that nobody who takes part has."""
    known = {each.casefold() for each in await calendar_import.names(turn)}
    planned = {each.member for each in turn.house.service.duty.weekly}
    return sorted(each for each in planned if each.casefold() not in known)
