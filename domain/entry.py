"""What is written about a concern after it was sent, and what the next message of a person is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class EntryKind(StrEnum):
    """Why something was written; the values are stored, so they never change."""

    ADDED = "added"
    CORRECTED = "corrected"  # the original stays beside it
    ANSWERED = "answered"
    WORRIED = "worried"  # still worried on day 7: no words
    CALM = "calm"  # no longer worried: no words
    ASKED = "asked"  # by the worker who owns the concern
    MET = "met"  # an attempt to meet; the words are the kind of place
    NOT_MET = "not_met"
    BRIDGED = "bridged"  # the words are to whom, with commas between
    LINKED = "linked"  # the words are the nickname of a concern about the same person
    NOTE = "note"  # what the team notes for itself


@dataclass(frozen=True)
class Entry:
    """Words, why they were written, and on which local day."""

    kind: EntryKind
    words: str
    written_on: date


# What its reporter may see of a concern's entries: their own words, and ours to them. Whatever
# else there is, is the team's alone and never leaves (domain.md 5).
_FOR_THE_REPORTER = (
    *(EntryKind.ADDED, EntryKind.CORRECTED, EntryKind.ANSWERED),
    *(EntryKind.WORRIED, EntryKind.CALM, EntryKind.ASKED),
)


def for_the_reporter(entries: Iterable[Entry]) -> list[Entry]:
    """Return those entries that the one who raised the concern may see."""
    return [each for each in entries if each.kind in _FOR_THE_REPORTER]


class Next(StrEnum):
    """What a person's next message is meant as, when it is no answer to an interview."""

    CODE = "code"  # the last characters of their receipt
    ADD = "add"
    CORRECT = "correct"
    ANSWER = "answer"
    DECIDE = "decide"  # yes or no to what was just asked; `words` names both acts: "cut_yes/show"
    ASK = "ask"  # a worker's words to the one who raised a concern
    CONFIRM = "confirm"  # whether those words shall be sent
    SPOT = "spot"  # where a worker tried to meet the person; `words` is what kind of entry it is
    BRIDGE = "bridge"  # to whom a bridge was built; `words` is "ask" or the ticks so far
    LINK = "link"  # the nickname of a concern about the same person
    NOTE = "note"  # a worker's note for the team
    DAY = "day"  # the day of a follow-up
    SNOOZE = "snooze"  # when a worker wishes to be reminded again
    PICK = "pick"  # one of a member's buttons; `words` holds what they say and mean


@dataclass(frozen=True)
class Expected:
    """What the next message is meant as, for which concern, and words kept until then."""

    what: Next
    concern: str = ""
    words: str = ""


ENTRY_OF = {
    Next.ADD: EntryKind.ADDED,
    Next.CORRECT: EntryKind.CORRECTED,
    Next.ANSWER: EntryKind.ANSWERED,
}
