"""Sealed files: a file's content in chunks that cannot be changed, reordered or cut short."""

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.progress import Progress, untold
from storage.sealing import tag

_MAGIC = b"brobygger sealed file\n"
_VERSION = 1
_CHUNK = 64 * 1024
_SEALED = _CHUNK + 16  # a chunk with its authentication tag
_LENGTH = 4
_LONGEST_HEADER = 10_000


class NotOpened(Exception):
    """A sealed file cannot be opened; the words say why, and follow the file's name."""


@dataclass(frozen=True)
class Header:
    """What a sealed file tells before it is opened: `facts` are the writer's, all else is ours."""

    facts: dict[str, Any]
    salt: bytes
    check: str
    raw: bytes


def write(
    file: Path, key: bytes, facts: dict[str, Any], content: BinaryIO, progress: Progress = untold
) -> None:
    """Seal everything that `content` holds into a new file that only its owner can read.

    `facts` can be read by anybody, and changed by nobody. It is written under another name
    first, and has its own once it is safe on the disk. `progress` is told in bytes. Raises
    OSError when it cannot be written.
    """
    whole = content.seek(0, os.SEEK_END)
    content.seek(0)
    unfinished = file.with_name(f"{file.name}.part")
    opened = os.open(unfinished, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
    with os.fdopen(opened, "wb") as into:
        salt = os.urandom(32)
        known = {"version": _VERSION, "salt": salt.hex(), "check": _check(key, salt), **facts}
        header = json.dumps(known).encode()
        into.write(_MAGIC + len(header).to_bytes(_LENGTH) + header)
        cipher = AESGCM(_file_key(key, salt))
        for number, chunk, last in _chunks(content, _CHUNK):
            into.write(cipher.encrypt(_nonce(number, last=last), chunk, header))
            progress(content.tell(), whole)
        into.flush()
        os.fsync(into.fileno())
    unfinished.replace(file)


def read(
    file: Path, key_of: Callable[[Header], bytes], into: BinaryIO, progress: Progress = untold
) -> None:
    """Open a sealed file with the key that its header asks for, and write its content.

    `progress` is told in bytes. Raises NotOpened when it is not whole, or the key is another
    one; then what was written so far is worth nothing.
    """
    with _opened(file) as content:
        whole = os.fstat(content.fileno()).st_size
        header = _header(content)
        key = key_of(header)
        if header.check != _check(key, header.salt):
            raise NotOpened("cannot be opened with these keys, or its beginning is damaged")
        cipher, last = AESGCM(_file_key(key, header.salt)), False
        for number, chunk, last in _chunks(content, _SEALED):
            try:
                into.write(cipher.decrypt(_nonce(number, last=last), chunk, header.raw))
            except InvalidTag:
                raise NotOpened("is damaged or cut short") from None
            progress(content.tell(), whole)
        if not last:
            raise NotOpened("is cut short")


def _header(content: BinaryIO) -> Header:
    if content.read(len(_MAGIC)) != _MAGIC:
        raise NotOpened("is not a backup of this program")
    length = int.from_bytes(content.read(_LENGTH))
    raw = content.read(min(length, _LONGEST_HEADER))
    try:
        facts = json.loads(raw)
        version, salt, check = facts.pop("version"), facts.pop("salt"), facts.pop("check")
        if not isinstance(version, int) or version > _VERSION:
            raise NotOpened("was made by a newer version of this program; update it first")
        return Header(facts, bytes.fromhex(salt), str(check), raw)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise NotOpened("is damaged or cut short") from None


def _opened(file: Path) -> BinaryIO:
    try:
        return file.open("rb")
    except OSError as error:
        raise NotOpened(f"cannot be read ({error.strerror})") from None


def _chunks(content: BinaryIO, size: int) -> Iterator[tuple[int, bytes, bool]]:
    """Yield (number, chunk, is it the last); even nothing is one chunk when it is sealed."""
    number, chunk = 0, content.read(size)
    while chunk or (number == 0 and size == _CHUNK):
        following = content.read(size)
        yield number, chunk, not following
        number, chunk = number + 1, following


def _nonce(number: int, *, last: bool) -> bytes:
    # Every file has a key of its own, so a number is never used twice with one key.
    return bytes(7) + number.to_bytes(4) + bytes([last])


def _file_key(key: bytes, salt: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=b"sealed file").derive(key)


def _check(key: bytes, salt: bytes) -> str:
    return tag(key, f"sealed file {salt.hex()}")
