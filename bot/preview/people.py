"""The people of a preview: somebody with a chat, and an interview that has come that far."""

from dataclasses import replace
from typing import Any

from telegram import Chat, Message

from bot.preview.album import Album, Person
from domain.interview import Interview
from domain.people import Role
from domain.questionnaire import SUMMARY, Answer, Answers, Kind, Question, path
from handlers.turn import Turn

WRITTEN = "Tæt på broen. / Close to the bridge."  # what everybody here writes
MESSAGE = 9


async def newcomer(album: Album, language: str | None = None) -> Person:
    """Return somebody who has never been here, but may have chosen a language."""
    door = await album.house.store.doors.at(album.next_chat())
    return Person(replace(door, language=language))


def asked_at(person: Person, interview: Interview) -> Person:
    """Return the person with that interview under way."""
    return replace(person, door=replace(person.door, interview=interview))


def before(language: str, at: str, **given: str) -> Interview:
    """Return an interview that has come to a question, with these options chosen before it."""
    answers = {each: Answer((option,)) for each, option in given.items()}
    language_first = {"language": Answer((language,))} if at != "language" else {}
    return Interview("preview", at=at, answers={**language_first, **answers})


def within(language: str, role: Role, asked: Question) -> Interview:
    """Return an interview in which that very question of a role is open and asked."""
    opened = {earlier: Answer(options[:1]) for earlier, options in asked.given.items()}
    start = before(language, asked.id, danger="no", role=role)
    return replace(start, answers={**start.answers, **opened})


def filled(language: str, role: Role, **given: str) -> Interview:
    """Return an interview at its summary: the first option everywhere, or else words."""
    answers: Answers = before(language, SUMMARY, **{"danger": "no", "role": role, **given}).answers
    while waiting := [each for each in path(answers) if each.id not in answers]:
        answers = {**answers, waiting[0].id: _answer(waiting[0])}
    return Interview("preview", at=SUMMARY, answers=answers)


def message(turn: Turn, message_id: int = MESSAGE, **content: Any) -> Message:
    """Return a message of whoever speaks."""
    return Message(message_id, turn.now, Chat(turn.person.chat_id, "private"), **content)


def _answer(asked: Question) -> Answer:
    words = asked.kind is Kind.WORDS
    return Answer(words=WRITTEN) if words else Answer(asked.options[:1])
