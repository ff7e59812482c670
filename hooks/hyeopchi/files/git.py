"""The repository that records stand in: what its history says of them, asked of git."""

from __future__ import annotations

import io
import os
import re
import shlex
import subprocess
import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from hyeopchi.files.leftovers import is_leftover
from hyeopchi.text.quoting import quoted


class NoHistory(Exception):
    """The history cannot be asked; ``message`` says in Korean why, and what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class LogEntry(NamedTuple):
    """A commit: its author's day in ISO form, its first line, and the files that it touched."""

    day: str
    subject: str
    paths: tuple[str, ...]


_ENTRY, _PART = "\x1e", "\x1f"
"""What begins an entry of the log and what parts its head: no text that git tells holds them."""


@dataclass(frozen=True, slots=True)
class Repository:
    """A git repository with its working folder ``root``. Paths are posix, from ``root``."""

    root: Path

    def commit(self, name: str) -> str:
        """The hash of the commit that a branch, tag or hash names. Raises NoHistory."""
        found = (
            self._ask("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
            .decode()
            .strip()
        )
        if not found:
            raise NoHistory(
                f"견줄 곳을 찾지 못했습니다: {quoted(name)}\n"
                + (
                    _SHALLOW
                    if self._is_shallow()
                    else "가지나 커밋의 이름을 적어 주세요. 예: --changed origin/main"
                )
            )
        return found

    def fork_point(self, commit: str) -> str:
        """The commit at which the present work left the line of ``commit``. Raises NoHistory."""
        found = self._ask("merge-base", commit, "HEAD").decode().strip()
        if not found:
            raise NoHistory(
                "지금 가지와 갈라진 곳을 찾지 못했습니다.\n"
                + (
                    _SHALLOW
                    if self._is_shallow()
                    else "같은 저장소에서 나온 가지의 이름을 적어 주세요."
                )
            )
        return found

    def files(self, commit: str, folder: str) -> tuple[str, ...]:
        """Every file below ``folder`` as of ``commit``."""
        return _names(
            self._ask(
                "ls-tree", "-r", "-z", "--name-only", "--full-tree", commit, "--", f"{folder}/"
            )
        )

    def changed(self, commit: str, folder: str) -> tuple[str, ...]:
        """Every file that differs from ``commit`` now, those new below ``folder`` too, not yet added or not.

        What tools leave there counts once it has been added.
        """
        known = _names(
            self._ask("diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", commit)
        )
        new = _names(
            self._ask("ls-files", "--others", "--exclude-standard", "-z", "--", f"{folder}/")
        )
        meant = (path for path in new if not any(map(is_leftover, PurePosixPath(path).parts)))
        return tuple(sorted({*known, *meant}))

    def unpack(self, commit: str, folder: str, into: Path) -> Path:
        """``folder`` as of ``commit``, written below ``into``."""
        packed = self._ask("archive", "--format=zip", "-0", commit, "--", folder)
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            archive.extractall(into)
        return into / folder

    def log(self, folder: Path) -> tuple[LogEntry, ...]:
        """Every commit that touched ``folder``, the newest first. Raises NoHistory where the log is cut off."""
        told = self._ask(
            "-c",
            "core.quotepath=false",
            "log",
            "--no-renames",
            "--no-merges",
            "--date=short",
            "--name-only",
            "--decorate=short",
            f"--format={_ENTRY}%ad{_PART}%D{_PART}%s",
            "--",
            str(folder.resolve()),
        ).decode("utf-8", "replace")
        entries = [entry.split("\n") for entry in told.split(_ENTRY)[1:]]
        if any("grafted" in head.split(_PART)[1].split(", ") for head, *_ in entries):
            raise NoHistory(_SHALLOW)
        return tuple(
            LogEntry(head.split(_PART)[0], head.split(_PART)[2], tuple(filter(None, paths)))
            for head, *paths in entries
        )

    def _is_shallow(self) -> bool:
        return self._ask("rev-parse", "--is-shallow-repository").strip() == b"true"

    def _ask(self, *arguments: str) -> bytes:
        """What git answers, nothing where it refuses."""
        return _git(self.root, *arguments).stdout


_SHALLOW = "앞선 역사가 다 있지 않은 저장소입니다. git fetch --unshallow 를 먼저 실행하세요."

_UNSAFE = re.compile("(?:dubious ownership|unsafe repository).*?'(?P<root>[^'\n]+)'", re.DOTALL)
"""How git refuses a repository of somebody else, and where that stands."""

_OF_HOOKS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""What git tells the commands that it starts itself; it would answer for that repository."""


def repository_of(folder: Path) -> Repository:
    """The repository in which ``folder`` stands. Raises NoHistory."""
    done = _git(folder, "rev-parse", "--show-toplevel")
    root = done.stdout.decode().rstrip("\n")
    if not root:
        raise NoHistory(_refusal(folder, done.stderr.decode("utf-8", "replace")))
    return Repository(Path(root).resolve())


def _refusal(folder: Path, said: str) -> str:
    """Why git tells nothing of ``folder``."""
    unsafe = _UNSAFE.search(said)
    if unsafe:
        return (
            "git이 이 저장소를 읽지 않습니다. 폴더의 주인이 지금 사용자가 아닙니다.\n"
            "믿는 폴더라면 이 명령을 한 번 실행하고 다시 하세요: "
            f"git config --global --add safe.directory {shlex.quote(unsafe['root'])}"
        )
    return (
        f"git 저장소 안의 폴더가 아닙니다: {quoted(str(folder))}\n"
        "저장소를 받은 폴더에서 실행하거나 --changed를 빼세요."
    )


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    settings = {name: value for name, value in os.environ.items() if name not in _OF_HOOKS}
    try:
        return subprocess.run(
            ["git", "-C", str(folder), *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env={**settings, "LC_ALL": "C"},
        )
    except OSError:
        raise NoHistory("git이 없습니다. git을 설치하거나 --changed를 빼고 실행하세요.") from None


def _names(listed: bytes) -> tuple[str, ...]:
    return tuple(name for name in listed.decode("utf-8", "replace").split("\0") if name)
