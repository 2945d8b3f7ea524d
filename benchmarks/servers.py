"""The same load with the data on PostgreSQL, and one, two and three processes on it."""

import os

from sqlalchemy import make_url

from benchmarks.comparison import CROWD
from benchmarks.loads import Taken, take
from benchmarks.running import OURS, Place
from benchmarks.telling import say
from tests.postgres import own_database

# Where databases may be made; without it nothing is measured on PostgreSQL.
GIVEN = "BENCH_POSTGRES"
_REPLICAS = (1, 2, 3)


async def lines(seconds: float) -> list[str]:
    """Return the table, or that there was no server."""
    server = os.environ.get(GIVEN)
    if not server:
        return [f"No server was named in {GIVEN}."]
    told = ["| processes | updates/s | CPU µs/update | p50 ms | p99 ms |", "|---|---|---|---|---|"]
    for number in _REPLICAS:
        taken = await _taken(server, number, seconds)
        say(f"PostgreSQL, {number} processes: {taken.rate:.0f} updates/s")
        told.append(
            f"| {number} | {taken.rate:,.0f} | {taken.cpu:,.0f} | {taken.p50:,.0f} "
            f"| {taken.p99:,.0f} |"
        )
    return told


async def _taken(server: str, number: int, seconds: float) -> Taken:
    async with own_database(make_url(server)) as url:
        return await take(OURS, CROWD, seconds, Place(url=url, others=number - 1))
