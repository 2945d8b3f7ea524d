"""The section of the configuration about the search for somebody to take a concern."""

from datetime import timedelta
from itertools import pairwise
from typing import Annotated, Literal

from pydantic import Field
from pydantic import field_validator as check

from bot.config.values import Section
from domain.deadlines import Rung, Step


class SearchStep(Section):
    """Who hears of a concern nobody has taken, after how many minutes, in which hours."""

    who: Literal["second", "workers", "leads", "everyone"]
    after_minutes: Annotated[int, Field(ge=1, le=60 * 24 * 60)]  # as long as a promise may be
    hours: Literal["open", "any"] = "open"

    def known(self) -> Step:
        """Return the step as the rules know it."""
        rung = _RUNGS[self.who]
        return Step(rung, timedelta(minutes=self.after_minutes), any_hour=self.hours == "any")


_RUNGS = {
    "second": Rung.SECOND,
    "workers": Rung.TEAM,
    "leads": Rung.LEAD,
    "everyone": Rung.EVERYONE,
}


class Escalation(Section):
    """The search for somebody to take a concern, step by step."""

    steps: list[SearchStep] = Field(
        default_factory=lambda: [
            SearchStep(who="second", after_minutes=15),
            SearchStep(who="workers", after_minutes=30),
            SearchStep(who="leads", after_minutes=60),
        ],
        min_length=1,
    )

    @check("steps")
    @classmethod
    def _each_waits_longer(cls, value: list[SearchStep]) -> list[SearchStep]:
        for before, step in pairwise(value):
            if step.after_minutes <= before.after_minutes:
                raise ValueError(
                    f"has {step.who} at {step.after_minutes} minutes, after {before.who} at "
                    f"{before.after_minutes}; allowed is more minutes from step to step"
                )
        return value
