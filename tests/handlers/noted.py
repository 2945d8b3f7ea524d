"""Reads from the code what is noted in the journal, and which of it has words."""

import ast
from collections.abc import Iterator
from pathlib import Path

from handlers.work.history import slug
from storage.journal_chain import RESTORED
from storage.journal_proof import EMPTIED
from tests.handlers.catalogues import messages

ROOT = Path(__file__).parents[2]
OF_THE_JOURNAL = (EMPTIED, RESTORED)  # what it notes about itself, outside of any turn


def slugs() -> set[str]:
    """Return what the words for every noted action are called."""
    noted = [each for call in notes() for each in actions(call)]
    return {slug(each) for each in (*noted, *OF_THE_JOURNAL)}


def with_words() -> set[str]:
    """Return what has words, the neutral ones for everything else left out."""
    keys = {key.removeprefix("journal-") for key in messages("da") if key.startswith("journal-")}
    return keys - {"other"}


def notes() -> Iterator[ast.Call]:
    """Yield every call that notes something in the journal."""
    for package in ("handlers", "bot"):
        for file in sorted((ROOT / package).rglob("*.py")):
            tree = ast.parse(file.read_text(encoding="utf-8"))
            named = {
                node.targets[0].id: node.value
                for node in ast.walk(tree)
                if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
            }
            for node in ast.walk(tree):
                if isinstance(node, ast.Call) and _is_note(node):
                    first = node.args[0]
                    written = named.get(first.id, first) if isinstance(first, ast.Name) else first
                    yield ast.Call(node.func, [written], [])


def actions(call: ast.Call) -> list[str]:
    """Return the actions a call can note: written out, either of two, or up to the colon."""
    return list(_actions(call.args[0]))


def _actions(given: ast.expr) -> Iterator[str]:
    if isinstance(given, ast.IfExp):
        yield from _actions(given.body)
        yield from _actions(given.orelse)
    elif isinstance(given, ast.JoinedStr):
        yield from _actions(given.values[0])
    elif isinstance(given, ast.Constant) and isinstance(given.value, str):
        yield given.value


def _is_note(call: ast.Call) -> bool:
    return (
        isinstance(call.func, ast.Attribute)
        and call.func.attr == "note"
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id == "turn"
    )
