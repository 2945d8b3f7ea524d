"""A member's day on one screen: the duty, what is free, and what of theirs counts today."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time, timedelta

from telegram import Update

from domain.concern import Concern, has_ended, is_open
from domain.deadlines import at_wall_clock
from domain.own_order import arranged
from domain.people import Member
from handlers.screen import Button, Screen, in_rows
from handlers.team import colleagues
from handlers.turn import Context, Turn
from handlers.work import cards

_NAMED = 6  # concerns that have a button of their own


@dataclass(frozen=True)
class _Day:
    """What of a member's concerns counts today."""

    mine: list[Concern]
    due: list[Concern]
    follow_ups: list[Concern]


async def tapped(update: Update, context: Context) -> None:
    """Answer /dag and the button of the same meaning."""
    await show(context.turn)


async def typed(turn: Turn, text: str) -> bool:
    """Show the day if that was typed; False when it was something else."""
    if not turn.house.phrases.means(text, "button-day"):
        return False
    await show(turn)
    return True


async def show(turn: Turn) -> None:
    """Show the speaker their day."""
    if turn.member is None:
        return turn.reply(Screen(turn.voice("staff-only")))
    voice, day = turn.voice, await _day(turn, turn.member)
    unowned = [each for each in await turn.store.concerns.open() if each.owner is None]
    lines = [
        await _duty(turn),
        voice("day-unowned", number=len(unowned)),
        voice("day-due", names=_names(day.due)) if day.due else voice("day-calm"),
        voice("day-follow-up", names=_names(day.follow_ups)) if day.follow_ups else "",
        voice("day-added", number=await _added(turn, day.mine)),
    ]
    head = voice("day-head", date=turn.local_day)
    return turn.reply(Screen("\n\n".join([head, *filter(None, lines)]), _rows(turn, day)))


async def _day(turn: Turn, member: Member) -> _Day:
    placed = await turn.store.orders.of(member.id)
    owned = await turn.store.concerns.owned_by(member.id)
    mine = arranged([each for each in owned if not has_ended(each)], placed)
    planned = await turn.store.reminders.follow_ups([each.id for each in mine], turn.day_began)
    zone = turn.house.service.times.zone
    today = {
        concern for concern, at in planned.items() if at.astimezone(zone).date() <= turn.local_day
    }
    due = [each for each in mine if is_open(each) and each.promised_on <= turn.local_day]
    return _Day(mine, due, [each for each in mine if each.id in today])


async def _duty(turn: Turn) -> str:
    staff = await colleagues.by_id(turn)
    on_duty = [key for key, each in staff.items() if each.member.on_duty]
    names = ", ".join(colleagues.name(staff, turn.voice, each) for each in on_duty)
    return turn.voice("on-duty-now", names=names) if names else turn.voice("nobody-on-duty")


async def _added(turn: Turn, mine: Iterable[Concern]) -> int:
    """Return how often reporters have said something of these since yesterday began."""
    zone = turn.house.service.times.zone
    yesterday = at_wall_clock(turn.local_day - timedelta(days=1), time(0), zone)
    return await turn.store.journal.told_by_reporters([each.id for each in mine], yesterday)


def _rows(turn: Turn, day: _Day) -> tuple[tuple[Button, ...], ...]:
    voice = turn.voice
    urgent = list(dict.fromkeys([*day.due, *day.follow_ups]))
    return (
        *in_rows([cards.listed(voice, each) for each in urgent[:_NAMED]], 1),
        (Button(voice("button-show-open"), "list"), Button(voice("button-my-work"), "work")),
        (Button(voice("button-duty"), "duty/show"),),
    )


def _names(found: Iterable[Concern]) -> str:
    return ", ".join(each.nickname for each in found)
