"""The search for somebody to take a concern: whom to alert when, while nobody has."""

from datetime import datetime, timedelta

from domain.deadlines import Ladder, OpeningTimes, Reminder, later_out_of_quiet, utc


def escalation(
    received: datetime, ladder: Ladder, times: OpeningTimes, acute: bool
) -> tuple[Reminder, ...]:
    """Return whom to alert when, if nobody takes the concern, in due order.

    An acute concern wakes people at any hour. Otherwise a step moves later out of quiet times
    and still waits its own share after the one before it, so a morning is no avalanche.
    """
    moved, waited, steps = utc(received), timedelta(0), []
    for step in ladder.steps:
        due = utc(received) + step.after
        if not (acute or step.any_hour):
            due = moved = later_out_of_quiet(moved + step.after - waited, times)
            waited = step.after
        steps.append(Reminder(step.rung, due))
    return tuple(sorted(steps, key=lambda each: each.due_at))
