"""The command line: ``check`` for records and vocabularies."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NoReturn

from hyeopchi.files.git import NoHistory
from hyeopchi.files.kept import KEPT, Kept
from hyeopchi.files.problem import START, Problem
from hyeopchi.files.rule import Rule
from hyeopchi.processes import crew_at_hand, uncollected
from hyeopchi.records.archive import Archive
from hyeopchi.records.folder import shown_path
from hyeopchi.records.kept_memory import KeptMemory
from hyeopchi.records.reader import read_archive
from hyeopchi.rules.change import Change, read_change
from hyeopchi.rules.checking import check as check_archive
from hyeopchi.rules.guests import check_guests, place_of
from hyeopchi.rules.report import FORMATS, as_summary
from hyeopchi.text.quoting import printable, quoted

ROOT = Path(__file__).resolve().parents[2]
OK, ERRORS, WRONG_USAGE = 0, 1, 2
_CACHE = "HYEOPCHI_CACHE"
"""The variable that names the folder of the search index' cache, beside which other caches lie."""
_SUMMARY = "GITHUB_STEP_SUMMARY"
"""The variable by which GitHub names the file that holds a job's summary."""


class _Formatter(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, prefix or "쓰는 법: ")


class _Parser(argparse.ArgumentParser):
    """argparse that speaks Korean."""

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_USAGE, f"알아듣지 못한 명령입니다.\n{self.format_usage()}")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="scripts/check.py",
        description="기록과 낱말 목록을 검사합니다.",
        add_help=False,
        formatter_class=_Formatter,
        allow_abbrev=False,
        usage="python3 scripts/check.py [--cases 폴더] [--changed 가지] [--format text|json|github] [파일 …]",
    )
    wanted, choices = (
        parser.add_argument_group("볼 것"),
        parser.add_argument_group("고를 수 있는 것"),
    )
    wanted.add_argument(
        "files", nargs="*", type=Path, metavar="파일", help="이 파일의 문제만 보여 줍니다"
    )
    choices.add_argument(
        "--cases",
        type=Path,
        default=ROOT / "cases",
        metavar="폴더",
        help="기록이 든 폴더 (기본: cases)",
    )
    choices.add_argument(
        "--format",
        default="text",
        metavar="모양",
        help="결과의 모양: text 사람이 읽을 글, json 프로그램이 읽을 목록, github 깃허브의 줄 표시 (기본: text)",
    )
    choices.add_argument(
        "--changed",
        metavar="가지",
        help="이 가지나 커밋에서 갈라진 뒤 새로 생긴 문제만 봅니다. 예: origin/main",
    )
    choices.add_argument(
        "--mixed",
        action="store_true",
        help="--changed에서 기록과 낱말 목록, 프로그램을 함께 바꾸는 것을 받아들입니다 (맡은 사람만)",
    )
    choices.add_argument("-h", "--help", action="help", help="이 안내를 보여 줍니다")
    return parser


def check(argv: Sequence[str]) -> int:
    """Check and print; 0 no errors, 1 errors, 2 wrong usage."""
    options = _parser().parse_args(argv)
    refusal = _refusal(options)
    if refusal:
        sys.stderr.write(refusal)
        return WRONG_USAGE
    try:
        with uncollected():
            archive, problems = _read(options)
    except NoHistory as trouble:
        sys.stderr.write(f"{trouble.message}\n")
        return WRONG_USAGE
    if options.files:
        problems = _of_files(problems, options.files, options.cases, archive)
    if archive.word_problems:
        sys.stderr.write("낱말 목록과 칸 설명을 고친 뒤에 기록을 살핍니다.\n")
    records = len(options.files) or len(archive.records)
    sys.stdout.write(FORMATS[options.format](problems, records))
    if options.format == "github" and os.environ.get(_SUMMARY):
        with Path(os.environ[_SUMMARY]).open("a", encoding="utf-8") as summary:
            summary.write(as_summary(problems, records))
    return ERRORS if any(problem.is_error for problem in problems) else OK


def _read(options: argparse.Namespace) -> Change:
    """The folder and its problems, all of them or the new ones."""
    shown = shown_folder(options.cases)
    crew = crew_at_hand()
    if options.changed is not None:
        return read_change(options.cases, shown, options.changed, options.mixed, crew)
    memory = KeptMemory(Kept(kept_folder()))
    archive = read_archive(options.cases, shown, crew=crew, memory=memory)
    return Change(archive, check_archive(archive, crew, memory))


def kept_folder() -> Path:
    """The folder of what commands keep for later ones; it may be deleted at any time."""
    return Path(os.environ.get(_CACHE, ROOT / ".cache/search")).with_name(KEPT)


def _refusal(options: argparse.Namespace) -> str:
    """What keeps the command from running, "" for nothing."""
    if options.format not in FORMATS:
        return f"--format에는 {', '.join(FORMATS)} 가운데 하나를 적어 주세요: {quoted(options.format)}\n"
    if not options.cases.is_dir():
        return f"폴더가 없습니다: {printable(str(options.cases))}\n"
    return "".join(
        f"{'파일이 아니라 폴더입니다' if file.is_dir() else '파일이 없습니다'}: {printable(str(file))}\n"
        for file in options.files
        if not file.is_file() and not file.is_symlink()
    )


def shown_folder(cases: Path) -> str:
    """How problems name the folder: from the working folder where it lies below, else as it is."""
    try:
        return cases.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return cases.as_posix()


def _of_files(
    problems: Sequence[Problem], files: Sequence[Path], cases: Path, archive: Archive
) -> tuple[Problem, ...]:
    """The problems of these files, and those that keep every record from being read.

    A file outside the folder is read as the record that it wants to be, which is said.
    """
    base = cases.resolve()
    here = {file: file.parent.resolve() / file.name for file in files}
    inside = [place for place in here.values() if place.is_relative_to(base)]
    outside = [file for file, place in here.items() if not place.is_relative_to(base)]
    wanted = {shown_path(place, base, archive.shown) for place in inside}
    wanted.update(problem.path for problem in archive.word_problems)
    found = [problem for problem in problems if problem.path in wanted]
    if outside and not archive.word_problems:
        found += _of_guests(outside, archive)
    return tuple(found)


def _of_guests(files: Sequence[Path], archive: Archive) -> Iterator[Problem]:
    """The problems of files outside the folder; where each would lie is said."""
    records = [file for file in files if file.suffix == ".md"]
    guests, problems = check_guests(records, archive)
    for guest in guests:
        sys.stderr.write(
            f"기록 폴더 밖의 파일입니다: {guest.source.path}\n"
            f"{place_of(guest, archive)}에 둘 기록으로 보고 살핍니다.\n"
        )
    yield from problems
    for file in files:
        if file not in records:
            yield Problem.at(
                printable(file.as_posix()),
                START,
                Rule.OUTSIDE_FOLDER,
                "기록 파일이 아닙니다",
                "이름이 .md로 끝나는 기록 파일을 적어 주세요. 서식은 python3 scripts/import.py로 들입니다",
            )
