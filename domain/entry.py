"""What is written about a concern after it was sent, and what the next message of a person is."""

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


@dataclass(frozen=True)
class Entry:
    """Words, why they were written, and on which local day."""

    kind: EntryKind
    words: str
    written_on: date


class Next(StrEnum):
    """What a person's next message is meant as, when it is no answer to an interview."""

    CODE = "code"  # the last characters of their receipt
    ADD = "add"
    CORRECT = "correct"
    ANSWER = "answer"
    DECIDE = "decide"  # yes or no to what was just asked; `words` names both acts: "cut_yes/show"
    ASK = "ask"  # a worker's words to the one who raised a concern
    CONFIRM = "confirm"  # whether those words shall be sent
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
