"""Time what a mistyped and an unknown receipt take, and ask chance whether they differ (A22)."""

import asyncio
import math
import os
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from telegram import Chat, Message

from domain import rates
from domain.receipt import issue
from handlers.house import House
from handlers.raising import typing
from tests.handlers.house import opened_house, turn_of

TIMES = 10_000  # of each kind
CHANCE = 0.01  # below this the two kinds can be told apart
APART = rates.HOUR / rates.CODES_OF_ALL  # so that no code waits for its turn
_WARM_UP = 300


def unknown() -> str:
    """Return a receipt nobody has."""
    return issue(os.urandom(10))


def mistyped() -> str:
    """Return a receipt whose last symbol is wrong."""
    code = unknown()
    return code[:-1] + ("A" if code[-1] != "A" else "B")


KINDS: tuple[Callable[[], str], ...] = (unknown, mistyped)


async def measured(house: House, times: int) -> tuple[list[float], list[float]]:
    """Return how many seconds each unknown and each mistyped receipt took, in mixed order."""
    found: tuple[list[float], list[float]] = ([], [])
    order = random.sample([0, 1] * (times + _WARM_UP), 2 * (times + _WARM_UP))
    now = datetime(2026, 11, 23, tzinfo=UTC)
    for chat, kind in enumerate(order, 1):
        now += APART + timedelta(seconds=1)
        turn = await turn_of(house, now, None, chat)
        message = Message(1, now, Chat(chat, "private"), text=KINDS[kind]())
        began = perf_counter()
        await typing.words(turn, message)
        turn.effects()
        took = perf_counter() - began
        if chat > 2 * _WARM_UP:
            found[kind].append(took)
    return found


def probability(first: list[float], second: list[float]) -> float:
    """Return Mann and Whitney's two-sided p: how often chance alone would differ as much."""
    both = sorted([(each, 0) for each in first] + [(each, 1) for each in second])
    ranks, ties = 0.0, 0
    for begin, end in _alike([value for value, _ in both]):
        share = sum(which == 0 for _, which in both[begin:end])
        ranks += share * (begin + 1 + end) / 2
        ties += (end - begin) ** 3 - (end - begin)
    one, two = len(first), len(second)
    every = one + two
    middle = one * (every + 1) / 2
    spread = math.sqrt(one * two / 12 * (every + 1 - ties / (every * (every - 1))))
    return math.erfc(abs(ranks - middle) / spread / math.sqrt(2)) if spread else 1.0


def _alike(values: list[float]) -> Iterator[tuple[int, int]]:
    begin = 0
    for at in range(1, len(values) + 1):
        if at == len(values) or values[at] != values[begin]:
            yield begin, at
            begin = at


async def main() -> int:
    """Print the figures side by side; return 1 when the two kinds can be told apart."""
    with tempfile.TemporaryDirectory() as folder:
        async with opened_house(Path(folder)) as house:
            first, second = await measured(house, TIMES)
    p = probability(first, second)
    lines = [f"{'a receipt that is':20}{'unknown':>12}{'mistyped':>12}"]
    for name, figure in (("median, µs", median), ("slowest 1 %, µs", _slowest)):
        lines.append(f"{name:20}{figure(first) * 1e6:12.1f}{figure(second) * 1e6:12.1f}")
    lines.append(f"p = {p:.3f} over {len(first):,} of each; told apart below {CHANCE}")
    sys.stdout.write("\n".join(lines) + "\n")
    return int(p <= CHANCE)


def _slowest(times: list[float]) -> float:
    return sorted(times)[-len(times) // 100]


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
