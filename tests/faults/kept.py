"""Where a bot keeps what it is told, on either engine, and all that can be read of it there."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.faults.scanning import everything, readable
from tests.postgres import PASSWORD, Cluster


@dataclass(frozen=True)
class Kept:
    """The database's address, the folder of all the bot's files, and the server if there is one."""

    url: str
    folder: Path
    server: Cluster | None = None

    @property
    def name(self) -> str:
        """Which engine it is."""
        return "SQLite" if self.url.startswith("sqlite") else "PostgreSQL"

    def readable(self, secrets: list[str | int], log: str = "") -> list[str]:
        """Return every secret that stands anywhere, and how; the server's password is one too."""
        return readable([*secrets, PASSWORD], self.folder, log, self.server)

    def everything(self) -> Iterator[tuple[str, bytes]]:
        """Return every byte that is kept, with its place."""
        return everything(self.folder, self.server)
