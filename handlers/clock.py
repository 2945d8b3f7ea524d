"""Moments that have come: what each rung of the reminders does when it is due."""

from dataclasses import replace

from domain.concern import Concern, has_ended, is_open
from domain.deadlines import DEADLINE_RUNGS, UNTAKEN_RUNGS, Rung, next_overdue
from domain.people import everyone, leads, second_to_alert, takes_part, workers
from handlers import asking_back, told
from handlers.screen import Screen
from handlers.team import another_owner, cards, colleagues, handover, handshake, offers
from handlers.turn import Turn
from storage.reminders import Waiting
from storage.staff import Colleague

_NUDGES = {
    Rung.DAY3: "nudge-day",
    Rung.DAY5: "nudge-day",
    Rung.DAY6: "nudge-day",
    Rung.DAY7: "nudge-last-day",
    Rung.OVERDUE: "nudge-overdue",
    Rung.FOLLOW_UP: "nudge-follow-up",
    Rung.SNOOZED: "nudge-snoozed",
}
# What is said instead while nobody has taken the concern.
_NUDGES_UNTAKEN = {
    Rung.DAY3: "nudge-untaken",
    Rung.DAY5: "nudge-untaken",
    Rung.DAY6: "nudge-untaken",
    Rung.OVERDUE: "nudge-overdue-untaken",
}


async def fire(turn: Turn, reminder: Waiting) -> None:
    """Do what a due reminder is for; it fires once, whatever happens around it."""
    turn.write(turn.store.reminders.fired(reminder.id))
    concern = await turn.store.concerns.get(reminder.concern)
    if concern is None:
        return
    if reminder.rung is Rung.STILL_WORRIED:
        await asking_back.ask(turn, concern)
    elif reminder.rung is Rung.APOLOGY:
        await asking_back.apologise(turn, concern)
    elif reminder.rung is Rung.TELL_REACTED:
        await told.reaction(turn, concern)
    elif reminder.rung is Rung.TELL_ENDED:
        await told.ended(turn, concern)
    elif has_ended(concern):
        return
    elif reminder.rung is Rung.OFFER:
        await handover.remind(turn, concern)
    elif reminder.rung is Rung.FOLLOW_UP:
        await _nudge(turn, concern, reminder.rung)
    elif reminder.rung is Rung.SNOOZED:
        if not await _overtaken(turn, reminder, (Rung.SNOOZED, *DEADLINE_RUNGS)):
            await _nudge(turn, concern, reminder.rung)
    elif reminder.rung in DEADLINE_RUNGS:
        await _deadline(turn, concern, reminder)
    elif concern.owner is None:
        await _untaken(turn, concern, reminder)


async def unreachable(turn: Turn, member: str) -> None:
    """Note that a member cannot be reached, tell the leads, and alert others in their place."""
    staff = await colleagues.by_id(turn)
    if member not in staff or not staff[member].member.reachable:
        return
    turn.write(turn.store.staff.reach(member, reachable=False))
    turn.note("unreachable")
    rest = [each for each in colleagues.members(staff) if each.id != member]
    for lead in leads(rest):
        voice = turn.house.phrases.voice(lead.language)
        name = colleagues.name(staff, voice, member)
        turn.tell(staff[lead.id], Screen(voice("member-unreachable", name=name)))
    silent = replace(staff[member].member, reachable=False)
    await handshake.left_alone(turn, staff | {member: replace(staff[member], member=silent)})
    await another_owner.search(turn, staff, member)


async def _untaken(turn: Turn, concern: Concern, reminder: Waiting) -> None:
    """Widen the circle: second worker, all workers, leads; those who know already are nudged.

    Of several rungs due at once only the last speaks, and it leaves nobody out.
    """
    if await _overtaken(turn, reminder, UNTAKEN_RUNGS):
        return
    # If somebody takes it just now, this turn runs again and finds nothing to do.
    turn.write(turn.store.concerns.save(concern, concern))
    staff, rung = await colleagues.by_id(turn), reminder.rung
    told, members = await _told(turn, concern), colleagues.members(staff)
    everybody = [each for each in everyone(members) if each.id not in told]
    new, nudged = {
        Rung.SECOND: (second_to_alert(members, told), []),
        Rung.TEAM: ([each for each in workers(members) if each.id not in told], workers(members)),
        Rung.LEAD: (everybody, leads(members)),
    }[rung]
    turn.note(f"untaken: {rung}", concern.id)
    colleagues.alert(turn, concern, (staff[each.id] for each in new))
    for each in nudged:
        if each.id in told:
            _tell(turn, staff[each.id], concern, "nudge-untaken")


async def _deadline(turn: Turn, concern: Concern, reminder: Waiting) -> None:
    """Nudge towards the promised day, and past it every working day until reacted (S54)."""
    if not is_open(concern):
        return
    if reminder.rung is Rung.OVERDUE:
        following = next_overdue(turn.now, turn.house.service.times)
        turn.write(*turn.store.reminders.schedule(concern.id, [following]))
    if not await _overtaken(turn, reminder, DEADLINE_RUNGS):
        await _nudge(turn, concern, reminder.rung)


async def _overtaken(turn: Turn, reminder: Waiting, rungs: tuple[Rung, ...]) -> bool:
    """Whether a later nudge is due too: of several due at once only the last speaks."""
    rest = await turn.store.reminders.of(reminder.concern)
    return any(
        each.rung in rungs
        and each.id != reminder.id
        and (each.due_at, rungs.index(each.rung)) > (reminder.due_at, rungs.index(reminder.rung))
        and each.due_at <= turn.now
        for each in rest
    )


async def _nudge(turn: Turn, concern: Concern, rung: Rung) -> None:
    staff = await colleagues.by_id(turn)
    members = colleagues.members(staff)
    owner = [each for each in members if each.id == concern.owner and takes_part(each)]
    # Being reminded again is one person's wish; everything else is told to somebody.
    circle = owner if rung is Rung.SNOOZED else owner or everyone(members)
    if rung in (Rung.DAY7, Rung.OVERDUE) or (rung is Rung.FOLLOW_UP and not owner):
        circle = [*circle, *(lead for lead in leads(members) if lead not in circle)]
    key = _NUDGES_UNTAKEN.get(rung, _NUDGES[rung]) if concern.owner is None else _NUDGES[rung]
    turn.note(f"nudged: {rung}", concern.id)
    for each in circle:
        _tell(turn, staff[each.id], concern, key)


def _tell(turn: Turn, colleague: Colleague, concern: Concern, key: str) -> None:
    voice = turn.house.phrases.voice(colleague.member.language)
    screen = cards.nudge(voice, concern, key)
    if colleague.member.id == concern.owner:
        screen = offers.remindable(voice, concern, screen)
    turn.tell(colleague, screen, concern.id)


async def _told(turn: Turn, concern: Concern) -> set[str]:
    return {each.member for each in await turn.store.concerns.alerts(concern.id)}
