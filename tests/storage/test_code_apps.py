"""Codes are those that every code app makes, one step of drift either way."""

import inspect
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from storage.concern_media import ConcernMedia
from storage.concerns import Concerns
from storage.one_time import CodeNeeded, address, code_at, new_secret, shut, step_of
from storage.store import open_store

RFC = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # the secret of RFC 6238's own examples
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.mark.parametrize(("at", "code"), [(59, "287082"), (1111111109, "081804")])
def test_the_examples_of_the_standard_hold(at: int, code: str) -> None:
    assert code_at(RFC, datetime.fromtimestamp(at, UTC)) == code


@pytest.mark.parametrize(("late", "fits"), [(-60, False), (-30, True), (30, True), (60, False)])
def test_a_clock_may_be_one_step_away(late: int, fits: bool) -> None:
    code = code_at(RFC, NOW + timedelta(seconds=late))
    assert (step_of(RFC, code, NOW) is not None) == fits


def test_the_step_of_a_code_is_its_own() -> None:
    step = step_of(RFC, code_at(RFC, NOW), NOW)
    assert step is not None
    assert step_of(RFC, code_at(RFC, NOW), NOW + timedelta(seconds=30)) == step


def test_a_secret_is_long_random_and_fits_an_address() -> None:
    secret = new_secret()
    assert len(secret) == 32
    assert secret != new_secret()
    found = address(secret, "Opsøgende Team")
    assert found.startswith("otpauth://totp/")
    assert f"secret={secret}" in found


# What a shut store may do as well: it shows no word to anybody.
_NO_WORDS = {"add", "forget"}


@pytest.mark.parametrize("kind", [Concerns, ConcernMedia])
async def test_a_shut_store_refuses_whatever_touches_sealed_words(
    kind: type, tmp_path: Path
) -> None:
    store = await open_store(f"sqlite+aiosqlite:///{tmp_path}/a.db", tmp_path / "keys.db")
    closed = shut(store)
    shown = closed.concerns if kind is Concerns else closed.concern_media
    sealed = [
        name
        for name, method in inspect.getmembers(kind, inspect.isfunction)
        if not name.startswith("_") and re.search(r"seal\(|_words\(|_key\(", source(method))
    ]
    assert len(sealed) > 1
    for name in set(sealed) - _NO_WORDS:
        with pytest.raises(CodeNeeded):
            await getattr(shown, name)(*[None] * (len(parameters(getattr(kind, name))) - 1))
    await store.close()


def source(method: Callable[..., Any]) -> str:
    return inspect.getsource(method)


def parameters(method: Callable[..., Any]) -> list[str]:
    return list(inspect.signature(method).parameters)
