"""What the one run of the suite under coverage left behind: who covers which line, in what time."""

import tomllib
import xml.etree.ElementTree as ElementTree
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path

from coverage import CoverageData

from tests.mutation.operators import Mutant

ROOT = Path(__file__).parents[2]
KEPT = ROOT / ".proof"
AT_MOST, ENOUGH = 60, 20.0  # tests, and seconds of tests, for one mutant
_AT_LEAST = 12  # tests, however slow the machine was that measured them
_REST = 60.0  # seconds of further tests for one that none of the first noticed
_OVERHEAD = 0.05  # seconds that a test costs beside its own


def privacy_modules() -> list[str]:
    """Return the modules that are proven, as pyproject.toml lists them."""
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return list(config["tool"]["coverage"]["run"]["include"])


def test_times() -> dict[str, float]:
    """Return how many seconds each test took, by its id."""
    times = {}
    for case in ElementTree.parse(KEPT / "times.xml").getroot().iter("testcase"):
        file = case.attrib["classname"].replace(".", "/")
        times[f"{file}.py::{case.attrib['name']}"] = float(case.attrib["time"])
    return times


@dataclass
class Covering:
    """Which tests run the lines of one module.

    Those that are most about it for their time come first: a line that few tests run says more of
    each of them, and a short one has told whether it notices before a long one has begun.
    """

    module: str
    source: str
    by_line: dict[int, list[str]]
    times: dict[str, float]

    @classmethod
    def of(cls, module: str, data: CoverageData, times: dict[str, float]) -> "Covering":
        """Read what is known of a module."""
        path = ROOT / module
        contexts = data.contexts_by_lineno(str(path))
        by_line = {
            line: sorted({each.rpartition("|")[0] for each in found if each})
            for line, found in contexts.items()
        }
        return cls(module, path.read_text(encoding="utf-8"), by_line, times)

    def tests(self, mutant: Mutant) -> tuple[list[str], list[str]]:
        """Return the tests that could notice a mutant, the likeliest first, and not too many.

        With them come those to run when none of the first does, the shortest first.
        """
        lines: Iterable[int] = range(mutant.line, mutant.last + 1)
        if mutant.names:
            lines = self._speaking_of(mutant.names)
        found = sorted(self._at(lines) or self._at(self.by_line), key=self._rank)
        chosen: list[str] = []
        seconds = 0.0
        for each in found:
            few, long = len(chosen) < _AT_LEAST, self._long(each)
            if len(chosen) < AT_MOST and (0 if few else seconds) + long <= ENOUGH:
                seconds += long
                chosen.append(each)
        rest = sorted(set(found) - set(chosen), key=lambda each: (self._long(each), each))
        until = list(accumulate(map(self._long, rest)))
        return chosen or found[:1], rest[: bisect_right(until, _REST)]

    def _rank(self, test: str) -> tuple[float, str]:
        return -self.about[test] / (self._long(test) + _OVERHEAD), test

    def _long(self, test: str) -> float:
        return self.times.get(test, 1.0)

    @cached_property
    def about(self) -> Counter[str]:
        """How much each test is about this module."""
        found = Counter[str]()
        for tests in self.by_line.values():
            for each in tests:
                found[each] += 1000 // len(tests)
        return found

    def _at(self, lines: Iterable[int]) -> set[str]:
        return {each for line in lines for each in self.by_line.get(line, ())}

    def _speaking_of(self, names: Iterable[str]) -> list[int]:
        lines = enumerate(self.source.splitlines(), 1)
        return [number for number, text in lines if any(name in text for name in names)]
