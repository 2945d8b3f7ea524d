"""Steps that can be taken back: what was before a member's last step with a concern."""

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select

from domain.concern import Closing, Reaction, State
from domain.undo import Before, Undo
from storage.database import Database, Write
from storage.engines import upsert
from storage.rows import readable
from storage.team_schema import undos


class Undos:
    """The table of steps that can be taken back: the newest of each concern."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, undo: Undo) -> Write:
        """Keep what was before a step, in the place of the step before."""
        follow_up = undo.follow_up.isoformat() if undo.follow_up else None
        statement = upsert(undos).values(
            concern=undo.concern,
            version=undo.version,
            member=undo.member,
            expires_at=undo.expires_at,
            before=json.dumps({**asdict(undo.before), "step": undo.step, "follow_up": follow_up}),
        )
        names = ("version", "member", "expires_at", "before")
        newest = {name: statement.excluded[name] for name in names}
        return Write(statement.on_conflict_do_update(index_elements=[undos.c.concern], set_=newest))

    async def of(self, concern: str) -> Undo | None:
        """Return a concern's newest step, or None; it may be too old."""
        rows = await self._database.read(select(undos).where(undos.c.concern == concern))
        return next(iter(readable(rows, _undo)), None)

    async def by(self, member: str) -> list[Undo]:
        """Return a member's steps, newest first; they may be too old."""
        query = select(undos).where(undos.c.member == member).order_by(undos.c.expires_at.desc())
        return readable(await self._database.read(query), _undo)

    def forget(self, concern: str) -> Write:
        """Forget a concern's newest step: it cannot be taken back any more."""
        return Write(delete(undos).where(undos.c.concern == concern))


def _undo(row: Any) -> Undo:
    plain = json.loads(row.before)
    follow_up = plain["follow_up"]
    return Undo(
        concern=row.concern,
        step=plain["step"],
        before=Before(
            state=State(plain["state"]),
            owner=plain["owner"],
            offered_to=plain["offered_to"],
            reaction=Reaction(plain["reaction"]) if plain["reaction"] else None,
            closing=Closing(plain["closing"]) if plain["closing"] else None,
        ),
        version=row.version,
        member=row.member,
        expires_at=row.expires_at,
        follow_up=datetime.fromisoformat(follow_up) if follow_up else None,
    )
