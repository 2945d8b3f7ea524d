"""Where our bot's processor time goes, by part, while fifty people walk the intake."""

import asyncio
import json
import tempfile
from pathlib import Path

from benchmarks.crowd import Crowd
from benchmarks.running import OURS, Place, launch, prepare
from benchmarks.telegram import Telegram


async def lines(seconds: float) -> list[str]:
    """Return the table, the start left out."""
    with tempfile.TemporaryDirectory() as there:
        folder, place = Path(there), Place(program="benchmarks.sampled")
        crowd = Crowd(50)
        crowd.listen_as(await prepare(folder, place))
        async with Telegram(crowd.saw) as crowd.telegram:
            running = await launch(OURS, folder, crowd.telegram.url, place, 1)
            await asyncio.wait_for(crowd.telegram.polled.wait(), 60)
            await crowd.gather()
            await asyncio.sleep(seconds * 4)
            running.process.terminate()
            await running.process.wait()
        seen = json.loads((folder / "parts.json").read_text(encoding="utf-8"))
    whole = sum(seen.values())
    rows = sorted(seen.items(), key=lambda each: -each[1])
    return ["| part | share |", "|---|---|", *(f"| {name} | {n / whole:.0%} |" for name, n in rows)]
