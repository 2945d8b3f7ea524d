"""What is taken together of a flood, to the very message, word and character."""

from bot.flood import together
from storage.inbox import Received


def nobody(_words: str) -> bool:
    return False


def typed(*texts: str) -> list[Received]:
    """Return updates that wait in one chat, in order."""
    return [
        Received(number, "lane", {"message": {"message_id": number, "text": text}}, 0)
        for number, text in enumerate(texts, 1)
    ]


def taken(*texts: str) -> int:
    """Return how many of them are handled as one."""
    first, *behind = typed(*texts)
    return len(together(first, behind, nobody))


def test_three_words_are_a_message_and_two_an_answer() -> None:
    assert taken("han er her", "han er her", "han er", "han er her") == 2


def test_from_twenty_that_wait_on_answers_are_taken_together_too() -> None:
    assert taken(*["ja"] * 20) == 1
    assert taken(*["ja"] * 21) == 21


def test_as_much_is_taken_together_as_one_message_has_room_for() -> None:
    long = f"a b c{'d' * 995}"
    assert taken(long, long, long, "a b c") == 3
    assert taken(long, long, f"{long}e", "a b c") == 2


def test_a_number_that_is_typed_over_two_messages_is_seen_at_the_seam() -> None:
    before, words = "han bor i nummer " + "1" * 40, "2" * 40 + " i gården nu"
    seen: list[str] = []

    def looks(text: str) -> bool:
        seen.append(text)
        return False

    first, second = typed(before, words)
    together(first, [second], looks)
    assert seen == [before, words, "1" * 40 + "\n" + "2" * 40]
