"""Looks for thousands of byte strings at once, in one pass over what may hold them."""

from collections import defaultdict
from collections.abc import Collection

import numpy as np

_PART = 2**24  # bytes looked through at once
_KEY = 3  # bytes of each string by which places are found where it may stand


class Search:
    """A search for all of these strings, each of at least three bytes."""

    def __init__(self, wanted: Collection[bytes]) -> None:
        self._longest = max(map(len, wanted))
        self._by_key: dict[int, list[tuple[int, bytes]]] = defaultdict(list)
        for each in set(wanted):
            at = _telling(each)
            self._by_key[int.from_bytes(each[at : at + _KEY])].append((at, each))
        self._is_key = np.zeros(2 ** (8 * _KEY), dtype=bool)
        self._is_key[list(self._by_key)] = True

    def in_(self, content: bytes) -> set[bytes]:
        """Return those of the strings that stand in these bytes."""
        seen: set[bytes] = set()
        for begin in range(0, len(content), _PART):
            seen |= self._in_part(content[max(begin - self._longest, 0) : begin + _PART])
        return seen

    def _in_part(self, content: bytes) -> set[bytes]:
        seen: set[bytes] = set()
        one = np.frombuffer(content, np.uint8).astype(np.uint32)
        keys = one[:-2] << 16 | one[1:-1] << 8 | one[2:]
        for place in np.flatnonzero(self._is_key[keys]).tolist():
            for at, each in self._by_key[int(keys[place])]:
                if at <= place and content.startswith(each, place - at):
                    seen.add(each)
        return seen


def _telling(string: bytes) -> int:
    """Return where the three bytes begin that are the least like what stands everywhere."""
    places = range(len(string) - _KEY + 1)
    return max(places, key=lambda at: len({*string[at : at + _KEY]} - {0, 32, 48}))
