"""Duty: who gets an alert first; taken and left in chat."""

from dataclasses import replace

from telegram import Update

from handlers.screen import Button, Screen, action
from handlers.team import alerts, colleagues
from handlers.turn import Context, Turn


async def tapped(update: Update, context: Context) -> None:
    """Go on or off duty from a button: `duty/on` or `duty/off`."""
    await change(context.turn, on=action(update) == ["duty", "on"])


async def change(turn: Turn, *, on: bool) -> None:
    """Put the speaker on duty or take them off, and say who has it now."""
    if turn.colleague is None:
        turn.reply(Screen(turn.voice("staff-only")))
        return
    member = replace(turn.colleague.member, on_duty=on, reachable=True)
    turn.colleague = replace(turn.colleague, member=member)
    turn.write(turn.store.staff.save(turn.colleague))
    turn.note("on duty" if on else "off duty")
    await show(turn, "duty-taken" if on else "duty-left")
    if on and any(each.owner is None for each in await turn.store.concerns.open()):
        await alerts.show_open(turn)


async def show(turn: Turn, head: str = "duty-head") -> None:
    """Say who is on duty, with a button to change one's own part in it."""
    if turn.member is None:
        return turn.reply(Screen(turn.voice("staff-only")))
    staff = await colleagues.by_id(turn)
    now = [turn.member if each.id == turn.member.id else each for each in colleagues.members(staff)]
    on_duty = ", ".join(colleagues.name(staff, turn.voice, each.id) for each in now if each.on_duty)
    line = turn.voice("on-duty-now", names=on_duty) if on_duty else turn.voice("nobody-on-duty")
    action = "off" if turn.member.on_duty else "on"
    button = Button(turn.voice(f"button-duty-{action}"), f"duty/{action}")
    return turn.reply(Screen(f"{turn.voice(head)}\n\n{line}", ((button,),)))
