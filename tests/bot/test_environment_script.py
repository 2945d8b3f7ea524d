"""`make` on a machine that lacks something: one sentence says what, and nothing is half done."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = ("sh", "make", "awk", "touch", "mkdir", "rm")


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A folder of programs that is the whole PATH: a few tools, and no Python."""
    programs = tmp_path / "programs"
    programs.mkdir()
    for tool in TOOLS:
        found = shutil.which(tool)
        if found:
            (programs / tool).symlink_to(found)
    return programs


def has(machine: Path, name: str, script: str) -> None:
    """Put a program on the machine."""
    (machine / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    (machine / name).chmod(0o755)


def builds(machine: Path, folder: Path) -> "subprocess.CompletedProcess[str]":
    """Let the script build an environment in a folder."""
    folder.mkdir(exist_ok=True)
    command = [str(machine / "sh"), str(ROOT / "scripts/environment"), "a.lock", "stamp"]
    path = {"PATH": str(machine)}
    return subprocess.run(command, cwd=folder, env=path, capture_output=True, text=True)


@pytest.mark.parametrize("old", [None, "exit 1"], ids=["no Python", "an old Python"])
def test_without_a_new_enough_python_one_sentence_says_what_to_install(
    machine: Path, tmp_path: Path, old: str | None
) -> None:
    if old:
        has(machine, "python3", old)
    built = builds(machine, tmp_path / "project")
    assert built.returncode != 0
    assert built.stderr.startswith("Python 3.11 or newer was not found: install it ")
    assert built.stderr.count("\n") == 1
    assert list((tmp_path / "project").iterdir()) == []


def test_the_version_is_asked_of_python_itself(machine: Path, tmp_path: Path) -> None:
    has(machine, "python3", f'echo "$@" > asked; exec {sys.executable} "$@"')
    has(machine, "uv", "exit 7")
    assert builds(machine, tmp_path / "project").returncode == 7
    assert "version_info" in (tmp_path / "project" / "asked").read_text(encoding="utf-8")


def test_without_the_venv_module_one_sentence_says_what_to_install(
    machine: Path, tmp_path: Path
) -> None:
    has(machine, "python3", 'case "$1" in -c) exit 0;; *) mkdir .venv; exit 1;; esac')
    built = builds(machine, tmp_path / "project")
    assert built.returncode != 0
    assert built.stderr.startswith("Python's venv module is missing: run 'apt-get install ")
    assert built.stderr.count("\n") == 1
    assert not (tmp_path / "project" / ".venv").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere, so this cannot be seen")
def test_in_a_folder_that_cannot_be_written_one_sentence_says_so(
    machine: Path, tmp_path: Path
) -> None:
    has(machine, "python3", "exit 0")
    folder = tmp_path / "project"
    folder.mkdir(mode=0o555)
    built = builds(machine, folder)
    assert built.returncode != 0
    assert built.stderr.startswith(f"This folder cannot be written to: {folder}. ")
    assert built.stderr.count("\n") == 1


def test_make_alone_lists_every_target_with_what_it_does(machine: Path) -> None:
    command = [str(machine / "make"), "--directory", str(ROOT), "--no-print-directory"]
    made = subprocess.run(command, env={"PATH": str(machine)}, capture_output=True, text=True)
    targets = [line.split()[1] for line in made.stdout.splitlines() if line.startswith("  make ")]
    assert (made.returncode, made.stderr) == (0, "")
    assert {"help", "demo", "test", "check"} <= set(targets)
    assert all(len(line.split()) > 3 for line in made.stdout.splitlines())
