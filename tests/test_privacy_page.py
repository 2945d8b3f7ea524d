"""docs/privacy.md: every "cannot" names a test that is there."""

import ast
import re
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[1] / "docs" / "privacy.md"
ADVERSARIES = (
    "A curious colleague",
    "A stolen laptop or disk",
    "A stolen backup",
    "A hacked server",
    "Telegram",
    "A pursuer posing as a relative",
    "A court",
)
_LINK = re.compile(r"\[(test_\w+)\]\(\.\./([\w/.]+)\)")


def rows() -> list[tuple[str, str, str]]:
    """Return (heading, what cannot be learnt, how it is proven) of every row."""
    found, heading = [], ""
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            heading = line.removeprefix("## ")
        cells = [each.strip() for each in line.strip("|").split("|")]
        if line.startswith("|") and len(cells) == 3 and cells[0] not in ("can learn", "---"):
            found.append((heading, cells[1], cells[2]))
    return found


@pytest.mark.parametrize("adversary", ADVERSARIES)
def test_there_is_a_table_for_every_adversary(adversary: str) -> None:
    assert [heading for heading, _, _ in rows() if heading == adversary]


@pytest.mark.parametrize(("heading", "cannot", "proof"), rows())
def test_every_cannot_names_a_test_that_is_there(heading: str, cannot: str, proof: str) -> None:
    named = _LINK.fullmatch(proof)
    assert cannot, heading
    assert named, f"{heading}: {proof}"
    tree = ast.parse((PAGE.parents[1] / named[2]).read_text(encoding="utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    assert named[1] in {each.name for each in tree.body if isinstance(each, kinds)}
