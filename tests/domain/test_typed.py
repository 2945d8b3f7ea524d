"""What is typed is understood the way it was meant."""

import pytest

from domain.typed import chosen, says

LABELS = ("Ja", "Nej", "Ved ikke", "Venner, familie")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("1", (0,)),
        ("2.", (1,)),
        ("nej", (1,)),
        ("NEJ!", (1,)),
        ("3. Ved ikke", (2,)),
        ("3) ved   ikke", (2,)),
        ("1 og 3", (0, 2)),
        ("1, 3", (0, 2)),
        ("3 1 1", (2, 0)),
        ("1 and 2", (0, 1)),
        ("venner, familie", (3,)),
        ("0", ()),
        ("5", ()),
        ("1, 9", ()),
        ("måske", ()),
        ("", ()),
        ("ja tak", ()),
    ],
)
def test_a_number_or_the_words_on_a_button_choose_it(text: str, places: tuple[int, ...]) -> None:
    assert chosen(text, LABELS) == places


def test_a_control_is_known_whatever_its_case_and_ending() -> None:
    assert says(" Spring  over. ", "Spring over")
    assert not says("Jeg vil ikke springe over", "Spring over")
