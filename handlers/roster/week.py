"""A weekly duty is added step by step: days, then hours, then which weeks."""

from dataclasses import replace
from datetime import time

from domain.roster import Weekly, Weeks
from domain.typed_week import read_hours, read_weekdays
from handlers.roster import plan, spoken
from handlers.screen import Button, Screen, in_rows
from handlers.team import access, colleagues, pick
from handlers.turn import Turn
from storage.staff import new_id

_HOURS = ("08001600", "08001200", "12001600", "16002200")  # what is offered; others are typed
_WORKDAYS, _WEEK = 0b0011111, 0b1111111  # the days of a week as bits, Monday the lowest
_ON = "go"  # the days are chosen


async def act(turn: Turn, parts: list[str], at: int) -> None:
    """Take one step: `week/<number>/<days>`, `…/go` or `…/<hours>`, and at last `…/<weeks>`."""
    number, days, *rest = parts
    who = colleagues.numbered(await colleagues.by_id(turn), number)
    if who is None or not _is_a_step(int(days), rest):
        return access.outdated(turn)
    if not access.may_for(turn, who.member.id):
        return access.refuse(turn, "leads-only", "week")
    if len(rest) == 2:
        hours = _hours(rest[0]) or (time(0), time(0))
        return await _add(turn, Weekly(who.member.id, _days(int(days)), *hours, Weeks(rest[1])))
    action = "/".join(("week", *parts))
    screen = _ask_days(turn, number, int(days)) if not rest else _ask_more(turn, action, rest[0])
    return pick.show(turn, screen, action, at)


async def answered(turn: Turn, parts: list[str], text: str) -> bool:
    """Take typed days or hours as the answer to what was asked; False if they are neither."""
    number, days, *rest = parts
    named, hours = read_weekdays(text), read_hours(text)
    if not rest and named:
        await act(turn, [number, str(sum(1 << each for each in named)), _ON], 0)
    elif rest == [_ON] and hours:
        await act(turn, [number, days, "".join(f"{each:%H%M}" for each in hours)], 0)
    else:
        return False
    return True


def _is_a_step(days: int, rest: list[str]) -> bool:
    """Whether a button carries something that can be asked or done."""
    if days > _WEEK or (rest and not days):
        return False
    known = len(rest) < 2 or rest[1] in {str(each) for each in Weeks}
    return known and (not rest or rest == [_ON] or _hours(rest[0]) is not None)


def _ask_days(turn: Turn, number: str, days: int) -> Screen:
    voice = turn.voice
    ticks = [
        Button(
            pick.ticked(spoken.weekday(voice, each), on=bool(days >> each & 1)),
            f"week/{number}/{days ^ 1 << each}",
        )
        for each in range(7)
    ]
    workdays = Button(voice("button-workdays"), f"week/{number}/{_WORKDAYS}/{_ON}")
    onward = Button(voice("button-week-on"), f"week/{number}/{days}/{_ON}")
    rows = (*in_rows(ticks, 4), (workdays, *((onward,) if days else ())))
    return Screen(voice("week-days"), rows)


def _ask_more(turn: Turn, action: str, given: str) -> Screen:
    """Ask for the hours once the days are chosen, and then for the weeks."""
    voice = turn.voice
    if given == _ON:
        before = action.removesuffix(_ON)
        hours = [Button(_said(turn, each), f"{before}{each}") for each in _HOURS]
        return Screen(voice("week-hours"), in_rows(hours, 2))
    rows = tuple((Button(voice(f"button-weeks-{each}"), f"{action}/{each}"),) for each in Weeks)
    return Screen(voice("week-weeks"), rows)


async def _add(turn: Turn, rule: Weekly) -> None:
    """Put a weekly duty on the plan; one that stands there already is left alone."""
    before = await colleagues.roster(turn)
    if any(replace(each, id="") == rule for each in before.weekly):
        return await plan.act(turn, [], 0)
    rule = replace(rule, id=new_id())
    turn.write(turn.store.roster.plan(rule))
    turn.note("weekly duty added")
    after = replace(before, weekly=(*before.weekly, rule))
    return await plan.changed(turn, after, rule, ("plan-added", "plan-added-you"))


def _days(mask: int) -> frozenset[int]:
    return frozenset(each for each in range(7) if mask >> each & 1)


def _hours(given: str) -> tuple[time, time] | None:
    """Return the times of day in "08001600", or None when they are none."""
    if len(given) != 8 or not given.isdecimal():
        return None
    return read_hours(f"{given[:2]}.{given[2:4]}-{given[4:6]}.{given[6:]}")


def _said(turn: Turn, hours: str) -> str:
    start, end = _hours(hours) or (time(0), time(0))
    return f"{turn.voice.clock(start)}–{turn.voice.clock(end)}"
