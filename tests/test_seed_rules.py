"""Every rule of the municipalities' papers is listed once, with the tests that prove it."""

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCUMENT = ROOT / "docs" / "seed-rules.md"
COUNT = 66
ROW = re.compile(
    r"\| S(?P<number>\d+) \| [NL] \| (?P<quote>[^|]+) \| (?P<does>[^|]+) \|(?P<by>.*)\|"
)
TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
# What the code does not hold yet: the issue that will, and what is missing.
NOT_YET: dict[str, tuple[int, str]] = {}


@dataclass(frozen=True)
class Rule:
    """One line of the document."""

    name: str
    does: str
    tests: tuple[tuple[str, str], ...]


def rules(text: str) -> list[Rule]:
    """Return the rules of a document in its order."""
    return [
        Rule(f"S{row['number']}", row["does"], tuple(TEST.findall(row["by"])))
        for row in ROW.finditer(text)
    ]


def mistakes(text: str, root: Path = ROOT) -> list[str]:
    """Return what is wrong with a document: rules out of order, and tests that prove nothing."""
    found = rules(text)
    wanted = [f"S{number}" for number in range(1, COUNT + 1)]
    wrong = [] if [each.name for each in found] == wanted else ["not S1 to S66 in order"]
    wrong += [f"{each.name} has no test" for each in found if not each.tests]
    return wrong + [
        f"{each.name}: {path}::{name} is no test that runs"
        for each in found
        for path, name in each.tests
        if name not in running(root / path)
    ]


def running(path: Path) -> set[str]:
    """Return the names of the tests in a file, those left out that are or may be skipped."""
    if not path.is_file():
        return set()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if any(_skips(each) for each in tree.body if not isinstance(each, _FUNCTIONS)):
        return set()
    return {each.name for each in _tests(tree) if not _skips(each)}


_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def _tests(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in tree.body:
        if isinstance(node, _FUNCTIONS) and node.name.startswith("test_"):
            yield node


def _skips(node: ast.AST) -> bool:
    """Whether pytest's skip, skipif, xfail or importorskip stands in it, also as a mark."""
    words = {each.attr for each in ast.walk(node) if isinstance(each, ast.Attribute)}
    return bool(words & {"skip", "skipif", "xfail", "importorskip"})


def test_every_rule_is_listed_once_with_a_test_that_runs() -> None:
    assert mistakes(DOCUMENT.read_text(encoding="utf-8")) == []


def test_what_is_not_held_yet_is_said_plainly(capsys: pytest.CaptureFixture[str]) -> None:
    said = {}
    for each in rules(DOCUMENT.read_text(encoding="utf-8")):
        if "Not yet" in each.does:
            (issue,) = re.findall(r"\*\*Not yet \(issue (\d+)\):\*\*", each.does)
            said[each.name] = int(issue)
    assert said == {name: issue for name, (issue, _) in NOT_YET.items()}
    with capsys.disabled():
        missing = "; ".join(f"{name} {why}" for name, (_, why) in NOT_YET.items())
        sys.stdout.write(f"\nRules not wholly held yet: {missing}.\n")


def test_every_rule_is_named_where_it_is_held() -> None:
    told = "".join(
        each.read_text(encoding="utf-8")
        for package in ("bot", "domain", "handlers", "storage")
        for each in (ROOT / package).rglob("*.py")
    )
    wanted = {f"S{number}" for number in range(1, COUNT + 1)}
    assert wanted - set(re.findall(r"\bS\d+\b", told)) == set()


PLANTED = {
    "a rule without a test": (r"(\| S9 \|.*\|)[^|]*\|\n", r"\1 |\n", "S9 has no test"),
    "a rule left out": (r"\| S31 .*\n", "", "not S1 to S66 in order"),
    "a rule twice": (r"(\| S31 .*\n)", r"\1\1", "not S1 to S66 in order"),
    "a test there is not": (r"(\| S5 .*?::)test_\w+", r"\1test_gone", "S5: .*test_gone is no test"),
    "a file there is not": (
        r"(\| S5 .*?)tests/[\w/]+\.py",
        r"\1tests/gone.py",
        "S5: tests/gone.py",
    ),
}


@pytest.mark.parametrize("planted", PLANTED)
def test_a_planted_mistake_is_found(planted: str) -> None:
    pattern, instead, expected = PLANTED[planted]
    text, changed = re.subn(pattern, instead, DOCUMENT.read_text(encoding="utf-8"), count=1)
    assert changed == 1
    (told,) = mistakes(text)
    assert re.match(expected, told)


@pytest.mark.parametrize(
    "skipped",
    [
        "@pytest.mark.skip\ndef test_it(): ...",
        "@pytest.mark.skipif(True, reason='x')\nasync def test_it(): ...",
        "def test_it():\n    pytest.skip('x')",
        "pytestmark = pytest.mark.skip\ndef test_it(): ...",
        "class Other:\n    def test_it(self): ...",
    ],
)
def test_a_test_that_is_skipped_proves_nothing(tmp_path: Path, skipped: str) -> None:
    (tmp_path / "planted.py").write_text(f"{skipped}\n\ndef test_other(): ...", encoding="utf-8")
    assert "test_it" not in running(tmp_path / "planted.py")


def test_a_parametrised_test_proves_its_rule(tmp_path: Path) -> None:
    source = "@pytest.mark.parametrize('a', [1])\nasync def test_it(a): ..."
    (tmp_path / "planted.py").write_text(source, encoding="utf-8")
    assert running(tmp_path / "planted.py") == {"test_it"}
