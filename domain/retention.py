"""Retention: when a concern is forgotten, and what is counted of it before that."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from domain.concern import Concern, has_ended
from domain.figures import COUNTED, DONE, RECEIVED, WAITED, Arrival, waited


def forgotten_on(concern: Concern, days: int) -> date | None:
    """Return the local day on which a concern is forgotten: never while it has not ended.

    The clock starts on the day it ended; of one that ended just now that day is not noted yet.
    """
    if not has_ended(concern) or concern.ended_on is None:
        return None
    return concern.ended_on + timedelta(days=days)


def ended(concern: Concern, today: date) -> Concern:
    """Return a concern that has just ended, with the local day from which its time runs."""
    return replace(concern, ended_on=today)


def counted(
    arrivals: Iterable[Arrival], done: Iterable[tuple[str, date]], promised_days: int
) -> Counter[tuple[str, str]]:
    """Return what stays of one concern: numbers by (month like "2026-11", what is counted).

    `done` is what was done with it, as the journal calls it, and on which local day. Of that,
    what no figure shows is not kept, and each thing counts once a month.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for each in arrivals:
        month = f"{each.received_on:%Y-%m}"
        counts[month, f"{RECEIVED}{each.role}"] += 1
        counts[month, f"{WAITED}{waited(each, promised_days)}"] += 1
    shown = {(f"{on:%Y-%m}", f"{DONE}{action}") for action, on in done if action in COUNTED}
    counts.update(shown)
    return counts
