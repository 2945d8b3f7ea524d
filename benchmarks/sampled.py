"""`benchmarks.unpaced` that notes a thousand times a second of processor time what it is at."""

import atexit
import json
import os
import signal
from collections import Counter
from types import FrameType

import benchmarks.unpaced
from bot.__main__ import main

# Of the stack the innermost frame that belongs to a part says which.
PARTS = (
    ("sealing and hashes", ("/storage/sealing.py", "/storage/keyring.py", "/hmac.py")),
    ("SQLAlchemy and SQLite", ("/sqlalchemy/", "/storage/")),
    ("calling Telegram", ("/aiohttp/", "/telegram/request/", "/bot/telegram/", "/yarl/")),
    ("python-telegram-bot's objects and dispatch", ("/telegram/",)),
    ("texts", ("/fluent/", "/babel/", "/handlers/phrases.py")),
    ("handlers and rules", ("/handlers/", "/domain/")),
    ("inbox, outbox and pace", ("/bot/",)),
    ("the loop", ("/asyncio/", "/selectors.py")),
)
_EVERY, _START = 0.001, 4.0  # seconds of processor time; the start takes fewer than that
_seen: Counter[str] = Counter()
assert benchmarks.unpaced.limit  # the limits are lifted


def _part(frame: FrameType | None) -> str:
    while frame is not None:
        for name, files in PARTS:
            if any(each in frame.f_code.co_filename for each in files):
                return name
        frame = frame.f_back
    return "the rest"


def _note(_signal: int, frame: FrameType | None) -> None:
    _seen[_part(frame)] += 1


def _keep() -> None:
    signal.setitimer(signal.ITIMER_PROF, 0)
    with open(f"{os.environ['BENCH_FOLDER']}/parts.json", "w", encoding="utf-8") as file:
        json.dump(_seen, file)


if __name__ == "__main__":
    atexit.register(_keep)
    signal.signal(signal.SIGPROF, _note)
    signal.setitimer(signal.ITIMER_PROF, _START, _EVERY)
    main()
