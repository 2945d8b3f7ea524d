"""The roster: weekly plan, imported shifts, absences, and changes beside them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from sqlalchemy import delete, insert, or_, select, update

from domain.roster import Absence, Change, Shift, Weekly, Weeks
from storage.database import Database, Write
from storage.rows import readable
from storage.team_schema import absences, duty_changes, shifts, weekly


@dataclass(frozen=True)
class Stored:
    """What is stored of the roster, from a moment on."""

    weekly: tuple[Weekly, ...]
    shifts: tuple[Shift, ...]
    absences: tuple[Absence, ...]
    changes: tuple[Change, ...]


class Rosters:
    """The tables that decide who is on duty."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def since(self, moment: datetime) -> Stored:
        """Return everything that holds at that moment or later."""
        rules = await self._database.read(select(weekly).order_by(weekly.c.id))
        given = await self._database.read(
            select(shifts).where(shifts.c.ends_at > moment).order_by(shifts.c.id)
        )
        away = await self._database.read(select(absences).where(_lasts(absences, moment)))
        changed = await self._database.read(
            select(duty_changes).where(_lasts(duty_changes, moment)).order_by(duty_changes.c.id)
        )
        return Stored(
            tuple(readable(rules, _weekly)),
            tuple(Shift(each.member, each.starts_at, each.ends_at) for each in given),
            tuple(Absence(each.member, each.starts_at, each.ends_at, each.id) for each in away),
            tuple(
                Change(each.starts_at, each.ends_at, each.comes, each.goes, each.swap)
                for each in changed
            ),
        )

    def change(self, change: Change) -> Write:
        """Let somebody come on duty, or go off it, beside the plan."""
        return Write(
            insert(duty_changes).values(
                starts_at=change.starts_at,
                ends_at=change.ends_at,
                comes=change.comes,
                goes=change.goes,
                swap=change.swap,
            )
        )

    def undo_swap(self, swap: str) -> Write:
        """Take back the changes that an accepted swap made."""
        return Write(delete(duty_changes).where(duty_changes.c.swap == swap))

    def end_duty(self, member: str, now: datetime) -> Write:
        """End what a member took by hand: from now on only the plan holds for them."""
        running = (duty_changes.c.comes == member, duty_changes.c.starts_at <= now)
        return Write(
            update(duty_changes)
            .where(*running, _lasts(duty_changes, now), duty_changes.c.swap.is_(None))
            .values(ends_at=now)
        )

    def be_away(self, absence: Absence) -> Write:
        """Note when a member is not at work."""
        return Write(
            insert(absences).values(
                id=absence.id,
                member=absence.member,
                starts_at=absence.starts_at,
                ends_at=absence.ends_at,
            )
        )

    def come_back(self, member: str, now: datetime) -> Write:
        """End a member's absence of now."""
        running = (absences.c.member == member, absences.c.starts_at <= now)
        return Write(update(absences).where(*running, _lasts(absences, now)).values(ends_at=now))

    def cancel_absence(self, absence: str) -> Write:
        """Take back an absence."""
        return Write(delete(absences).where(absences.c.id == absence))

    def plan(self, rule: Weekly) -> Write:
        """Add a duty that comes again every week."""
        return Write(
            insert(weekly).values(
                id=rule.id,
                member=rule.member,
                weekdays=",".join(map(str, sorted(rule.weekdays))),
                starts=rule.start.isoformat("minutes"),
                ends=rule.end.isoformat("minutes"),
                weeks=rule.weeks,
            )
        )

    def unplan(self, rule: str) -> Write:
        """Take a weekly duty back."""
        return Write(delete(weekly).where(weekly.c.id == rule))

    def import_shifts(self, imported: Iterable[Shift]) -> list[Write]:
        """Put a calendar's shifts in the place of the last import's."""
        rows = [
            {"member": each.member, "starts_at": each.starts_at, "ends_at": each.ends_at}
            for each in imported
        ]
        return [Write(delete(shifts)), *([Write(insert(shifts).values(rows))] if rows else [])]

    def sweep(self, before: datetime) -> list[Write]:
        """Forget the absences and changes that ended before that moment."""
        return [
            Write(delete(absences).where(absences.c.ends_at < before)),
            Write(delete(duty_changes).where(duty_changes.c.ends_at < before)),
        ]

    def forget(self, member: str) -> list[Write]:
        """Take somebody who leaves the team out of every plan."""
        return [
            Write(delete(weekly).where(weekly.c.member == member)),
            Write(delete(shifts).where(shifts.c.member == member)),
            Write(delete(absences).where(absences.c.member == member)),
            Write(delete(duty_changes).where(duty_changes.c.comes == member)),
        ]


def _lasts(table: Any, moment: datetime) -> Any:
    return or_(table.c.ends_at.is_(None), table.c.ends_at > moment)


def _weekly(row: Any) -> Weekly:
    return Weekly(
        member=row.member,
        weekdays=frozenset(map(int, row.weekdays.split(","))),
        start=time.fromisoformat(row.starts),
        end=time.fromisoformat(row.ends),
        weeks=Weeks(row.weeks),
        id=row.id,
    )
