"""Forgetting a concern once its time has come: only counts are left of it."""

import contextlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, tzinfo

from domain.concern import Concern
from domain.figures import Arrival
from domain.retention import counted, forgotten_on
from handlers.turn import Turn
from storage.doors import is_empty
from storage.journal import RECEIVED, Entry, is_reaction, not_undone
from storage.sealing import SealBroken


async def forget(turn: Turn, concern_id: str) -> None:
    """Forget a concern that has ended: everywhere, and in its reporter's own door.

    Of one that is gone already, the entries that came after it are emptied too.
    """
    store = turn.store
    concern = await store.concerns.get(concern_id)
    if concern is None:
        turn.write(store.journal.forget(concern_id, turn.now))
        return
    day = forgotten_on(concern, turn.house.service.retention_days)
    if day is None or day > turn.local_day:  # somebody took it up again just now
        return
    await leave_the_door(turn, concern_id)
    entries = await store.journal.of(concern_id)
    turn.write(*store.forgetting.count(_counted(turn, concern, entries)))
    turn.write(store.journal.forget(concern_id, turn.now))
    turn.write(*store.forgetting.concern(concern_id))


async def leave_the_door(turn: Turn, concern_id: str) -> None:
    """Let the door of whoever its way back leads to know nothing of a concern any more."""
    route = None
    with contextlib.suppress(SealBroken):  # a damaged way back keeps nothing from being forgotten
        route = await turn.store.routes.of(concern_id)
    if route is None:
        return
    door = await turn.store.doors.at(route.chat_id)
    known = tuple(each for each in door.concerns if each != concern_id)
    wrote = {message: each for message, each in door.wrote.items() if each != concern_id}
    asked = door.expected is not None and door.expected.concern == concern_id
    expected = None if asked else door.expected
    left = replace(door, concerns=known, wrote=wrote, expected=expected)
    if is_empty(left):
        turn.write(*turn.store.doors.delete(door))
    elif left != door:  # a door that is saved counts as used, and is kept longer
        turn.keep_other(left)


def _counted(turn: Turn, concern: Concern, entries: list[Entry]) -> Counter[tuple[str, str]]:
    """Return what the figures of each month count of a concern."""
    service = turn.house.service
    zone, days = service.times.zone, service.ladder.days
    lasting = not_undone(entries)
    reacted = next((_day(each, zone) for each in lasting if is_reaction(each.action)), None)
    arrivals = [
        Arrival(concern.role, _day(each, zone), reacted)
        for each in lasting
        if each.action == RECEIVED
    ]
    done = [(each.action, day) for day, each in _within_months(entries, zone)]
    return counted(arrivals, done, days)


def _within_months(entries: Iterable[Entry], zone: tzinfo) -> list[tuple[date, Entry]]:
    """Return what was done and not undone within the same month, as the figures see it."""
    months: dict[str, list[Entry]] = {}
    for each in entries:
        months.setdefault(f"{_day(each, zone):%Y-%m}", []).append(each)
    return [(_day(each, zone), each) for month in months.values() for each in not_undone(month)]


def _day(entry: Entry, zone: tzinfo) -> date:
    return entry.at.astimezone(zone).date()
