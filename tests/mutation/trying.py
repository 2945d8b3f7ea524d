"""Trying mutants: the suite is loaded once, and each mutant lives alone in a fork of it."""

import contextlib
import gc
import importlib.abc
import importlib.util
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FunctionType, ModuleType

import pytest

from tests.mutation.known import ROOT
from tests.mutation.operators import Mutant

_OWN = ("bot", "domain", "handlers", "storage", "tests")
_PLAIN = ("-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:pytest_cov")
_SAME = ("--hypothesis-seed=0", "-o", "filterwarnings=default")
_PATIENCE = 20.0  # seconds, and five times as long as the tests took; then it hangs


class _Collected:
    """Learns from pytest which tests there are now."""

    tests: frozenset[str] = frozenset()

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        self.tests = frozenset(each.nodeid for each in session.items)


class Suite:
    """The tests and all they need, imported, so that no fork has to."""

    def __init__(self, tests: list[str]) -> None:
        files = sorted({each.split("::")[0] for each in tests})
        collected = _Collected()
        with _silence():
            code = pytest.main([*_PLAIN, *_SAME, "--collect-only", *files], plugins=[collected])
        if code:
            raise SystemExit("The tests cannot be collected; `make test` says why.")
        self.tests = collected.tests
        found = (each for each in gc.get_objects() if isinstance(each, FunctionType))
        self.functions = [each for each in found if (each.__module__ or "").split(".")[0] in _OWN]
        gc.freeze()

    def run(self, path: Path, mutant: Mutant, arguments: list[str]) -> int:
        """Become the mutant, run tests, and return what pytest returns."""
        with _silence():
            try:
                code = compile(mutant.tree, str(path), "exec")
                if not self._patched(path, code):
                    _import_anew(path, code)
                return int(pytest.main([*_PLAIN, *_SAME, *arguments]))
            except BaseException:  # noqa: BLE001 - an import that fails is noticed, too
                return 1

    def _patched(self, path: Path, code: CodeType) -> bool:
        """Give the functions that live already their new code; return whether any is changed."""
        new = {(each.co_qualname, each.co_firstlineno): each for each in _codes(code)}
        changed = False
        for each in self.functions:
            old = each.__code__
            wrong = new.get((old.co_qualname, old.co_firstlineno), old)
            if old.co_filename == str(path) and wrong != old:
                each.__code__, changed = wrong, True
        return changed


class Trial:
    """A mutant in its own process, with the tests that could notice it."""

    def __init__(self, suite: Suite, path: Path, mutant: Mutant, tests: dict[str, float]) -> None:
        self.path, self.mutant = path, mutant
        there = {name: long for name, long in tests.items() if name in suite.tests}
        if not there:
            raise SystemExit(f"{path.name}: its tests are gone; run `make coverage`.")
        self._folder = tempfile.mkdtemp(prefix="mutant")
        self._ends_at = time.monotonic() + _PATIENCE + 5 * sum(there.values())
        self._pid = os.fork()
        if self._pid == 0:
            os.setsid()
            os._exit(suite.run(path, mutant, [*there, f"--basetemp={self._folder}/t"]))

    def killed(self) -> bool | None:
        """Return whether a test noticed it, or None while nobody knows."""
        ended, status = os.waitpid(self._pid, os.WNOHANG)
        if not ended and time.monotonic() < self._ends_at:
            return None
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._pid, signal.SIGKILL)
        if not ended:
            os.waitpid(self._pid, 0)
        shutil.rmtree(self._folder, ignore_errors=True)
        return not ended or status != 0


def _codes(code: CodeType) -> Iterator[CodeType]:
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield each
            yield from _codes(each)


def _import_anew(path: Path, code: CodeType) -> None:
    """Forget all of our own modules; from now on this one is imported with its mistake."""
    for name in list(sys.modules):
        if name.split(".")[0] in _OWN and not name.startswith("tests.mutation"):
            del sys.modules[name]
    name = path.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".")
    sys.meta_path.insert(0, _Wrong(name, path, code))


class _Wrong(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def __init__(self, name: str, path: Path, code: CodeType) -> None:
        self._name, self._path, self._code = name, path, code

    def find_spec(self, name: str, *_: object) -> importlib.machinery.ModuleSpec | None:
        if name != self._name:
            return None
        return importlib.util.spec_from_file_location(name, self._path, loader=self)

    def exec_module(self, module: ModuleType) -> None:
        exec(self._code, module.__dict__)


@contextlib.contextmanager
def _silence() -> Iterator[None]:
    """Let nothing that is written reach the terminal, from whatever process."""
    kept = os.dup(1), os.dup(2)
    with Path(os.devnull).open("w") as nothing:
        for each in (1, 2):
            os.dup2(nothing.fileno(), each)
        try:
            yield
        finally:
            sys.stdout.flush()  # written to a file, it holds what was said until now
            for each, before in zip((1, 2), kept, strict=True):
                os.dup2(before, each)
                os.close(before)
