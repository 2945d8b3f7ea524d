"""`python -m tests.load`: a rush of 1,000 people, judged; exits non-zero if a figure is broken.

LOAD_PEOPLE is how many come at once, LOAD_ANSWERS how many questions each still has to answer
before sending. Telegram takes 30 calls a second from the bot: the usual numbers take 3 minutes.
"""

import asyncio
import os
import sys
import tempfile
from pathlib import Path

from bot.clock import SystemClock
from bot.sandbox.server import Sandbox
from bot.telegram.pace import IN_ALL
from tests.load.judge import Figure, Judge
from tests.load.rush import Size, rush
from tests.stage import TOKEN, USERNAME


def main() -> int:
    """Run, print the table, and return the exit code."""
    size = Size(
        int(os.environ.get("LOAD_PEOPLE", "1000")), int(os.environ.get("LOAD_ANSWERS", "1"))
    )
    _say(
        f"{size.people:,} people send at once; at {IN_ALL:g} calls a second that takes "
        f"about {size.calls / IN_ALL:.0f} s."
    )
    with tempfile.TemporaryDirectory() as folder:
        figures = asyncio.run(_judged(Path(folder), size))
    for each in figures:
        _say(f"  {each.what:<38} {each.found}{'   <-- BROKEN' if each.broken else ''}")
    broken = sum(each.broken for each in figures)
    _say(f"{broken} figures are broken." if broken else "Every figure holds.")
    return 1 if broken else 0


async def _judged(folder: Path, size: Size) -> list[Figure]:
    async with Sandbox(TOKEN, USERNAME, SystemClock()) as sandbox:
        judge = Judge(await rush(folder, sandbox, size))
        return [*judge.kept(), *judge.measured()]


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
