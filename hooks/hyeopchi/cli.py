"""The command line: ``check`` for records and vocabularies."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from hyeopchi.archive import Archive, read_archive
from hyeopchi.checking import check as check_archive
from hyeopchi.problem import Problem
from hyeopchi.report import FORMATS

ROOT = Path(__file__).resolve().parents[2]
OK, ERRORS, WRONG_USAGE = 0, 1, 2


class _Parser(argparse.ArgumentParser):
    """argparse that speaks Korean when it refuses."""

    def error(self, message: str) -> None:  # type: ignore[override]
        self.print_usage(sys.stderr)
        self.exit(WRONG_USAGE, f"잘못 쓴 명령입니다: {message}\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="scripts/check.py", description="기록과 낱말 목록을 검사합니다.", add_help=False,
                     usage="python3 scripts/check.py [--cases 폴더] [--format text|json|github] [파일 …]")
    parser.add_argument("-h", "--help", action="help", help="이 안내를 보여 줍니다")
    parser.add_argument("--cases", type=Path, default=ROOT / "cases", metavar="폴더", help="기록이 든 폴더 (기본: cases)")
    parser.add_argument("--format", choices=tuple(FORMATS), default="text", help="결과의 모양")
    parser.add_argument("files", nargs="*", type=Path, metavar="파일", help="이 파일의 문제만 보여 줍니다")
    return parser


def check(argv: Sequence[str]) -> int:
    """Check and print; 0 no errors, 1 errors, 2 wrong usage."""
    options = _parser().parse_args(argv)
    if not options.cases.is_dir():
        sys.stderr.write(f"폴더가 없습니다: {options.cases}\n")
        return WRONG_USAGE
    missing = [file for file in options.files if not file.is_file()]
    if missing:
        sys.stderr.write("".join(f"파일이 없습니다: {file}\n" for file in missing))
        return WRONG_USAGE
    archive = read_archive(options.cases, shown_path(options.cases))
    problems = check_archive(archive)
    if options.files:
        problems = _of_files(problems, options.files, options.cases, archive)
    sys.stdout.write(FORMATS[options.format](problems, len(options.files) or len(archive.records)))
    return ERRORS if any(problem.is_error for problem in problems) else OK


def shown_path(cases: Path) -> str:
    """How problems name the folder: from the working folder where it lies below, else as it is."""
    try:
        return cases.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return cases.as_posix()


def _of_files(problems: Sequence[Problem], files: Sequence[Path], cases: Path, archive: Archive) -> tuple[Problem, ...]:
    """The problems of these files; a file outside the folder is said to be so."""
    base = cases.resolve()
    wanted = {f"{archive.shown}/{file.resolve().relative_to(base).as_posix()}"
              for file in files if file.resolve().is_relative_to(base)}
    outside = [Problem(file.as_posix(), 1, 1, "outside-folder", "기록 폴더 밖의 파일입니다", f"{archive.shown}/<지역>/ 아래로 옮겨 주세요")
               for file in files if not file.resolve().is_relative_to(base)]
    return (*outside, *(problem for problem in problems if problem.path in wanted))
