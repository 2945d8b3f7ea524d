"""Several processes of the bot on one database, behind one address that Telegram posts to."""

import asyncio
import contextlib
import itertools
import socket
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

from bot.sandbox.server import Sandbox
from tests.faults.killing import PATIENCE, Process

_PIECE = 65536
_LOOK = 0.05  # seconds


class Balancer:
    """Hands every connection on to the next process that takes it."""

    def __init__(self, ports: list[int]) -> None:
        self._ports = ports
        self._turns: Iterator[int] = itertools.cycle(range(len(ports)))

    @contextlib.asynccontextmanager
    async def listening(self) -> AsyncIterator[str]:
        """Listen on this machine, and give the address."""
        server = await asyncio.start_server(self._take, "127.0.0.1", 0)
        async with server:
            yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"

    async def _take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        ends = [writer]
        with contextlib.suppress(OSError):
            there, back = await self._next()
            ends.append(back)
            await asyncio.gather(_pass(reader, back), _pass(there, writer))
        for each in ends:
            each.close()
            with contextlib.suppress(OSError):
                await each.wait_closed()

    async def _next(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        for _ in self._ports:
            with contextlib.suppress(OSError):
                return await asyncio.open_connection("127.0.0.1", self._ports[next(self._turns)])
        raise OSError("No process takes it.")


async def _pass(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while piece := await reader.read(_PIECE):
            writer.write(piece)
            await writer.drain()
        writer.write_eof()


@contextlib.asynccontextmanager
async def replicas(
    number: int, folder: Path, sandbox: Sandbox, url: str, **environment: str
) -> AsyncIterator[list[Process]]:
    """Run that many processes behind one address, with one keyring, and leave none behind."""
    ports = [_free_port() for _ in range(number)]
    async with Balancer(ports).listening() as address:
        shared = environment | {
            "BROBYGGER_STORAGE__URL": url,
            "BROBYGGER_KEYS__PATH": str(folder / "keys" / "keyring.db"),
            "BROBYGGER_TELEGRAM__MODE": "webhook",
            "BROBYGGER_TELEGRAM__WEBHOOK_URL": address,
        }
        processes = [
            Process(
                folder / str(port), sandbox, **shared, BROBYGGER_TELEGRAM__WEBHOOK_PORT=str(port)
            )
            for port in ports
        ]
        try:
            for each in processes:
                await each.start()
            yield processes
        finally:
            for each in processes:
                await each.end()


async def the_one_that_works(processes: list[Process]) -> Process:
    """Wait until one of the processes works, and return it."""
    for _ in range(int(PATIENCE / _LOOK)):
        for each in processes:
            if each.said("This process works now"):
                return each
        await asyncio.sleep(_LOOK)
    raise AssertionError("\n".join(["None works.", *(each.last_words() for each in processes)]))


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])
