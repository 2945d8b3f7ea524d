"""Reacting and following up: what stops the 7-day clock, and a new date if the worker wants one."""

from telegram import Update

from domain.concern import NotOwner, Reaction, has_ended, react
from domain.deadlines import DEADLINE_RUNGS, UNTAKEN_RUNGS, Rung, follow_up
from handlers.screen import Screen, action, tapped_message
from handlers.team import cards, colleagues, steps
from handlers.team.access import outdated
from handlers.team.alerts import show_on_card
from handlers.turn import Context, Turn

_LATEST = 366  # days ahead that somebody can be reminded


async def react_tapped(update: Update, context: Context) -> None:
    """Log a reaction from a button: `react/<concern>/<kind>`."""
    turn, (_, concern_id, kind) = context.turn, action(update)
    if kind not in list(Reaction):
        return outdated(turn)
    return await log(turn, concern_id, Reaction(kind), at=tapped_message(update))


async def follow_tapped(update: Update, context: Context) -> None:
    """Set a follow-up in some days, or none, from a button: `follow/<concern>/<days>`."""
    turn, (_, concern_id, days) = context.turn, action(update)
    if int(days) > _LATEST:
        return outdated(turn)
    return await plan(turn, concern_id, int(days), at=tapped_message(update))


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
    turn.write(turn.store.concerns.save(before, after))
    turn.write(turn.store.reminders.cancel(concern_id, (*UNTAKEN_RUNGS, *DEADLINE_RUNGS)))
    turn.note(f"reacted: {reaction}", concern_id)
    steps.tell_later(turn, before, after)
    await colleagues.redraw(turn, after, but=(turn.member.id,))
    screen = cards.reacted(turn.voice, after, reaction)
    screen = await steps.can_be_undone(turn, before, "reacted", screen)
    return await show_on_card(turn, after, screen, at)


async def plan(turn: Turn, concern_id: str, days: int, at: int = 0) -> None:
    """Remind the owner in that many days (0: not at all); the worker's own choice (S55)."""
    concern = await turn.store.concerns.get(concern_id)
    member = turn.member.id if turn.member else None
    if concern is None or concern.owner != member or has_ended(concern):
        return turn.reply(Screen(turn.voice("no-such-concern")))
    turn.write(turn.store.reminders.cancel(concern_id, (Rung.FOLLOW_UP,)))
    if days == 0:
        turn.note("no follow-up", concern_id)
        text = turn.voice("follow-up-none", nickname=concern.nickname)
        return await show_on_card(turn, concern, cards.planned(turn.voice, concern, text), at)
    times = turn.house.service.times
    reminder = follow_up(turn.now, times, days)
    turn.write(*turn.store.reminders.schedule(concern_id, [reminder]))
    turn.note("follow-up set", concern_id)
    date = reminder.due_at.astimezone(times.zone).date()
    text = turn.voice("follow-up-set", nickname=concern.nickname, date=date)
    return await show_on_card(turn, concern, cards.planned(turn.voice, concern, text), at)
