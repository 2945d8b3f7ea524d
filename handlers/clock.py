"""Moments that have come: what each rung of the reminders does when it is due."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from domain.concern import Concern, has_ended, is_open
from domain.deadlines import UNTAKEN_RUNGS, Rung
from domain.people import belongs, leads
from domain.telling import TEAM_RUNGS, following, told_at
from handlers.after_sending import asking_back, told
from handlers.roster import handshake
from handlers.screen import Screen
from handlers.team import another_owner, colleagues
from handlers.turn import Turn
from handlers.work import cards, offers, unanswered
from handlers.work import late as late_words
from handlers.work.late import Gathered
from storage.reminders import Waiting
from storage.staff import Colleague

# Reminds a member of a concern, now or together with others.
_Nudging = Callable[[Turn, Colleague, Concern, Rung], None]

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
    """Do what a due reminder is for; what is due at the same time for the same comes with it."""
    due = await _due(turn, reminder.concern)
    if reminder.id not in {each.id for each in due}:
        return  # cancelled just now, or told together with another
    concern = await turn.store.concerns.get(reminder.concern)
    if concern is None or reminder.rung not in TEAM_RUNGS:
        turn.write(turn.store.reminders.fired(reminder.concern, [reminder.id]))
    if concern is not None:
        await _do(turn, concern, reminder.rung, due)


async def catch_up(turn: Turn, late: Sequence[str]) -> None:
    """Do what reminders of the team are for that come long after their moment.

    `late` is whose each of them is. Whoever would be reminded of several concerns gets one
    message about all of them. Who is alerted, and who is reminded, is as ever.
    """
    gathered = Gathered()
    for concern_id in dict.fromkeys(late):
        due = [each for each in await _due(turn, concern_id) if each.rung in TEAM_RUNGS]
        concern = await turn.store.concerns.get(concern_id)
        if concern is None:
            turn.write(turn.store.reminders.fired(concern_id, (each.id for each in due)))
        elif due:
            await _tell_team(turn, concern, due, gathered.add)
    for colleague, reminded in gathered.of(1):
        if len(reminded) == 1:
            _nudge(turn, colleague, *reminded[0], quietly=True)
        else:
            voice = turn.house.phrases.voice(colleague.member.language)
            digest = late_words.digest(voice, reminded, turn.local_day)
            danger = any(concern.acute and is_open(concern) for concern, _ in reminded)
            turn.remind(colleague, digest, None, quietly=not danger)
    # It takes long to go through very many: whoever was let out meanwhile is told nothing.
    team = (await colleagues.by_id(turn)).values()
    turn.write(*(turn.store.staff.unchanged(each) for each in team if belongs(each.member)))


async def _due(turn: Turn, concern: str) -> list[Waiting]:
    return [each for each in await turn.store.reminders.of(concern) if each.due_at <= turn.now]


async def _do(turn: Turn, concern: Concern, rung: Rung, due: list[Waiting]) -> None:
    if rung is Rung.STILL_WORRIED:
        late = [each for each in due if each.rung is Rung.APOLOGY]
        turn.write(turn.store.reminders.fired(concern.id, (each.id for each in late)))
        await asking_back.ask(turn, concern, late=bool(late))
    elif rung is Rung.APOLOGY:
        await asking_back.apologise(turn, concern)
    elif rung is Rung.TELL_REACTED:
        await told.reaction(turn, concern)
    elif rung is Rung.TELL_ENDED:
        await told.ended(turn, concern)
    elif rung is not Rung.OFFER:
        await _tell_team(turn, concern, [each for each in due if each.rung in TEAM_RUNGS], _nudge)
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


async def _tell_team(turn: Turn, concern: Concern, due: list[Waiting], nudge: _Nudging) -> None:
    """Alert and nudge whom the rules name for what is due, and note it."""
    turn.write(turn.store.reminders.fired(concern.id, (each.id for each in due)))
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
        nudge(turn, staff[each.id], concern, rung)


def _words(concern: Concern, rung: Rung) -> str:
    if concern.owner is not None:
        return _NUDGES[rung]
    return _NUDGES_UNTAKEN[rung] if is_open(concern) else "free-reacted"


def _nudge(
    turn: Turn, colleague: Colleague, concern: Concern, rung: Rung, *, quietly: bool = False
) -> None:
    voice = turn.house.phrases.voice(colleague.member.language)
    screen = cards.nudge(voice, concern, _words(concern, rung))
    if colleague.member.id == concern.owner:
        screen = offers.remindable(voice, concern, screen)
    turn.remind(colleague, screen, concern.id, quietly=quietly)
