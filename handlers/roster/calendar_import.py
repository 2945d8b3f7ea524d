"""The calendar's duties take the place of its last ones, or the last good ones hold."""

from collections.abc import Sequence

from domain.people import Status, leads
from domain.roster import Shift
from handlers.screen import Screen
from handlers.team import colleagues
from handlers.turn import Turn

_MARK = "calendar"  # what the leads were last told of it, "<key> <number>"; empty if all is well


async def names(turn: Turn) -> dict[str, str]:
    """Return the id of everybody who may have a duty, by what the team calls them."""
    staff = [each.member for each in await turn.store.staff.all()]
    stays = (Status.ACTIVE, Status.PAUSED)
    return {each.name: each.id for each in staff if each.name and each.status in stays}


async def replace(turn: Turn, shifts: Sequence[Shift], unknown: int) -> None:
    """Put these shifts in the place of the last import's.

    A calendar that is suddenly empty changes nothing. `unknown` events name nobody of the team:
    they are nobody's duty, and the leads hear of them once, and again when there are more.
    """
    last = (await turn.store.roster.since(turn.now)).shifts
    if last and not shifts:
        return await unreadable(turn)
    if set(last) != set(shifts):
        turn.write(*turn.store.roster.import_shifts(shifts))
        turn.note("calendar imported")
        await tell_lost(turn, last, shifts)
    return await _tell(turn, "calendar-unknown" if unknown else "", unknown)


async def unreadable(turn: Turn) -> None:
    """Tell the leads, once, that the calendar cannot be used and that the last one holds."""
    await _tell(turn, "calendar-unreadable")


async def forget(turn: Turn) -> None:
    """Let the duties of a calendar hold no more, and whatever was told of it."""
    if (await turn.store.roster.since(turn.now)).shifts:
        turn.write(*turn.store.roster.import_shifts(()), turn.store.marks.set(_MARK, ""))
        turn.note("calendar taken away")


async def tell_lost(turn: Turn, last: Sequence[Shift], shifts: Sequence[Shift]) -> None:
    """Tell the leads if somebody has no duty any more, or half of all duties are not there."""
    without = {each.member for each in last} - {each.member for each in shifts}
    if not without and 2 * len(shifts) > len(last):
        return
    staff = await colleagues.by_id(turn)
    for lead in leads(colleagues.members(staff)):
        voice = turn.house.phrases.voice(lead.language)
        names = ", ".join(colleagues.name(staff, voice, each) for each in staff if each in without)
        text = voice("calendar-lost", of=len(last), number=len(shifts))
        nobody = voice("calendar-lost-who", names=names) if names else ""
        turn.inform(staff[lead.id], Screen("\n\n".join(filter(None, (text, nobody)))))


async def _tell(turn: Turn, trouble: str, number: int = 0) -> None:
    """Tell the leads of a trouble that is not the one they heard of last, or is greater now.

    What comes up in quiet times is told by the first look of the morning.
    """
    staff = await colleagues.by_id(turn)
    told = leads(colleagues.members(staff))
    if not told or turn.house.service.times.is_quiet(turn.now):
        return
    known, _, before = (await turn.store.marks.get(_MARK) or "").partition(" ")
    if known == trouble and number <= int(before or 0):
        return
    turn.write(turn.store.marks.set(_MARK, f"{trouble} {number}" if trouble else ""))
    for lead in told if trouble else []:
        voice = turn.house.phrases.voice(lead.language)
        turn.tell(staff[lead.id], Screen(voice(trouble, number=number)))
