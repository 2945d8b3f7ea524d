"""The section of the configuration about the duty: its hours, its weekly plan, its calendar."""

from datetime import time, timedelta
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationInfo
from pydantic import field_validator as check

from bot.config.values import Section, TimeOfDay
from domain.roster import DutyHours, Weekly, Weeks
from domain.service import Duty

_ADDRESS = "https://"


class WeeklyDuty(Section):
    """One duty that comes again every week; day 1 is Monday."""

    who: Annotated[str, Field(min_length=1)]
    days: Annotated[frozenset[Annotated[int, Field(ge=1, le=7)]], Field(min_length=1)]
    start: TimeOfDay = time(8)
    end: TimeOfDay = time(16)
    weeks: Literal["every", "odd", "even"] = "every"

    def to_rule(self) -> Weekly:
        """Return the duty as the roster knows it, under a name instead of a member."""
        weekdays = frozenset(day - 1 for day in self.days)
        return Weekly(self.who, weekdays, self.start, self.end, Weeks(self.weeks))


class DutySettings(Section):
    """When somebody should have the duty, and who is planned for it."""

    start: TimeOfDay = time(8)
    end: TimeOfDay = time(16)
    handshake_minutes: Annotated[int, Field(ge=1, le=240)] = 15
    weekly: list[WeeklyDuty] = Field(default_factory=list)
    calendar: str = Field(default="", repr=False)  # whoever knows the address can read it

    @check("end")
    @classmethod
    def _ends_after_it_starts(cls, value: time, info: ValidationInfo) -> time:
        if value <= info.data.get("start", time.min):
            raise ValueError("is not later than duty.start; allowed is later the same day")
        return value

    @check("calendar")
    @classmethod
    def _is_a_calendar(cls, value: str) -> str:
        if value and not value.startswith(_ADDRESS) and not value.endswith(".ics"):
            raise ValueError(
                "is not a calendar; allowed is an .ics file's path, or an address that begins "
                "with https://"
            )
        return value

    def placed(self, folder: Path) -> "DutySettings":
        """Return the settings with the calendar's file found from that folder."""
        if not self.calendar or self.calendar.startswith(_ADDRESS):
            return self
        return self.model_copy(update={"calendar": str(folder / self.calendar)})

    def to_duty(self) -> Duty:
        """Return what the rules know of it."""
        return Duty(
            hours=DutyHours(self.start, self.end),
            handshake_after=timedelta(minutes=self.handshake_minutes),
            weekly=tuple(each.to_rule() for each in self.weekly),
        )
