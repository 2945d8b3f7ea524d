"""Everything that is noted in the journal has plain words, and what has none is still said."""

import ast
from datetime import UTC, datetime

from domain.languages import COMPLETE
from handlers.phrases import Phrases
from handlers.work.history import detailed, slug, what, who
from storage.journal import Entry
from tests.handlers.catalogues import FACTS
from tests.handlers.noted import actions, notes, slugs, with_words

VOICE = Phrases(FACTS, "da").voice("da")


def test_every_noted_action_has_words() -> None:
    """What is missing: add journal-<name> to handlers/locales/{da,en}/journal.ftl."""
    assert sorted(slugs() - with_words()) == []


def test_every_note_can_be_read_from_the_code() -> None:
    unreadable = [ast.unparse(each) for each in notes() if not actions(each)]
    assert unreadable == []


def test_what_follows_a_colon_is_an_id_or_one_of_a_few_words_and_never_what_somebody_wrote() -> (
    None
):
    """Whoever adds to this list says that nobody's own words can ever come there."""
    put_in = {
        ast.unparse(each.value)
        for call in notes()
        for each in ast.walk(call)
        if isinstance(each, ast.FormattedValue)
    }
    ids = {"member.id", "colleague.member.id"}
    of_a_kind = {"closing", "entry.kind", "reaction", "role", "rung", "undo.step", "wish"}
    named_in_the_code = {"what"}  # the button refused, the kind of a break
    assert put_in == ids | of_a_kind | named_in_the_code


def test_an_action_nobody_has_words_for_is_said_neutrally() -> None:
    assert what(VOICE, "danced: tango") == "noterede noget"


def test_an_action_is_called_by_what_stands_before_its_colon() -> None:
    assert slug("wrote to the reporter") == "wrote-to-the-reporter"
    assert slug("reacted: call") == "reacted"


def test_the_timeline_says_how_and_the_log_only_that() -> None:
    assert detailed(VOICE, "closed: refused") == "afsluttede (Borgeren sagde nej tak)"
    assert what(VOICE, "closed: refused") == "afsluttede"
    assert detailed(VOICE, "closed: unheard_of") == "afsluttede"
    assert detailed(VOICE, "refused: open") == what(VOICE, "refused: open")


def test_who_did_it_is_a_colleague_the_reporter_or_the_bot() -> None:
    entries = [Entry(datetime.now(UTC), each, "", None) for each in ("reporter", "clock", "gone")]
    for language in COMPLETE:
        voice = Phrases(FACTS, "da").voice(language)
        names = {who({}, voice, each.actor) for each in entries}
        assert len(names) == 3
