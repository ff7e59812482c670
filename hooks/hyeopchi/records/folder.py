"""The shelf: what stands in the folder of records, and what may not stand there."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from hyeopchi.files.leftovers import is_leftover
from hyeopchi.files.problem import START, Problem
from hyeopchi.files.rule import Rule
from hyeopchi.records.received import RECEIVED
from hyeopchi.records.requests import REQUESTS
from hyeopchi.records.sessions import SESSIONS
from hyeopchi.text.quoting import printable

VOCABULARY_FOLDER = "_vocabulary"
SOURCES_FOLDER = "_sources"
_DOCUMENT = re.compile(r"[a-z0-9][a-z0-9-]{2,63}\.yml")


class Shelf(NamedTuple):
    """The files of records and of source documents by their paths, a problem for all else."""

    records: tuple[Path, ...]
    documents: tuple[Path, ...]
    problems: tuple[Problem, ...]


def read_shelf(folder: Path, shown: str) -> Shelf:
    """Look through ``folder``, which problems name ``shown``. Follows no symlink, never raises."""
    records: list[Path] = []
    documents: list[Path] = []
    problems: list[Problem] = []
    for entry in _below(folder, problems, shown):
        path = Path(entry.path)
        place, is_plain = path.parent, entry.is_file(follow_symlinks=False)
        if (
            is_plain
            and path.suffix == ".md"
            and place.parent == folder
            and place.name not in (VOCABULARY_FOLDER, SOURCES_FOLDER)
        ):
            records.append(path)
        elif is_plain and place == folder / SOURCES_FOLDER and _DOCUMENT.fullmatch(path.name):
            documents.append(path)
        elif not (is_plain and _is_about_records(path, folder)):
            problems.append(_stray(path, folder, shown))
    return Shelf(tuple(records), tuple(documents), tuple(problems))


def _is_about_records(path: Path, folder: Path) -> bool:
    """Whether ``path`` is a vocabulary or a list that the library's keepers keep."""
    return path in (folder / form.file for form in (RECEIVED, REQUESTS, SESSIONS)) or (
        path.suffix == ".yml" and path.parent == folder / VOCABULARY_FOLDER
    )


def shown_path(path: Path, folder: Path, shown: str) -> str:
    """How problems name ``path``, a file below ``folder``: on one line, nothing hidden."""
    return printable("/".join((shown, *path.parts[len(folder.parts) :])))


def _below(
    folder: Path, problems: list[Problem], shown: str, level: int = 1
) -> Iterator[os.DirEntry[str]]:
    """What a person has put below ``folder``, sorted; of folders only those that should not be there."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        problems.append(
            Problem.at(
                shown,
                START,
                Rule.UNREADABLE_FILE,
                "폴더를 읽을 수 없습니다",
                "읽기 권한이 있는지 봐 주세요",
            )
        )
        return
    for entry in entries:
        if is_leftover(entry.name):
            continue
        if level == 1 and _is_folder(entry):
            yield from _below(
                Path(entry.path), problems, f"{shown}/{printable(entry.name)}", level + 1
            )
        else:
            yield entry


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _stray(path: Path, folder: Path, shown: str) -> Problem:
    if path.is_symlink():
        what = "링크(symlink)는 둘 수 없습니다"
    elif path.is_dir():
        what = "자치구 폴더 안에 폴더를 또 둘 수 없습니다"
    else:
        what = "여기에는 기록 파일만 둘 수 있습니다"
    if path.parent == folder / SOURCES_FOLDER:
        hint = (
            "자료는 cases/_sources/<영문 소문자 이름>.yml 에 두고, 다른 것은 옮기거나 지워 주세요"
        )
    else:
        hint = "기록은 cases/<지역>/<해>-<이름>.md 에 두고, 다른 것은 옮기거나 지워 주세요"
    return Problem.at(shown_path(path, folder, shown), START, Rule.STRAY_FILE, what, hint)
