"""Moments that have come: what each rung of the reminders does when it is due."""

from domain.concern import Concern
from domain.deadlines import REPORTER_RUNGS, UNTAKEN_RUNGS, Rung
from domain.people import leads
from domain.telling import TEAM_RUNGS, following, in_place_of, told_at
from handlers import asking_back
from handlers.screen import Screen
from handlers.team import cards, colleagues
from handlers.turn import Turn
from storage.reminders import Waiting

_NUDGES = {
    Rung.DAY3: "nudge-day",
    Rung.DAY5: "nudge-day",
    Rung.DAY6: "nudge-day",
    Rung.DAY7: "nudge-last-day",
    Rung.OVERDUE: "nudge-overdue",
    Rung.FOLLOW_UP: "nudge-follow-up",
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
    if concern is None or reminder.rung in REPORTER_RUNGS:
        turn.write(turn.store.reminders.fired(reminder.id))
    if concern is None:
        return
    if reminder.rung is Rung.STILL_WORRIED:
        await asking_back.ask(turn, concern)
    elif reminder.rung is Rung.APOLOGY:
        await asking_back.apologise(turn, concern)
    else:
        await _tell_team(turn, concern, [each for each in due if each.rung in TEAM_RUNGS])


async def unreachable(turn: Turn, member: str) -> None:
    """Note that a member cannot be reached, tell the leads, and alert others in their place."""
    staff = await colleagues.by_id(turn)
    if member not in staff or not staff[member].member.reachable:
        return
    turn.write(turn.store.staff.unreachable(member))
    turn.note("unreachable")
    rest = [each for each in colleagues.members(staff) if each.id != member]
    for lead in leads(rest):
        voice = turn.house.phrases.voice(lead.language)
        name = colleagues.name(staff, voice, member)
        turn.tell(staff[lead.id], Screen(voice("member-unreachable", name=name)))
    for concern in await turn.store.concerns.open():
        others = in_place_of(member, concern, rest, await _told(turn, concern))
        colleagues.alert(turn, concern, (staff[each.id] for each in others))


async def _tell_team(turn: Turn, concern: Concern, due: list[Waiting]) -> None:
    """Alert and nudge whom the rules name for what is due, and note it."""
    turn.write(*(turn.store.reminders.fired(each.id) for each in due))
    staff, rungs = await colleagues.by_id(turn), [each.rung for each in due]
    again = following(concern, rungs, turn.now, turn.house.service.times)
    turn.write(*turn.store.reminders.schedule(concern.id, again))
    members = colleagues.members(staff)
    telling = told_at(concern, rungs, members, await _told(turn, concern))
    if telling.rung is None:
        return
    if concern.owner is None:  # if somebody takes it just now, this turn runs again
        turn.write(turn.store.concerns.save(concern, concern))
    untaken = telling.rung in UNTAKEN_RUNGS
    turn.note(f"{'untaken' if untaken else 'nudged'}: {telling.rung}", concern.id)
    colleagues.alert(turn, concern, (staff[each.id] for each in telling.alerted))
    words = _NUDGES if concern.owner else _NUDGES_UNTAKEN
    for each in telling.nudged:
        voice = turn.house.phrases.voice(each.language)
        screen = cards.nudge(voice, concern, words[telling.rung])
        turn.tell(staff[each.id], screen, concern.id)


async def _told(turn: Turn, concern: Concern) -> set[str]:
    return {each.member for each in await turn.store.concerns.alerts(concern.id)}
