"""Still worried: the one question of the promised day, and taking a concern up again."""

from dataclasses import replace

from domain.asking_back import moments
from domain.concern import Concern, State, has_ended, is_open, reopen
from domain.deadlines import Rung, deadline_nudges, escalation, promised_day
from domain.entry import Entry, EntryKind, Expected, Next
from domain.people import Role
from handlers import asking, news, told
from handlers.screen import Screen
from handlers.turn import Turn


async def ask(turn: Turn, concern: Concern) -> None:
    """Ask the reporter once if they are still worried, whatever became of the concern.

    A citizen whose contact is over is left in peace, and so is whoever took the concern back.
    """
    citizen = concern.role is Role.CITIZEN
    if concern.state is State.WITHDRAWN or (citizen and has_ended(concern)):
        return
    question, yes = ("ask-wanting", "wanting") if citizen else ("ask-worried", "worried")
    route = await told.push(turn, concern, question, yes, "calm")
    if route is None:
        return
    door = await turn.store.doors.at(route.chat_id)
    if door.interview is None and door.expected is None:  # then a typed yes or no is the answer
        decide = Expected(Next.DECIDE, concern.id, words=f"{yes}/calm")
        turn.keep_other(replace(door, expected=decide))


async def apologise(turn: Turn, concern: Concern) -> None:
    """Tell the reporter honestly that nobody has reacted in time, with another way to us."""
    if is_open(concern) and turn.local_day > concern.promised_on:
        await told.push(turn, concern, "told-late", "more")


async def worried(turn: Turn, concern: Concern) -> None:
    """Take the reporter's yes: it reaches the team, and begins a new promise if one was kept."""
    after = await take_up(turn, concern)
    turn.write(await turn.store.concerns.enter(concern.id, _entry(turn, EntryKind.WORRIED)))
    turn.note("still worried", concern.id)
    await news.bring(turn, after, "news-worried" if is_open(concern) else "news-renewed")
    quiet = concern.role is not Role.CITIZEN and not turn.house.service.tells_reaction
    if is_open(concern) or quiet:
        text = turn.voice("worried-passed-on")
    else:
        text = turn.voice("worried-renewed", date=after.promised_on)
    turn.reply(Screen(text, (told.buttons(turn.voice, concern.id, ("more", "show")),)))


async def calm(turn: Turn, concern: Concern) -> None:
    """Take the reporter's no: the worker may read it; nothing else follows."""
    turn.write(await turn.store.concerns.enter(concern.id, _entry(turn, EntryKind.CALM)))
    turn.note("no longer worried", concern.id)
    asking.show_again(turn, turn.voice("calm-noted"))


async def take_up(turn: Turn, concern: Concern) -> Concern:
    """Begin a new promise on a concern that was reacted to or has ended; return what it became.

    Nobody can see from outside which of the two it was (domain.md 5).
    """
    service = turn.house.service
    after = reopen(concern, promised_day(turn.now, service.times.zone, service.ladder.days))
    if is_open(concern):
        return concern
    turn.write(turn.store.concerns.save(concern, after))
    turn.write(turn.store.reminders.cancel(concern.id, (Rung.APOLOGY,)))
    ladder = list(deadline_nudges(turn.now, service.ladder, service.times))
    ladder += [
        each
        for each in moments(turn.now, service.ladder, service.times)
        if each.rung is Rung.APOLOGY
    ]
    if after.owner is None:
        ladder += escalation(turn.now, service.ladder, service.times, acute=after.acute)
    turn.write(*turn.store.reminders.schedule(concern.id, ladder))
    turn.note("reopened", concern.id)
    return after


def _entry(turn: Turn, kind: EntryKind) -> Entry:
    return Entry(kind, "", turn.local_day)
