"""`brobygger run` as it is shipped, but for Telegram's limits: no peer keeps to any.

With 30 calls a second in all, every figure would be that of the limit and not of the bot. It
also notes how long each alert lay in the outbox, which nobody can see from outside.
"""

import importlib
import os
import time
from pathlib import Path

from bot.__main__ import main
from bot.telegram import pace
from bot.telegram.courier import Courier
from domain.urgency import Urgency
from storage.database import Write
from storage.outbox import Message, Outbox, Outgoing

for limit in ("PER_CHAT", "CHAT_BURST", "IN_ALL"):
    setattr(importlib.import_module(pace.__name__), limit, 10**9)

_put, _send = Outbox.put, Courier._send
_came: dict[str | None, float] = {}


def _is_alert(message: Message) -> bool:
    return message.is_new and message.card is not None and message.urgency == Urgency.ALERT


def _noted_put(outbox: Outbox, message: Message) -> Write:
    if _is_alert(message):
        _came[message.card] = time.perf_counter()
    return _put(outbox, message)


async def _noted_send(courier: Courier, outgoing: Outgoing, message: Message) -> bool:
    if _is_alert(message) and message.card in _came:
        now = time.perf_counter()
        with (Path(os.environ["BENCH_FOLDER"]) / "alerts").open("a", encoding="utf-8") as file:
            file.write(f"{now} {now - _came.pop(message.card)}\n")
    return await _send(courier, outgoing, message)


Outbox.put = _noted_put  # type: ignore[assignment, method-assign]
Courier._send = _noted_send  # type: ignore[assignment, method-assign]

if __name__ == "__main__":
    main()
