"""The house rules, held by the code itself: arrows, sizes, names, and nothing personal."""

import ast
import hashlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("domain", "storage", "handlers", "bot")  # each may import those before it
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
EMPTY_NAMES = {"utils", "util", "helpers", "common", "misc", "manager"}
MAY_CATCH_ALL = {
    "bot/reminding.py",
    "bot/dispatcher.py",
    "bot/telegram/courier.py",
    "bot/ticker.py",
}
DICTATED = {"do_request"}  # python-telegram-bot's BaseRequest says what it takes
LOCKED = re.compile(r"[\w.\[\]-]+==\S+( ; .+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?|    # .*")
DANISH_NUMBER = re.compile(r"(?<![\w.:/+-])(?<!\d )(?:\+45 ?)?([2-9](?: ?\d){7})(?!\w|[. ]\d)")
# Livslinien; Lejre's switchboard; the doctor on duty in the region of Southern Denmark
PUBLIC_NUMBERS = {"70201201", "46464646", "70110707"}
PUBLIC_MAIL = {"post@lejre.dk", "sikkerjobcenter@lejre.dk"}
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.\w{2,}")
# The surnames that the municipalities' papers name, so cut short that no name can be read back.
NAMED_IN_THE_PAPERS = {"bff07316", "cdfa749d"}
MADE_UP_NUMBERS = {"99010280", "20112233", "20112234", "20987654"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def nodes(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def functions(path: Path) -> Iterator[Function]:
    return (node for node in nodes(path) if isinstance(node, Function))


def imported(path: Path) -> set[str]:
    """Return the packages a module imports from."""
    names: list[str] = []
    for node in nodes(path):
        if isinstance(node, ast.Import):
            names += [each.name for each in node.names]
        elif isinstance(node, ast.ImportFrom):
            names.append(node.module or "")
    return {name.split(".")[0] for name in names}


def wrong_arrows(root: Path) -> list[str]:
    """Return every import that goes against bot → handlers → storage → domain."""
    wrong = []
    for at, package in enumerate(PACKAGES):
        forbidden = {"tests", *PACKAGES[at + 1 :]}
        for path in sorted((root / package).rglob("*.py")):
            found = imported(path)
            bad = found - sys.stdlib_module_names - {package} if at == 0 else found & forbidden
            wrong += [f"{path.relative_to(root)} imports {name}" for name in sorted(bad)]
    return wrong


def length(function: Function) -> int:
    """Return a function's lines, its docstring left out."""
    first = function.body[0]
    said = ast.get_docstring(function) is not None
    doc = (first.end_lineno or 0) - first.lineno + 1 if said else 0
    return (function.end_lineno or 0) - function.lineno + 1 - doc


def arguments(function: Function) -> int:
    """Return how many arguments a caller gives."""
    given = function.args
    named = [*given.posonlyargs, *given.args, *given.kwonlyargs]
    return len([each for each in named if each.arg not in ("self", "cls")])


def catches_all(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    caught = {node.id for node in ast.walk(handler.type) if isinstance(node, ast.Name)}
    return bool(caught & {"Exception", "BaseException"})


def texts() -> Iterator[tuple[str, str]]:
    """Return every text file of the project with its content."""
    own = [
        path
        for path in ROOT.iterdir()
        if path.name not in ("config.toml", "preview.html", "leaflet.html", "var", "dist")
    ]
    for top in (each for each in own if not each.name.startswith(".")):
        for path in (top, *top.rglob("*")):
            if path.is_file() and path.suffix not in (".pyc", ".png", ".lock"):
                yield name_of(path), path.read_text(encoding="utf-8")


def people_named(text: str) -> set[str]:
    """Return the words of a text that are a surname of the papers."""
    words = set(re.findall(r"[^\W\d_]{4,}", text))
    return {each for each in words if fingerprint(each) in NAMED_IN_THE_PAPERS}


def fingerprint(word: str) -> str:
    return hashlib.sha256(word.casefold().encode()).hexdigest()[:8]


def test_imports_point_one_way_from_bot_to_domain() -> None:
    assert wrong_arrows(ROOT) == []


@pytest.mark.parametrize(
    ("package", "planted"),
    [
        ("domain", "import sqlalchemy"),
        ("domain", "from storage.schema import inbox"),
        ("storage", "def late() -> None:\n    from handlers import report"),
        ("handlers", "import bot.config.settings"),
    ],
)
def test_a_planted_import_against_the_arrows_is_found(
    tmp_path: Path, package: str, planted: str
) -> None:
    (tmp_path / package).mkdir()
    (tmp_path / package / "planted.py").write_text(planted, encoding="utf-8")
    assert len(wrong_arrows(tmp_path)) == 1


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_says_in_one_sentence_what_it_is_for_and_stays_short(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    opening = (ast.get_docstring(ast.parse(source)) or "").split("\n\n")[0]
    assert re.fullmatch(r"[^.!?]+\.", re.sub(r"\.(?=\S)", "", opening)), opening
    assert len(source.splitlines()) <= 250
    assert path.stem not in EMPTY_NAMES


def test_functions_are_short_and_most_are_very_short() -> None:
    lengths = {
        f"{name_of(path)}:{each.lineno} {each.name}": length(each)
        for path in MODULES
        for each in functions(path)
    }
    assert [name for name, lines in lengths.items() if lines > 40] == []
    assert median(lengths.values()) <= 8


def test_functions_take_at_most_five_arguments() -> None:
    many = [each.name for path in MODULES for each in functions(path) if arguments(each) > 5]
    assert set(many) == DICTATED


def test_only_the_three_loops_catch_everything() -> None:
    catching = {
        name_of(path)
        for path in MODULES
        for node in nodes(path)
        if isinstance(node, ast.ExceptHandler) and catches_all(node)
    }
    assert catching == MAY_CATCH_ALL


LOCKS = ("requirements.lock", "requirements-dev.lock", "benchmarks/peers/requirements.lock")


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_packages_and_hashes_and_no_registry(lock: str) -> None:
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not LOCKED.fullmatch(line) or "://" in line] == []


def test_no_telephone_number_stands_here_but_public_and_made_up_ones() -> None:
    known = PUBLIC_NUMBERS | MADE_UP_NUMBERS
    found = {
        (name, number)
        for name, text in texts()
        for number in DANISH_NUMBER.findall(text)
        if number.replace(" ", "") not in known
    }
    assert found == set()


@pytest.mark.parametrize("written", ["20 11 22 33", "20112233", "+45 20 112 233", "(20112233)"])
def test_a_telephone_number_is_found_however_it_is_written(written: str) -> None:
    (number,) = DANISH_NUMBER.findall(f"Ring til {written}. Eller skriv.")
    assert number.replace(" ", "") == "20112233"


def test_nobody_named_in_the_municipalities_papers_stands_here() -> None:
    assert {name: found for name, text in texts() if (found := people_named(text))} == {}


def test_a_name_of_the_papers_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "NAMED_IN_THE_PAPERS", {fingerprint("Skovgaard")})
    assert people_named("Ring til Kim Bøg-Skovgaard.") == {"Skovgaard"}


def test_no_mail_address_stands_here_but_offices_and_made_up_ones() -> None:
    found = {
        (name, mail)
        for name, text in texts()
        for mail in MAIL.findall(text)
        if mail.casefold() not in PUBLIC_MAIL and not mail.endswith(("example.org", "example.dk"))
    }
    assert found == set()
