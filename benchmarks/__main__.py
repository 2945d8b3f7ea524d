"""`python -m benchmarks`: our bot beside its peers, in one run; exits non-zero on a missed ratio.

BENCH_QUICK=1 tries everything with small numbers, and only prints; BENCH_SHORT=1 leaves out one
person alone and 500 far away; BENCH_POSTGRES names a server where databases may be made.
BENCH_ROUNDS and BENCH_SECONDS change how often and how long is measured.
"""

import asyncio
import os
import sys

from benchmarks import growth, overdue, parts, servers, starting
from benchmarks.comparison import CROWD, LOADS, SHORT, compare, goals, slow_disk, tables
from benchmarks.crowd import GATHERING
from benchmarks.telling import keep, machine, say

_INTRODUCED = (
    "One intake of 13 updates (twelve answers), the same calls to Telegram for each of them "
    "(2.9 per update), the same load driver in a process of its own. Our bot is `brobygger run` "
    "on SQLite, with Telegram's limits lifted (benchmarks/unpaced.py); the peers keep to none. "
    "“30 ms” is the way to Telegram and back. At any moment some are at each "
    f"step; whom a bot is too slow to let come one by one within {GATHERING:.0f} s comes at once "
    "then. Ours sends the next question before the echo of the answer, the peers after it."
)


async def main() -> int:
    """Measure, print and keep the results; return the exit code."""
    quick = bool(os.environ.get("BENCH_QUICK"))
    rounds = int(os.environ.get("BENCH_ROUNDS", "1" if quick else "3"))
    seconds = float(os.environ.get("BENCH_SECONDS", "2" if quick else "6"))
    measured_on = machine()
    loads = (CROWD,) if quick else SHORT if os.environ.get("BENCH_SHORT") else LOADS
    found = await compare(loads, rounds, seconds)
    reached = list(goals(found, await slow_disk(rounds, seconds)))
    lines = [measured_on, "", _INTRODUCED, f"{rounds} rounds of {seconds:g} s, in turn.", ""]
    lines += ["| goal | limit | found | |", "|---|---|---|---|"]
    lines += [each.line() for each in reached]
    lines += tables(found)
    for line in lines:
        say(line)
    chapters = {
        "Beside others": lines,
        "Where the time goes": await parts.lines(seconds),
        "Start": await starting.lines(rounds),
        "PostgreSQL": await servers.lines(seconds),
        "As the work grows": await growth.lines(),
        "After a month of silence": await overdue.lines(),
    }
    for name, told in chapters.items():
        say(f"\n## {name}\n" if told is not lines else "")
        for line in told if told is not lines else ():
            say(line)
        if not quick:
            keep(name, told)
    return int(any(each.missed for each in reached))


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
