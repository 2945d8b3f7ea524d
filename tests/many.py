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

    Their nicknames begin with the one of that number, or with the first that is free. One that
    is given gets a number, too, from the second concern on.
    """
    store, now, service = stage.app.store, stage.clock.now(), stage.app.house.service
    found, first = [], named or len(await store.concerns.known_to(None))
    for at in range(number):
        came = now - timedelta(minutes=number - at)
        day = promised_day(came, service.times.zone)
        this = first + at
        name = nickname(bytes([0, (this + this // 128) % 64, 0, this % 128]))
        one = Concern(new_id(), name, Role.RELATIVE, False, came, day, day)
        one = replace(one, **like)
        if at and "nickname" in like:
            one = replace(one, nickname=f"{one.nickname} {at + 1}")
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
