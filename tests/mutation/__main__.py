"""Mutation testing of the privacy modules: `python -m tests.mutation [module …]`."""

import ast
import os
import sys
import time
import tomllib
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from coverage import CoverageData

from tests.mutation.known import KEPT, ROOT, Covering, privacy_modules, test_times
from tests.mutation.operators import Mutant, mutants
from tests.mutation.trying import Suite, Trial

LEAST = 90  # per cent of the mutants must be killed


@dataclass(frozen=True)
class Waiting:
    """A mutant to try, the tests that could notice it, and those to run if none of them does."""

    path: Path
    mutant: Mutant
    tests: dict[str, float]
    rest: dict[str, float]


def main(asked: list[str], every: int, begin: int) -> int:
    """Try every mutant, or only each second, third … from one on; return 1 if too few are killed.

    What takes too long for one sitting is done in two: each second from the first, then the rest.
    """
    data, times, began = CoverageData(str(KEPT / "coverage")), test_times(), time.monotonic()
    data.read()
    harmless = _harmless()
    waiting: list[Waiting] = []
    excused = Counter[str]()
    for module in asked or privacy_modules():
        covering = Covering.of(module, data, times)
        for mutant in mutants(covering.source):
            if (module, mutant.text, mutant.what) in harmless:
                excused[module] += 1
                continue
            first, rest = (
                {each: times.get(each, 1.0) for each in tests} for tests in covering.tests(mutant)
            )
            waiting.append(Waiting(ROOT / module, mutant, first, rest))
    waiting = waiting[begin::every]
    killed = _try_all(waiting)
    for module in asked or privacy_modules():
        of = sum(each.path == ROOT / module for each in waiting)
        sys.stdout.write(f"{module:32} {killed[module]:4} of {of:4} killed\n")
    share = 100 * killed.total() / max(len(waiting), 1)
    sys.stdout.write(
        f"Mutants killed: {killed.total()} of {len(waiting)}, {share:.1f} % "
        f"(at least {LEAST} %), in {time.monotonic() - began:.0f} seconds; "
        f"{f'tried was one in {every}, from {begin} on; ' * (every > 1)}"
        f"{excused.total()} change nothing and are not counted.\n"
    )
    return int(share < LEAST)


def _try_all(waiting: list[Waiting]) -> Counter[str]:
    """Return how many of each module's mutants were killed; what lived is said at once."""
    suite = Suite([test for each in waiting for test in (*each.tests, *each.rest)])
    _control(suite, waiting)
    killed, running = Counter[str](), list[tuple[Waiting, Trial]]()
    left = list(reversed(waiting))
    while left or running:
        while left and len(running) < (os.cpu_count() or 1):
            each = left.pop()
            running.append((each, Trial(suite, each.path, each.mutant, each.tests)))
        time.sleep(0.005)
        for each, trial in list(running):
            ended = trial.killed()
            if ended is None:
                continue
            running.remove((each, trial))
            module = each.path.relative_to(ROOT).as_posix()
            if ended:
                killed[module] += 1
            elif each.rest:
                left.append(replace(each, tests=each.rest, rest={}))
            else:
                said = f"lived: {module}:{each.mutant.line}: {each.mutant.what}: {each.mutant.text}"
                sys.stdout.write(f"{said} ({len(left)} left)\n")
                sys.stdout.flush()
    return killed


def _control(suite: Suite, waiting: list[Waiting]) -> None:
    """Run the same tests with nothing wrong: one that fails then would seem to notice everything.

    Raises SystemExit with a sentence.
    """
    for path in dict.fromkeys(each.path for each in waiting):
        if not any(each.tests for each in waiting if each.path == path):
            raise SystemExit(f"{path.name}: no test covers it; run `make coverage`.")
    everything = {name: long for each in waiting for name, long in (each.tests | each.rest).items()}
    path, at_once = waiting[0].path, os.cpu_count() or 1
    right = ast.parse(path.read_text(encoding="utf-8"))
    mutant = Mutant(0, 0, "", "nothing is wrong", right, ())
    parts = [dict(list(everything.items())[at::at_once]) for at in range(at_once)]
    trials = [Trial(suite, path, mutant, part) for part in parts if part]
    for trial in trials:
        while (failed := trial.killed()) is None:
            time.sleep(0.05)
        if failed:
            raise SystemExit("The tests fail without a mistake; run `make coverage`.")


def _harmless() -> set[tuple[str, str, str]]:
    """Return the mutants that change nothing anybody could see, each with a reason in the file."""
    found = tomllib.loads(Path(__file__).with_name("harmless.toml").read_text(encoding="utf-8"))
    return {(each["module"], each["line"], each["what"]) for each in found.get("mutants", [])}


if __name__ == "__main__":
    every, begin = (int(os.environ.get(f"MUTATE_{each}") or 0) for each in ("EVERY", "FROM"))
    sys.exit(main(sys.argv[1:], every or 1, begin))
