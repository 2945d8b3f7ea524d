"""When somebody is not at work: told in one or two taps, and never why."""

import re
from dataclasses import replace
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

from domain import typed_day
from domain.deadlines import at_wall_clock, end_of_day
from domain.people import StaffRole
from domain.roster import Absence
from handlers.phrases import Voice
from handlers.roster import lookout, spoken
from handlers.screen import Button, Screen, in_rows
from handlers.team import access, colleagues, pick
from handlers.turn import Turn
from storage.staff import Colleague, new_id

_DAY = timedelta(days=1)
_FARTHEST = timedelta(days=1000)
_OFFERED = 8  # days one can tap; others are typed
_TO = re.compile(r"\s+(?:til|to|-|–)\s+")


async def act(turn: Turn, parts: list[str], at: int) -> None:
    """Ask or note an absence: `away/<number>/<show, today, open, till, back or a day>`."""
    (number, what), today = parts, turn.local_day
    who = colleagues.numbered(await colleagues.by_id(turn), number)
    if who is None:
        return access.outdated(turn)
    if not access.may_for(turn, who.member.id):
        return access.refuse(turn, "leads-only", "away")
    if what in ("today", "open"):
        return await _away(turn, who, today, today if what == "today" else None)
    if what == "back":
        return await _back(turn, who)
    if what == "till":
        return pick.show(turn, _days(turn, number), f"away/{number}/till", at)
    if what.isdecimal() and (day := _near(turn, f"{what[:4]}-{what[4:6]}-{what[6:]}")):
        return await _away(turn, who, today, day)
    return await _show(turn, who)


async def typed(turn: Turn, text: str) -> bool:
    """Do what was typed about one's own absence; False when it was something else."""
    means, number = turn.house.phrases.means, str(turn.member.number) if turn.member else ""
    for key, what in (("button-away", "show"), ("button-away-back", "back")):
        if means(text, key):
            await act(turn, [number, what], 0)
            return True
    return False


async def answered(turn: Turn, parts: list[str], text: str) -> bool:
    """Take a typed day, or "1/12 til 5/12", as when somebody is away; False if it is none.

    A day alone is that day, unless it was asked until when.
    """
    words = _TO.split(text.strip(), maxsplit=1)
    end = _near(turn, words[-1])
    start = turn.local_day if parts[1:] == ["till"] else end
    if len(words) > 1:
        start = _near(turn, words[0])
    who = colleagues.numbered(await colleagues.by_id(turn), parts[0])
    if start is None or end is None or who is None or not access.may_for(turn, who.member.id):
        return False
    await _away(turn, who, start, end)
    return True


async def cancel(turn: Turn, parts: list[str], _: int) -> None:
    """Take back an absence: `unaway/<id>`."""
    roster, team = await colleagues.roster(turn), await colleagues.by_id(turn)
    absence = next((each for each in roster.absences if each.id == parts[0]), None)
    who = team.get(absence.member) if absence else None
    if absence is None or who is None:
        return pick.show(turn, Screen(turn.voice("away-gone")))
    if not access.may_for(turn, absence.member):
        return access.refuse(turn, "leads-only", "unaway")
    turn.write(turn.store.roster.cancel_absence(absence.id))
    turn.note("absence cancelled")
    return await _say(turn, who, "away-cancelled", absence)


async def _show(turn: Turn, who: Colleague) -> None:
    """Ask when somebody is away, and show what is noted already."""
    roster, member, voice = await colleagues.roster(turn), who.member, turn.voice
    noted = [each for each in roster.absences if each.member == member.id]
    choices = [
        Button(voice(f"button-away-{what}"), f"away/{member.number}/{what}")
        for what in ("today", "open", "till")
    ]
    if roster.is_away(member.id, turn.now):
        choices.insert(0, _back_button(voice, who))
    choices += [_cancel_button(turn, voice, each) for each in noted if each.starts_at > turn.now]
    if _speaks(turn, who) and member.role is StaffRole.LEAD:
        choices.append(Button(voice("button-away-for"), "for/away/0"))
    lines = [voice("away-noted", absence=_when(turn, voice, each)) for each in noted]
    head = await _about(turn, who, voice("away-head"))
    text = "\n\n".join(filter(None, (head, "\n".join(lines))))
    screen = Screen(text, tuple((each,) for each in choices))
    pick.show(turn, screen, f"away/{member.number}/show")


def _days(turn: Turn, number: str) -> Screen:
    days = [turn.local_day + ahead * _DAY for ahead in range(1, _OFFERED + 1)]
    buttons = [Button(turn.voice.brief(each), f"away/{number}/{each:%Y%m%d}") for each in days]
    return Screen(turn.voice("away-which-day"), in_rows(buttons, 2))


async def _away(turn: Turn, who: Colleague, first: date, last: date | None) -> None:
    """Note that somebody is away from a day, or from now, to the end of another, or until back.

    What is said last about now holds: an absence that is under way ends with it.
    """
    before, zone, today = await colleagues.roster(turn), _zone(turn), turn.local_day
    if last is not None and (last < first or last < today):
        return turn.reply(Screen(turn.voice("away-past")))
    begins = first <= today
    starts_at = turn.now if begins else at_wall_clock(first, time(0), zone)
    ends_at = end_of_day(last, zone) if last else None
    absence, kept = Absence(who.member.id, starts_at, ends_at, new_id()), before
    if begins:
        turn.write(turn.store.roster.come_back(who.member.id, turn.now))
        kept = lookout.back(before, who.member.id, turn.now)
    turn.write(turn.store.roster.be_away(absence))
    turn.note("absence noted")
    await _say(turn, who, "away-set", absence)
    after = replace(kept, absences=(*kept.absences, absence))
    await lookout.look(turn, before, after, who.member.id)
    return None


async def _back(turn: Turn, who: Colleague) -> None:
    turn.write(turn.store.roster.come_back(who.member.id, turn.now))
    turn.note("back at work")
    await _say(turn, who, "away-over")


async def _say(turn: Turn, who: Colleague, key: str, absence: Absence | None = None) -> None:
    """Say what is noted now; the one it is about is told by whom, unless they speak."""

    def screen(voice: Voice, head: str) -> Screen:
        when = _when(turn, voice, absence) if absence else ""
        button = Button(voice("button-duty"), "duty/show")
        if absence is not None and key == "away-set":
            begun = absence.starts_at <= turn.now
            button = _back_button(voice, who) if begun else _cancel_button(turn, voice, absence)
        return Screen(f"{head}{voice(key, absence=when)}", ((button,),))

    pick.show(turn, screen(turn.voice, await _about(turn, who, "")))
    if not _speaks(turn, who) and turn.member is not None:
        voice = turn.house.phrases.voice(who.member.language)
        owner = colleagues.name(await colleagues.by_id(turn), voice, turn.member.id)
        turn.inform(who, screen(voice, f"{voice('away-by', owner=owner)}\n\n"))


async def _about(turn: Turn, who: Colleague, text: str) -> str:
    """Return a text with a colleague's name before it; about oneself, the text alone."""
    if _speaks(turn, who):
        return text
    return f"{colleagues.name(await colleagues.by_id(turn), turn.voice, who.member.id)}: {text}"


def _near(turn: Turn, text: str) -> date | None:
    """Return the day a text means; one that lies years ahead is no day anybody means."""
    meant = typed_day.day(text, turn.local_day)
    return meant if meant and meant - turn.local_day < _FARTHEST else None


def _speaks(turn: Turn, who: Colleague) -> bool:
    return turn.member is not None and turn.member.id == who.member.id


def _back_button(voice: Voice, who: Colleague) -> Button:
    return Button(voice("button-away-back"), f"away/{who.member.number}/back")


def _cancel_button(turn: Turn, voice: Voice, absence: Absence) -> Button:
    span = spoken.absence_label(voice, _zone(turn), absence)
    return Button(voice("button-away-cancel", span=span), f"unaway/{absence.id}")


def _when(turn: Turn, voice: Voice, absence: Absence) -> str:
    return spoken.absence(voice, _zone(turn), turn.local_day, absence)


def _zone(turn: Turn) -> ZoneInfo:
    return turn.house.service.times.zone
