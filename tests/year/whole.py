"""The whole year: teams of two to ten workers, played and judged, on every core there is."""

import os
import random
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field

from bot import progress
from tests.year.judge import Judge, Verdict
from tests.year.play import Play
from tests.year.team import Team

SIZES = range(2, 11)  # workers


@dataclass
class Year:
    """What was found in all teams."""

    verdict: Verdict = field(default_factory=Verdict)
    heard: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    def figures(self) -> str:
        """Return the figures, a line each, and the first faults of each kind."""
        found, heard = self.verdict, ", ".join(f"{n} {who}" for who, n in self.heard.items())
        return "\n".join(
            [
                f"concerns                                  {found.concerns:>9,}",
                f"alerts                                    {found.alerts:>9,}",
                f"nudges                                    {found.nudges:>9,}",
                f"moments at which somebody had to be told  {found.checked:>9,}",
                f"moments without somebody told             {len(found.unheard):>9,}",
                f"messages in quiet hours or on closed days {len(found.at_night):>9,}",
                f"nudges and deadlines missed               {len(found.missed):>9,}",
                f"messages doubled at one moment            {len(found.doubled):>9,}",
                f"who heard first: {heard}",
                f"{self.seconds:.0f} seconds",
                *_first(found),
            ]
        )


def play_year(concerns: int, seed: int = 2026, *, cores: int = 1) -> Year:
    """Play and judge a year with that many concerns, shared between the teams."""
    began = time.monotonic()
    share, rest = divmod(concerns, len(SIZES))
    parts = [(size, share + (at < rest), seed) for at, size in enumerate(SIZES)]
    whole = Year()
    with progress.shown("Playing the teams") as so_far:
        for done, (verdict, heard) in enumerate(_played(parts, cores), 1):
            so_far(done, len(parts))
            whole.verdict.add(verdict)
            whole.heard.update(heard)
    whole.seconds = time.monotonic() - began
    return whole


def one_team(part: tuple[int, int, int]) -> tuple[Verdict, dict[str, int]]:
    """Play and judge one team: workers, concerns, seed."""
    workers, concerns, seed = part
    chance = random.Random(f"{seed} {workers}")
    play = Play(Team.by_chance(workers, chance), concerns, chance)
    return Judge(play.whole()).judge(), play.heard


def _played(
    parts: list[tuple[int, int, int]], cores: int
) -> Iterator[tuple[Verdict, dict[str, int]]]:
    if cores == 1:
        yield from map(one_team, parts)
        return
    with ProcessPoolExecutor(min(cores, os.cpu_count() or 1)) as pool:
        yield from pool.map(one_team, reversed(parts))


def _first(found: Verdict) -> list[str]:
    kinds = (found.unheard, found.at_night, found.missed, found.doubled)
    return [f"  {fault}" for kind in kinds for fault in kind[:3]]
