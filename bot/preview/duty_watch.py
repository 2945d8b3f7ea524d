"""How the duty watches itself, for the preview: handshake, calendar, days without a duty."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.preview.album import Act, Album
from bot.preview.crew import Team
from domain.roster import Shift
from handlers.roster import calendar_file, calendar_import, handshake, roster_watch
from handlers.screen import Screen
from handlers.team import colleagues
from handlers.turn import Turn


async def chapters(album: Album, crew: Team) -> None:
    """Show what is asked when a duty begins, and what the leads hear of the plan."""
    album.begin("The team: the duty watches itself")
    worker, lead = crew.worker_at, replace(crew.worker_at, looks_at=crew.lead.chat_id)
    await album.show(worker, "A duty begins", _begins(crew, timedelta(hours=1)))
    await album.show(worker, "A long duty begins", _begins(crew, timedelta(days=3)))
    await album.show(worker, "On duty: confirmed", handshake.confirm)
    await album.show(lead, "The lead: no answer", _asks(crew, "hand-missed"))
    await album.show(lead, "The lead: nobody on duty can be reached", _asks(crew, "hand-empty"))
    await album.show(worker, "An answer after all", _says("hand-after-all", name="Lone"))
    await crew.off_duty(album)
    await album.show(worker, "Confirmed without being on duty", handshake.confirm)
    await crew.reachable(album)
    days = [album.now.date() + timedelta(days=ahead) for ahead in range(1, 10)]
    await album.show(
        worker,
        "The lead: days without anybody",
        lambda turn: turn.reply(roster_watch.screen(turn.voice, days)),
    )
    await album.show(worker, "The lead: unknown names", _says("roster-unknown-names", names="Bo"))
    await album.show(lead, "The lead: the calendar is broken", calendar_import.unreadable)
    await album.show(
        lead, "The lead: strangers there", lambda turn: calendar_import.replace(turn, (), 2)
    )
    await album.show(lead, "The lead: duties are lost there", _loses(crew))
    await album.show(worker, "The duties as a file", calendar_file.export)


def _loses(crew: Team) -> Act:
    """Return what tells of a calendar that has a duty of nobody but the worker any more."""

    async def act(turn: Turn) -> None:
        later = turn.now + timedelta(hours=8)
        last = [Shift(each.member.id, turn.now, later) for each in (crew.worker, crew.lead)]
        await calendar_import.tell_lost(turn, last, last[:1])

    return act


def _begins(crew: Team, lasts: timedelta) -> Act:
    return lambda turn: handshake.ask(
        turn, crew.worker, Shift(crew.worker.member.id, turn.now, turn.now + lasts)
    )


def _asks(crew: Team, key: str) -> Act:
    async def act(turn: Turn) -> None:
        staff = await colleagues.by_id(turn)
        silent = [crew.worker.member.id] if key == "hand-missed" else []
        handshake.ask_others(turn, staff, key, silent)

    return act


def _says(key: str, **values: Any) -> Act:
    return lambda turn: turn.reply(Screen(turn.voice(key, **values)))
