"""How the code is written: one format, no finding of the linter, types that fit."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.environment import ROOT

TYPES = ROOT / "tests/data/script_types"
"""How the types that the scripts say in their comments are checked."""


@pytest.mark.parametrize("command", [("format", "--check"), ("check",)], ids=" ".join)
def test_ruff_finds_nothing(command: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ruff", *command, "--quiet", "--no-cache", "."],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
    )
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


def test_every_type_fits() -> None:
    """With a cache beside the search index's: the first time takes a while."""
    cache = ROOT / ".cache/mypy"
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--no-error-summary", "--cache-dir", str(cache)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
    )
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


def test_every_script_says_types_that_fit_where_a_node_is_at_hand(tmp_path: Path) -> None:
    """Where no npm can install the locked TypeScript, the tests in the browser alone judge the scripts."""
    typescript = _typescript(tmp_path)
    if typescript is None:
        return
    done = subprocess.run(
        [typescript, "--project", TYPES / "jsconfig.json"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
    )
    ours = [line for line in done.stdout.splitlines() if line.startswith("docs/assets/javascripts")]
    assert done.returncode in (0, 2) and ours == []


def _typescript(folder: Path) -> Path | None:
    """The compiler of TypeScript, installed in ``folder`` as the lock says."""
    npm = shutil.which("npm")
    if npm is None:
        return None
    for name in ("package.json", "package-lock.json"):
        shutil.copy(TYPES / name, folder / name)
    done = subprocess.run(
        [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=folder, capture_output=True
    )
    return None if done.returncode else folder / "node_modules/.bin/tsc"


def test_no_pattern_holds_on_to_a_whole_group() -> None:
    """Before 3.11.5 a possessive quantifier of a group, or an atomic group, misses what it should match."""
    told = [
        f"{file.relative_to(ROOT)}: {text}"
        for folder in ("hooks", "scripts")
        for file in sorted((ROOT / folder).rglob("*.py"))
        for text in _constants(file)
        if re.search(r"\)[*+?]\+|\)\{[0-9,]+\}\+|\(\?>", text)
    ]
    assert told == []


def test_no_test_waits_for_a_page_in_a_way_that_takes_any_promise_for_a_yes() -> None:
    """``helpers.browsing.until`` waits for both; Playwright's own way also compiles what our policy forbids."""
    waiting = [
        file.relative_to(ROOT / "tests").as_posix()
        for file in sorted((ROOT / "tests").rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "wait_for_function"
    ]
    assert waiting == []


def _constants(file: Path) -> Iterator[str]:
    """The texts that are written in a module, bytes as Latin letters."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str | bytes):
            text = node.value
            yield text if isinstance(text, str) else text.decode("latin-1")
