import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.redaction import contains_cpr

words = st.text(st.characters(categories=["L", "P", "Zs"]), max_size=20)
dates = st.dates(date(1900, 1, 1), date(2026, 12, 31)).map(lambda day: f"{day:%d%m%y}")
serials = st.integers(0, 9999).map(lambda number: f"{number:04}")
gaps = st.sampled_from(["", "-", " ", " - ", "–", "—", ".", "/", "\u00a0", "\u200b"])
phones = st.integers(10_000_000, 99_999_999).map(str)


@pytest.mark.parametrize(
    "text",
    [
        "010280-1234",
        "010280 1234",
        "0102801234",
        "010280 - 1234",
        "010280–1234",
        "01.02.80-1234",
        "01/02/80 1234",
        "01-02-80-1234",
        "01 02 80 1234",
        "01 . 02 . 80 - 1234",
        "01.02.1980-1234",
        "01021980 - 1234",
        "Hans cpr er 290280-1234, tror jeg",
        "cpr0102801234",
        "nummer 610280-1234 (erstatningsnummer)",
        "910180-1234",
        "99 010280-1234",
        "٠١٠٢٨٠-١٢٣٤",
    ],
)
def test_a_personal_number_is_found(text: str) -> None:
    assert contains_cpr(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Han bor i nr. 12 på 3. sal",
        "320280-1234",
        "000280-1234",
        "011380-1234",
        "010080-1234",
        "310480-1234",
        "300280-1234",
        "600280-1234",
        "920280-1234",
        "910280-1234",
        "10102801234",
        "010280-12345",
        "010280-123",
        "010280 og 1234",
        "Ring 20112233 eller 20 11 22 34",
        "Ring +45 20 11 22 33",
        "Ring 004520112233",
        "Set d. 12.03.2026 kl. 14.30",
        "Set 12.03.2026 14:30 og 13.03.2026 15:45",
        "01.02.2026-03.02.2026",
        "5798009876543",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert not contains_cpr(text)


@given(words, words, dates, gaps, serials)
def test_any_date_with_four_digits_is_found_among_words(
    before: str, after: str, day: str, gap: str, serial: str
) -> None:
    assert contains_cpr(f"{before}{day}{gap}{serial}{after}")


@given(dates, gaps, gaps, serials)
def test_signs_within_the_date_hide_nothing(day: str, inner: str, outer: str, serial: str) -> None:
    parts = inner.join((day[:2], day[2:4], day[4:]))
    assert contains_cpr(f"født {parts}{outer}{serial}.")


@given(dates, serials)
def test_a_replacement_number_is_found(day: str, serial: str) -> None:
    assert contains_cpr(f"{int(day[:2]) + 60}{day[2:]}-{serial}")


@given(dates, serials, st.characters(categories=["Nd"]))
def test_a_part_of_a_longer_number_does_not_count(day: str, serial: str, digit: str) -> None:
    assert not contains_cpr(f"{digit}{day}{serial}")
    assert not contains_cpr(f"{day}{serial}{digit}")


@given(st.text(st.sampled_from("0123456789 .-/ab")))
def test_fewer_than_ten_digits_never_count(text: str) -> None:
    few = sum(character.isdecimal() for character in text) < 10
    assert not (few and contains_cpr(text))


@given(phones, st.sampled_from(["", "+45", "+45 ", "0045", "0045 ", "(+45) ", "45 "]))
def test_a_phone_number_does_not_count(phone: str, prefix: str) -> None:
    pairs = " ".join(phone[at : at + 2] for at in range(0, 8, 2))
    fours = f"{phone[:4]} {phone[4:]}"
    for written in (phone, pairs, fours):
        assert not contains_cpr(f"Ring {prefix}{written} i morgen")


@pytest.mark.parametrize("month", range(1, 13))
def test_the_last_day_of_a_month_is_a_date_and_the_one_after_it_is_not(month: int) -> None:
    last = calendar.monthrange(2024, month)[1]
    assert contains_cpr(f"{last}{month:02}80-1234")
    assert not contains_cpr(f"{last + 1}{month:02}80-1234")
    assert contains_cpr(f"{last + 60}{month:02}80-1234")
    assert not contains_cpr(f"{last + 61}{month:02}80-1234")
