"""Reports: problems as text for people, as JSON for programs, as annotations and a summary for GitHub."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from hyeopchi.files.problem import Problem

MOST_ANNOTATED = 9
"""Annotations of one step; GitHub hides the tenth error and what follows without a word."""
MOST_SUMMARISED = 1_000
"""Problems of one severity told in a job's summary, which holds at most one megabyte."""

_MARKDOWN = re.compile(r"[\\`*_{}\[\]()#+!|~@:]")


def as_text(problems: Sequence[Problem], records: int) -> str:
    """A line a problem, then how many there are, in gentle Korean."""
    return (
        "\n".join([*(problem.text() for problem in problems), _closing(problems, records)]) + "\n"
    )


def _closing(problems: Sequence[Problem], records: int) -> str:
    errors = sum(problem.is_error for problem in problems)
    warnings = len(problems) - errors
    tail = f" 살펴볼 곳이 {warnings}개 있습니다." if warnings else ""
    if errors:
        return f"기록 {records:,}개를 살폈습니다. 고칠 곳이 {errors}개 있습니다.{tail}"
    return f"기록 {records:,}개를 살폈습니다. 고칠 곳이 없습니다.{tail}"


def as_json(problems: Sequence[Problem], records: int) -> str:
    """A list of ``{path, line, column, rule, severity, message, hint}``."""
    rows = [
        {
            "path": problem.path,
            "line": problem.line,
            "column": problem.column,
            "rule": problem.rule,
            "severity": problem.severity.value,
            "message": problem.message,
            "hint": problem.hint,
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def as_github(problems: Sequence[Problem], records: int) -> str:
    """Workflow commands that GitHub shows on the lines of a pull request, then the closing line.

    At most ``MOST_ANNOTATED``, errors first; ``as_summary`` has them all.
    """
    shown = sorted(problems, key=lambda problem: not problem.is_error)[:MOST_ANNOTATED]
    rest = len(problems) - len(shown)
    more = (
        [
            f"줄에 표시한 것은 {len(shown)}개입니다. 나머지 {rest}개는 이 실행의 요약(Summary)에 있습니다."
        ]
        if rest
        else []
    )
    return "\n".join([*map(_annotation, shown), *more, _closing(problems, records)]) + "\n"


def as_summary(problems: Sequence[Problem], records: int) -> str:
    """Every problem as Markdown for the summary of a GitHub job, errors before warnings."""
    errors = [problem for problem in problems if problem.is_error]
    warnings = [problem for problem in problems if not problem.is_error]
    parts = [*_part("고칠 곳", errors), *_part("살펴볼 곳", warnings)]
    return "\n".join([*parts, _closing(problems, records)]) + "\n"


def _part(title: str, problems: Sequence[Problem]) -> list[str]:
    rest = len(problems) - MOST_SUMMARISED
    lines = [
        f"- `{_code(problem.path)}` {problem.line}번째 줄: {_said(problem)}"
        for problem in problems[:MOST_SUMMARISED]
    ]
    lines += [f"- 그 밖에 {rest:,}개"] if rest > 0 else []
    return [f"## {title} {len(problems)}개", "", *lines, ""] if problems else []


def _code(text: str) -> str:
    return text.replace("`", "'")


def _said(problem: Problem) -> str:
    """What a problem says, with nothing that Markdown or HTML would obey."""
    said = problem.message + (f" → {problem.hint}" if problem.hint else "")
    return _MARKDOWN.sub(r"\\\g<0>", html.escape(" ".join(said.split()), quote=False))


def _annotation(problem: Problem) -> str:
    said = problem.message + (f" → {problem.hint}" if problem.hint else "")
    place = f"file={_property(problem.path)},line={problem.line},col={problem.column}"
    return f"::{problem.severity.value} {place}::{_data(said)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: Mapping[str, Callable[[Sequence[Problem], int], str]] = MappingProxyType(
    {"text": as_text, "json": as_json, "github": as_github}
)
