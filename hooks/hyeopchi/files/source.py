"""A source file: the text of a record or a vocabulary as a person wrote it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG

from hyeopchi.files.pickled import pickled_as_call
from hyeopchi.files.problem import START, Place, Problem
from hyeopchi.files.rule import Rule

MAX_BYTES = 200 * 1024
"""Largest record: rule 1 of the safety rules; the longest real one is far below it."""


@pickled_as_call
@dataclass(frozen=True, slots=True)
class SourceFile:
    """The text of one file: no byte order mark, lines ended by ``\\n``.

    ``path`` is the posix path under which problems are reported.
    """

    path: str
    text: str

    def place_of(self, offset: int) -> Place:
        """Line and column of the character at ``offset``."""
        line = self.text.count("\n", 0, offset) + 1
        return Place(line, offset - self.text.rfind("\n", 0, offset))

    def problem(self, offset: int, rule: Rule, message: str, hint: str = "") -> Problem:
        """An error at the character ``offset``."""
        return Problem.at(self.path, self.place_of(offset), rule, message, hint)


def read_source(file: Path, path: str, limit: int = MAX_BYTES) -> SourceFile | Problem:
    """The text of ``file``, or the problem that keeps it from being read; ``limit`` 0 is none.

    Nothing but a plain file is opened: a pipe would never end.
    """
    try:
        state = file.stat()
        if S_ISREG(state.st_mode) and limit and state.st_size > limit:
            return _too_large(path, state.st_size, limit)
        raw = file.read_bytes() if S_ISREG(state.st_mode) else None
    except OSError:
        raw = None
    if raw is None:
        return Problem.at(
            path,
            START,
            Rule.UNREADABLE_FILE,
            "파일을 읽을 수 없습니다",
            "파일이 있는지, 읽기 권한이 있는지 봐 주세요",
        )
    return decode(raw, path, limit)


def is_plain_file(path: Path) -> bool:
    """Whether ``path`` is a file and nothing else: no symlink, no folder, no pipe."""
    try:
        return S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def decode(raw: bytes, path: str, limit: int = MAX_BYTES) -> SourceFile | Problem:
    """The text of ``raw``, or the problem: too large, or not UTF-8. CRLF and a BOM are fine."""
    if limit and len(raw) > limit:
        return _too_large(path, len(raw), limit)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = _lines_of(error.object[: error.start].decode("utf-8"))
        return SourceFile(path, before).problem(
            len(before),
            Rule.FILE_ENCODING,
            "UTF-8로 저장되지 않은 글자가 있습니다",
            "편집기에서 'UTF-8로 저장'을 골라 다시 저장하세요",
        )
    return SourceFile(path, _lines_of(text))


def _too_large(path: str, size: int, limit: int) -> Problem:
    return Problem.at(
        path,
        START,
        Rule.FILE_SIZE,
        f"파일이 너무 큽니다: {size:,}바이트 (최대 {limit:,}바이트)",
        "내용을 둘 이상의 기록으로 나눠 주세요",
    )


def _lines_of(text: str) -> str:
    """``text`` with every line ended by ``\\n``."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
