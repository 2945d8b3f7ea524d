"""Figures of several rounds: their middle, how far they spread, and whether a goal is met."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Figure:
    """One figure, measured once in each round."""

    rounds: tuple[float, ...]

    @property
    def middle(self) -> float:
        """Return the median."""
        return median(self.rounds)

    @property
    def spread(self) -> float:
        """Return by which share of the median the rounds differ at most, to either side."""
        middle = self.middle
        return max(abs(each - middle) for each in self.rounds) / middle if middle else 0.0

    def over(self, other: "Figure") -> "Figure":
        """Return the ratio of two figures, round by round: what slowed both is out of it."""
        both = zip(self.rounds, other.rounds, strict=True)
        return Figure(tuple(one / two if two else math.inf for one, two in both))


@dataclass(frozen=True)
class Goal:
    """What a ratio must be at most, or at least; missed only by more than its own noise."""

    what: str
    found: Figure
    limit: float
    at_least: bool = False
    counts: bool = True  # whether missing it fails the run: only a ratio does

    @property
    def reached(self) -> bool:
        """Whether the median is as it shall be."""
        found = self.found.middle
        return found >= self.limit if self.at_least else found <= self.limit

    @property
    def missed(self) -> bool:
        """Whether even the kindest round is not as it shall be."""
        kindest = max(self.found.rounds) if self.at_least else min(self.found.rounds)
        kind = kindest >= self.limit if self.at_least else kindest <= self.limit
        return self.counts and not self.reached and not kind

    def line(self) -> str:
        """Return the row of a table."""
        sign = "≥" if self.at_least else "≤"
        said = "reached" if self.reached else "missed" if self.missed else "within the noise"
        if math.isinf(self.found.middle):
            return f"| {self.what} | {sign} {self.limit:g} | – | not measured |"
        if not self.counts and not self.reached:
            said = "not reached"
        found = f"{self.found.middle:.2f} ± {self.found.spread:.0%}"
        return f"| {self.what} | {sign} {self.limit:g} | {found} | {said} |"


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which that share of all lies; nothing measured is infinitely slow."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)] if ordered else math.inf
