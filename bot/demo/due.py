"""What is due when: read out of the stored rows, and remembered after it has happened."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from bot.demo.cells import Row
from bot.demo.snapshot import Snapshot
from domain.concern import ENDED_STATES, OPEN_STATES
from domain.deadlines import UNTAKEN_RUNGS, Rung, at_wall_clock
from domain.handshake import Hand
from storage.schema import concerns, doors, inbox, outbox, reminders
from storage.team_schema import handshakes

State = Literal["waiting", "done", "cancelled"]

_STATES: dict[str, State] = {"waiting": "waiting", "fired": "done", "cancelled": "cancelled"}
_WHAT = {
    **dict.fromkeys(UNTAKEN_RUNGS, "escalation"),
    Rung.DAY7: "deadline",
    Rung.OVERDUE: "late",
    Rung.FOLLOW_UP: "follow_up",
}
_KEPT = 300  # moments that are over
_NOTED_WITHIN = timedelta(minutes=61)  # when a concern ended; only then its time runs
_BY_ITSELF = timedelta(seconds=5)  # what comes within that needs no moved clock


@dataclass(frozen=True)
class Moment:
    """One thing that is due, or was; `concern` is None for what is about no concern."""

    at: datetime
    what: str
    rung: str
    concern: str | None = None
    nickname: str | None = None
    state: State = "waiting"

    def as_json(self) -> dict[str, str | None]:
        """Return the moment as the timeline shows it."""
        return {
            "at": self.at.isoformat(),
            "what": self.what,
            "rung": self.rung,
            "nickname": self.nickname,
            "state": self.state,
        }


class Timeline:
    """Every moment of one run, those that are over too; nothing of a forgotten concern."""

    def __init__(self, zone: ZoneInfo, retention: timedelta) -> None:
        self._zone = zone
        self._retention = retention
        self._moments: dict[str, Moment] = {}

    def see(self, snapshot: Snapshot, now: datetime) -> bool:
        """Learn from what is stored now; whether anything is otherwise than before."""
        before, self._moments = self._moments, dict(self._stored(snapshot))
        known = snapshot.rows(concerns)
        for key in before.keys() - self._moments.keys():
            over = _over(before[key], now)
            if over is not None and (over.concern is None or over.concern in known):
                self._moments[key] = over
        self._let_go()
        return self._moments != before

    def moments(self) -> list[Moment]:
        """Return all moments in order."""
        return sorted(self._moments.values(), key=lambda each: (each.at, each.rung))

    def following(self, snapshot: Snapshot, now: datetime) -> datetime | None:
        """Return the next moment at which something is due that does not come by itself."""
        waiting = [each.at for each in self._moments.values() if each.state == "waiting"]
        if any(map(_has_just_ended, snapshot.rows(concerns).values())):
            waiting.append(now + _NOTED_WITHIN)
        for table, state in ((outbox, "waiting"), (inbox, "new")):
            rows = snapshot.rows(table).values()
            waiting += [each["not_before"] for each in rows if each["state"] == state]
        return min((each for each in waiting if each > now + _BY_ITSELF), default=None)

    def _stored(self, snapshot: Snapshot) -> Iterator[tuple[str, Moment]]:
        known = snapshot.rows(concerns)
        for key, row in snapshot.rows(reminders).items():
            if (concern := known.get(row["concern"])) is not None:
                what, state = _WHAT.get(row["rung"], "reminder"), _STATES[row["state"]]
                about = row["concern"], concern["nickname"]
                yield f"reminder/{key}", Moment(row["due_at"], what, row["rung"], *about, state)
        for key, row in snapshot.rows(doors).items():
            if (at := row["wakes_at"]) is not None:
                yield f"door/{key}/{at}", Moment(at, "draft", "draft")
        for key, row in snapshot.rows(handshakes).items():
            state = "waiting" if row["state"] == Hand.ASKED else "done"
            yield f"handshake/{key}", Moment(row["due_at"], "handshake", "handshake", state=state)
        for key, row in known.items():
            if row["state"] in ENDED_STATES and not _has_just_ended(row):
                at = at_wall_clock(row["ended_on"] + self._retention, time(), self._zone)
                about = key, row["nickname"]
                yield f"forgetting/{key}", Moment(at, "forgetting", "forgetting", *about)

    def _let_go(self) -> None:
        """Keep only the newest of what is over."""
        over = sorted(
            (key for key, each in self._moments.items() if each.state != "waiting"),
            key=lambda key: self._moments[key].at,
        )
        for key in over[:-_KEPT]:
            del self._moments[key]


def counts(snapshot: Snapshot) -> dict[str, int]:
    """Return how much is under way: what came in, what shall leave, what is open, what waits."""
    return {
        "waiting": sum(each["state"] == "new" for each in snapshot.rows(inbox).values()),
        "leaving": sum(each["state"] != "parked" for each in snapshot.rows(outbox).values()),
        "open": sum(each["state"] in OPEN_STATES for each in snapshot.rows(concerns).values()),
        "reminders": sum(each["state"] == "waiting" for each in snapshot.rows(reminders).values()),
    }


def _has_just_ended(concern: Row) -> bool:
    return concern["state"] in ENDED_STATES and concern["ended_on"] is None


def _over(moment: Moment, now: datetime) -> Moment | None:
    """Return what became of a moment that is not stored any more; None if it is not worth telling.

    Whatever is written in the meantime, a row of a reminder goes only some time after it fired.
    """
    if moment.state != "waiting":
        return moment
    if moment.at <= now:
        return replace(moment, state="done")
    return replace(moment, state="cancelled") if moment.concern else None
