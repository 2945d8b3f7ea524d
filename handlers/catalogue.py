"""Catalogue files: what stands in them, before anything is said."""

from functools import cache
from pathlib import Path
from typing import Any

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

LOCALES = Path(__file__).parent / "locales"


def files(folder: Path) -> list[Path]:
    """Return the catalogue files of one language's folder; none when there is no such folder."""
    return sorted(folder.glob("*.ftl"))


@cache
def read(file: Path) -> Any:
    """Return a file as Fluent's syntax tree; what cannot be understood is Junk in it."""
    return FluentParser(with_spans=False).parse(file.read_text(encoding="utf-8"))


def messages(language: str) -> dict[str, Any]:
    """Return our own messages of a language by their keys."""
    return {
        entry.id.name: entry
        for file in files(LOCALES / language)
        for entry in read(file).body
        if isinstance(entry, ftl.Message)
    }


class Parts(Visitor):
    """What one message is made of: its variables, the messages it quotes, its plain text."""

    def __init__(self, message: Any) -> None:
        self.variables: set[str] = set()
        self.quoted: set[str] = set()
        self.text = ""
        self.visit(message)

    def visit_VariableReference(self, node: Any) -> None:  # noqa: D102, N802
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: Any) -> None:  # noqa: D102, N802
        self.quoted.add(node.id.name)

    def visit_TextElement(self, node: Any) -> None:  # noqa: D102, N802
        self.text += f"{node.value} "

    def visit_StringLiteral(self, node: Any) -> None:  # noqa: D102, N802
        self.text += f"{node.parse()['value']} "


def variables(message: Any, known: dict[str, Any]) -> set[str]:
    """Return the variables a message needs, those of the messages it quotes among them.

    `known` are the messages it may quote; a quoted one that is not there needs nothing.
    """
    parts = Parts(message)
    rest = {key: each for key, each in known.items() if each is not message}
    found = (variables(rest[key], rest) for key in parts.quoted if key in rest)
    return parts.variables.union(*found)
