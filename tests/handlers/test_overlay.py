"""A municipality's own texts are looked through before one of them is said."""

from collections.abc import Callable
from pathlib import Path

import pytest

from handlers import overlay
from handlers.phrases import Phrases

FACTS = dict.fromkeys(("service", "municipality", "phone", "address"), "none")

Mistakes = Callable[..., list[str]]


@pytest.fixture
def mistakes(tmp_path: Path) -> Mistakes:
    """Return what is wrong with a text file of these lines."""

    def found(lines: str, place: str = "da/own.ftl") -> list[str]:
        (tmp_path / place).parent.mkdir(exist_ok=True)
        (tmp_path / place).write_text(lines, encoding="utf-8")
        return overlay.mistakes(tmp_path)

    return found


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (
            "stop-now = Stop",
            "has stop-now, which is no text of ours; allowed are the keys in handl",
        ),
        ("-team = Vi", "has team, which is no text of ours; allowed are the keys in handlers/loca"),
        ("receipt = Tak.", "leaves $date out of receipt; allowed is a text that holds it."),
        ("stopped = Farvel { $who }", "uses $who in stopped; allowed there are $service, $munic"),
        ("required\nstopped = x", 'is not Fluent at "required"; allowed is key = text.'),
        ("stopped = Ring 70201", "has a number to call in stopped; allowed are such numbers only"),
        ("stopped = Ring 1 1 2", "has a number to call in stopped; allowed are such numbers only"),
        ('stopped = Ring { "114" }', "has a number to call in stopped; allowed are such numbers o"),
        (
            "stopped = { nothing }",
            "has stopped, which cannot be said: Message 'stopped' in 'da': U",
        ),
        ("stopped = { required }\nrequired = { stopped }", "has stopped, which cannot be said: "),
        ("stopped =\n    .label = Stop", "has stopped, which cannot be said: No message 'stopped'"),
    ],
)
def test_a_mistake_is_one_sentence_with_file_key_and_what_is_allowed(
    mistakes: Mistakes, lines: str, sentence: str
) -> None:
    told = mistakes(lines)[0]
    assert told.startswith(f"service.texts: da/own.ftl {sentence}")
    assert told.endswith(".")
    assert not told.endswith("..")


def test_an_unknown_language_is_told_with_those_there_are(mistakes: Mistakes) -> None:
    (told,) = mistakes("stopped = Adiós", "es/own.ftl")
    assert told.startswith("service.texts has the folder es, which is no language; allowed are da,")


def test_a_file_beside_the_languages_would_never_be_read(mistakes: Mistakes) -> None:
    (told,) = mistakes("stopped = Farvel", "own.ftl")
    assert told == "service.texts has own.ftl beside the languages; allowed is da/own.ftl."


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    (told,) = overlay.mistakes(tmp_path / "none")
    assert told.startswith(f"service.texts names {tmp_path}/none, which is no folder; allowed is")


def test_a_file_in_another_encoding_is_told(mistakes: Mistakes, tmp_path: Path) -> None:
    (tmp_path / "da").mkdir()
    (tmp_path / "da" / "old.ftl").write_bytes("stopped = Så er det slut".encode("latin-1"))
    (told,) = mistakes("stopped = Farvel", "en/own.ftl")
    assert told == "service.texts: da/old.ftl cannot be read; allowed is a text file in UTF-8."


def test_all_mistakes_are_told_at_once(mistakes: Mistakes) -> None:
    assert len(mistakes("one = 1\ntwo = 2\nreceipt = Tak")) == 3


def test_a_text_may_use_the_facts_and_quote_other_texts(mistakes: Mistakes) -> None:
    assert mistakes("stopped = Farvel fra { $service }. { call-us }") == []


def test_kalaallisut_may_get_words_from_a_municipality_that_can_vouch(
    mistakes: Mistakes, tmp_path: Path
) -> None:
    assert mistakes("button-stop = Halt\nreceipt = X { $date }", "kl/own.ftl") == []
    voice = Phrases(FACTS, "da", tmp_path).voice("kl")
    assert voice("button-stop") == "Halt"
    assert voice("button-send") == "Send"


def test_a_text_of_ones_own_takes_the_place_of_ours_in_its_language_only(
    mistakes: Mistakes, tmp_path: Path
) -> None:
    assert mistakes("required = Skriv bare kort.") == []
    phrases = Phrases(FACTS, "da", tmp_path)
    assert phrases.voice("da")("required") == "Skriv bare kort."
    assert phrases.voice("en")("required").startswith("We need an answer")
    assert phrases.voice("pl")("required").startswith("Skriv bare kort.\n\nWe need an answer")
