"""Moments that have come: what each rung of the reminders does when it is due."""

from dataclasses import replace

from domain.concern import Concern, has_ended, is_open
from domain.deadlines import UNTAKEN_RUNGS, Rung
from domain.people import leads
from domain.telling import TEAM_RUNGS, following, told_at
from handlers import asking_back, told
from handlers.roster import handshake
from handlers.screen import Screen
from handlers.team import another_owner, colleagues
from handlers.turn import Turn
from handlers.work import cards, offers, unanswered
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
    **dict.fromkeys(UNTAKEN_RUNGS, "nudge-untaken"),
    **dict.fromkeys((Rung.DAY3, Rung.DAY5, Rung.DAY6), "nudge-untaken"),
    Rung.DAY7: "nudge-last-day",
    Rung.OVERDUE: "nudge-overdue-untaken",
    Rung.FOLLOW_UP: "nudge-follow-up",
}


async def fire(turn: Turn, reminder: Waiting) -> None:
    """Do what a due reminder is for; what is due for the team at the same time comes with it."""
    waiting = await turn.store.reminders.of(reminder.concern)
    due = [each for each in waiting if each.due_at <= turn.now]
    if reminder.id not in {each.id for each in due}:
        return  # cancelled just now, or told together with another
    concern = await turn.store.concerns.get(reminder.concern)
    if concern is None or reminder.rung not in TEAM_RUNGS:
        turn.write(turn.store.reminders.fired(reminder.id))
    if concern is not None:
        await _do(turn, concern, reminder.rung, due)


async def _do(turn: Turn, concern: Concern, rung: Rung, due: list[Waiting]) -> None:
    if rung is Rung.STILL_WORRIED:
        await asking_back.ask(turn, concern)
    elif rung is Rung.APOLOGY:
        await asking_back.apologise(turn, concern)
    elif rung is Rung.TELL_REACTED:
        await told.reaction(turn, concern)
    elif rung is Rung.TELL_ENDED:
        await told.ended(turn, concern)
    elif rung is not Rung.OFFER:
        await _tell_team(turn, concern, [each for each in due if each.rung in TEAM_RUNGS])
    elif not has_ended(concern):
        await unanswered.remind(turn, concern)


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


async def _tell_team(turn: Turn, concern: Concern, due: list[Waiting]) -> None:
    """Alert and nudge whom the rules name for what is due, and note it."""
    turn.write(*(turn.store.reminders.fired(each.id) for each in due))
    staff, rungs = await colleagues.by_id(turn), [each.rung for each in due]
    again = following(concern, rungs, turn.now, turn.house.service.times)
    turn.write(*turn.store.reminders.schedule(concern.id, again))
    known = {each.member for each in await turn.store.concerns.alerts(concern.id)}
    telling = told_at(concern, rungs, colleagues.members(staff), known)
    if telling.rung is None:
        return
    if concern.owner is None:  # if somebody takes it just now, this turn runs again
        turn.write(turn.store.concerns.save(concern, concern))
    untaken = telling.rung in UNTAKEN_RUNGS
    rung = telling.rung
    turn.note(f"untaken: {rung}" if untaken else f"nudged: {rung}", concern.id)
    colleagues.alert(turn, concern, (staff[each.id] for each in telling.alerted))
    for each in telling.nudged:
        _nudge(turn, staff[each.id], concern, _words(concern, rung))


def _words(concern: Concern, rung: Rung) -> str:
    if concern.owner is not None:
        return _NUDGES[rung]
    return _NUDGES_UNTAKEN[rung] if is_open(concern) else "free-reacted"


def _nudge(turn: Turn, colleague: Colleague, concern: Concern, key: str) -> None:
    voice = turn.house.phrases.voice(colleague.member.language)
    screen = cards.nudge(voice, concern, key)
    if colleague.member.id == concern.owner:
        screen = offers.remindable(voice, concern, screen)
    turn.bring(colleague, screen, concern.id)  # a reminder rather twice than not at all
