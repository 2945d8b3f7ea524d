"""The drawing in the docs is the conversation as it is."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from domain.languages import COMPLETE
from domain.questionnaire import BY_ROLE, OPENING
from handlers.phrases import Phrases
from handlers.raising import questions
from handlers.raising.drawing import conversation

COMMITTED = Path(__file__).parents[2] / "docs" / "conversation.svg"


def test_the_drawing_in_the_docs_shows_the_questions_of_today() -> None:
    drawn = conversation(Phrases({}, "da").voice("da"))
    assert COMMITTED.read_text(encoding="utf-8") == drawn, "Run `make drawing`."


@pytest.mark.parametrize("language", COMPLETE)
def test_every_question_is_drawn_and_has_its_star(language: str) -> None:
    voice = Phrases({}, "da").voice(language)
    drawing = ElementTree.fromstring(conversation(voice))
    shown = ["".join(each.itertext()) for each in drawing.iter() if each.get("class") is not None]
    for each in (*OPENING, *(each for role in BY_ROLE.values() for each in role)):
        title = questions.title(voice, each.id) + (" ★" if each.required else "")
        assert any(title.replace(" ", "") in text.replace(" ", "") for text in shown)
