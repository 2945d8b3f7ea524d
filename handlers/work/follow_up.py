"""Reacting and following up: what stops the 7-day clock, and a new date if the worker wants one."""

from dataclasses import replace
from datetime import date, timedelta

from telegram import Update

from domain import typed_day
from domain.concern import Concern, NotOwner, Reaction, has_ended, is_open, react
from domain.deadlines import DEADLINE_RUNGS, UNTAKEN_RUNGS, Rung, follow_up
from domain.entry import Expected, Next
from handlers.screen import Screen, action, tapped_message
from handlers.team import colleagues, said
from handlers.team.access import outdated
from handlers.turn import Context, Turn
from handlers.work import cards, offers, steps
from handlers.work.alerts import show_on_card

_FARTHEST = timedelta(days=365)
_TOO_FAR = 10_000  # days; a button never carries as many


async def react_tapped(update: Update, context: Context) -> None:
    """Log a reaction from a button: `react/<concern>/<kind>/<round>`."""
    turn, (_, concern_id, kind, _) = context.turn, action(update)
    if kind not in list(Reaction):
        return outdated(turn)
    return await log(turn, concern_id, Reaction(kind), at=tapped_message(update))


async def follow_tapped(update: Update, context: Context) -> None:
    """Set a follow-up in some days, or none, from a button: `follow/<concern>/<days>`."""
    turn, (_, concern_id, days) = context.turn, action(update)
    await plan(turn, concern_id, min(int(days), _TOO_FAR), at=tapped_message(update))


async def day_tapped(update: Update, context: Context) -> None:
    """Ask for the day of a follow-up: `date/<concern>`."""
    turn, (_, concern_id) = context.turn, action(update)
    await ask(turn, concern_id, at=tapped_message(update))


async def typed(turn: Turn, text: str, mine: list[Concern]) -> bool:
    """Handle the words for a follow-up, each followed by a nickname if needed."""
    reacted = [each for each in mine if not is_open(each)]
    if (concern := said.which(turn, text, "button-pick-day", reacted)) is not None:
        await ask(turn, concern.id)
        return True
    for key, days in (("button-follow-up", 7), ("button-no-follow-up", 0)):
        if (concern := said.which(turn, text, key, reacted)) is not None:
            await plan(turn, concern.id, days)
            return True
    return False


async def take(turn: Turn, text: str) -> bool:
    """Take the typed day of a follow-up; False when none is asked for, or it is none."""
    expected = turn.person.expected
    wished = typed_day.day(text, turn.local_day)
    if expected is None or expected.what is not Next.DAY or wished is None:
        return False
    if await colleagues.owned(turn, expected.concern) is None:
        return False
    await plan_on(turn, expected.concern, wished)
    return True


async def not_a_day(turn: Turn, text: str) -> bool:
    """Answer what meant nothing at all while a day is asked for; False when none is."""
    expected = turn.person.expected
    if expected is None or expected.what is not Next.DAY:
        return False
    if await colleagues.owned(turn, expected.concern) is None:
        turn.keep(replace(turn.person, expected=None))
        return False
    turn.reply(_which_day(turn, "not-a-day"))
    return True


async def log(turn: Turn, concern_id: str, reaction: Reaction, at: int = 0) -> None:
    """Log that the owner reacted; the concern's clock stops (S54)."""
    before = await turn.store.concerns.get(concern_id)
    if before is None or turn.member is None or has_ended(before):
        return turn.reply(Screen(turn.voice("no-such-concern")))
    try:
        after = react(before, turn.member.id, reaction)
    except NotOwner:
        turn.note("refused: react", concern_id)
        return turn.reply(Screen(turn.voice("take-first", nickname=before.nickname)))
    screen = cards.reacted(turn.voice, after, reaction)
    if reaction is Reaction.VISIT:
        screen = offers.asking_if_met(turn.voice, after, screen)
    if after != before:
        await _react(turn, before, after, reaction)
        screen = await steps.can_be_undone(turn, before, "reacted", screen)
    elif reaction is not before.reaction:  # one more, so that the first cannot be undone any more
        turn.note(f"reacted: {reaction}", concern_id)
        turn.write(turn.store.undos.forget(concern_id))
    else:
        screen = await steps.still_undoable(turn, after, screen)
    return await show_on_card(turn, after, screen, at)


async def _react(turn: Turn, before: Concern, after: Concern, reaction: Reaction) -> None:
    """Store that somebody has reacted; nothing is left of what reminded them of it."""
    turn.write(turn.store.concerns.save(before, after))
    done = (*UNTAKEN_RUNGS, *DEADLINE_RUNGS, Rung.SNOOZED)
    turn.write(turn.store.reminders.cancel(after.id, done))
    turn.note(f"reacted: {reaction}", after.id)
    steps.tell_later(turn, before, after)
    await colleagues.redraw(turn, after, but=(after.owner or "",))


async def ask(turn: Turn, concern_id: str, at: int = 0) -> None:
    """Ask for the day of a follow-up: tapped, or typed in many ways."""
    concern = await colleagues.owned(turn, concern_id)
    if concern is None:
        return turn.reply(Screen(turn.voice("no-such-concern")))
    turn.keep(replace(turn.person, expected=Expected(Next.DAY, concern_id)))
    text = turn.voice("pick-day", nickname=concern.nickname, date=_example(turn))
    rows = (*offers.days(turn.voice, concern), cards.opening(turn.voice, concern))
    return await show_on_card(turn, concern, Screen(text, rows), at)


async def plan(turn: Turn, concern_id: str, days: int, at: int = 0) -> None:
    """Remind the owner in that many days (0: not at all); the worker's own choice (S55)."""
    wished = turn.local_day + timedelta(days=days) if days else None
    await plan_on(turn, concern_id, wished, at)


async def plan_on(turn: Turn, concern_id: str, day: date | None, at: int = 0) -> None:
    """Remind the owner when that day opens, or not at all; it may lie up to a year ahead."""
    concern = await colleagues.owned(turn, concern_id)
    if concern is None:
        return turn.reply(Screen(turn.voice("no-such-concern")))
    if day is not None and not timedelta() < day - turn.local_day <= _FARTHEST:
        return turn.reply(_which_day(turn, "day-out-of-reach"))
    turn.write(turn.store.reminders.cancel(concern_id, (Rung.FOLLOW_UP,)))
    if turn.person.expected == Expected(Next.DAY, concern_id):
        turn.keep(replace(turn.person, expected=None))
    if day is None:
        turn.note("no follow-up", concern_id)
        text = turn.voice("follow-up-none", nickname=concern.nickname)
        return await show_on_card(turn, concern, cards.planned(turn.voice, concern, text), at)
    times = turn.house.service.times
    reminder = follow_up(day, times)
    turn.write(*turn.store.reminders.schedule(concern_id, [reminder]))
    turn.note("follow-up set", concern_id)
    due = reminder.due_at.astimezone(times.zone).date()
    text = turn.voice("follow-up-set", nickname=concern.nickname, date=due)
    return await show_on_card(turn, concern, cards.planned(turn.voice, concern, text), at)


def _which_day(turn: Turn, key: str) -> Screen:
    return Screen(turn.voice(key, date=_example(turn)))


def _example(turn: Turn) -> date:
    return turn.local_day + timedelta(days=10)
