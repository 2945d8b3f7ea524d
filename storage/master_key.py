"""The master key: it opens the keyring, and lies outside of it and of every backup."""

import logging
import os
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from storage.database import StorageError

_log = logging.getLogger(__name__)

_BYTES = 32
_PATIENCE = 30  # seconds that a command may take


@dataclass(frozen=True)
class MasterKey:
    """Where the master key comes from: a value given, a command that prints it, or a file.

    It is 64 hexadecimal digits everywhere; blanks and line breaks between them do not matter,
    so that two people can each keep one half of it on paper.
    """

    file: Path
    given: str = field(default="", repr=False)
    command: tuple[str, ...] = ()

    def read(self) -> bytes:
        """Return the key; raises StorageError with a sentence when it cannot be had."""
        if self.given:
            return _key(self.given, "keys.master")
        if self.command:
            return _key(_printed_by(self.command), "keys.master_command")
        return _key(_written_in(self.file), f"keys.master_file: {self.file}")

    def make(self) -> bytes:
        """Return the key for a new keyring: one that is there already, or a new one in the file."""
        if not self.given and not self.command and _write_new(self.file, os.urandom(_BYTES)):
            _log.warning(
                "A master key was made in %s. Without it nothing can ever be read: let two people "
                "copy it now, one half each, and keep it apart from every backup "
                "(docs/operations.md).",
                self.file,
            )
        return self.read()

    @property
    def next_file(self) -> Path:
        """Where a new key lies until the keyring has been moved to it."""
        return self.file.with_name(f"{self.file.name}.new")

    def make_next(self) -> bytes:
        """Return a new key, written beside the file: it counts once `adopt_next` was called.

        Raises StorageError when the key does not come from a file.
        """
        if self.given or self.command:
            raise StorageError(
                "keys.master_file: only a master key that lies in a file can be changed here; "
                "give it in a file first, or keep the one you have."
            )
        self.next_file.unlink(missing_ok=True)
        _write_new(self.next_file, os.urandom(_BYTES))
        return self.read_next() or b""

    def read_next(self) -> bytes | None:
        """Return a new key that does not count yet, or None when there is none."""
        if self.given or self.command or not self.next_file.exists():
            return None
        return _key(_written_in(self.next_file), f"keys.master_file: {self.next_file}")

    def adopt_next(self) -> None:
        """Let the new key count in the place of the old one."""
        self.next_file.replace(self.file)


def _key(text: str, where: str) -> bytes:
    try:
        key = bytes.fromhex("".join(text.split()))
    except ValueError:
        key = b""
    if len(key) != _BYTES:
        raise StorageError(f"{where} does not hold a master key; it is 64 hexadecimal digits.")
    return key


def _written_in(file: Path) -> str:
    try:
        text = file.read_text(encoding="ascii")
        mode = file.stat().st_mode
    except (OSError, UnicodeDecodeError) as error:
        raise StorageError(
            f"keys.master_file: {file} cannot be read ({getattr(error, 'strerror', 'no text')}); "
            "put the master key back from where it was kept. Without it nothing can be read."
        ) from None
    if mode & 0o077:
        raise StorageError(
            f"keys.master_file: {file} can be read by others; allow its owner only (chmod 600)."
        )
    return text


def _write_new(file: Path, key: bytes) -> bool:
    """Write a key into a file for its owner only, and return if it is new: no other is touched."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        opened = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except OSError as error:
        if file.exists():
            return False
        raise StorageError(
            f"keys.master_file: {file} cannot be written ({error.strerror}); "
            "name a file in a folder that only this service may read."
        ) from None
    with os.fdopen(opened, "w") as written:
        written.write(f"{key.hex(' ', 4)}\n")
        written.flush()
        os.fsync(written.fileno())
    return True


def _printed_by(command: tuple[str, ...]) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - the operator's own command, from the configuration
            command, capture_output=True, text=True, timeout=_PATIENCE, check=True
        )
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError) as error:
        raise StorageError(
            f"keys.master_command: {command[0]} gave no master key ({type(error).__name__}); "
            "try the command as the user that the bot runs as."
        ) from None
    return done.stdout
