"""Still worried: the one question of the promised day, and taking a concern up again."""

from dataclasses import replace
from datetime import date

from domain.asking_back import moments
from domain.concern import Concern, State, has_ended, is_open, promise, reopen
from domain.deadlines import TELLING_RUNGS, Rung, promised_day
from domain.entry import Entry, EntryKind, Expected, Next
from domain.people import Role, Status
from handlers.after_sending import told
from handlers.raising import asking
from handlers.screen import Screen
from handlers.team import colleagues
from handlers.turn import Turn
from handlers.work import news, steps


async def ask(turn: Turn, concern: Concern, *, late: bool = False) -> None:
    """Ask the reporter once if they are still worried, whatever became of the concern.

    `late`: the day after has come too, as after an outage, so the apology stands before the
    question. A citizen whose contact is over is left in peace, and so is whoever took the
    concern back.
    """
    citizen = concern.role is Role.CITIZEN
    if concern.state is State.WITHDRAWN or (citizen and has_ended(concern)):
        return
    question, yes = ("ask-wanting", "wanting") if citizen else ("ask-worried", "worried")
    apology = "told-late" if late and _is_owed(turn, concern) else ""
    route = await told.push(turn, concern, question, yes, "calm", before=apology)
    if route is None:
        return
    door = await turn.store.doors.at(route.chat_id)
    if door.interview is None and door.expected is None:  # then a typed yes or no is the answer
        decide = Expected(Next.DECIDE, concern.id, words=f"{yes}/calm")
        turn.keep_other(replace(door, expected=decide))


async def apologise(turn: Turn, concern: Concern) -> None:
    """Tell the reporter honestly that nobody has reacted in time, with another way to us.

    Whoever heard of a reaction hears nothing that would contradict it. Where reactions are not
    told, the one who is told of none is not told that either: the difference would show.
    """
    if _is_owed(turn, concern):
        await told.push(turn, concern, "told-late", "more")


async def worried(turn: Turn, concern: Concern) -> None:
    """Take the reporter's yes: it reaches the team, and begins a new promise if one was kept."""
    after = await take_up(turn, concern)
    turn.write(await turn.store.concerns.enter(concern.id, _entry(turn, EntryKind.WORRIED)))
    turn.note("still worried", concern.id)
    await news.bring(turn, after, "news-worried" if is_open(concern) else "news-renewed")
    text = f"{turn.voice('worried-passed-on')} {new_promise(turn, concern, after)}".strip()
    turn.reply(Screen(text, (told.buttons(turn.voice, concern.id, ("more", "show")),)))


async def calm(turn: Turn, concern: Concern) -> None:
    """Take the reporter's no: the worker may read it; nothing else follows."""
    turn.write(await turn.store.concerns.enter(concern.id, _entry(turn, EntryKind.CALM)))
    turn.note("no longer worried", concern.id)
    asking.show_again(turn, turn.voice("calm-noted"))


async def hear(turn: Turn, concern: Concern) -> Concern:
    """Take a concern up because its reporter has said more; return what it became.

    Whoever says more of one that has ended wants to be heard. For all but citizens the same goes
    for one that was reacted to: nobody can tell the two apart (domain.md 5).
    """
    heard = has_ended(concern) or concern.role is not Role.CITIZEN
    return await take_up(turn, concern) if heard else concern


async def take_up(turn: Turn, concern: Concern) -> Concern:
    """Begin a new promise on a concern that was reacted to or has ended; return what it became.

    Its reporter is promised anew whenever they know of no other promise that runs: a worker may
    have reopened it meanwhile, and nothing shows that. Where reactions are not told it is always
    so, or else the day would tell.
    """
    promised = not concern.told_reacted and not told.is_quiet(turn, concern)
    if is_open(concern) and promised:
        return concern
    service = turn.house.service
    known = concern if is_open(concern) else await _reopened(turn, concern)
    after = promise(known, new_day(turn))
    turn.write(turn.store.concerns.tell(after))
    turn.write(turn.store.reminders.cancel(concern.id, (Rung.APOLOGY,)))
    _, late = moments(turn.now, service.ladder, service.times)
    turn.write(*turn.store.reminders.schedule(concern.id, [late]))
    return after


def new_day(turn: Turn) -> date:
    """Return the local day of a promise that begins now."""
    service = turn.house.service
    return promised_day(turn.now, service.times.zone, service.ladder.days)


async def _reopened(turn: Turn, concern: Concern) -> Concern:
    """Reopen a concern for the worker it had, unless they have left the team."""
    owner = (await colleagues.by_id(turn)).get(concern.owner or "")
    left = owner is not None and owner.member.status is Status.GONE
    renewed = replace(concern, owner=None) if left else concern
    return await renew(turn, concern, renewed, new_day(turn))


async def renew(turn: Turn, before: Concern, concern: Concern, promised_on: date) -> Concern:
    """Reopen a concern for whoever shall own it now: promise, reminders of the team, every card.

    `before` is as it is stored. What its reporter was about to hear has been overtaken.
    """
    after = reopen(concern, promised_on)
    turn.write(turn.store.concerns.save(before, after))
    turn.write(turn.store.reminders.cancel(concern.id, TELLING_RUNGS))
    steps.remind(turn, after)
    turn.note("reopened", concern.id)
    await colleagues.redraw(turn, after)
    return after


def new_promise(turn: Turn, before: Concern, after: Concern) -> str:
    """Return the sentence with the day of a new promise; "" without one, or where it would tell.

    A municipality that tells of no reaction cannot tell that one was followed by a new promise.
    """
    if after == before or told.is_quiet(turn, before):
        return ""
    return turn.voice("status-promise", date=after.told_on)


def _is_owed(turn: Turn, concern: Concern) -> bool:
    """Whether the reporter is to hear that nobody has reacted in time."""
    waits = is_open(concern) and not concern.told_reacted and not told.is_quiet(turn, concern)
    return waits and turn.local_day > concern.told_on


def _entry(turn: Turn, kind: EntryKind) -> Entry:
    return Entry(kind, "", turn.local_day)
