"""The bot as it is shipped, which notes how long its loop hung."""

import asyncio
import atexit
import json
import os
import time

from bot.__main__ import main
from bot.app import App

_EVERY = 0.005  # seconds
_lags: list[float] = []


async def _note() -> None:
    while True:
        asked = time.perf_counter()
        await asyncio.sleep(_EVERY)
        _lags.append(time.perf_counter() - asked - _EVERY)


_start = App.start


async def _noting(self: App) -> None:
    self.noting = asyncio.create_task(_note())  # type: ignore[attr-defined]
    await _start(self)


def _keep() -> None:
    with open(f"{os.environ['BENCH_FOLDER']}/lags.json", "w", encoding="utf-8") as file:
        json.dump(_lags, file)


if __name__ == "__main__":
    atexit.register(_keep)
    App.start = _noting  # type: ignore[method-assign]
    main()
