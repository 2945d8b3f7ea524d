"""Whatever anybody does, nothing they said is lost, and a way to send stays open."""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from domain.interview import Interview, asked, choose, edit, go_on, missing
from domain.own_words import write
from domain.questionnaire import (
    BY_ROLE,
    EXTRA,
    OPENING,
    OWN_WORDS,
    PLACES,
    Answer,
    Kind,
    Question,
    path,
)
from handlers.phrases import Voice
from handlers.raising import questions
from handlers.screen import TEXT_LIMIT
from storage.sealing import TOKEN_LIMIT
from tests.handlers.walking import Home, Walker

LONG = os.environ.get("BROBYGGER_WALKS") == "long"
STEPS = 100_000 if LONG else 3_000  # at least so many things are done
WALKS, EACH = (800, 200) if LONG else (60, 100)
ALL = {each.asks for each in (*OPENING, EXTRA, *(q for role in BY_ROLE.values() for q in role))}
AT_MOST = 80  # moves from anywhere to a summary that can be sent
RESTART_EVERY = 40  # steps; opening a store takes as long as a hundred of them
NOT_WORDS = re.compile(r"[{}]|\b\w+_\w+|\bnone\b|\b(?:q|o|title|button|hint|card)-\w+")
SENTENCES = st.sampled_from(
    ["Han råber om natten", "She sleeps by the lake", "Jeg er træt, ikke mere", "😟 så er det nu"]
)
LONG_WORDS = " ".join(f"ord{number}" for number in range(550))  # as long as Telegram allows


class Walk(RuleBasedStateMachine):
    """One person, and what they have said so far."""

    home: Home
    done = 0
    sent = 0
    asked: set[str]

    def __init__(self) -> None:
        super().__init__()
        self.person = Walker(self.home)
        self.said: dict[str, Answer] = {}
        self.restarted_at = 0

    @initialize()
    def arrives(self) -> None:
        self.person.starts()

    @rule(at=st.integers(0, 40))
    def taps_a_button(self, at: int) -> None:
        buttons = self.person.buttons()
        if buttons:
            self._taps(buttons[at % len(buttons)].action)

    @rule(at=st.integers(0, 40))
    def types_what_stands_on_a_button(self, at: int) -> None:
        buttons = self.person.buttons()
        if buttons:
            button = buttons[at % len(buttons)]
            self._expects(button.action, typed=True)
            self.person.types(button.label.removeprefix("✓ "))
            self._settles(button.action)

    @rule(numbers=st.lists(st.integers(1, 6), min_size=1, max_size=4, unique=True))
    def types_numbers(self, numbers: list[int]) -> None:
        current = self._asked()
        if current is None or not current.options:
            return
        many = current.kind is Kind.MANY
        fitting = [each for each in numbers if each <= len(current.options)][: None if many else 1]
        for number in fitting:
            self._expects(f"a/x/{current.id}/{number - 1}", typed=True)
        if fitting:
            self.person.types(" og ".join(map(str, fitting)))

    @rule(words=SENTENCES)
    def writes_own_words(self, words: str) -> None:
        self._writes(f"{words} {self.person.steps}")

    @rule()
    def writes_a_long_answer(self) -> None:
        current = self._asked()
        room = sum(len(each.words) for each in self.said.values()) < 12_000
        if current is None or current.kind is not Kind.WORDS or not room:
            return
        given = self.said.get(current.id, Answer())
        self.said[current.id] = Answer(given.options, _joined(given.words, LONG_WORDS))
        self.person.types(LONG_WORDS)

    @rule(latitude=st.floats(-90, 90), longitude=st.floats(-180, 180))
    def sends_a_place(self, latitude: float, longitude: float) -> None:
        interview, voice = self.person.interview, self._voice()
        words = voice("pin", latitude=f"{latitude:.3f}", longitude=f"{longitude:.3f}")
        for each in self._holders(interview):
            given = self.said.get(each, Answer())
            self.said[each] = Answer(given.options, _joined(given.words, words))
        self.person.pins(latitude, longitude)

    @rule(steps=st.integers(1, 20))
    def hurries(self, steps: int) -> None:
        for _ in range(steps):
            if self._asked() is None:
                return
            self._goes_on()

    @precondition(lambda self: self.person.steps - self.restarted_at >= RESTART_EVERY)
    @rule()
    def waits_out_a_restart(self) -> None:
        self.restarted_at = self.person.steps
        self.person.is_there_after_a_restart()

    @rule()
    def starts_again(self) -> None:
        self.person.starts()

    @rule(word=st.sampled_from(["akut", "help", "/", "99", "måske"]))
    def says_something_short(self, word: str) -> None:
        current = self._asked()
        if current is not None and current.kind is not Kind.WORDS:
            self.person.types(word)

    @invariant()
    def nothing_said_is_lost(self) -> None:
        interview = self.person.interview
        kept = dict(interview.answers) if interview else {}
        current = self._asked()
        self.asked.update([current.asks] if current else [])
        assert {name: each for name, each in kept.items() if each != Answer()} == self.said

    @invariant()
    def a_summary_that_can_be_sent_is_near(self) -> None:
        if self.person.interview is None:
            return
        arrived = _arrived(self.person.interview)
        screen = questions.screen(self._voice(), arrived)
        assert any(row[0].action.endswith("/send") for row in screen.rows)

    @invariant()
    def a_number_to_call_is_one_tap_away(self) -> None:
        phone = self.home.house.service.phone
        near = any(button.action == "acute" for button in self.person.buttons())
        assert near or any(phone in each.text for each in self.person.shown), self.person.shown

    @invariant()
    def everything_shown_is_words_that_fit(self) -> None:
        for screen in self.person.shown:
            assert len(screen.text.encode("utf-16-le")) // 2 <= TEXT_LIMIT
            labels = [button.label for row in screen.rows for button in row]
            assert not any(NOT_WORDS.search(text) for text in (screen.text, *labels)), screen
        for button in self.person.buttons():
            assert len(button.action.encode()) <= TOKEN_LIMIT

    def teardown(self) -> None:
        """Walk to the end over the real screens, and send."""
        for _ in range(AT_MOST):
            if self.person.interview is None:
                break
            self._goes_on()
        else:
            raise AssertionError("The end is too far away.")
        Walk.done += self.person.steps

    def _goes_on(self) -> None:
        """Do what the screen offers that leads on, or write something."""
        self.person.taps(f"c/{self._id()}/{self._at()}/resume")
        actions = [button.action for button in self.person.buttons()]
        onward = [a for a in actions if a.endswith(("/send", "/next", "/skip"))]
        options = [a for a in actions if a.startswith("a/")]
        if onward or options:
            # Another option each time, so that every question comes up.
            self._taps(onward[0] if onward else options[self.person.steps % len(options)])
        else:
            self._writes("Det er det hele")

    def _taps(self, action: str) -> None:
        self._expects(action)
        self.person.taps(action)
        self._settles(action)

    def _writes(self, words: str) -> None:
        current, interview = self._asked(), self.person.interview
        beside = interview is not None and (current is None or current.kind is not Kind.WORDS)
        if interview is None or beside:
            kept = self.said.get(OWN_WORDS, Answer()).words
            self.said[OWN_WORDS] = Answer(words=_joined(kept, words))
        elif current is not None:
            before = self.said.get(current.id, Answer())
            pieces = len(before.words) >= 3500
            self.said[current.id] = (
                Answer(before.options, _joined(before.words, words))
                if pieces
                else Answer((), words)
            )
        self.person.types(words)

    def _expects(self, action: str, *, typed: bool = False) -> None:
        """Note what an action must have changed of what was said."""
        kind, *parts = action.split("/")
        current = self._asked()
        if kind == "a" and current is not None:
            given = self.said.get(current.id, Answer())
            option = current.options[int(parts[2])]
            if current.kind is Kind.MANY:
                turned = {*given.options} | {option} if typed else {*given.options} ^ {option}
                chosen = tuple(each for each in current.options if each in turned)
            else:
                chosen = (option,)
            if option != "ask":
                self._notes(current.id, Answer(chosen, given.words))
        elif kind == "c" and parts[2] == "clear" and current is not None:
            self._notes(current.id, Answer())
        elif kind == "c" and parts[2] in ("wipe", "fresh"):
            self.said = {}

    def _settles(self, action: str) -> None:
        """After sending, nothing is under way any more; unless something was missing."""
        if action.endswith("/send") and self.person.interview is None:
            self.said = {}
            Walk.sent += 1

    def _notes(self, question_id: str, answer: Answer) -> None:
        self.said = {name: each for name, each in self.said.items() if name != question_id}
        if answer != Answer():
            self.said[question_id] = answer

    def _holders(self, interview: Interview | None) -> list[str]:
        if interview is None:
            return [OWN_WORDS]
        if interview.role is None:
            return ["meet_where", "where"]
        ids = [each.id for each in path(interview.answers)]
        here = [interview.at] if interview.at in PLACES else []
        return [*here, *(each for each in PLACES if each in ids)][:1]

    def _asked(self) -> Question | None:
        return asked(self.person.interview) if self.person.interview else None

    def _voice(self) -> Voice:
        return self.home.house.phrases.voice(self.person.door.language)

    def _id(self) -> str:
        return self.person.interview.id if self.person.interview else ""

    def _at(self) -> str:
        return self.person.interview.at if self.person.interview else ""


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    opened = Home(tmp_path)
    yield opened
    opened.closes()


def test_no_walk_loses_an_answer_or_its_way(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    Walk.home, Walk.done, Walk.sent, Walk.asked = home, 0, 0, set()
    run_state_machine_as_test(
        Walk,
        settings=settings(
            max_examples=WALKS,
            stateful_step_count=EACH,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    with capsys.disabled():
        sys.stdout.write(
            f"\n{Walk.done} steps at random, {Walk.sent} sent, "
            f"{len(Walk.asked)} of {len(ALL)} questions asked.\n"
        )
    assert Walk.done >= STEPS
    assert Walk.sent >= WALKS // 2
    assert Walk.asked == ALL or not LONG


def _arrived(interview: Interview) -> Interview:
    """Return the interview at a summary that can be sent, by few moves from here."""
    for _ in range(AT_MOST):
        current, gap = asked(interview), missing(interview)
        if current is None and gap is None:
            return interview
        if current is None and gap is not None:
            interview = edit(interview, gap.id)
        elif current is not None:
            interview = _answered(interview)
    raise AssertionError(f"No way to send from {interview.at}.")


def _answered(interview: Interview) -> Interview:
    current = asked(interview)
    if current is None:
        return interview
    given = interview.answers.get(current.id, Answer())
    if given != Answer() or not current.required:
        return go_on(interview)
    if current.options:
        return choose(interview, current.options[0])
    return write(interview, "Noget", 1)


def _joined(before: str, words: str) -> str:
    return f"{before}\n{words}" if before else words
