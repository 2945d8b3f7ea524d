"""What was found of one thing, and how findings are shown: as a table or as JSON."""

import json
import textwrap
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum

import typer


class State(StrEnum):
    """How it stands with one thing."""

    OK = "ok"
    NOTE = "note"  # it works; somebody should know
    WRONG = "wrong"  # people will notice


@dataclass(frozen=True)
class Finding:
    """What was found of one thing, in a sentence that says what to do."""

    what: str
    state: State
    said: str


_COLOURS = {State.OK: "green", State.NOTE: "yellow", State.WRONG: "red"}
_GAP = "  "


def worst(findings: Sequence[Finding]) -> State:
    """Return the worst state there is among findings."""
    return max((each.state for each in findings), key=list(State).index, default=State.OK)


def as_json(findings: Sequence[Finding]) -> str:
    """Return the findings for a machine."""
    found = {"state": worst(findings), "checks": [asdict(each) for each in findings]}
    return json.dumps(found, ensure_ascii=False, indent=2)


def as_table(findings: Sequence[Finding], width: int | None) -> str:
    """Return the findings for a person, the worst said last in one line.

    `width` is a terminal's, in characters, and brings colours; None: neither folds nor colours.
    """
    first = max(map(len, State))
    second = max(len(each.what) for each in findings)
    indent = " " * (first + second + 2 * len(_GAP))
    lines = []
    for each in findings:
        mark = each.state.ljust(first)
        shown = mark if width is None else typer.style(mark, fg=_COLOURS[each.state])
        said = each.said
        if width is not None and width > 2 * len(indent):
            said = f"\n{indent}".join(textwrap.wrap(said, width - len(indent)))
        lines.append(f"{shown}{_GAP}{each.what.ljust(second)}{_GAP}{said}")
    return "\n".join([*lines, "", _sum(findings)])


def _sum(findings: Sequence[Finding]) -> str:
    wrong = [each.what for each in findings if each.state is State.WRONG]
    if wrong:
        return f"Something is wrong: {', '.join(dict.fromkeys(wrong))}."
    notes = sum(each.state is State.NOTE for each in findings)
    return f"All is well; {notes} to know." if notes else "All is well."
