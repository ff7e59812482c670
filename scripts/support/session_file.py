"""Taking in a session: an entry more in the list, where nothing is wrong with it."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import yaml

from hyeopchi.contribute.session_form import Told
from hyeopchi.records.archive import Archive
from hyeopchi.records.kept_list_reader import read_kept_list
from hyeopchi.records.sessions import SESSIONS
from hyeopchi.rules.checking import check_sessions
from hyeopchi.text.quoting import printable
from support.console import FAILED, say

_EMPTY = f"{SESSIONS.name}: []"


def take_in_session(told: Told, archive: Archive, cases: Path) -> int:
    """Put what was told at the end of the list; the exit code. The list stays as it was where anything is wrong."""
    number = max((one["number"] for one in archive.sessions.entries), default=0) + 1
    remarks = [f"- {one.where}: {' / '.join(one.text.splitlines())}" for one in told.left]
    line = _line({"number": number, **told.entry}, remarks)
    file = cases / SESSIONS.file
    text = file.read_text(encoding="utf-8") if file.exists() else f"{_EMPTY}\n"
    longer = _with(text, line)
    problems = [*told.unread, *_problems(longer, archive)]
    for problem in problems:
        say(problem)
    if problems:
        say(f"{SESSIONS.file}에 넣지 않았습니다. 아래 줄을 고쳐 손으로 넣으세요.\n{line}")
        return FAILED
    file.write_text(longer, encoding="utf-8")
    say(f"{SESSIONS.file}에 {number}번으로 넣었습니다. 사람의 이름이 없는지 읽어 보세요.\n{line}")
    if remarks:
        say("#으로 시작하는 줄은 칸을 찾지 못한 것입니다. 알맞은 칸에 옮기고 지우세요.")
    return FAILED if remarks else 0


def _line(entry: dict[str, object], remarks: Sequence[str]) -> str:
    """The entry, below ``remarks`` for whoever goes on with it."""
    written = yaml.safe_dump(
        entry, allow_unicode=True, default_flow_style=True, sort_keys=False, width=10_000
    )
    above = "".join(f"  # {printable(remark)}\n" for remark in remarks)
    return f"{above}  - {written.strip()}"


def _with(text: str, line: str) -> str:
    if _EMPTY in text:
        return text.replace(_EMPTY, f"{SESSIONS.name}:\n{line}")
    return f"{text.rstrip()}\n{line}\n"


def _problems(text: str, archive: Archive) -> list[str]:
    """What is wrong with the list as it would be."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / SESSIONS.file).write_text(text, encoding="utf-8")
        kept = read_kept_list(Path(folder), SESSIONS, archive.vocabularies, archive.shown)
    return [problem.text() for problem in check_sessions(replace(archive, sessions=kept))]
