"""What a lead sees at a glance: what is past its promise, who cannot be reached, the log."""

from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from telegram import Update

from domain.concern import Concern
from domain.people import Status
from handlers.phrases import Voice
from handlers.screen import Button, Screen, in_rows
from handlers.team import access, colleagues, lists, said
from handlers.team.access import May
from handlers.turn import Context, Turn
from handlers.work import cards, history
from storage.journal import Entry
from storage.staff import Colleague

_MENU = {
    "button-lead-figures": "figures/now",
    "button-lead-overdue": "overdue",
    "button-gaps": "gaps/0",
    "button-lead-reach": "reach",
    "button-lead-audit": "audit",
    "button-team": "team/0",
}


async def tapped(update: Update, context: Context) -> None:
    """Answer /leder and the button of the same meaning."""
    menu(context.turn)


async def overdue_tapped(update: Update, context: Context) -> None:
    """Show what is past its promise, or turn to a page of it: `overdue`, `overdue/<page>`."""
    await overdue(context.turn, *lists.asked(update))


async def reach_tapped(update: Update, context: Context) -> None:
    """Show who cannot be reached: `reach`."""
    await reach(context.turn)


async def audit_tapped(update: Update, context: Context) -> None:
    """Show the log, or turn to a page of it: `audit`, `audit/<page>`."""
    await audit(context.turn, *lists.asked(update))


async def typed(turn: Turn, text: str) -> bool:
    """Do what a lead typed; False when it was something else. Whoever is no lead is told so."""
    for key, do in _TYPED.items():
        page = said.page_behind(turn, text, key)
        if page is not None:
            if await access.allowed(turn, May.LEAD, key.removeprefix("button-")):
                await do(turn, page)
            return True
    return False


def menu(turn: Turn) -> None:
    """Show what a lead can look at."""
    buttons = [Button(turn.voice(key), does) for key, does in _MENU.items()]
    turn.reply(Screen(turn.voice("lead-menu"), in_rows(buttons, 2)))


async def overdue(turn: Turn, number: int = 0, at: int = 0) -> None:
    """Show a page of what nobody reacted to within the promise, with who has it, oldest first."""
    late = [each for each in await turn.store.concerns.open() if each.promised_on < turn.local_day]
    if not late:
        return turn.reply(Screen(turn.voice("overdue-none")))
    page, staff, voice = lists.page(late, number), await colleagues.by_id(turn), turn.voice
    lines, rows = [], []
    for each in page.shown:
        owner = colleagues.name(staff, voice, each.owner) if each.owner else ""
        lines.append(_late(voice, each, owner))
        rows.append((cards.listed(voice, each), Button(voice("button-take"), f"take/{each.id}")))
    turning = lists.turning(voice, page, "overdue")
    return lists.show(turn, Screen(lists.text(voice, page, *lines), (*rows, *turning)), at)


async def reach(turn: Turn) -> None:
    """Show who of the team no message reaches, and who is paused."""
    staff = await colleagues.by_id(turn)
    here = [each for each in colleagues.members(staff) if each.status is not Status.GONE]
    gone = [each.id for each in here if not each.reachable]
    paused = [each.id for each in here if each.status is Status.PAUSED]
    lines = [
        turn.voice(key, names=", ".join(colleagues.name(staff, turn.voice, each) for each in found))
        for key, found in (("reach-unreachable", gone), ("reach-paused", paused))
        if found
    ]
    turn.reply(Screen("\n\n".join(lines) or turn.voice("reach-none")))


async def audit(turn: Turn, number: int = 0, at: int = 0) -> None:
    """Show a page of what everybody did, newest first; that it was read is noted too.

    How a concern ended is not in it: it stands in the concern's own timeline.
    """
    of = max(1, -(-await turn.store.journal.count() // history.SIZE))
    number = min(number, of - 1)
    entries = await turn.store.journal.newest(history.SIZE, number * history.SIZE)
    page, staff = lists.Page(entries, number, of), await colleagues.by_id(turn)
    names = await turn.store.concerns.named({each.concern for each in entries if each.concern})
    days = history.by_day(turn, entries, partial(_logged, turn.voice, staff, names))
    text = lists.text(turn.voice, page, turn.voice("audit-head"), *days)
    turn.note("read the audit trail")
    lists.show(turn, Screen(text, lists.turning(turn.voice, page, "audit")), at)


def _logged(
    voice: Voice, staff: dict[str, Colleague], names: dict[str, str], entry: Entry, time: str
) -> str:
    """Return one line of the log, with the nickname it is about if it is about one."""
    name, what = history.who(staff, voice, entry.actor), history.what(voice, entry.action)
    nickname = names.get(entry.concern or "")
    if nickname is None:
        return voice("timeline-line", time=time, name=name, what=what)
    return voice("audit-line", time=time, name=name, what=what, nickname=nickname)


def _late(voice: Voice, concern: Concern, owner: str) -> str:
    nickname, date = concern.nickname, concern.promised_on
    if owner:
        return voice("overdue-taken", nickname=nickname, date=date, owner=owner)
    return voice("overdue-free", nickname=nickname, date=date)


async def _menu(turn: Turn, _page: int) -> None:
    menu(turn)


async def _reach(turn: Turn, _page: int) -> None:
    await reach(turn)


_TYPED: dict[str, Callable[[Turn, int], Coroutine[Any, Any, None]]] = {
    "button-lead": _menu,
    "button-lead-overdue": overdue,
    "button-lead-reach": _reach,
    "button-lead-audit": audit,
}
