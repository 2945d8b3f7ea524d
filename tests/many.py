"""Many concerns at once: put where the bot keeps them, because walking each in takes long."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from domain.concern import Concern, State
from domain.deadlines import promised_day
from domain.nickname import nickname
from domain.obligations import missing
from domain.people import Role
from storage.journal import Entry
from storage.routes import Route
from storage.staff import new_id
from tests.cast import Worker
from tests.stage import Stage


async def concerns(stage: Stage, number: int, named: int = 0, **like: Any) -> list[Concern]:
    """Let that many concerns have come, a minute apart and the last one now; `like` says how.

    Their nicknames begin with the one of that number, and none comes twice.
    """
    store, now, service = stage.app.store, stage.clock.now(), stage.app.house.service
    found = []
    for at in range(number):
        came = now - timedelta(minutes=number - at)
        day = promised_day(came, service.times.zone)
        name = nickname(bytes([0, named + at, 0, named + at]))
        one = Concern(new_id(), name, Role.RELATIVE, False, came, day, day)
        one = replace(one, **like)
        found.append(one)
        ahead = missing(one, (), now, service.ladder, service.times)
        route = Route(10**6 + at, "da", may_write=False)
        await store.database.write(
            await store.concerns.add(one, {}, route, one.id),
            store.journal.note(Entry(came, "reporter", "received", one.id)),
            *store.reminders.schedule(one.id, ahead),
        )
    return found


async def taken_by(stage: Stage, owner: Worker, number: int, **like: Any) -> list[Concern]:
    """Let that many concerns have come, and one member have taken them all."""
    team = await stage.app.store.staff.all()
    (member,) = [each.member.id for each in team if each.member.name == owner.name]
    return await concerns(stage, number, **{"owner": member, "state": State.TAKEN, **like})
