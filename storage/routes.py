"""Routes: the way back from a concern to whoever raised it, under a key that can be destroyed."""

from dataclasses import asdict, dataclass
from functools import partial

from sqlalchemy import select, update

from storage.database import Database, Shred, Write
from storage.generations import KeyForgotten
from storage.keyring import Keyring
from storage.schema import concerns
from storage.sealing import seal, unseal


@dataclass(frozen=True)
class Route:
    """The way back to a reporter: their chat, the language they chose, and if they may be asked.

    It is gone when they cut their trace, and there again when they come back by receipt.
    """

    chat_id: int
    language: str
    may_write: bool


class Routes:
    """The ways back, each in its concern's row."""

    def __init__(self, database: Database, keyring: Keyring) -> None:
        self._database = database
        self._keyring = keyring

    async def of(self, concern: str) -> Route | None:
        """Return the way back to the reporter, or None when there is none."""
        query = select(concerns.c.route).where(concerns.c.id == concern)
        rows = await self._database.read(query)
        if not rows or rows[0].route is None:
            return None
        try:
            key = await self._keyring.route_key(concern)
        except KeyForgotten:  # it was cut, and the row could not be emptied yet
            return None
        return Route(**unseal(key, _place(concern), rows[0].route))

    async def was_cut_short(self, concern: str) -> bool:
        """Whether a way back was being cut: its key is destroyed, its row not emptied yet."""
        query = select(concerns.c.id).where(concerns.c.id == concern, concerns.c.route.is_not(None))
        if not await self._database.read(query):
            return False
        try:
            await self._keyring.route_key(concern)
        except KeyForgotten:
            return True
        return False

    async def reach(self, concern: str, route: Route) -> Write:
        """Set the way back to the reporter; raises KeyForgotten for a forgotten concern."""
        key = await self._keyring.new_route_key(concern)
        sealed = seal(key, _place(concern), asdict(route))
        return Write(update(concerns).where(concerns.c.id == concern).values(route=sealed), rows=1)

    def cut(self, concern: str) -> Write:
        """Empty the way back, and destroy its key."""
        emptied = update(concerns).where(concerns.c.id == concern).values(route=None)
        return Shred(emptied, rows=1, destroy=partial(self._keyring.destroy_route_key, concern))


async def sealed_route(keyring: Keyring, concern: str, route: Route) -> bytes:
    """Seal the way back of a new concern, whose keys are there already."""
    return seal(await keyring.route_key(concern), _place(concern), asdict(route))


def _place(concern: str) -> str:
    return f"concerns/{concern}/route"
