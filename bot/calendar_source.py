"""Where the team's calendar comes from: a file on this machine, or an address on the web."""

from pathlib import Path
from urllib.parse import urljoin, urlsplit

import aiohttp

LARGEST = 1_000_000  # bytes
_REDIRECTS = 5
_TIMEOUT = aiohttp.ClientTimeout(total=10)


class CannotRead(Exception):
    """The calendar cannot be read; the sentence says why, without a word of what is in it."""


async def read(source: str) -> bytes:
    """Return what stands in the file or at the address.

    Raises CannotRead when it cannot be had within ten seconds, is larger than a megabyte, or
    leads from https to anything else.
    """
    try:
        found = await _from_web(source) if "://" in source else _from_file(Path(source))
    except (OSError, aiohttp.ClientError, TimeoutError) as error:
        raise CannotRead(f"it cannot be had ({type(error).__name__})") from None
    if len(found) > LARGEST:
        raise CannotRead("it is larger than a megabyte")
    return found


def _from_file(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(LARGEST + 1)


async def _from_web(address: str) -> bytes:
    async with aiohttp.ClientSession(timeout=_TIMEOUT) as web:
        for _ in range(_REDIRECTS):
            async with web.get(address, allow_redirects=False) as answer:
                if not 300 <= answer.status < 400:
                    answer.raise_for_status()
                    return await _body(answer.content)
                following = urljoin(address, answer.headers.get("Location", ""))
            if urlsplit(following).scheme != urlsplit(address).scheme:
                raise CannotRead("it leads to another kind of address")
            address = following
    raise CannotRead("it leads from address to address without an end")


async def _body(content: aiohttp.StreamReader) -> bytes:
    """Return what comes, and not much more than what is allowed of it."""
    found = b""
    while len(found) <= LARGEST and (piece := await content.read(LARGEST)):
        found += piece
    return found
