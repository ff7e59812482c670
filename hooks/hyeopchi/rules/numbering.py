"""Rules about numbers that are addresses: of strategies, tasks, units, pledges and proposals."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from hyeopchi.files.problem import Problem
from hyeopchi.files.rule import Rule
from hyeopchi.records.archive import Archive
from hyeopchi.records.places import problem_in
from hyeopchi.records.record import Record
from hyeopchi.records.sections import passages
from hyeopchi.records.walk import Path, groups
from hyeopchi.schema.entry import Entry
from hyeopchi.text.quoting import quoted

_ADDRESS = re.compile(r"(?:[a-z]{0,2}|[ivxl]{3,6})(?![a-z])")


def address_stands_once(record: Record, archive: Archive) -> Iterator[Problem]:
    """No two entries of a record have the same address."""
    counts = Counter(anchor for anchor, _, _ in passages(record, archive.schema))
    for path, field, value, _ in groups(record, archive.schema):
        if field.anchor is None or "number" not in value:
            continue
        if counts[f"{field.anchor}{value['number']}"] > 1:
            yield problem_in(
                record,
                (*path, "number"),
                Rule.REPEATED_NUMBER,
                f"{field.spoken}: 같은 번호가 두 번 나옵니다: {quoted(value['number'])}",
                "번호는 주소가 되므로 겹칠 수 없습니다",
            )


def number_makes_an_address(record: Record, archive: Archive) -> Iterator[Problem]:
    """A number begins with a digit, or with few letters: a word could be the address of another part of the page."""
    for path, field, value, _ in groups(record, archive.schema):
        if field.anchor is not None and "number" in value and not _ADDRESS.match(value["number"]):
            yield problem_in(
                record,
                (*path, "number"),
                Rule.NUMBER_IS_WORD,
                f"{field.spoken}: 번호로 쓸 수 없는 말입니다: {quoted(value['number'])}",
                "자료에 인쇄된 번호를 적어 주세요. 예: 1-1-2, a-1, iii",
            )


def task_number_starts_with_its_strategy(record: Record, archive: Archive) -> Iterator[Problem]:
    """A task's number begins with its strategy's, a unit's with its task's."""
    for index, strategy in enumerate(record.get("strategies", ())):
        for below, task in enumerate(strategy.get("tasks", ())):
            path = ("strategies", index, "tasks", below)
            yield from _nested(record, strategy, task, (*path, "number"))
            for last, unit in enumerate(task.get("units", ())):
                yield from _nested(record, task, unit, (*path, "units", last, "number"))


def _nested(record: Record, outer: Entry, inner: Entry, path: Path) -> Iterator[Problem]:
    above, below = outer.get("number", ""), inner.get("number", "")
    if above and below and not below.startswith(f"{above}-"):
        yield problem_in(
            record,
            path,
            Rule.NUMBER_OUTSIDE,
            f"번호가 위 번호({above})로 시작하지 않습니다: {quoted(below)}",
            f"예: {above}-1",
        )


RULES = (address_stands_once, number_makes_an_address, task_number_starts_with_its_strategy)
