"""A change: what a folder of records has wrong that the line it left did not have.

A contribution of records touches records only, and is judged by the words of the line it left;
a contribution of words and programs is judged by its own words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import NamedTuple

from hyeopchi.files.git import NoHistory, Repository, repository_of
from hyeopchi.files.leftovers import is_leftover
from hyeopchi.files.problem import START, Problem
from hyeopchi.files.rule import Rule
from hyeopchi.processes import ALONE, Crew
from hyeopchi.records.archive import Archive
from hyeopchi.records.folder import SOURCES_FOLDER, VOCABULARY_FOLDER
from hyeopchi.records.reader import read_archive
from hyeopchi.rules.checking import check
from hyeopchi.rules.lookalikes import lookalikes
from hyeopchi.text.quoting import printable, quoted

_WITHDRAW = "지우지 말고 거두세요: 파일을 되살리고 앞머리에 withdrawn: {date: 2026-11-22, reason: 까닭}을 적습니다"
_KEEP = "자료의 주소도 오래갑니다: 파일을 되살려 주세요"
_MOST_COMPARED = 100
"""New records that are compared with those that are there; a contribution has one or a few."""
_APART = "기록은 기록끼리, 다른 것은 다른 것끼리 따로 제안해 주세요"


class Change(NamedTuple):
    """What stands in the folder now, and the problems that are new."""

    archive: Archive
    problems: tuple[Problem, ...]


def read_change(
    cases: Path, shown: str, base: str, mixed: bool = False, crew: Crew = ALONE
) -> Change:
    """What is new in ``cases`` since the line of the commit ``base``; raises NoHistory.

    ``mixed``: records may change together with words and programs, and are judged by those.
    """
    repository = repository_of(cases)
    folder = folder_inside(cases, repository)
    fork = repository.fork_point(repository.commit(base))
    before = repository.files(fork, folder)
    changed = repository.changed(fork, folder)
    is_record = partial(is_content, folder)
    touches_records = any(map(is_record, changed))
    with TemporaryDirectory() as place:
        old = repository.unpack(fork, folder, Path(place)) if before else None
        words = old if touches_records and not mixed else None
        archive = read_archive(cases, shown, words, crew)
        had = check(read_archive(old, shown, crew=crew), crew) if old else ()
        problems = [
            *_new(check(archive, crew), had),
            *_gone(filter(is_record, before), archive),
            *_lookalikes(before, archive),
        ]
    if touches_records and not mixed:
        problems += _strays(changed, folder, shown)
    return Change(archive, tuple(sorted(problems)))


def folder_inside(cases: Path, repository: Repository) -> str:
    """The folder of records, as its repository names it; raises NoHistory where it is no folder in there."""
    try:
        folder = cases.resolve().relative_to(repository.root).as_posix()
    except ValueError:
        folder = "."
    if folder == ".":
        raise NoHistory(
            "기록 폴더는 저장소 안의 폴더여야 합니다. --cases에 그 폴더를 적어 주세요. 예: --cases cases"
        )
    return folder


def is_content(folder: str, path: str) -> bool:
    """Whether ``path`` is content below ``folder``: a record's or a source document's file."""
    records = rf"(?!{VOCABULARY_FOLDER}/|{SOURCES_FOLDER}/)[^/]+/[^/]+\.md"
    documents = rf"{SOURCES_FOLDER}/[^/]+\.yml"
    is_content = re.fullmatch(rf"{re.escape(folder)}/(?:{records}|{documents})", path)
    return bool(is_content) and not is_leftover(PurePosixPath(path).name)


def _new(now: Iterable[Problem], before: Sequence[Problem]) -> Iterator[Problem]:
    """The problems that there were not, or not so many of, whatever their lines or folder."""
    exactly, left = frozenset(before), Counter(map(_sign, before))
    for problem in sorted(now, key=lambda one: one not in exactly):
        sign = _sign(problem)
        if left[sign]:
            left[sign] -= 1
        else:
            yield problem


def _sign(problem: Problem) -> tuple[str, str, str]:
    return PurePosixPath(problem.path).name, problem.rule, problem.message


def _gone(before: Iterable[str], archive: Archive) -> Iterator[Problem]:
    """A record or a document that the line has and the folder has not."""
    records = {record.id for record in archive.records} | {
        PurePosixPath(one.path).stem for one in archive.problems
    }
    for path in () if archive.word_problems else before:
        place = PurePosixPath(path)
        is_document = place.parent.name == SOURCES_FOLDER
        if place.stem not in (archive.documents.by_id if is_document else records):
            yield Problem.at(
                printable(f"{archive.shown}/{place.parent.name}/{place.name}"),
                START,
                Rule.REMOVED_DOCUMENT if is_document else Rule.REMOVED_RECORD,
                f"있던 {'자료가' if is_document else '기록이'} 없어졌습니다: {quoted(place.stem)}",
                _KEEP if is_document else _WITHDRAW,
            )


def _lookalikes(before: Iterable[str], archive: Archive) -> Iterator[Problem]:
    """What in the new records looks like something that is there already."""
    known = {PurePosixPath(path).stem for path in before}
    new = [record for record in archive.records if record.id not in known]
    for record in new[:_MOST_COMPARED]:
        yield from lookalikes(record, archive)


def _strays(changed: Iterable[str], folder: str, shown: str) -> Iterator[Problem]:
    """What a change of records touches beside records."""
    for path in changed:
        if not is_content(folder, path):
            below = path.removeprefix(f"{folder}/")
            named = f"{shown}/{below}" if below != path else path
            yield Problem.at(
                printable(named),
                START,
                Rule.MIXED_CHANGE,
                "기록과 다른 파일을 함께 바꾸었습니다",
                _APART,
            )
