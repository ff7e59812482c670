"""The workflows as their runner obeys them: the commands of a job, in a copy of the repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from support.environment import ROOT
from support.mkdocs import CACHE, cache

LONG_SETTINGS = {
    "site_url": "https://seoul-governance.example.org/municipal/hyeopchi-lib/",
    "operator": "서울시 협치학교 열린 도서관 모임지기",
    "contact": "library@example.org",
}
"""An address of 60 letters, an operator of 20, and someone to write to."""

_LEFT = shutil.ignore_patterns(
    ".git", ".venv", ".venv.lock", ".cache", "__pycache__", ".*_cache", ".hypothesis"
)
_MADE = ("site", "papers", "preview")
"""Folders at the root that commands write."""
_GITHUB = ("gh ", "${{")
"""In a command that only GitHub can obey."""


def workflow(name: str) -> Mapping[str, Any]:
    """A workflow as it stands in the repository."""
    file = ROOT / f".github/workflows/{name}.yml"
    return yaml.safe_load(file.read_text("utf-8"))


def commands(name: str, job: str) -> Iterator[Mapping[str, Any]]:
    """The steps of a job that run commands which need neither root nor GitHub."""
    for step in workflow(name)["jobs"][job]["steps"]:
        said = step.get("run", "")
        if said and "sudo " not in said and not any(word in said for word in _GITHUB):
            yield step


def run(step: Mapping[str, Any], work: Path) -> subprocess.CompletedProcess[str]:
    """Run a step's command in the folder ``work`` as the runner does, with this Python.

    What the search has read of records here it need not read again.
    """
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", step["run"]],
        cwd=work / step.get("working-directory", "."),
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        env={
            **os.environ,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "PYTHONUTF8": "1",
            CACHE: str(cache()),
            "GITHUB_STEP_SUMMARY": str(work / "summary.md"),
        },
    )


def git(folder: Path, *arguments: str) -> None:
    """Run git in ``folder`` as nobody in particular."""
    who = (
        "-c",
        "user.name=nobody",
        "-c",
        "user.email=nobody@example.org",
        "-c",
        "commit.gpgsign=false",
    )
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)


def copied(folder: Path) -> None:
    """Copy the repository as it stands to ``folder``, without its history and what was made in it."""
    shutil.copytree(
        ROOT,
        folder,
        ignore=lambda where, names: {
            *_LEFT(where, names),
            *(_MADE if Path(where) == ROOT else ()),
        },
    )


def lend_environment(folder: Path) -> None:
    """Let the commands of the copy in ``folder`` find the packages that are installed for this one."""
    (folder / ".venv").symlink_to(ROOT / ".venv")


def committed(folder: Path) -> None:
    """Make the files in ``folder`` the first commit of a repository."""
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "Begin")


def say_settings(folder: Path, settings: Mapping[str, str]) -> None:
    """Write ``settings`` into ``mkdocs.yml`` in ``folder``, each in the place of its empty value."""
    file = folder / "mkdocs.yml"
    text = file.read_text("utf-8")
    for name, value in settings.items():
        assert f'{name}: ""' in text, name
        text = text.replace(f'{name}: ""', f"{name}: {value}", 1)
    file.write_text(text, "utf-8")
