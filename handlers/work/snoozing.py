"""Being reminded later: one reminder more for the owner; every deadline stays where it is."""

from dataclasses import replace

from telegram import Update

from domain.concern import Concern, is_open
from domain.deadlines import DEADLINE_RUNGS, Rung
from domain.entry import Expected, Next
from domain.snooze import Later, snoozed
from handlers.screen import Button, Screen, action, tapped_message
from handlers.team import access, colleagues, said
from handlers.turn import Context, Turn

# Those that nudge the owner anyway: at one moment one of them is enough.
_NUDGING = (*DEADLINE_RUNGS, Rung.FOLLOW_UP, Rung.SNOOZED)


async def tapped(update: Update, context: Context) -> None:
    """Ask when, or set it: `snooze/<concern>/<ask, hour or tomorrow>`."""
    turn, (_, concern_id, what) = context.turn, action(update)
    concern = await colleagues.owned(turn, concern_id)
    if concern is None:
        return turn.reply(Screen(turn.voice("no-such-concern")))
    if what == "ask":
        return ask(turn, concern)
    if what not in set(Later):
        return access.outdated(turn)
    turn.unbutton(tapped_message(update))
    return await put_off(turn, concern, Later(what))


async def typed(turn: Turn, text: str, mine: list[Concern]) -> bool:
    """Handle "remind me later", followed by a nickname if needed."""
    concern = said.which(turn, text, "button-snooze", mine)
    if concern is not None:
        ask(turn, concern)
    return concern is not None


async def take(turn: Turn, text: str) -> bool:
    """Take when, typed; False when it is not asked for, or was something else."""
    expected = turn.person.expected
    if expected is None or expected.what is not Next.SNOOZE:
        return False
    concern, means = await colleagues.owned(turn, expected.concern), turn.house.phrases.means
    wish = next((each for each in Later if means(text, f"button-snooze-{each}")), None)
    if wish is None or concern is None:
        return False
    await put_off(turn, concern, wish)
    return True


def ask(turn: Turn, concern: Concern) -> None:
    """Ask the owner when they wish to be reminded again."""
    turn.keep(replace(turn.person, expected=Expected(Next.SNOOZE, concern.id)))
    row = tuple(
        Button(turn.voice(f"button-snooze-{each}"), f"snooze/{concern.id}/{each}") for each in Later
    )
    turn.reply(Screen(turn.voice("snooze-when", nickname=concern.nickname), (row,)))


async def put_off(turn: Turn, concern: Concern, wish: Later) -> None:
    """Add the reminder, and say when it comes; if one comes just then, that one is enough."""
    waiting = await turn.store.reminders.of(concern.id)
    promised = (each.due_at for each in waiting if each.rung is Rung.DAY7)
    last_call = next(promised, None) if is_open(concern) else None
    times = turn.house.service.times
    reminder = snoozed(turn.now, times, wish, last_call)
    comes = {each.due_at for each in waiting if each.rung in _NUDGING}
    if reminder.due_at not in comes:
        turn.write(*turn.store.reminders.schedule(concern.id, [reminder]))
    turn.keep(replace(turn.person, expected=None))
    turn.note(f"snoozed: {wish}", concern.id)
    local = reminder.due_at.astimezone(times.zone)
    day, clock = local.date(), local.time()
    turn.reply(Screen(turn.voice("snoozed", nickname=concern.nickname, date=day, time=clock)))
