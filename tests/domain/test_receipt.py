import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.receipt import ends_with, issue, looks_like_receipt, meant_as_receipt, read

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CHECKS = ALPHABET + "*~$=U"
receipts = st.binary(min_size=10, max_size=10).map(issue)


def canonical(receipt: str) -> str:
    return receipt.replace("-", "")


@given(receipts)
def test_a_receipt_comes_in_four_groups_and_a_check_symbol(receipt: str) -> None:
    groups = f"([{ALPHABET}]{{4}}-){{4}}"
    assert re.fullmatch(f"{groups}[{re.escape(CHECKS)}]", receipt)


@given(receipts)
def test_what_is_issued_can_be_read(receipt: str) -> None:
    assert read(receipt) == canonical(receipt)


@given(st.binary(min_size=10, max_size=10))
def test_the_sixteen_symbols_carry_all_eighty_bits(random: bytes) -> None:
    number = 0
    for symbol in canonical(issue(random))[:16]:
        number = number * 32 + ALPHABET.index(symbol)
    assert number.to_bytes(10, "big") == random


def test_known_bytes_give_a_known_receipt() -> None:
    assert issue(bytes(10)) == "0000-0000-0000-0000-0"
    assert issue(bytes(9) + b"\x20") == "0000-0000-0000-0010-*"
    assert issue(bytes(9) + b"\x24") == "0000-0000-0000-0014-U"
    assert issue(b"\xff" * 10) == "ZZZZ-ZZZZ-ZZZZ-ZZZZ-~"


@pytest.mark.parametrize("size", [0, 9, 11])
def test_another_number_of_bytes_is_refused(size: int) -> None:
    with pytest.raises(ValueError, match="exactly 10 random bytes"):
        issue(bytes(size))


@given(receipts)
def test_every_single_wrong_symbol_is_caught(receipt: str) -> None:
    code = canonical(receipt)
    for place, right in enumerate(code):
        for wrong in set(CHECKS) - {right}:
            assert read(code[:place] + wrong + code[place + 1 :]) is None


@given(receipts)
def test_every_swap_of_neighbours_is_caught(receipt: str) -> None:
    code = canonical(receipt)
    for place in range(16):
        left, right = code[place], code[place + 1]
        swapped = code[:place] + right + left + code[place + 2 :]
        assert left == right or read(swapped) is None


@given(receipts)
def test_a_missing_or_extra_symbol_is_caught(receipt: str) -> None:
    code = canonical(receipt)
    assert read(code[:-1]) is None
    assert read(code + "0") is None
    assert read("") is None


@given(receipts, st.sampled_from(["", " ", "-", " - ", "–", "\u00a0", "\n"]))
def test_case_and_what_stands_between_the_groups_do_not_matter(receipt: str, gap: str) -> None:
    assert read(f"  {receipt.lower().replace('-', gap)} ") == canonical(receipt)


@given(receipts, st.sampled_from("Oo"), st.sampled_from("IiLl"))
def test_letters_that_look_like_digits_are_read_as_digits(
    receipt: str, zero: str, one: str
) -> None:
    assert read(receipt.replace("0", zero).replace("1", one)) == canonical(receipt)


@given(st.text())
def test_whatever_is_read_is_canonical(text: str) -> None:
    code = read(text)
    assert code is None or read(code) == code


@given(receipts, st.sampled_from(["{}", "min kode er {}.", "kode {} og tak", "({})", "æ {} å"]))
def test_a_receipt_is_found_among_words(receipt: str, sentence: str) -> None:
    assert looks_like_receipt(sentence.format(receipt))
    assert looks_like_receipt(sentence.format(canonical(receipt)))
    assert looks_like_receipt(sentence.format(receipt.replace("-", " ")))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Min nabo har ikke været ude i tre uger.",
        "have mere mand skal i morgen eller over midt uge",
        "Ring 20 11 22 33 eller skriv",
        "0000-0000-0000-0000-1",
        "0000-0000-0000-0000-00",
        "00000-0000-0000-0000-0",
    ],
)
def test_other_words_and_numbers_are_no_receipt(text: str) -> None:
    assert not looks_like_receipt(text)


def test_a_receipt_in_small_letters_is_seen_among_words() -> None:
    receipt = issue(bytes(range(7, 17))).lower()
    assert any(map(str.isdigit, receipt))
    assert looks_like_receipt(f"min kode er {receipt}, tror jeg")


def test_a_long_word_that_happens_to_pass_the_check_is_still_a_word() -> None:
    assert read("hjemmesygeplejens") is not None
    assert not looks_like_receipt("Det er hjemmesygeplejens bil.")
    assert not looks_like_receipt("have mere skal hele i")
    assert looks_like_receipt("HJEMMESYGEPLEJENS")


@pytest.mark.parametrize("typed", ["A1B2*", "a1b2*", "1B2*", "ib2*", "Z-A1B2-*", "zzzz a1b2 *"])
def test_the_end_of_a_receipt_may_be_typed_back_with_more_before_it(typed: str) -> None:
    assert ends_with("A1B2*", typed)


@pytest.mark.parametrize("typed", ["", "*", "B2*", "A1B2", "A1B2*Z", "A1B3*", "Z1B2*", "ZB1B2*"])
def test_less_than_four_symbols_or_other_ones_are_not_its_end(typed: str) -> None:
    assert not ends_with("A1B2*", typed)


@given(receipts.filter(lambda each: any(map(str.isdigit, each)) and any(map(str.isalpha, each))))
def test_a_message_with_a_receipts_shape_is_meant_as_one(receipt: str) -> None:
    groups, code = receipt.replace("-", " "), canonical(receipt)
    for typed in (receipt, groups, f" {code.lower()}\n", groups.replace(" ", " – ")):
        assert meant_as_receipt(typed)


@pytest.mark.parametrize("length", [15, 16, 17, 18])
def test_a_symbol_lost_or_doubled_is_still_meant_as_a_receipt(length: int) -> None:
    assert meant_as_receipt(("7OIL" * 5)[:length])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "7A" * 7,
        "7A" * 9 + "7",
        "7" * 17,
        "A" * 17,
        "7A7A 7A7A 7A7A 7A7A ø",
        "Vej 12 2650 Hvidovre",
        "12december kl1430",
        "7A7A7A 7A7A7A 7A7A7",
        "7A7A7A 7A 7A 7A 7A 7A",
        "7A7A 7A7A 7A7 7A7 7A7",
        "Min far er 82 og syg",
        "Jeg er 17 og bange nu",
        "My mum is 82 and sick",
        "8-9 hver dag i uge 12",
        "man-tir-ons-tor-fre",
        "Ring nu --- hun er alene",
        "I want to die --- help me",
        "- mor\n- far\n- bror\n- onkel",
    ],
)
def test_other_messages_are_not_meant_as_a_receipt(text: str) -> None:
    assert not meant_as_receipt(text)


@pytest.mark.parametrize("end", ["-J", "", "-", "–J", "-JJ"])
def test_hyphens_tell_a_receipt_without_a_digit_from_words(end: str) -> None:
    typed = f"ABCD-EFGH-JKMN-PQRS{end}"
    assert not any(map(str.isdigit, typed))
    for each in (typed, typed.lower(), typed.replace("-", " – ")):
        assert meant_as_receipt(each)
    assert not meant_as_receipt(typed.replace("-", " ").replace("–", " "))
    assert not meant_as_receipt(typed.replace("-", " ", 2).replace("–", " "))


def test_five_symbols_in_a_group_are_still_meant_as_a_receipt() -> None:
    assert meant_as_receipt("7A7A7 7A7A 7A7A 7A7A")
    assert not meant_as_receipt("7A7A7A 7A7A 7A7A 7A7")


def test_letters_of_other_alphabets_that_fold_to_ours_are_no_receipt() -> None:
    receipt = "ſ000-0000-0000-0000-0"
    assert not looks_like_receipt(receipt)
