"""The installed command `brobygger`, as an operator starts it, against a sandbox."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

TOKEN = "1:sandbox"
COMMAND = Path(sys.executable).parent / "brobygger"
PATIENCE = 30  # seconds until a process that does not end has failed its test


@dataclass(frozen=True)
class Ended:
    """How a process ended."""

    code: int
    out: str
    err: str


class Running:
    """A process under way."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._heard = b""

    @property
    def number(self) -> int:
        """The process's number."""
        return self._process.pid

    async def says(self, words: str, stream: str = "stderr") -> str:
        """Wait for a line with these words."""
        reader = self._process.stderr if stream == "stderr" else self._process.stdout
        assert reader is not None
        async with asyncio.timeout(PATIENCE):
            while line := await reader.readline():
                self._heard += line if stream == "stderr" else b""
                if words in line.decode():
                    return line.decode()
        raise AssertionError(f"It ended without {words!r}, after: {self._heard.decode()}")

    async def ends(self, by: signal.Signals | None = None) -> Ended:
        """Wait for the end, asked for with a signal if one is given."""
        if by is not None:
            self._process.send_signal(by)
        async with asyncio.timeout(PATIENCE):
            out, err = await self._process.communicate()
        assert self._process.returncode is not None
        return Ended(self._process.returncode, out.decode(), (self._heard + err).decode())


class Operator:
    """Somebody at a command line, in a folder of their own."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder = folder
        self.environment: dict[str, str] = {}
        self.keeps_a_master_key()
        self.configures(f'[telegram]\ntoken = "{TOKEN}"\napi_url = "{url}"\n')

    def keeps_a_master_key(self) -> None:
        """Have a master key, as after a first start that told to copy it."""
        file = self.folder / "keys" / "master.key"
        file.parent.mkdir(exist_ok=True)
        if not file.exists():
            file.write_text("12" * 32)
            file.chmod(0o600)

    def configures(self, toml: str) -> None:
        """Write config.toml."""
        (self.folder / "config.toml").write_text(toml, encoding="utf-8")

    def adds(self, toml: str) -> None:
        """Add to config.toml."""
        with (self.folder / "config.toml").open("a", encoding="utf-8") as file:
            file.write(toml)

    async def runs(self, *words: str) -> Ended:
        """Run the command to its end."""
        async with self.starts(*words) as running:
            return await running.ends()

    @asynccontextmanager
    async def starts(self, *words: str) -> AsyncIterator[Running]:
        """Start the command; it is ended at the latest when the block is left."""
        process = await asyncio.create_subprocess_exec(
            COMMAND,
            *words,
            cwd=self.folder,
            env={**os.environ, **self.environment},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            yield Running(process)
        finally:
            if process.returncode is None:
                process.kill()
            await process.communicate()
