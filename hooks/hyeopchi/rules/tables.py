"""Rules over the tables of a body: every cell that is written is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from hyeopchi.files.problem import Problem
from hyeopchi.files.source import SourceFile
from hyeopchi.markup.body_parser import BodyParser, TableLines
from hyeopchi.rules.findings import Finding, report

_ROW = re.compile(r"^(?P<before>[ \t]*(?:(?:>|[*+-][ \t]|[0-9]{1,3}[.)][ \t])[ \t]*)*)\|[^|\n]*\|")
_PARSER = BodyParser(lambda target: {})


def cells_stand_in_a_table(source: SourceFile, body_offset: int) -> Iterator[Problem]:
    """A row has no more cells than its table's head, and what looks like a row is one."""
    body = source.text[body_offset:]
    if "|" not in body:
        return
    lines = body.split("\n")
    starts = [body_offset, *accumulate((len(line) + 1 for line in lines), initial=body_offset)][1:]
    try:
        tables = _PARSER.tables(body)
    except RecursionError:  # "deep-nesting" tells
        return
    found = [*_wide(tables), *_loose(lines, tables)]
    yield from report(
        source,
        "table-form",
        (
            Finding(starts[line] + len(lines[line]) - len(lines[line].lstrip()), *said)
            for line, *said in sorted(found)
        ),
    )


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
        if line in inside or not _ROW.match(text):
            continue
        if line != before + 1:
            yield (
                line,
                "표로 읽을 수 없는 줄입니다",
                "머리줄 바로 아래에 |---|---|처럼 칸 수가 같은 줄을 넣어 주세요. 표가 아니면 | 앞에 \\를 붙여 주세요",
            )
        before = line


RULES = (cells_stand_in_a_table,)
