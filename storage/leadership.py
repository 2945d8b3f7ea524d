"""Leadership: of several processes on one PostgreSQL database one works, the others stand ready."""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from typing import Any

from sqlalchemy import URL, text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database
from storage.engines import UNUSABLE, file_of, holding_engine

_log = logging.getLogger(__name__)

_LOOK = 1.0  # seconds between two looks at the lock
_ANSWER = 10.0  # seconds after which a server that does not answer counts as away
# The server ends a session that was silent for so long, and gives its lock to another: longer
# than `_ANSWER`, so that one that is cut off has stopped before the next one begins.
_SILENCE = 30
_SILENT = text(f"SET idle_session_timeout = '{_SILENCE}s'")
_TRY = text("SELECT pg_try_advisory_lock(hashtext('brobygger leads'), 0)")
_STILL = text("SELECT true")
_SESSION = text("SELECT pg_backend_pid()")
_END = text("SELECT pg_terminate_backend(:session)")
_CHANNEL = "brobygger"
TELL = f"SELECT pg_notify('{_CHANNEL}', '')"


_OVERTAKEN = (
    "Another process on the same database may work now; start this one again, and it stands ready."
)


class LeadershipLost(Exception):
    """Another process works now; this one must end and stand ready again."""


class Leadership:
    """A lock that the server holds for us as long as we live, and hears us (docs/decisions/0029).

    On SQLite there is nobody to share with: whoever has the file leads.
    """

    def __init__(self, url: str | URL, database: Database) -> None:
        self._url = url
        self._database = database
        self._led = asyncio.Event()
        self._unheld_since: float | None = None  # while the server is there, on the loop's clock
        self._session: int | None = None  # the server's number of the connection that had it
        self._warned = False
        if file_of(url) is not None:
            self._led.set()

    @property
    def is_ours(self) -> bool:
        """Whether it is ours to work."""
        return self._led.is_set()

    async def comes(self, seconds: float) -> bool:
        """Wait at most so long, and return whether it is ours to work."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._led.wait(), seconds)
        return self.is_ours

    async def run(self, told: Callable[[], None]) -> None:
        """Reach for the lock until cancelled, and call `told` when another process says something.

        A server that is away is waited for: nobody can work meanwhile. Raises LeadershipLost when
        the lock could not be kept although the server is there.
        """
        if file_of(self._url) is not None:
            await asyncio.Event().wait()
        engine = holding_engine(self._url)
        try:
            while True:
                try:
                    async with engine.connect() as connection:
                        await self._hold(connection, told)
                except UNUSABLE as error:
                    self._warn(error)
                await self._see_that_it_is_kept()
                await asyncio.sleep(_LOOK)
        finally:
            await engine.dispose()

    async def _hold(self, connection: AsyncConnection, told: Callable[[], None]) -> None:
        """Reach for the lock and then keep it; raises what the server fails with."""
        await _asked(connection, _SILENT)
        raw = await connection.get_raw_connection()
        await raw.driver_connection.add_listener(_CHANNEL, lambda *_: told())  # type: ignore[union-attr]
        if self._session is not None:  # it may live on at the server, and still have the lock
            await _asked(connection, _END.bindparams(session=self._session))
        self._session, mine, refused = await _asked(connection, _SESSION), False, 0
        while True:
            mine = bool(await _asked(connection, _STILL if mine else _TRY))
            self._warned = False
            refused = 0 if mine or not self.is_ours else refused + 1
            if refused > 1:  # not only until our own old session has ended
                raise LeadershipLost(_OVERTAKEN)
            if mine and not self.is_ours:
                _log.info("This process works now.")
                self._led.set()
            self._unheld_since = None
            await asyncio.sleep(_LOOK)

    async def _see_that_it_is_kept(self) -> None:
        """Raise LeadershipLost when we cannot hold it, and the server is there for others."""
        if not self.is_ours:
            return
        try:
            async with asyncio.timeout(_ANSWER):
                await self._database.read_all_of("SELECT true")
        except UNUSABLE:
            self._unheld_since = None
            return
        now = asyncio.get_running_loop().time()
        self._unheld_since = self._unheld_since or now
        if now - self._unheld_since > _ANSWER:
            raise LeadershipLost(_OVERTAKEN)

    def _warn(self, error: Exception) -> None:
        if not self._warned:
            self._warned = True
            reason = type(getattr(error, "orig", error)).__name__
            _log.warning("This process can neither work nor stand ready (%s).", reason)


async def _asked(connection: AsyncConnection, query: Any) -> Any:
    try:
        async with asyncio.timeout(_ANSWER):
            result = await connection.execute(query)
            return result.scalar_one() if result.returns_rows else None
    except UNUSABLE:
        await connection.invalidate()  # it may hang: it is not closed politely
        raise
