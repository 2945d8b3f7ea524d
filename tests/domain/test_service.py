"""A municipality's facts: how old a number may be, and which language is heard."""

from datetime import date, timedelta

import pytest

from domain.service import CrisisNumber, in_language, is_old

CHECKED = date(2026, 11, 21)


@pytest.mark.parametrize(("days", "old"), [(-1, True), (0, False), (180, False), (181, True)])
def test_a_number_is_old_after_180_days_and_cannot_be_checked_tomorrow(
    days: int, old: bool
) -> None:
    number = CrisisNumber("112", {"da": "fare for liv"}, CHECKED)
    assert is_old(number, CHECKED + timedelta(days=days)) is old


def test_a_fact_without_words_in_a_language_is_told_in_danish() -> None:
    assert in_language({"da": "hverdage", "en": "weekdays"}, "en") == "weekdays"
    assert in_language({"da": "hverdage", "en": ""}, "en") == "hverdage"
    assert in_language({}, "en") == ""
