"""The folder of records that a command works on: found, and read whole."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from support import environment
from support.console import WRONG_USAGE, Stop

if TYPE_CHECKING:
    from hyeopchi.records.archive import Archive

FOLDER = environment.ROOT / "cases"
"""The project's own records."""


def existing(cases: Path) -> Path:
    """The absolute path of the folder of records; ``Stop`` (wrong usage) if there is none."""
    if not cases.is_dir():
        raise Stop(
            f"기록 폴더가 없습니다: {cases}\n--cases에 기록이 든 폴더를 적어 주세요.", WRONG_USAGE
        )
    return cases.resolve()


def enter_reader() -> None:
    """Return only where records can be read: any Python with PyYAML and python-frontmatter will do."""
    if not all(find_spec(name) for name in ("yaml", "frontmatter")):
        environment.enter("site")


def read(cases: Path, shown: str = "cases") -> Archive:
    """Everything under ``cases``, which problems name ``shown``; ``Stop`` where its words or fields are broken."""
    from hyeopchi.records.reader import read_archive

    archive = read_archive(cases, shown)
    if archive.word_problems:
        raise Stop(
            "낱말 목록이나 칸 설명에 고칠 곳이 있습니다. python3 scripts/check.py로 살펴보세요."
        )
    return archive
