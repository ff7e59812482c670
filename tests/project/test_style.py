"""How the code is written: one format, no finding of the linter, types that fit."""

from __future__ import annotations

import subprocess
import sys

import pytest

from support.environment import ROOT


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
