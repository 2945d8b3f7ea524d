"""Duty: who gets an alert first; taken and left in chat."""

from dataclasses import replace

from telegram import Update

from domain.roster import LOOK_AHEAD, Change, Roster
from handlers.screen import Button, Screen, action
from handlers.team import alerts, colleagues
from handlers.turn import Context, Turn


async def tapped(update: Update, context: Context) -> None:
    """Go on or off duty, or see who has it, from a button: `duty/<on, off or show>`."""
    _, what = action(update)
    if what in ("on", "off"):
        await change(context.turn, on=what == "on")
    else:
        await show(context.turn)


async def typed(turn: Turn, text: str) -> bool:
    """Do what was typed about the duty; False when it was something else."""
    means = turn.house.phrases.means
    if means(text, "button-duty-on", "button-duty-off"):
        await change(turn, on=means(text, "button-duty-on"))
    elif means(text, "button-duty"):
        await show(turn)
    else:
        return False
    return True


async def change(turn: Turn, *, on: bool) -> None:
    """Put the speaker on duty or take them off, and say who has it now."""
    if turn.colleague is None:
        turn.reply(Screen(turn.voice("staff-only")))
        return
    after = await (_come if on else _go)(turn, turn.colleague.member.id)
    turn.note("on duty" if on else "off duty")
    await _show(turn, "duty-taken" if on else "duty-left", after.on_duty(turn.now))
    if on and any(each.owner is None for each in await turn.store.concerns.open()):
        await alerts.show_open(turn)


async def _come(turn: Turn, member: str) -> Roster:
    """Put a member on duty until the plan next puts others there; whoever comes is not away."""
    roster = await colleagues.roster(turn)
    turn.write(turn.store.roster.come_back(member, turn.now))
    back = replace(roster, absences=tuple(a for a in roster.absences if a.member != member))
    if member in back.on_duty(turn.now):
        return back
    return _with(turn, back, Change(turn.now, back.next_change_of_plan(turn.now), comes=member))


async def _go(turn: Turn, member: str) -> Roster:
    """Take a member off what they took by hand, and off the rest of what is planned for them."""
    roster = await colleagues.roster(turn)
    turn.write(turn.store.roster.end_duty(member, turn.now))
    kept = tuple(each for each in roster.changes if each.comes != member)
    left = replace(roster, changes=kept)
    planned = left.duties(member, turn.now, turn.now + LOOK_AHEAD)
    if not planned or planned[0].starts_at > turn.now:
        return left
    return _with(turn, left, Change(turn.now, planned[0].ends_at, goes=member))


def _with(turn: Turn, roster: Roster, change: Change) -> Roster:
    turn.write(turn.store.roster.change(change))
    return replace(roster, changes=(*roster.changes, change))


async def show(turn: Turn, head: str = "duty-head") -> None:
    """Say who is on duty, with a button to change one's own part in it."""
    await _show(turn, head, (await colleagues.roster(turn)).on_duty(turn.now))


async def _show(turn: Turn, head: str, members: frozenset[str]) -> None:
    if turn.member is None:
        return turn.reply(Screen(turn.voice("staff-only")))
    staff = await colleagues.by_id(turn)
    on_duty = ", ".join(
        colleagues.name(staff, turn.voice, each) for each in staff if each in members
    )
    line = turn.voice("on-duty-now", names=on_duty) if on_duty else turn.voice("nobody-on-duty")
    action = "off" if turn.member.id in members else "on"
    button = Button(turn.voice(f"button-duty-{action}"), f"duty/{action}")
    return turn.reply(Screen(f"{turn.voice(head)}\n\n{line}", ((button,),)))
