"""How many inputs a fuzzer makes, and the common parts they are made of."""

import os
import sys
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

LONG = os.environ.get("BROBYGGER_WALKS") == "long"
# Inputs by what they go into; with `make test-long` together more than 100,000.
LONG_RUN = {
    "updates": 40_000,
    "buttons": 20_000,
    "receipts": 30_000,
    "sealed": 20_000,
    "configurations": 3_000,
    "the whole bot": 3_000,
}
SHORT_RUN = {
    "updates": 400,
    "buttons": 400,
    "receipts": 600,
    "sealed": 400,
    "configurations": 100,
    "the whole bot": 60,
}


def amount(of: str, parts: int = 1) -> int:
    """Return how many inputs one of several tests makes."""
    return -(-(LONG_RUN if LONG else SHORT_RUN)[of] // parts)


def fuzzed(of: str, parts: int = 1) -> settings:
    """Return hypothesis' settings for a test that makes its part of the inputs."""
    return settings(
        max_examples=amount(of, parts),
        deadline=None,
        derandomize=not LONG,
        database=None,
        suppress_health_check=list(HealthCheck),
    )


class Counted:
    """Counts the inputs of one test, and says at its end how many there were."""

    def __init__(self) -> None:
        self.number = 0

    def __call__(self) -> None:
        """Count one more."""
        self.number += 1

    def says(self, capsys: pytest.CaptureFixture[str], of: str) -> None:
        """Print how many inputs there were."""
        with capsys.disabled():
            sys.stdout.write(f"\n{self.number} inputs: {of}.\n")


# What a broken or hostile client could put wherever JSON can stand.
NUMBERS = st.one_of(
    st.integers(),
    st.integers(-(2**70), 2**70),
    st.floats(),
    st.sampled_from([0, -1, 2**31, 2**32, 2**63, 2**64, 10**40, 1e308, float("inf"), float("nan")]),
)
SCALARS = st.one_of(
    st.none(), st.booleans(), NUMBERS, st.text(max_size=30), st.sampled_from(["\ud83d", "\x00", ""])
)
JSON: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=10), inner, max_size=3)
    ),
    max_leaves=6,
)


@st.composite
def altered(draw: st.DrawFn, value: Any) -> Any:
    """Return a valid JSON value with something in it replaced, left out or added."""
    how = draw(st.sampled_from(["inside", "inside", "inside", "gone", "more", "other"]))
    if how == "inside" and isinstance(value, dict) and value:
        name = draw(st.sampled_from(sorted(value)))
        return value | {name: draw(altered(value[name]))}
    if how == "inside" and isinstance(value, list) and value:
        return [draw(altered(value[0])), *value[1:]]
    if how == "gone" and isinstance(value, dict) and value:
        gone = draw(st.sampled_from(sorted(value)))
        return {name: each for name, each in value.items() if name != gone}
    if how == "more" and isinstance(value, dict):
        return value | {draw(st.text(max_size=10)): draw(JSON)}
    return draw(JSON)
