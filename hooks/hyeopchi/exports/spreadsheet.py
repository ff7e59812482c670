"""The spreadsheet: one row a record, with its main facts, for people who count and sort.

UTF-8 with a byte order mark and CRLF, so that Excel opens it as it is; dates stand in words,
because Excel would make a day of ``2017-11``.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from hyeopchi.exports.dataset import address, first_year, in_order, licence
from hyeopchi.library.library import Library
from hyeopchi.library.wording import status_words
from hyeopchi.records.record import Record
from hyeopchi.schema.vague_date import VagueDate

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell for a formula (rule 4 of the safety rules)."""

Cell = Callable[[Record, Library], object]


def write_spreadsheet(library: Library, file: Path) -> None:
    """Write every record, tombstones too, to ``file``."""
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(COLUMNS)
        for record in in_order(library):
            writer.writerow(safe(cell(record, library)) for cell in COLUMNS.values())


def safe(value: object) -> str:
    """A cell's text on one line; an apostrophe keeps it from being run as a formula."""
    text = "" if value is None else str(value)
    line = " ".join(text.split())
    return (
        f"'{line}" if line.startswith(_FORMULA_SIGNS) or text.startswith(_FORMULA_SIGNS) else line
    )


def _field(name: str) -> Cell:
    return lambda record, library: record.get(name)


def _terms(*names: str) -> Cell:
    """The labels of the terms in the first of these fields that the record has."""

    def cell(record: Record, library: Library) -> str:
        field = next((library.schema.fields[name] for name in names if name in record.entry), None)
        value = record[field.name] if field else ()
        terms = value if isinstance(value, tuple) else (value,)
        return _joined(library.label(field.vocabulary, term) for term in terms) if field else ""

    return cell


def _joined(words: Iterator[str]) -> str:
    return ", ".join(words)


def _period(name: str) -> Cell:
    return lambda record, library: _printed(record.get("period", {}).get(name))


def _start(record: Record, library: Library) -> str:
    return _printed(record.get("period", {}).get("start") or record.get("declared_on"))


def _printed(date: VagueDate | None) -> str:
    return date.printed if date else ""


def _status(record: Record, library: Library) -> str:
    words = status_words(record, library)
    return words.label if words else ""


def _status_date(record: Record, library: Library) -> str:
    words = status_words(record, library)
    return _printed(words.as_of) if words else ""


def _depth(record: Record, library: Library) -> str:
    return library.label("depths", library.index.depths[record.id])


def _actors(record: Record, library: Library) -> str:
    return _joined(
        library.label("actors", actor["id"]) if "id" in actor else actor.get("name", "")
        for name in ("actors", "signatories", "issuer")
        for actor in record.get(name, ())
    )


def _sources(record: Record, library: Library) -> str:
    return "; ".join(source.get("title", "") for source in record.get("sources", ()))


def _rights(record: Record, library: Library) -> str:
    return "; ".join(
        library.label("rights", source.get("rights", "")) for source in record.get("sources", ())
    )


def _last_revised(record: Record, library: Library) -> Any:
    return next(reversed(record.get("revised", ())), None)


def _withdrawn(name: str) -> Cell:
    return lambda record, library: record.get("withdrawn", {}).get(name)


COLUMNS: Mapping[str, Cell] = MappingProxyType(
    {
        "id": lambda record, library: record.id,
        "제목": _field("title"),
        "정식 이름": _field("official_name"),
        "종류": _terms("kind"),
        "갈래": _terms("case_type", "resource_type", "purpose"),
        "깊이": _depth,
        "상태": _status,
        "상태 자료의 날짜": _status_date,
        "지역": _terms("districts"),
        "동": _field("dong"),
        "분야": _terms("domains"),
        "누구의 일": _terms("groups"),
        "해": lambda record, library: first_year(record),
        "시작": _start,
        "끝": _period("end"),
        "요약": _field("summary"),
        "함께한 이": _actors,
        "자료": _sources,
        "자료 이용조건": _rights,
        "글 이용조건": lambda record, library: library.label("licences", licence(record)),
        "주소": lambda record, library: address(record, library.settings),
        "넣은 날": _field("added"),
        "고친 날": _last_revised,
        "거둔 날": _withdrawn("date"),
        "거둔 까닭": _withdrawn("reason"),
        "대신하는 기록": _withdrawn("replaced_by"),
    }
)
"""Headings and what stands below them, in order."""
