"""Codes are those that every code app makes, one step of drift either way."""

from datetime import UTC, datetime, timedelta

import pytest

from storage.one_time import address, code_at, new_secret, step_of

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
