"""Reading rows so that one that is damaged does not hide the others."""

import logging
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from sqlalchemy import Row

from storage.sealing import SealBroken

_log = logging.getLogger(__name__)

Read = TypeVar("Read")


def readable(rows: Iterable[Row[Any]], read: Callable[[Row[Any]], Read]) -> list[Read]:
    """Return every row that `read` understands; of the others only their number is logged."""
    found, damaged = [], 0
    for row in rows:
        try:
            found.append(read(row))
        except (SealBroken, ValueError, TypeError, KeyError):
            damaged += 1
    if damaged:
        _log.error("%s rows of %s cannot be read.", damaged, read.__qualname__)
    return found
