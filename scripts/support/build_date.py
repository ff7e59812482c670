"""The one date of a build: given, or that of the last commit; told where it can be neither."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from support.console import WRONG_USAGE, Stop, say

VARIABLE = "SOURCE_DATE_EPOCH"
"""Environment variable: seconds since 1970, as reproducible-builds.org/specs says."""
LATEST = 2**32 - 1
"""2106-02-07, the last second that the packed map of the site can bear."""
NO_GIT_EPOCH = "315532800"
"""1980-01-01T00:00:00Z, the date of a build without git: the earliest that a ZIP can hold."""

_DUBIOUS = re.compile("dubious ownership|unsafe repository")


def build_epoch(environ: Mapping[str, str], root: Path) -> str:
    """Seconds since 1970 for a build of the checkout at ``root``, as text.

    Raises ``Stop`` for a date that is no such number, or where git refuses to be asked.
    """
    given = environ.get(VARIABLE, "").strip()
    return _checked(given) if given else commit_time(root)


def _checked(given: str) -> str:
    if re.fullmatch("[0-9]{1,10}", given) and int(given) <= LATEST:
        return str(int(given))
    raise Stop(
        f"{VARIABLE}에는 1970년부터 센 초를 0에서 {LATEST} 사이의 정수로 적습니다: '{given}'"
        f"{_nearest(given)}\n비워 두면 마지막 커밋의 날짜로 짓습니다.",
        WRONG_USAGE,
    )


def _nearest(given: str) -> str:
    """The number for a day that was written as one, "" for anything else."""
    try:
        day = datetime.fromisoformat(given)
    except ValueError:
        return ""
    seconds = int((day if day.tzinfo else day.replace(tzinfo=UTC)).timestamp())
    return f" → {seconds}" if 0 <= seconds <= LATEST else ""


def commit_time(root: Path) -> str:
    """Seconds since 1970 of the last commit of the repository at ``root``, as text."""
    if not (root / ".git").exists():  # an unpacked archive, maybe inside someone's repository
        return NO_GIT_EPOCH
    try:
        done = subprocess.run(
            ["git", "-C", str(root), "log", "-1", "--format=%ct"],
            env={**os.environ, "LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
        )
    except OSError:
        return _without("git이 없습니다")
    if done.stdout.strip():
        return done.stdout.strip()
    if _DUBIOUS.search(done.stderr):
        raise Stop(
            "git이 이 저장소를 읽지 않아 짓는 날짜를 모릅니다: 폴더의 주인이 지금 사용자가 아닙니다.\n"
            "믿는 폴더라면 이 명령을 한 번 실행하고 다시 하세요:\n"
            f"  git config --global --add safe.directory '{root.as_posix()}'"
        )
    return _without((done.stderr.strip().splitlines() or ["커밋이 없습니다"])[0])


def _without(reason: str) -> str:
    """The date of a build without git, and a line that says so."""
    say(f"마지막 커밋의 날짜를 알 수 없어 1980년 1월 1일로 짓습니다: {reason}", stream=sys.stderr)
    return NO_GIT_EPOCH
