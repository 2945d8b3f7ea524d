"""The handshake: whoever comes on duty says so, or others hear of it before a concern comes."""

from dataclasses import replace
from datetime import datetime

from telegram import Update

from domain.concern import has_ended
from domain.deadlines import Rung, end_of_day
from domain.handshake import (
    Hand,
    Handshake,
    is_left_alone,
    may_be_told_now,
    to_ask_instead,
)
from domain.people import everyone
from domain.roster import LOOK_AHEAD, Roster, Shift
from handlers.screen import Button, Screen, action, tapped_message
from handlers.team import access, colleagues
from handlers.turn import Context, Turn
from storage.staff import Colleague

_MARK = "duty seen until"


async def tapped(update: Update, context: Context) -> None:
    """Say that one has the duty, from a button: `hand/yes`."""
    turn, (_, what) = context.turn, action(update)
    if what != "yes":
        return access.outdated(turn)
    turn.unbutton(tapped_message(update))
    return await confirm(turn)


async def typed(turn: Turn, text: str) -> bool:
    """Say that one has the duty, if that was typed; False when it was something else."""
    if not turn.house.phrases.means(text, "button-hand-yes"):
        return False
    await confirm(turn)
    return True


async def confirm(turn: Turn) -> None:
    """Let the speaker say that they have the duty; whoever heard that they had not hears it."""
    if turn.member is None:
        return turn.reply(Screen(turn.voice("staff-only")))
    staff = await colleagues.by_id(turn)
    if not staff[turn.member.id].member.on_duty:
        button = Button(turn.voice("button-duty-on"), "duty/on")
        return turn.reply(Screen(turn.voice("hand-not-yours"), ((button,),)))
    await prove(turn, staff, turn.member.id)
    turn.note("duty confirmed")
    return turn.reply(Screen(turn.voice("hand-thanks")))


async def prove(turn: Turn, staff: dict[str, Colleague], member: str) -> None:
    """Note that a member has their duty in hand; whoever heard that they had not hears it."""
    for each in await turn.store.handshakes.unanswered(turn.now, member):
        turn.write(turn.store.handshakes.save(each, replace(each, state=Hand.CONFIRMED)))
        for told in (staff[one] for one in each.told if one in staff and one != member):
            voice = turn.house.phrases.voice(told.member.language)
            name = colleagues.name(staff, voice, member)
            turn.tell(told, Screen(voice("hand-after-all", name=name)))


async def taken(turn: Turn, before: Roster, after: Roster, member: str) -> None:
    """Note that a member has the duty because they took it at this very moment: no question.

    `before` and `after` are the roster without and with what they took.
    """
    await prove(turn, await colleagues.by_id(turn), member)
    duty = after.duties(member, turn.now, turn.now + LOOK_AHEAD)[0]
    if member in before.on_duty(turn.now) or await turn.store.handshakes.knows(duty):
        return
    proven = Handshake(member, duty.starts_at, duty.ends_at, turn.now, Hand.CONFIRMED)
    turn.write(turn.store.handshakes.begin(proven))


async def look(turn: Turn) -> None:
    """Ask whoever came on duty since the last look, and tell of those who did not answer.

    The mark, the rows and the messages are one turn: a crash repeats nothing and loses nothing.
    """
    seen = await turn.store.marks.get(_MARK)
    turn.write(turn.store.marks.set(_MARK, turn.now.isoformat()))
    if seen is not None:
        await _greet(turn, datetime.fromisoformat(seen))
    await _miss(turn)


async def left_alone(turn: Turn, staff: dict[str, Colleague]) -> None:
    """Ask others to take the duty at once if nobody who has it can be reached (S41)."""
    if is_left_alone(colleagues.members(staff)):
        await _ask_now(turn, staff, "hand-empty", [])


async def _greet(turn: Turn, since: datetime) -> None:
    """Ask everybody who came on duty since then and has it now."""
    staff = await colleagues.by_id(turn)
    roster = await colleagues.roster(turn, since=since)
    alone = False
    for duty in roster.coming(since, turn.now):
        if duty.member not in staff or await turn.store.handshakes.knows(duty):
            continue
        began = Handshake(
            member=duty.member,
            starts_at=duty.starts_at,
            ends_at=duty.ends_at,
            due_at=turn.now + turn.house.service.duty.handshake_after,
        )
        if staff[duty.member].member in everyone(colleagues.members(staff)):
            await ask(turn, staff[duty.member], duty)
        else:
            began, alone = replace(began, state=Hand.MISSED), True
        turn.write(turn.store.handshakes.begin(began))
    if alone:
        await left_alone(turn, staff)


async def ask(turn: Turn, colleague: Colleague, duty: Shift) -> None:
    """Ask somebody whether they have the duty, with what waits for them; not a word of it."""
    turn.note("duty asked")
    voice = turn.house.phrases.voice(colleague.member.language)
    zone = turn.house.service.times.zone
    ends = duty.ends_at.astimezone(zone)
    if ends.date() == turn.local_day:
        head = voice("hand-ask", time=ends.time())
    else:
        head = voice("hand-ask-until-day", date=ends.date(), time=ends.time())
    waiting = voice(
        "hand-digest",
        number=len(await turn.store.concerns.open()),
        of=await _to_follow_up(turn, colleague.member.id),
    )
    button = Button(voice("button-hand-yes"), "hand/yes")
    turn.tell(colleague, Screen(f"{head}\n\n{waiting}", ((button,),)))


async def _to_follow_up(turn: Turn, member: str) -> int:
    """Return how many of a member's concerns they wish to follow up by the end of today."""
    tonight = end_of_day(turn.local_day, turn.house.service.times.zone)
    found = 0
    for concern in await turn.store.concerns.owned_by(member):
        reminders = await turn.store.reminders.of(concern.id)
        due = any(r.rung is Rung.FOLLOW_UP and r.due_at < tonight for r in reminders)
        found += due and not has_ended(concern)
    return found


async def _miss(turn: Turn) -> None:
    """Tell the leads and one backup of those who did not answer in time."""
    due = await turn.store.handshakes.due(turn.now)
    if not due:
        return
    silent = {each.member for each in due}
    staff = {
        each: replace(one, member=replace(one.member, unproven=True)) if each in silent else one
        for each, one in (await colleagues.by_id(turn)).items()
    }
    still = [each for each in staff if each in silent and staff[each].member.on_duty]
    told: tuple[str, ...] = ()
    if still:
        told = await _ask_now(turn, staff, "hand-missed", still)
    for each in due:
        missed = replace(each, state=Hand.MISSED, told=told)
        turn.write(turn.store.handshakes.save(each, missed))
    turn.note("duty unanswered")


async def _ask_now(
    turn: Turn, staff: dict[str, Colleague], key: str, silent: list[str]
) -> tuple[str, ...]:
    """Ask others to take the duty, unless they sleep and nothing waits; return who was asked."""
    service = turn.house.service
    waiting = any(each.owner is None for each in await turn.store.concerns.open())
    if not may_be_told_now(turn.now, service.duty.hours, service.times, waiting=waiting):
        return ()
    return ask_others(turn, staff, key, silent)


def ask_others(
    turn: Turn, staff: dict[str, Colleague], key: str, silent: list[str]
) -> tuple[str, ...]:
    """Ask the leads, and one backup, to take the duty of the silent; return who was asked."""
    listening = to_ask_instead(colleagues.members(staff))
    asked = [each for each in listening if each.id not in silent]
    for each in asked:
        voice = turn.house.phrases.voice(each.language)
        names = ", ".join(colleagues.name(staff, voice, one) for one in silent)
        text = voice(key, names=names) if names else voice(key)
        button = Button(voice("button-duty-on"), "duty/on")
        turn.tell(staff[each.id], Screen(text, ((button,),)))
    return tuple(each.id for each in asked)
