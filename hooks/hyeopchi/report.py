"""Reports: problems as text for people, as JSON for programs, as annotations for GitHub."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from hyeopchi.problem import Problem


def as_text(problems: Sequence[Problem], records: int) -> str:
    """A line a problem, then how many there are, in gentle Korean."""
    return "\n".join([*(problem.text() for problem in problems), _closing(problems, records)]) + "\n"


def _closing(problems: Sequence[Problem], records: int) -> str:
    errors = sum(problem.is_error for problem in problems)
    warnings = len(problems) - errors
    tail = f" 살펴볼 곳이 {warnings}개 있습니다." if warnings else ""
    if errors:
        return f"기록 {records:,}개를 살폈습니다. 고칠 곳이 {errors}개 있습니다.{tail}"
    return f"기록 {records:,}개를 살폈습니다. 고칠 곳이 없습니다.{tail}"


def as_json(problems: Sequence[Problem], records: int) -> str:
    """A list of ``{path, line, column, rule, severity, message, hint}``."""
    rows = [{"path": problem.path, "line": problem.line, "column": problem.column, "rule": problem.rule,
             "severity": problem.severity.value, "message": problem.message, "hint": problem.hint}
            for problem in problems]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def as_github(problems: Sequence[Problem], records: int) -> str:
    """Workflow commands that GitHub shows on the lines of a pull request, then the closing line."""
    lines = [_annotation(problem) for problem in problems]
    return "\n".join([*lines, _closing(problems, records)]) + "\n"


def _annotation(problem: Problem) -> str:
    said = problem.message + (f" → {problem.hint}" if problem.hint else "")
    place = f"file={_property(problem.path)},line={problem.line},col={problem.column}"
    return f"::{problem.severity.value} {place}::{_data(said)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: Mapping[str, Callable[[Sequence[Problem], int], str]] = MappingProxyType(
    {"text": as_text, "json": as_json, "github": as_github})
