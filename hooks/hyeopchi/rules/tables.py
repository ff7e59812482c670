"""Rules over the tables of a body: every cell that is written is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from hyeopchi.files.problem import Problem
from hyeopchi.files.rule import Rule
from hyeopchi.files.source import SourceFile
from hyeopchi.markup.grammar import LINE_BEGINNING
from hyeopchi.rules.findings import Finding, report

BEGINNING = re.compile(rf"{LINE_BEGINNING}(?:[0-9]{{1,3}}[.)][ \t]+)?")
QUOTED = re.compile(r"[ \t>]*")
RULE = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
OTHER = re.compile(r"(?:[*+-]|[0-9]{1,3}[.)])[ \t]|#{2,4}[ \t]|[*_-]{3,}[ \t]*$")
_ESCAPED = re.compile(r"\\.")


class TableLines(NamedTuple):
    """The lines of a table, from 0, and how many cells each of its rows has, the head's first."""

    start: int
    end: int
    cells: tuple[int, ...]


def cells_stand_in_a_table(source: SourceFile, body_offset: int) -> Iterator[Problem]:
    """A row has no more cells than its table's head, and what looks like a row is one."""
    body = source.text[body_offset:]
    if "|" not in body:
        return
    lines = body.split("\n")
    starts = [body_offset, *accumulate((len(line) + 1 for line in lines), initial=body_offset)][1:]
    tables = tuple(_tables(lines))
    found = [*_wide(tables), *_loose(lines, tables)]
    yield from report(
        source,
        Rule.TABLE_FORM,
        (
            Finding(starts[line] + len(lines[line]) - len(lines[line].lstrip()), *said)
            for line, *said in sorted(found)
        ),
    )


def _tables(lines: list[str]) -> Iterator[TableLines]:
    """Every head with a rule of as many cells below it, and the rows that follow."""
    line = 0
    while line + 1 < len(lines):
        columns = _cells(lines[line], BEGINNING) if "|" in lines[line] else 0
        if columns and columns == _ruled(lines[line + 1]):
            end = line + 2
            while end < len(lines) and _is_row(lines[end]):
                end += 1
            rows = (_cells(row, QUOTED) for row in lines[line + 2 : end])
            yield TableLines(line, end, (columns, *rows))
            line = end
        else:
            line += 1


def _cells(line: str, beginning: re.Pattern[str]) -> int:
    """The cells of a row behind what its line begins with; an escaped ``|`` parts none."""
    row = _ESCAPED.sub("..", line[beginning.match(line).end() :].strip())  # type: ignore[union-attr]
    return row.removeprefix("|").removesuffix("|").count("|") + 1


def _ruled(line: str) -> int:
    """The cells of the line below a head, 0 where it is none."""
    is_rule = "|" in line and RULE.fullmatch(line, QUOTED.match(line).end())  # type: ignore[union-attr]
    return _cells(line, QUOTED) if is_rule else 0


def _is_row(line: str) -> bool:
    start = QUOTED.match(line).end()  # type: ignore[union-attr]
    return bool(line[start:].strip()) and not OTHER.match(line, start)


def _wide(tables: tuple[TableLines, ...]) -> Iterator[tuple[int, str, str]]:
    """Rows with more cells than the head, whose last cells no page shows."""
    for start, _, (columns, *rows) in tables:
        for line, cells in enumerate(rows, start + 2):
            if cells > columns:
                yield (
                    line,
                    f"표의 줄에 칸이 머리줄보다 많습니다: {cells}칸 (머리줄은 {columns}칸)",
                    "머리줄과 그 아래 줄에 칸을 더해 주세요. 글자로 쓴 세로줄이면 앞에 \\를 붙여 주세요",
                )


def _loose(lines: list[str], tables: tuple[TableLines, ...]) -> Iterator[tuple[int, str, str]]:
    """The first of the lines that look like rows and stand in no table."""
    inside = {line for start, end, _ in tables for line in range(start, end)}
    before = -2
    for line, text in enumerate(lines):
        if line in inside or not _looks_like_a_row(text):
            continue
        if line != before + 1:
            yield (
                line,
                "표로 읽을 수 없는 줄입니다",
                "머리줄 바로 아래에 |---|---|처럼 칸 수가 같은 줄을 넣어 주세요. 표가 아니면 | 앞에 \\를 붙여 주세요",
            )
        before = line


def _looks_like_a_row(line: str) -> bool:
    start = BEGINNING.match(line).end()  # type: ignore[union-attr]
    return line.startswith("|", start) and "|" in line[start + 1 :]


RULES = (cells_stand_in_a_table,)
