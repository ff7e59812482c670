"""A finding: an offset in the text of a file and what is to be said about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from hyeopchi.files.problem import Problem, Severity
from hyeopchi.files.rule import Rule
from hyeopchi.files.source import SourceFile

MOST_REPORTED = 20
"""Findings of one rule in one file that are told one by one; a hostile file cannot flood."""

REST_HINT = "위의 것부터 고치고 다시 검사해 주세요"


class Finding(NamedTuple):
    """What a rule found at ``offset`` (a 0-based character index) of a file's text."""

    offset: int
    message: str
    hint: str = ""


def report(
    source: SourceFile, rule: Rule, findings: Iterable[Finding], severity: Severity = Severity.ERROR
) -> Iterator[Problem]:
    """The first ``MOST_REPORTED`` findings as problems, then one that counts the rest."""
    rest = 0
    next_place = None
    for number, finding in enumerate(findings):
        if number < MOST_REPORTED:
            yield Problem.at(
                source.path,
                source.place_of(finding.offset),
                rule,
                finding.message,
                finding.hint,
                severity,
            )
            continue
        next_place = next_place or source.place_of(finding.offset)
        rest += 1
    if next_place:
        yield Problem.at(source.path, next_place, rule, rest_told(rest), REST_HINT, severity)


def rest_told(rest: int) -> str:
    """What is said of the findings that are not told one by one."""
    return f"같은 문제가 여기부터 {rest:,}곳 더 있습니다"
