"""Broken records and the exact problems that the checker finds in them: to add a case, add a file.

``tests/data/broken/<district>/<name>.md`` stands beside ``<name>.expected``, its problems as text.
``HYEOPCHI_WRITE_GOLDEN=1`` writes them anew; read the difference before you commit it.
"""

from __future__ import annotations

import os
import shutil
from collections import defaultdict
from pathlib import Path

import pytest

from helpers.sources import below, modules, rules_named
from hyeopchi.files.problem import Problem
from hyeopchi.files.rule import Rule
from hyeopchi.records.reader import read_archive
from hyeopchi.rules.checking import check
from hyeopchi.schema.scalars import SCALARS
from support.environment import ROOT

BROKEN = ROOT / "tests/data/broken"
RECORDS = sorted([*BROKEN.glob("*/*.md"), *BROKEN.glob("_sources/*.yml")])

ELSEWHERE = {
    "yaml-size": "needs hundreds of entries: test_limits",
    "file-size": "a file of over 200 KB: test_front_matter",
    "unreadable-file": "needs a file that may not be read: test_archive",
    "stray-file": "is about files that are no records: test_archive",
    "outside-folder": "is about files of the command line: test_cli",
    "removed-record": "needs a history: test_change",
    "removed-document": "needs a history: test_change",
    "mixed-change": "needs a history: test_change",
    "like-record": "is about new records: test_lookalikes",
    "like-actor": "is about new records: test_lookalikes",
    "repeated-receipt": "is about the list of received cases: test_received",
    "receipt-link": "is about the list of received cases: test_received",
    "repeated-session": "is about the list of sessions: test_sessions",
    "session-link": "is about the list of sessions: test_sessions",
    "session-minutes": "is about the list of sessions: test_sessions",
    "repeated-request": "is about the list of requests: test_removal",
    "request-link": "is about the list of requests: test_removal",
    "request-answer": "is about the list of requests: test_removal",
    "line-length": "needs a line of 10,000 characters: test_rules_text",
    "broken-character": "needs a lone surrogate, which no UTF-8 file has: test_rules_text",
    "body-lines": "needs a body of 2,000 lines: test_rules_markup",
    "many-marks": "needs hundreds of marks: test_rules_markup",
    "vocabulary-head": "is about vocabularies: test_vocabulary",
    "vocabulary-term": "is about vocabularies: test_vocabulary",
    "vocabulary-extra": "is about vocabularies: test_vocabulary",
    "missing-vocabulary": "is about vocabularies: test_vocabulary",
    "field-description": "is about the description of fields: test_fields",
}
"""Rules whose records would be too large or strange to keep here, and where they are tested."""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Problem]]:
    """All problems of the folder of broken records, by path."""
    cases = tmp_path_factory.mktemp("broken") / "cases"
    shutil.copytree(BROKEN, cases, ignore=shutil.ignore_patterns("*.expected"))
    shutil.copytree(ROOT / "cases" / "_vocabulary", cases / "_vocabulary")
    by_path: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in check(read_archive(cases)):
        by_path[problem.path].append(problem)
    return by_path


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.stem)
def test_a_broken_record_is_told_all_that_is_wrong_with_it(
    record: Path, found: dict[str, list[Problem]]
) -> None:
    path = f"cases/{record.parent.name}/{record.name}"
    said = "".join(f"{problem.text()}\n" for problem in found.get(path, ()))
    expected = record.with_suffix(".expected")
    if os.environ.get("HYEOPCHI_WRITE_GOLDEN"):
        expected.write_text(said, "utf-8", newline="\n")
    assert said == expected.read_text("utf-8")


def test_what_windows_editors_add_is_no_problem(found: dict[str, list[Problem]]) -> None:
    assert found.get("cases/mapo-gu/2016-crlf-and-bom-are-fine.md", []) == []


def test_every_file_with_problems_is_one_of_the_broken_records(
    found: dict[str, list[Problem]],
) -> None:
    assert set(found) <= {f"cases/{record.parent.name}/{record.name}" for record in RECORDS}


def test_every_problem_has_a_hint_and_a_place_inside_its_file(
    found: dict[str, list[Problem]],
) -> None:
    for record in RECORDS:
        text = record.read_bytes().decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
        lines = text.split("\n")
        for problem in found.get(f"cases/{record.parent.name}/{record.name}", ()):
            assert problem.hint, problem.text()
            assert 1 <= problem.line <= len(lines), problem.text()
            assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1, problem.text()


def rules() -> set[Rule]:
    """Every rule that the checker tells of."""
    named = {name for module in below("hyeopchi.cli") for name in rules_named(modules()[module])}
    return {rule for rule in Rule if rule.name in named or rule.removeprefix("not-") in SCALARS}


def test_every_rule_is_broken_by_one_of_them(found: dict[str, list[Problem]]) -> None:
    seen = {problem.rule for problems in found.values() for problem in problems}
    assert rules() - seen - set(ELSEWHERE) == set()


def test_what_is_tested_elsewhere_is_a_rule_and_cannot_be_tested_here(
    found: dict[str, list[Problem]],
) -> None:
    seen = {problem.rule for problems in found.values() for problem in problems}
    assert set(ELSEWHERE) - rules() == set() and set(ELSEWHERE) & seen == set()
