"""When the one who raised a concern hears of the promise, whatever became of it (domain.md 5)."""

from datetime import datetime, time, timedelta

from domain.deadlines import (
    Ladder,
    OpeningTimes,
    Reminder,
    Rung,
    at_wall_clock,
    later_out_of_quiet,
    promised_day,
)

_DAY = timedelta(days=1)


def moments(received: datetime, ladder: Ladder, times: OpeningTimes) -> tuple[Reminder, ...]:
    """Return the question of the promised day, and the apology of the day after.

    At noon of the promised day they are asked once if they are still worried; when the next day
    opens they are told if nobody has reacted. Neither comes in quiet hours. Closed days do not
    count, and nothing the team did moves either: the time of a message tells nothing.
    """
    last_day, every_day = promised_day(received, times.zone, ladder.days), times.every_day()
    noon = at_wall_clock(last_day, time(12), times.zone)
    day_after = at_wall_clock(last_day + _DAY, times.quiet_until, times.zone)
    return (
        Reminder(Rung.STILL_WORRIED, later_out_of_quiet(noon, every_day)),
        Reminder(Rung.APOLOGY, day_after),
    )
