"""Looks for secrets in bytes, in every form in which they could have been written down."""

import base64
import io
import json
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, quote_plus

from bot import logs
from tests.faults.searching import Search
from tests.postgres import Cluster

Form = Callable[[bytes], bytes]


def _aligned(alphabet: Callable[[bytes], bytes], shift: int) -> Form:
    """Return the part of a base 64 text that tells of the secret alone, at one alignment."""

    def form(secret: bytes) -> bytes:
        whole = alphabet(bytes(shift) + secret + bytes(3))
        return whole[-(-shift * 8 // 6) : (shift + len(secret)) * 8 // 6]

    return form


def _through(text: Callable[[str], str]) -> Form:
    return lambda secret: text(secret.decode()).encode()


FORMS: dict[str, Form] = {
    "utf-8": lambda secret: secret,
    "small letters": _through(str.casefold),
    "utf-16": _through(lambda text: text.encode("utf-16-le").decode("latin-1")),
    "percent": _through(lambda text: quote(text, safe="")),
    "percent, small": _through(lambda text: quote(text.casefold(), safe="").lower()),
    "form": _through(quote_plus),
    "json": _through(lambda text: json.dumps(text)[1:-1]),
    "python": _through(lambda text: ascii(text)[1:-1]),
    "python bytes": lambda secret: repr(secret)[2:-1].encode(),
    "hex": lambda secret: secret.hex().encode(),
    "hex, capitals": lambda secret: secret.hex().upper().encode(),
    **{f"base64 +{shift}": _aligned(base64.b64encode, shift) for shift in range(3)},
    **{f"base64url +{shift}": _aligned(base64.urlsafe_b64encode, shift) for shift in range(3)},
}
FORMS["utf-16"] = lambda secret: secret.decode().encode("utf-16-le")

NUMBER_FORMS: dict[str, Callable[[int], bytes]] = {
    "8 bytes": lambda number: number.to_bytes(8, "big"),
    "8 bytes, little-endian": lambda number: number.to_bytes(8, "little"),
    "as few bytes as hold it": lambda number: number.to_bytes(_size(number), "big"),
    "as few, little-endian": lambda number: number.to_bytes(_size(number), "little"),
    "varint": lambda number: _varint(number),
    "hex": lambda number: f"{number:x}".encode(),
}


def forms(secret: str | int) -> dict[str, bytes]:
    """Return a secret as it would look in every form."""
    text = str(secret).encode()
    looks = {name: form(text) for name, form in FORMS.items()}
    if isinstance(secret, int):
        looks |= {name: form(secret) for name, form in NUMBER_FORMS.items()}
    return looks


def found(secret: str | int, where: bytes) -> list[str]:
    """Return the forms in which a secret stands in these bytes."""
    return [name for name, look in forms(secret).items() if look in where]


def readable(
    secrets: list[str | int], folder: Path, log: str = "", server: Cluster | None = None
) -> list[str]:
    """Return every secret that stands in a file below the folder, in the log or on the server."""
    looks = [(each, *form) for each in dict.fromkeys(secrets) for form in forms(each).items()]
    search = Search([look for _, _, look in looks])
    return [
        f"{secret!r} stands in {place} ({form})"
        for place, content in (*everything(folder, server), ("the log", log.encode()))
        for seen in [search.in_(content)]
        for secret, form, look in looks
        if look in seen
    ]


def everything(folder: Path, server: Cluster | None = None) -> Iterator[tuple[str, bytes]]:
    """Return every file below the folder, and what a server keeps."""
    for file in folder.rglob("*"):
        if file.is_file():
            yield str(file), file.read_bytes()
    if server is not None:
        yield from server.everything()


@contextmanager
def everything_logged() -> Iterator[io.StringIO]:
    """Set logging up as the bot does, with every library that it leaves alone at DEBUG."""
    root, heard = logging.getLogger(), io.StringIO()
    known = [root, *map(logging.getLogger, root.manager.loggerDict)]
    before = [(each, each.level, each.handlers[:]) for each in known]
    logs.set_up("DEBUG", "1:sandbox")
    listener = logging.StreamHandler(heard)
    listener.setFormatter(logging.Formatter("%(name)s %(message)s"))
    root.handlers = [listener]
    root.setLevel(logging.DEBUG)
    try:
        yield heard
    finally:
        for each, level, handlers in before:
            each.setLevel(level)
            each.handlers[:] = handlers


def _size(number: int) -> int:
    return (number.bit_length() + 7) // 8


def _varint(number: int) -> bytes:
    """Return the number as SQLite writes row ids: seven bits to a byte, the last one without."""
    digits = [number >> 7 * place & 127 for place in range((number.bit_length() + 6) // 7)]
    return bytes([*(each | 128 for each in reversed(digits[1:])), digits[0]])
