"""An independent judge: knows the promises, not the code, and counts what was not kept.

Nothing of the bot is used here. What is open, who is at work, which step is due and when the last
day opens are worked out anew, by the wall clock of Copenhagen and offices that open at 8 and
close at 20 from Monday to Friday.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tests.year.record import Kind, Promised, Record, Story, Told

ZONE = ZoneInfo("Europe/Copenhagen")
OPENS, CLOSES = time(8), time(20)
DAY = timedelta(days=1)


@dataclass
class Verdict:
    """What a judge counted; each fault is a sentence."""

    concerns: int = 0
    alerts: int = 0
    nudges: int = 0
    checked: int = 0  # moments at which somebody had to be told
    unheard: list[str] = field(default_factory=list)  # nobody able knew, or a step did not come
    at_night: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)  # nudges, last calls and overdue days
    doubled: list[str] = field(default_factory=list)

    @property
    def faults(self) -> list[str]:
        """Return every fault."""
        return [*self.unheard, *self.at_night, *self.missed, *self.doubled]

    def add(self, other: "Verdict") -> None:
        """Count what another judge counted too."""
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)


class Team:
    """Who of a team can be told at a moment, and who is at work."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._changes: dict[str, list[tuple[datetime, bool]]] = defaultdict(list)
        for at, member, reachable in sorted(record.reach):
            self._changes[member].append((at, reachable))

    def able(self, at: datetime) -> set[str]:
        """Return the members who can be reached."""
        return {each for each in self._record.people if self._reachable(each, at)}

    def at_work(self, at: datetime) -> set[str]:
        """Return those who can be reached and are at work; everybody if nobody is."""
        able = self.able(at)
        present = {each for each in able if not self._is_away(each, at)}
        return present or able

    def circle(self, who: str, at: datetime) -> set[str]:
        """Return whom a step is for: its own kind, or all when there is none of it."""
        present = self.at_work(at)
        kinds = {
            "team": {each for each in present if not self._record.people[each]},
            "lead": {each for each in present if self._record.people[each]},
        }
        return kinds.get(who) or present

    def _reachable(self, member: str, at: datetime) -> bool:
        earlier = [reachable for when, reachable in self._changes[member] if when <= at]
        return earlier[-1] if earlier else True

    def _is_away(self, member: str, at: datetime) -> bool:
        return any(start <= at < end for start, end in self._record.away.get(member, ()))


class Judge:
    """Judges one team's record; `slack` is how much later than due a message may leave."""

    def __init__(self, record: Record, slack: timedelta = timedelta(0)) -> None:
        self.record, self.slack = record, slack
        self.team, self.verdict = Team(record), Verdict()
        self._told: dict[str, list[Told]] = defaultdict(list)
        for each in sorted(record.told, key=lambda told: told.at):
            self._told[each.concern].append(each)
        self._losses = [at for at, _, reachable in sorted(record.reach) if not reachable]

    def judge(self) -> Verdict:
        """Look at everything once, and return what was found."""
        counted = [each.kind for each in self.record.told]
        self.verdict.concerns = len(self.record.stories)
        self.verdict.alerts, self.verdict.nudges = (
            counted.count(Kind.ALERT),
            counted.count(Kind.NUDGE),
        )
        for concern, story in self.record.stories.items():
            self._messages(concern, story)
            for promise, until in _periods(story, self.record.end):
                self._somebody_knows(concern, promise, until)
                if promise is story.promises[0]:
                    self._first(concern, story)
                self._search(concern, story, promise, until)
                self._deadlines(concern, story, promise, until)
        return self.verdict

    # What must not be

    def _messages(self, concern: str, story: Story) -> None:
        """No message twice at one moment, and none at night but those that may be."""
        last: dict[str, datetime] = {}
        for told in self._told[concern]:
            before = last.get(told.member)
            if told.kind is not Kind.SHOWN:
                if before is not None and told.at - before <= self.slack:
                    self.verdict.doubled.append(f"{told}: told already at that moment")
                last[told.member] = told.at
                if not is_open(told.at, self.record.holidays) and not self._may_wake(told, story):
                    self.verdict.at_night.append(f"{told}: in quiet hours or on a closed day")

    def _may_wake(self, told: Told, story: Story) -> bool:
        """Whether it is a new concern, an acute search, or in place of one just lost."""
        minutes = [0, *(wait.minutes for wait in self.record.waits)] if story.acute else [0]
        for promise in story.promises:
            dues = (promise.at + timedelta(minutes=each) for each in minutes)
            if any(due <= told.at <= due + self.slack for due in dues):
                return True
        at = bisect_right(self._losses, told.at)
        replaced = at > 0 and told.at - self._losses[at - 1] <= self.slack
        return told.kind is Kind.ALERT and replaced

    # What must be

    def _somebody_knows(self, concern: str, promise: Promised, until: datetime) -> None:
        """From receipt on, at every moment somebody who can be reached has been told."""
        changes = [at for at, _, _ in self.record.reach if promise.at < at < until]
        for moment in (promise.at, *changes):
            able = self.team.able(moment)
            known = {each.member for each in self._until(concern, moment + self.slack)}
            self.verdict.checked += 1
            if able and not able & known:
                self.verdict.unheard.append(f"{concern} at {moment}: nobody able has been told")

    def _first(self, concern: str, story: Story) -> None:
        """Everyone hears of an acute concern at once."""
        if story.acute:
            at = story.promises[0].at
            self._must(concern, at, self.team.at_work(at), self.verdict.unheard)

    def _search(self, concern: str, story: Story, promise: Promised, until: datetime) -> None:
        """Every step comes at its moment until somebody takes the concern."""
        moved, waited = promise.at, 0
        for wait in self.record.waits:
            due = promise.at + timedelta(minutes=wait.minutes)
            if not story.acute:
                share = timedelta(minutes=wait.minutes - waited)
                due = moved = opening(moved + share, self.record.holidays)
                waited = wait.minutes
            if due >= until or _owner(story, due):
                return
            if wait.who != "second":
                self._must(concern, due, self.team.circle(wait.who, due), self.verdict.unheard)
                continue
            pushed = (each for each in self._told[concern] if each.kind is not Kind.SHOWN)
            before = {each.member for each in pushed if each.at < due}
            heard = {each.member for each in self._within(concern, due)}
            self.verdict.checked += 1
            if self.team.at_work(due) - before and not heard - before:
                self.verdict.unheard.append(f"{concern} at {due}: no second was told")

    def _deadlines(self, concern: str, story: Story, promise: Promised, until: datetime) -> None:
        """The owner, or everybody, hears of the days before the last; the leads when it is late."""
        holidays = self.record.holidays
        last_call = _last_call(promise, holidays)
        for days in (3, 5, 6):
            wall = promise.at.astimezone(ZONE).replace(tzinfo=None) + days * DAY
            same_time = wall.replace(tzinfo=ZONE).astimezone(UTC)
            due = min(last_call, max(promise.at, opening(same_time, holidays)))
            self._responsible(concern, story, due, until)
        self._responsible(concern, story, last_call, until)
        day = promise.last_day + DAY
        while (due := _at(day, OPENS)) < until:
            if is_open(due, holidays):
                self._responsible(concern, story, due, until)
                leads = self.team.circle("lead", due)
                self._must(concern, due, leads, self.verdict.missed)
            day += DAY

    def _responsible(self, concern: str, story: Story, due: datetime, until: datetime) -> None:
        """Whoever owns the concern and is at work was told at that moment, or else everybody."""
        if due >= until:
            return
        owner, present = _owner(story, due), self.team.at_work(due)
        must = {owner} if owner in present else present
        self._must(concern, due, {each for each in must if each}, self.verdict.missed)

    def _must(self, concern: str, due: datetime, must: set[str], faults: list[str]) -> None:
        """Note whoever was not told at that moment."""
        self.verdict.checked += 1
        heard = {each.member for each in self._within(concern, due)}
        if must - heard:
            faults.append(f"{concern} at {due}: {sorted(must - heard)} not told")

    def _until(self, concern: str, moment: datetime) -> Iterator[Told]:
        return (each for each in self._told[concern] if each.at <= moment)

    def _within(self, concern: str, due: datetime) -> Iterator[Told]:
        return (each for each in self._told[concern] if due <= each.at <= due + self.slack)


def is_open(at: datetime, holidays: Iterable[date]) -> bool:
    """Whether the office is open at that moment."""
    local = at.astimezone(ZONE)
    working = local.weekday() < 5 and local.date() not in holidays
    return working and OPENS <= local.time() < CLOSES


def opening(at: datetime, holidays: Iterable[date]) -> datetime:
    """Return the moment itself when the office is open, else when it opens next."""
    if is_open(at, holidays):
        return at
    day = at.astimezone(ZONE).date()
    while not (is_open(_at(day, OPENS), holidays) and _at(day, OPENS) > at):
        day += DAY
    return _at(day, OPENS)


def _last_call(promise: Promised, holidays: Iterable[date]) -> datetime:
    """Return when the last working day of a promise opens, or the moment it was given."""
    day, first = promise.last_day, promise.at.astimezone(ZONE).date()
    while not is_open(_at(day, OPENS), holidays) and day > first:
        day -= DAY
    return max(promise.at, _at(day, OPENS))


def _at(day: date, moment: time) -> datetime:
    return datetime.combine(day, moment, ZONE).astimezone(UTC)


def _owner(story: Story, at: datetime) -> str | None:
    """Return who owned the concern just before a moment."""
    return next((member for since, member in reversed(story.owners) if since < at), None)


def _periods(story: Story, end: datetime) -> Iterator[tuple[Promised, datetime]]:
    """Yield each promise, and the moment until which it had to be kept alive."""
    for promise in story.promises:
        rest = next((each for each in story.rests if each > promise.at), end)
        yield promise, min(rest, end)
