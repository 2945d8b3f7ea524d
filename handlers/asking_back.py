"""Still worried: the one question of the promised day, and taking a concern up again."""

from domain.concern import Concern, State, has_ended, is_open, reopen
from domain.deadlines import deadline_nudges, escalation, promised_day
from domain.entry import Entry, EntryKind
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
    question = "ask-wanting" if citizen else "ask-worried"
    await told.push(turn, concern, question, "wanting" if citizen else "worried", "calm")


async def apologise(turn: Turn, concern: Concern) -> None:
    """Tell the reporter honestly that nobody has reacted in time, with another way to us."""
    if is_open(concern):
        await told.push(turn, concern, "told-late", "more")


async def worried(turn: Turn, concern: Concern) -> None:
    """Take the reporter's yes: it reaches the team, and begins a new promise if one was kept."""
    after = await take_up(turn, concern)
    turn.write(await turn.store.concerns.enter(concern.id, _entry(turn, EntryKind.WORRIED)))
    turn.note("still worried", concern.id)
    await news.bring(turn, after, "news-worried")
    if is_open(concern):
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
    ladder = list(deadline_nudges(turn.now, service.ladder, service.times))
    if after.owner is None:
        ladder += escalation(turn.now, service.ladder, service.times, acute=after.acute)
    turn.write(*turn.store.reminders.schedule(concern.id, ladder))
    turn.note("reopened", concern.id)
    return after


def _entry(turn: Turn, kind: EntryKind) -> Entry:
    return Entry(kind, "", turn.local_day)
