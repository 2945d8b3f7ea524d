"""Turns: run something that happens, and commit all that follows from it as one."""

from collections.abc import Awaitable, Callable

from sqlalchemy.exc import IntegrityError

from bot.clock import Clock
from domain.service import Service
from handlers.house import House
from handlers.turn import Turn, current
from storage.database import Conflict, Write
from storage.engines import is_taken
from storage.store import Store

_TRIES = 10


class Turns:
    """Runs turns against fresh state until their commit meets no conflict."""

    def __init__(self, house: House, clock: Clock, committed: Callable[[], None]) -> None:
        self._house = house
        self._clock = clock
        self._committed = committed

    @property
    def service(self) -> Service:
        """The municipality's facts."""
        return self._house.service

    @property
    def store(self) -> Store:
        """Everything that survives."""
        return self._house.store

    async def run(
        self, chat_id: int | None, act: Callable[[Turn], Awaitable[None]], *also: Write
    ) -> None:
        """Run `act` in a turn of the person in that chat (None: of the clock) and commit it.

        `also` is committed with it. When somebody else was faster, nothing has happened, and
        `act` runs again on what is true now. Raises what `act` raises, and Conflict when the
        race is lost ten times.
        """
        for _ in range(_TRIES):
            turn = await self._turn(chat_id)
            # Whoever is paused, removed or made something else meanwhile has done nothing.
            speaks = [self._house.store.staff.unchanged(turn.colleague)] if turn.colleague else []
            token = current.set(turn)
            try:
                await act(turn)
            finally:
                current.reset(token)
            try:
                await self._house.store.database.write(*speaks, *turn.effects(), *also)
            except Conflict:
                continue
            except IntegrityError as error:
                if not is_taken(error):
                    raise  # no race, but a defect
                continue
            self._committed()
            return
        raise Conflict("Others were faster ten times in a row.")

    async def _turn(self, chat_id: int | None) -> Turn:
        store, now = self._house.store, self._clock.now()
        if chat_id is None:
            return Turn(self._house, now)
        door, colleague = await store.doors.at(chat_id), await store.staff.at(chat_id)
        return Turn(self._house.open_to(colleague, now), now, door, colleague)
