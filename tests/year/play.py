"""A year of one team, played by the bot's own rules: what runs is what is judged.

Time, chance and people are made up here. Who is told what when is decided by `domain`, in the
order in which `handlers/clock.py` and `handlers/raising/sending.py` ask.
"""

import heapq
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count

from domain import asking_back, deadlines, escalation, people, telling
from domain.concern import (
    AlreadyTaken,
    Closing,
    Concern,
    Reaction,
    close,
    has_ended,
    is_open,
    react,
    reopen,
    take,
    withdraw,
)
from domain.deadlines import DEADLINE_RUNGS, UNTAKEN_RUNGS, Reminder, Rung
from domain.people import Member, Role, StaffRole
from tests.year.record import Kind, Promised, Record, Story, Told, Wait
from tests.year.team import END, HOLIDAYS, TIMES, Team, moments

_MINUTE = timedelta(minutes=1)
# How soon somebody acts who was told: while they read it, the same day, or days later.
_DELAYS = (3, 9, 25, 50, 200, 400, 1700, 4500)


@dataclass
class Case:
    """A concern, who was alerted to it, and its reminders that have not fired, by number."""

    concern: Concern
    told: set[str] = field(default_factory=set)
    waiting: dict[int, Reminder] = field(default_factory=dict)


class Play:
    """Plays one team through the year."""

    def __init__(self, team: Team, concerns: int, chance: random.Random) -> None:
        self._team, self._chance = team, chance
        self._agenda: list[tuple[datetime, int, Callable[[datetime], None]]] = []
        self._number = count()
        self._open: dict[str, Case] = {}
        self._lost: set[str] = set()
        self.heard: dict[str, int] = {}
        self.record = Record(
            end=END,
            holidays=HOLIDAYS,
            waits=tuple(_wait(step) for step in team.ladder.steps),
            people={each.id: each.role is StaffRole.LEAD for each in team.members},
            reach=list(team.reach),
        )
        for absence in team.absences:
            spans = self.record.away.setdefault(absence.member, [])
            spans.append((absence.starts_at, absence.ends_at or END))
        for at, member, reachable in team.reach:
            self._plan(at, self._found if reachable else self._loses, member)
        for at in moments(chance, concerns):
            self._plan(at, self._arrives)

    def whole(self) -> Record:
        """Play until the year is over, and return what happened."""
        while self._agenda:
            at, _, act = heapq.heappop(self._agenda)
            if at >= END:
                break
            act(at)
        return self.record

    def _plan(self, at: datetime, act: Callable[..., None], *given: object) -> None:
        heapq.heappush(self._agenda, (at, next(self._number), lambda now: act(now, *given)))

    def _staff(self, now: datetime) -> list[Member]:
        return self._team.at(now, self._lost)

    # What the bot does

    def _arrives(self, now: datetime) -> None:
        """Take a new concern in, as `handlers/raising/sending.py` does."""
        ladder, number = self._team.ladder, f"c{len(self.record.stories)}"
        role = self._chance.choice(list(Role))
        acute = self._chance.random() < 0.03
        last_day = deadlines.promised_day(now, TIMES.zone, ladder.days)
        case = Case(Concern(number, number, role, acute, now, last_day, last_day))
        self.record.stories[number] = Story(acute, [Promised(now, last_day)])
        self._open[number] = case
        self._remind(case, escalation.escalation(now, ladder, TIMES, acute))
        self._remind(case, deadlines.deadline_nudges(now, ladder, TIMES))
        self._remind(case, asking_back.moments(now, ladder, TIMES))
        staff = self._staff(now)
        told = people.first_to_alert(staff, acute=acute)
        who = telling.heard(staff, told)
        self.heard[who] = self.heard.get(who, 0) + 1
        self._alert(now, case, told)
        if self._chance.random() < 0.02:
            self._plan(now + self._chance.randrange(1, 9000) * _MINUTE, self._withdrawn, case)

    def _remind(self, case: Case, reminders: Iterable[Reminder]) -> None:
        for each in reminders:
            number = next(self._number)
            case.waiting[number] = each
            self._plan(each.due_at, self._fires, case, number)

    def _fires(self, now: datetime, case: Case, number: int) -> None:
        """Fire a reminder that still waits, and what is due with it, as `handlers/clock.py`."""
        reminder = case.waiting.get(number)
        if reminder is None:
            return
        if reminder.rung not in telling.TEAM_RUNGS:
            del case.waiting[number]
            if reminder.rung is Rung.STILL_WORRIED and self._chance.random() < 0.04:
                self._taken_up(now, case)
            return
        due = {
            key: each
            for key, each in case.waiting.items()
            if each.due_at <= now and each.rung in telling.TEAM_RUNGS
        }
        case.waiting = {key: each for key, each in case.waiting.items() if key not in due}
        rungs = [each.rung for _, each in sorted(due.items(), key=lambda e: (e[1].due_at, e[0]))]
        self._remind(case, telling.following(case.concern, rungs, now, TIMES))
        told = telling.told_at(case.concern, rungs, self._staff(now), case.told)
        self._alert(now, case, told.alerted)
        for member in told.nudged:
            self._tells(now, case, member, Kind.NUDGE)

    def _alert(self, now: datetime, case: Case, members: Iterable[Member]) -> None:
        for member in members:
            case.told.add(member.id)
            self._tells(now, case, member, Kind.ALERT)

    def _tells(self, now: datetime, case: Case, member: Member, kind: Kind) -> None:
        self.record.told.append(Told(now, case.concern.id, member.id, kind))
        if self._chance.random() < (0.25 if case.concern.owner is None else 0.6):
            later = now + self._chance.choice(_DELAYS) * _MINUTE
            self._plan(later + timedelta(seconds=7), self._acts, case, member.id)

    def _loses(self, now: datetime, member: str) -> None:
        """Note that somebody blocked the bot, as `handlers/clock.py` does."""
        staff = self._staff(now)
        self._lost.add(member)
        for case in list(self._open.values()):
            if is_open(case.concern):
                others = telling.in_place_of(member, case.concern, staff, case.told)
                self._alert(now, case, others)

    def _found(self, now: datetime, member: str) -> None:
        """Show somebody who let the bot in again what is open."""
        self._lost.discard(member)
        for case in list(self._open.values()):
            if is_open(case.concern):
                self.record.told.append(Told(now, case.concern.id, member, Kind.SHOWN))

    # What people do

    def _acts(self, now: datetime, case: Case, member: str) -> None:
        """Let somebody who was told take the concern, react, pass it on, or be too late."""
        if member in self._lost or has_ended(case.concern):
            return
        if case.concern.owner == member:
            self._works(now, case, member)
        else:
            self._takes(now, case, member)

    def _takes(self, now: datetime, case: Case, member: str) -> None:
        over = False
        if case.concern.owner is not None:
            staff = {each.id: each for each in self._staff(now)}
            over = people.may_take_over(staff[member], staff[case.concern.owner])
        if over and self._chance.random() < 0.7:
            return
        try:
            case.concern = take(case.concern, member, over=over)
        except AlreadyTaken:
            return
        self._owned(now, case, member)

    def _owned(self, now: datetime, case: Case, member: str) -> None:
        self.record.stories[case.concern.id].owners.append((now, member))
        self._cancel(case, UNTAKEN_RUNGS)
        if self._chance.random() < 0.6:
            later = now + self._chance.choice(_DELAYS) * _MINUTE
            self._plan(later, self._acts, case, member)

    def _works(self, now: datetime, case: Case, member: str) -> None:
        """Let the owner pass the concern on, react to it, follow up on it, or close it."""
        chosen = self._chance.random()
        if chosen < 0.1:
            other = self._chance.choice(self._team.members).id
            case.concern = take(case.concern, other, over=True)
            case.told.add(other)
            self.record.told.append(Told(now, case.concern.id, other, Kind.SHOWN))
            self._owned(now, case, other)
        elif is_open(case.concern) and chosen < 0.8:
            case.concern = react(case.concern, member, self._chance.choice(list(Reaction)))
            self._rests(now, case, (*UNTAKEN_RUNGS, *DEADLINE_RUNGS))
            if self._chance.random() < 0.4:
                day = now.astimezone(TIMES.zone).date() + timedelta(days=7)
                self._remind(case, [deadlines.follow_up(day, TIMES)])
        else:
            case.concern = close(case.concern, member, self._chance.choice(list(Closing)))
            self._rests(now, case, (*UNTAKEN_RUNGS, *DEADLINE_RUNGS, Rung.FOLLOW_UP))

    def _withdrawn(self, now: datetime, case: Case) -> None:
        case.concern = withdraw(case.concern)
        self._rests(now, case, tuple(Rung))

    def _taken_up(self, now: datetime, case: Case) -> None:
        """Begin a new promise because the reporter is still worried, as `handlers` does."""
        if is_open(case.concern):
            return
        ladder = self._team.ladder
        last_day = deadlines.promised_day(now, TIMES.zone, ladder.days)
        case.concern = reopen(case.concern, last_day)
        self.record.stories[case.concern.id].promises.append(Promised(now, last_day))
        self._open[case.concern.id] = case
        self._cancel(case, (Rung.APOLOGY,))
        self._remind(case, deadlines.deadline_nudges(now, ladder, TIMES))
        if case.concern.owner is None:
            acute = case.concern.acute
            self._remind(case, escalation.escalation(now, ladder, TIMES, acute))
        for member in telling.hear_news(case.concern, self._staff(now), case.told):
            self._tells(now, case, member, Kind.SHOWN)

    def _rests(self, now: datetime, case: Case, rungs: Iterable[Rung]) -> None:
        self.record.stories[case.concern.id].rests.append(now)
        self._open.pop(case.concern.id, None)
        self._cancel(case, rungs)

    def _cancel(self, case: Case, rungs: Iterable[Rung]) -> None:
        case.waiting = {
            key: each for key, each in case.waiting.items() if each.rung not in set(rungs)
        }


def _wait(step: deadlines.Step) -> Wait:
    return Wait(step.rung.value, step.after // _MINUTE)
