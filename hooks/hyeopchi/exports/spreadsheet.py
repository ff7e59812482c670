"""The spreadsheet: one row a record, with its main facts, for people who count and sort.

UTF-8 with a byte order mark and CRLF, so that Excel opens it as it is; dates stand in words,
because Excel would make a day of ``2017-11``.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from hyeopchi.exports.dataset import address, in_order
from hyeopchi.library.facts import values_of
from hyeopchi.library.library import Library
from hyeopchi.library.promise_clock import clock_at
from hyeopchi.library.wording import status_words
from hyeopchi.records.record import Record
from hyeopchi.records.years import first_year
from hyeopchi.schema.fields import Field, Schema
from hyeopchi.schema.vague_date import VagueDate

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell for a formula (rule 4 of the safety rules)."""

Cell = Callable[[Record, Library], object]


def write_spreadsheet(library: Library, file: Path) -> None:
    """Write every record, tombstones too, to ``file``."""
    cells = columns(library.schema)
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(cells)
        for record in in_order(library):
            writer.writerow(safe(cell(record, library)) for cell in cells.values())


def columns(schema: Schema) -> Mapping[str, Cell]:
    """Headings and what stands below them: the fields that ``fields.yml`` shows in the table."""
    found: dict[str, Cell] = {"id": lambda record, library: record.id}
    for field in schema.shown_in("table"):
        found.update(_PARTS.get(field.type) or {field.label: _words(field)})
    found.update(_COMPUTED)
    return found


def safe(value: object) -> str:
    """A cell's text on one line; an apostrophe keeps it from being run as a formula."""
    text = "" if value is None else str(value)
    line = " ".join(text.split())
    return (
        f"'{line}" if line.startswith(_FORMULA_SIGNS) or text.startswith(_FORMULA_SIGNS) else line
    )


def _words(field: Field) -> Cell:
    """The values of a field, as its record's page says them."""
    between = "; " if field.type == "quantity" else ", "
    return lambda record, library: between.join(
        value.text for value in values_of(record, field, library)
    )


def _part(field: str, name: str) -> Cell:
    """One part of a field that is a group."""
    return lambda record, library: _printed(record.get(field, {}).get(name))


def _printed(value: Any) -> Any:
    return value.printed if isinstance(value, VagueDate) else value


def _status(record: Record, library: Library) -> str:
    words = status_words(record, library)
    return words.label if words else ""


def _status_date(record: Record, library: Library) -> Any:
    words = status_words(record, library)
    return _printed(words.as_of) if words else ""


def _clock(record: Record, library: Library) -> str:
    clock = clock_at(record.link, library)
    return clock.words if clock else ""


def _sources(record: Record, library: Library) -> str:
    return "; ".join(source.get("title", "") for source in record.get("sources", ()))


def _types(record: Record, library: Library) -> str:
    return "; ".join(
        library.label("source-types", source.get("type", "unknown"))
        for source in record.get("sources", ())
    )


def _rights(record: Record, library: Library) -> str:
    return "; ".join(
        library.label("rights", source.get("rights", "")) for source in record.get("sources", ())
    )


_PARTS: Mapping[str, Mapping[str, Cell]] = {
    "period": {"시작": _part("period", "start"), "끝": _part("period", "end")},
    "status": {"상태": _status, "상태 자료의 날짜": _status_date},
    "source": {"자료": _sources, "자료의 종류": _types, "자료 이용조건": _rights},
    "withdrawn": {
        "거둔 날": _part("withdrawn", "date"),
        "거둔 까닭": _part("withdrawn", "reason"),
        "대신하는 기록": _part("withdrawn", "replaced_by"),
    },
}
"""The groups that people sort by one of their parts: a column each."""

_COMPUTED: Mapping[str, Cell] = {
    "하기로 한 때와 그 뒤": _clock,
    "해": lambda record, library: first_year(record),
    "깊이": lambda record, library: library.label("depths", library.index.depths[record.id]),
    "글 이용조건": lambda record, library: library.label("licences", record.licence),
    "주소": lambda record, library: address(record, library.settings),
}
"""What the library knows of a record beyond its fields."""
