"""The judge of a rush: every figure is read from what Telegram saw and from the files."""

import math
import sqlite3
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

from bot.sandbox.world import Call
from bot.telegram.pace import CHAT_BURST, IN_ALL, PER_CHAT
from domain.urgency import Urgency
from tests.faults.persistent import VOICE
from tests.load.crowd import RECEIPT
from tests.load.rush import FIGURES, FIGURES_HEAD, NUDGE, NUDGES, Rush

# What a call may be late on the way from the bot's own count to Telegram, in seconds.
_ON_THE_WAY = 0.5
# The first tenth is left out: it fills caches. After that half a megabyte of growth was measured,
# what Python's allocator gives back late; with eight times that, a row kept of each call shows.
_START, MARGIN = 0.1, 4 * 2**20
_SHORTEST = 60  # seconds; in less than that a growth would not show
_ONE_BY_ONE = 2.0  # seconds; where there is room for all, one chat's messages still take so long
_SAME_MOMENT = 1.0  # seconds; side by side on the wire, the order of two is a matter of chance
_LONG = 5.0  # seconds in which what was sent is surely handled, and a queue moves on
ALERT = VOICE("alert", nickname="|", date="").partition("|")[0]


@dataclass(frozen=True)
class Figure:
    """One line of the table; `broken` says that it is not as it must be."""

    what: str
    found: str
    broken: bool = False


class Judge:
    """Reads a rush that is over."""

    def __init__(self, seen: Rush) -> None:
        self._seen = seen
        self._sent = [each for each in seen.calls if _is_message(each)]
        self._theirs = _rows(
            seen.folder,
            "SELECT nickname, promised_on FROM concerns WHERE owner IS NULL ORDER BY rowid",
        )

    def kept(self) -> Iterator[Figure]:
        """Return what must hold however slow the machine is: nothing lost, all in order."""
        yield from self._nothing_lost()
        yield from self._alerts()

    def measured(self) -> Iterator[Figure]:
        """Return what is measured in seconds: Telegram's limits, urgency, and memory."""
        yield from self._limits()
        yield from self._urgency()
        yield self._memory()

    def _nothing_lost(self) -> Iterator[Figure]:
        people = self._seen.people
        left = _rows(self._seen.folder, "SELECT 1 FROM inbox WHERE state != 'done'")
        stored, wrong = len(self._theirs), sum(each.receipts() != 1 for each in people)
        yield Figure("people who sent a concern", f"{len(people)}")
        yield Figure("concerns stored", f"{stored}", stored != len(people))
        shared = stored - len({each["nickname"] for each in self._theirs})
        yield Figure("concerns that share a name", f"{shared}", shared > 0)
        yield Figure("people without exactly one receipt", f"{wrong}", wrong > 0)
        yield Figure("updates left undone", f"{len(left)}", bool(left))
        mixed = sum(not each.is_in_order() for each in people)
        yield Figure("chats out of order", f"{mixed}", mixed > 0)
        code = self._seen.exit_code
        yield Figure("exit code of the bot", f"{code}", code != 0)

    def _alerts(self) -> Iterator[Figure]:
        """Every concern's alert was taken by Telegram or still waits for its chat's pace."""
        said = [_alert(each) for each in self._theirs]
        query = f"SELECT 1 FROM outbox WHERE priority = {Urgency.ALERT:d} AND state = 'waiting'"
        waiting = len(_rows(self._seen.folder, query))
        told = [[each.params["text"] for each in self._to(chat)] for chat in self._seen.on_duty]
        alerts = [[text for text in each if text in set(said)] for each in told]
        wanted, there = len(said) * len(alerts), sum(map(len, alerts)) + waiting
        yield Figure("alerts delivered", f"{sum(map(len, alerts))}")
        yield Figure("alerts that wait for their chat", f"{waiting}", there != wanted)
        mixed = sum(each != said[: len(each)] for each in alerts)
        yield Figure("workers alerted out of order", f"{mixed}", mixed > 0)

    def _limits(self) -> Iterator[Figure]:
        times = [each.time for each in self._sent]
        yield Figure("calls to Telegram", f"{len(times)} in {_span(times):.0f} s")
        busiest, allowed = _busiest(times), IN_ALL * (1 + _ON_THE_WAY)
        title = "calls in the busiest second"
        yield Figure(title, f"{busiest} of {allowed:g}", busiest > allowed)
        chats = defaultdict(list)
        for each in self._sent:
            chats[each.params["chat_id"]].append(each.time)
        most = max(_peak(each, PER_CHAT) for each in chats.values())
        allowed = CHAT_BURST + PER_CHAT * _ON_THE_WAY
        title = f"at most beyond {PER_CHAT:g}/s in a chat"
        yield Figure(title, f"{most:.0f} of {allowed:g}", most > allowed)
        groups = sum(chat < 0 for chat in chats)
        yield Figure("groups written to", f"{groups}", groups > 0)
        refused = sum(each.status == 429 for each in self._seen.calls)
        yield Figure("refusals for speed", f"{refused}", refused > 0)

    def _urgency(self) -> Iterator[Figure]:
        """Alerts before receipts before nudges before figures."""
        receipts = [each.time for each in self._sent if _says(each, RECEIPT)]
        nudges = [each.time for each in self._to(self._seen.reminded) if _says(each, NUDGE)]
        figures = [each.time for each in self._to(self._seen.lead) if _says(each, FIGURES_HEAD)]
        still = max(self._held_up(chat, receipts) for chat in self._seen.on_duty)
        yield Figure("alerts stood still at most", f"{still:.1f} s", still > _LONG)
        waits = [_seconds(each.sent_at, each.receipt_at) for each in self._seen.people]
        yield Figure("a receipt took", f"{median(waits):.1f} s, at most {max(waits):.1f} s")
        for what, times in (("nudge", nudges), ("figure", figures)):
            took = [_seconds(self._seen.asked_at, each) for each in times]
            yield Figure(f"a {what} took", f"{median(took):.1f} s")
        early = sum(self._waited_for_a_receipt(each) for each in nudges)
        yield Figure("nudges that overtook a receipt", f"{early}", early > 0)
        early = sum(_seconds(each, max(nudges)) > _ONE_BY_ONE for each in figures)
        yield Figure("figures that overtook a nudge", f"{early}", early > 0)
        missing = NUDGES + FIGURES - len(nudges) - len(figures)
        yield Figure("nudges and figures missing", f"{missing}", missing > 0)

    def _memory(self) -> Figure:
        found = self._seen.resident
        kept = found[int(len(found) * _START) :]
        half = len(kept) // 2
        before, after = max(kept[:half], default=0), max(kept[half:], default=0)
        grown = (after - before) / 2**20
        told = f"{before / 2**20:.0f}, then {after / 2**20:.0f} MB ({grown:+.1f})"
        if len(found) < _SHORTEST:
            return Figure("memory, first and second half", f"{told}; too short to judge")
        return Figure("memory, first and second half", told, after > before + MARGIN)

    def _to(self, chat: int) -> list[Call]:
        return [each for each in self._sent if each.params["chat_id"] == chat]

    def _held_up(self, chat: int, receipts: Sequence[datetime]) -> float:
        """Return how long alerts to a chat stood still at most while there were receipts."""
        alerts = [each.time for each in self._to(chat) if _says(each, ALERT)]
        moments = [receipts[0], *(each for each in alerts if receipts[0] < each < receipts[-1])]
        first = _seconds(receipts[0], alerts[0])
        return max([first, *(_seconds(*each) for each in pairwise(moments))])

    def _waited_for_a_receipt(self, moment: datetime) -> bool:
        """Whether anybody who had sent long before that moment got their receipt after it."""
        return any(
            _seconds(each.sent_at, moment) > _LONG
            and _seconds(moment, each.receipt_at) > _SAME_MOMENT
            for each in self._seen.people
        )


def _alert(concern: Mapping[str, str]) -> str:
    day = date.fromisoformat(concern["promised_on"])
    return VOICE("alert", nickname=concern["nickname"], date=day)


def _is_message(call: Call) -> bool:
    return "chat_id" in call.params and call.status == 200


def _says(call: Call, head: str) -> bool:
    return str(call.params.get("text", "")).startswith(head)


def _seconds(start: datetime | None, end: datetime | None) -> float:
    """Return how long something took; what never happened took for ever."""
    return (end - start).total_seconds() if start and end else math.inf


def _span(times: Sequence[datetime]) -> float:
    return _seconds(times[0], times[-1])


def _busiest(times: Sequence[datetime]) -> int:
    """Return how many calls came within one second at most."""
    ends = (bisect_left(times, each + timedelta(seconds=1)) for each in times)
    return max(end - start for start, end in enumerate(ends))


def _peak(times: Sequence[datetime], rate: float) -> float:
    """Return how many calls there were at most beyond a rate: how full a leaking bucket got."""
    level, before = 0.0, times[0]
    peak = level
    for each in times:
        level = max(0.0, level - _seconds(before, each) * rate) + 1
        before, peak = each, max(peak, level)
    return peak


def _rows(folder: Path, query: str) -> list[Any]:
    """Read from the bot's database without the bot and without writing."""
    file = f"file:{folder}/data/brobygger.db?mode=ro"
    with closing(sqlite3.connect(file, uri=True)) as database:
        database.row_factory = sqlite3.Row
        return database.execute(query).fetchall()
