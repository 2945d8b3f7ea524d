"""Duty: who has it now and next, and what is one's own; taken and left with one tap."""

from dataclasses import replace
from datetime import datetime

from domain.deadlines import at_wall_clock
from domain.duties import following, until, upcoming
from domain.roster import LOOK_AHEAD, Change, Roster
from handlers.roster import handshake, lookout, spoken
from handlers.screen import Button, Screen
from handlers.team import access, colleagues, pick
from handlers.turn import Turn
from handlers.work import alerts
from storage.staff import Colleague

_OWN = 5  # of one's own duties on the screen


async def act(turn: Turn, parts: list[str], _: int) -> None:
    """Go on or off duty, or see who has it: `duty/<on, off or show>`."""
    if parts[0] in ("on", "off"):
        await change(turn, on=parts[0] == "on")
    else:
        await show(turn)


async def typed(turn: Turn, text: str) -> bool:
    """Do what was typed about the duty; False when it was something else."""
    means = turn.house.phrases.means
    if means(text, "button-duty-on", "button-duty-off"):
        await change(turn, on=means(text, "button-duty-on"))
    elif means(text, "button-duty", "duty-head"):
        await show(turn)
    else:
        return False
    return True


async def change(turn: Turn, *, on: bool) -> None:
    """Put the speaker on duty or take them off, and say who has it now."""
    if turn.colleague is None:
        return turn.reply(Screen(turn.voice("staff-only")))
    if on and access.is_leaving(turn):
        return None
    before = await colleagues.roster(turn)
    after = (_come if on else _go)(turn, before, turn.colleague.member.id)
    turn.note("on duty" if on else "off duty")
    if on:  # whoever was silent when asked has said it now
        await handshake.taken(turn, before, after, turn.colleague.member.id)
    await _show(turn, "duty-taken" if on else "duty-left", after)
    await lookout.look(turn, before, after, turn.colleague.member.id)
    if on and any(each.owner is None for each in await turn.store.concerns.open()):
        await alerts.show_open(turn)
    return None


def _come(turn: Turn, roster: Roster, member: str) -> Roster:
    """Put a member on duty for as long as the plan leaves room; whoever comes is not away."""
    turn.write(turn.store.roster.come_back(member, turn.now))
    back = lookout.back(roster, member, turn.now)
    if member in back.on_duty(turn.now):
        return back
    return _with(turn, back, Change(turn.now, _until_when(turn, back), comes=member))


def _until_when(turn: Turn, roster: Roster) -> datetime | None:
    """Return when a duty taken by hand ends: as the plan goes on, else with the day's duty hours.

    Without a plan it lasts until it is left.
    """
    service = turn.house.service
    changes = roster.next_change_of_plan(turn.now)
    closes = at_wall_clock(turn.local_day, service.duty.hours.end, service.times.zone)
    if not roster.is_planned() or closes <= turn.now:
        return changes
    return min(closes, changes) if changes else closes


def _go(turn: Turn, roster: Roster, member: str) -> Roster:
    """Take a member off what they took by hand, and off the rest of what else they have now."""
    turn.write(turn.store.roster.end_duty(member, turn.now))
    by_hand = (each for each in roster.changes if each.comes == member and not each.swap)
    ended = {each for each in by_hand if each.starts_at <= turn.now}
    left = replace(roster, changes=tuple(c for c in roster.changes if c not in ended))
    current = left.duties(member, turn.now, turn.now + LOOK_AHEAD)
    if not current or current[0].starts_at > turn.now:
        return left
    return _with(turn, left, Change(turn.now, current[0].ends_at, goes=member))


def _with(turn: Turn, roster: Roster, change: Change) -> Roster:
    turn.write(turn.store.roster.change(change))
    return replace(roster, changes=(*roster.changes, change))


async def show(turn: Turn, head: str = "duty-head") -> None:
    """Say who is on duty now and next, and what lies before the speaker."""
    await _show(turn, head, await colleagues.roster(turn))


async def _show(turn: Turn, head: str, roster: Roster) -> None:
    if turn.member is None:
        return turn.reply(Screen(turn.voice("staff-only")))
    staff = await colleagues.by_id(turn)
    empty = len(lookout.gaps_of(turn, roster, colleagues.able(staff)))
    parts = [
        turn.voice(head),
        _now(turn, roster, staff),
        _next(turn, roster, staff),
        _own(turn, roster, turn.member.id),
        turn.voice("gaps-count", number=empty) if empty else "",
    ]
    on_duty = turn.member.id in roster.on_duty(turn.now)
    screen = Screen("\n\n".join(filter(None, parts)), _buttons(turn, on_duty=on_duty))
    return pick.show(turn, screen)


def _now(turn: Turn, roster: Roster, staff: dict[str, Colleague]) -> str:
    on_duty = roster.on_duty(turn.now)
    said = [_until(turn, roster, staff, each) for each in staff if each in on_duty]
    return (
        turn.voice("on-duty-now", names=", ".join(said)) if said else turn.voice("nobody-on-duty")
    )


def _until(turn: Turn, roster: Roster, staff: dict[str, Colleague], member: str) -> str:
    name, ends_at = colleagues.name(staff, turn.voice, member), until(roster, member, turn.now)
    if ends_at is None:
        return name
    said = spoken.until(turn.voice, roster.zone, turn.now, ends_at)
    return turn.voice("name-until", name=name, until=said)


def _next(turn: Turn, roster: Roster, staff: dict[str, Colleague]) -> str:
    coming = following(roster, turn.now)
    if not coming:
        return ""
    names = ", ".join(colleagues.name(staff, turn.voice, each.member) for each in coming)
    return turn.voice(
        "duty-next", names=names, span=spoken.span(turn.voice, roster.zone, coming[0])
    )


def _own(turn: Turn, roster: Roster, member: str) -> str:
    mine = [
        spoken.span(turn.voice, roster.zone, each)
        for each in upcoming(roster, member, turn.now)[:_OWN]
    ]
    return "\n".join([turn.voice("duty-own"), *mine]) if mine else ""


def _buttons(turn: Turn, *, on_duty: bool) -> tuple[tuple[Button, ...], ...]:
    change, member = "off" if on_duty else "on", turn.member
    number = member.number if member else 0
    return (
        (Button(turn.voice(f"button-duty-{change}"), f"duty/{change}"),),
        (
            Button(turn.voice("button-swap"), f"swap/{number}"),
            Button(turn.voice("button-away"), f"away/{number}/show"),
        ),
        (
            Button(turn.voice("button-gaps"), "gaps/0"),
            Button(turn.voice("button-plan"), "plan"),
        ),
    )
