"""Logging: to standard error, with every library that would print secrets silenced."""

import contextlib
import logging
import re
import resource
import sys
import threading
import traceback
from types import TracebackType
from typing import Any
from urllib.parse import quote

from bot.config.errors import ConfigError

_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
# What a bot's token looks like, wherever it comes from.
_TOKEN = re.compile(r"\d{3,}(:|%(25)*3A)[A-Za-z0-9_-]{30,}", re.IGNORECASE)
# What the master key looks like, in one piece or in groups.
_KEY = re.compile(r"(?<![0-9a-f])([0-9a-f]{4}\s?){15}[0-9a-f]{4}(?![0-9a-f])", re.IGNORECASE)
_HIDDEN = "[secret]"
_OURS = ("bot", "handlers", "storage")
_SHORTEST = 8  # characters of a secret; a shorter one would stand in every other word


class _Discreet(logging.Formatter):
    """Formats records so that no secret, and no word that an exception carries, is in them."""

    def __init__(self, *secrets: str) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        halves = [secret.partition(":")[2] for secret in secrets]
        given = [each for each in (*secrets, *halves) if len(each) >= _SHORTEST]
        self._secrets = sorted({*given, *map(quote, given)}, key=len, reverse=True)

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as text, without a secret."""
        if record.name.partition(".")[0] not in (*_OURS, "py"):
            # What a library says is told, but not of what: updates, statements, tasks, addresses.
            record = logging.makeLogRecord(record.__dict__ | {"args": None})
            record.msg = str(record.msg).partition("\n")[0]
        text = super().format(record)
        for secret in self._secrets:
            text = text.replace(secret, _HIDDEN)
        return discreet(text)

    def formatException(self, ei: Any) -> str:  # noqa: N802 - logging's own name
        """Return where an exception came from and of what kind it is, and not what it says."""
        return _told(ei[1])


def discreet(text: str) -> str:
    """Return a text for an operator, without whatever looks like a token or a master key."""
    return _KEY.sub(_HIDDEN, _TOKEN.sub(_HIDDEN, text))


def set_up(level: str, *secrets: str) -> None:
    """Send our own records to standard error; others only from WARNING on, or never.

    What would end the process is told there as well: its kind and place, never its words. No
    memory is ever written to a core file. Raises ConfigError when there is no such level.
    """
    if level not in _LEVELS:
        raise ConfigError([f"BROBYGGER_LOG is not known; allowed is {', '.join(_LEVELS)}."])
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Discreet(*secrets))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    for ours in _OURS:
        logging.getLogger(ours).setLevel(level)
    # python-telegram-bot logs whole updates when it cannot read them; never let it.
    logging.getLogger("telegram").setLevel(logging.CRITICAL + 1)
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    logging.captureWarnings(capture=True)
    sys.excepthook = _ended
    sys.unraisablehook = lambda told: _ended(told.exc_type, told.exc_value, told.exc_traceback)
    threading.excepthook = lambda told: _ended(told.exc_type, told.exc_value, told.exc_traceback)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _ended(
    kind: type[BaseException], error: BaseException | None, _trace: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    told = _told(error) if error is not None else kind.__name__
    logging.getLogger("bot").critical("This is a defect; please report it.\n%s", told)


def _told(error: BaseException | None) -> str:
    """Return the kinds and places of an exception and of what caused it."""
    parts: list[str] = []
    seen: set[int] = set()
    while error is not None and id(error) not in seen:  # one can be its own cause
        seen.add(id(error))
        frames = "".join(
            f'  File "{each.filename}", line {each.lineno}, in {each.name}\n'
            for each in traceback.extract_tb(error.__traceback__)
        )
        parts.append(f"{frames}{type(error).__name__}")
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return "\nbecause of:\n".join(parts)
