"""Failures: what the preview shows in the place of a page that could not be made, and of settings that could not be read."""

from __future__ import annotations

import traceback
from pathlib import Path

from jinja2 import TemplateSyntaxError
from markupsafe import Markup

from hyeopchi.files.problem import START, Problem
from hyeopchi.files.rule import Rule
from hyeopchi.text.quoting import printable

_PROJECT = Path(__file__).resolve().parents[3]
_PAGE = Markup(
    '<!doctype html>\n<html lang="ko">\n<head><meta charset="utf-8"><title>{title}</title></head>\n'
    "<body><main><h1>{title}</h1>\n<p>{where}</p>\n<pre>{what}</pre>\n"
    "<p>고치고 저장하면 이 쪽이 새로 열립니다.</p></main></body>\n</html>\n"
)


def failure_page(error: Exception) -> str:
    """A page that says which file and line kept a page from being made, and why."""
    return _PAGE.format(
        title="이 쪽을 만들지 못했습니다", where=_where(error), what=printable(_what(error))
    )


def failure_line(error: Exception) -> str:
    """The same on one line, for the terminal."""
    return f"쪽을 만들지 못했습니다: {_where(error)}: {printable(_what(error))}"


def settings_failure(error: Exception, shown: str) -> Problem:
    """What is wrong with settings that the generator does not take."""
    return Problem.at(
        shown,
        START,
        Rule.SETTINGS,
        f"설정을 읽지 못했습니다: {printable(str(error))}",
        "설정을 고치고 저장해 주세요. 그때까지는 앞선 설정으로 보입니다",
    )


def _what(error: Exception) -> str:
    return str(error) or type(error).__name__


def _where(error: Exception) -> str:
    """File and line of the project, "" where the error is none of its own."""
    if isinstance(error, TemplateSyntaxError):
        return f"{_named(error.filename or error.name or '')}:{error.lineno}"
    own = (
        f"{_named(frame.filename)}:{frame.lineno}"
        for frame in reversed(traceback.extract_tb(error.__traceback__))
        if Path(frame.filename).is_relative_to(_PROJECT / "hooks")
    )
    return next(own, "")


def _named(file: str) -> str:
    path = Path(file)
    return (path.relative_to(_PROJECT) if path.is_relative_to(_PROJECT) else path).as_posix()
