"""Own words in an interview: written, added, corrected, and never thrown away (S12)."""

from dataclasses import replace

from domain.interview import Interview, NotAnswerable, Source, answered, asked, with_answer
from domain.questionnaire import OWN_WORDS, PLACES, Answer, Kind, path


def write(interview: Interview, words: str, message_id: int) -> Interview:
    """Answer the question being asked in own words.

    A question with fixed options keeps the words beside it, under OWN_WORDS, and stays: what a
    person took the trouble to write is never thrown away (S12).
    """
    current = asked(interview)
    if current is None or current.kind is not Kind.WORDS:
        kept = with_answer(interview, OWN_WORDS, _added(interview, OWN_WORDS, words))
        return _sourced(kept, message_id, Source(OWN_WORDS, words))
    after = answered(interview, current, Answer(words=words))
    return _sourced(after, message_id, Source(current.id, words))


def add_words(interview: Interview, words: str, message_id: int) -> Interview:
    """Add to the own words of the question being asked and stay there: more may follow.

    Raises NotAnswerable when the question being asked takes no words.
    """
    current = asked(interview)
    if current is None or current.kind is not Kind.WORDS:
        raise NotAnswerable(interview.at)
    kept = with_answer(interview, current.id, _added(interview, current.id, words))
    return _sourced(kept, message_id, Source(current.id, words))


def rewrite(interview: Interview, message_id: int, words: str) -> Interview:
    """Put edited words in the place of those the same message gave before.

    Raises NotAnswerable when that message answered nothing here.
    """
    source = interview.sources.get(message_id)
    given = interview.answers.get(source.question, Answer()) if source else Answer()
    if source is None or source.words not in given.words:
        raise NotAnswerable(str(message_id))
    corrected = Answer(given.options, given.words.replace(source.words, words, 1))
    kept = with_answer(interview, source.question, corrected)
    return _sourced(kept, message_id, Source(source.question, words))


def join(interview: Interview, before: int, message_id: int, words: str) -> Interview:
    """Add words right behind those that the message `before` gave: the parts of an album.

    Raises NotAnswerable when that message answered nothing here.
    """
    source = interview.sources.get(before)
    given = interview.answers.get(source.question, Answer()) if source else Answer()
    if source is None or source.words not in given.words:
        raise NotAnswerable(str(before))
    longer = given.words.replace(source.words, f"{source.words}, {words}", 1)
    kept = with_answer(interview, source.question, Answer(given.options, longer))
    return _sourced(kept, message_id, Source(source.question, words))


def locate(interview: Interview, words: str) -> Interview:
    """Add a place on the map, in words, to the answer that shall hold it.

    When a place is being asked for, that question is answered. Otherwise the place is kept for
    the role's question, or before there is a role for that of any role, and nothing moves on.
    Raises NotAnswerable when nobody is to be found: a sparring without a name (T4).
    """
    current = asked(interview)
    if current is not None and current.id in PLACES:
        return answered(interview, current, _added(interview, current.id, words))
    ids = {each.id for each in path(interview.answers)}
    holders = [each for each in PLACES if each in ids][:1] if interview.role else PLACES[1:]
    if not holders:
        raise NotAnswerable(interview.at)
    for each in holders:
        interview = with_answer(interview, each, _added(interview, each, words))
    return interview


def _sourced(interview: Interview, message_id: int, source: Source) -> Interview:
    return replace(interview, sources={**interview.sources, message_id: source})


def _added(interview: Interview, question_id: str, words: str) -> Answer:
    given = interview.answers.get(question_id, Answer())
    return Answer(given.options, "\n".join(filter(None, (given.words, words))))
