"""The timeline: an index of years, and for each year what took place in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import groupby
from typing import Any

from hyeopchi.library.library import Library
from hyeopchi.library.term_index import NO_YEAR
from hyeopchi.records.record import Record
from hyeopchi.records.years import start_of
from hyeopchi.schema.kinds import Kind
from hyeopchi.schema.vague_date import VagueDate
from hyeopchi.site.pages.listing import CASES
from hyeopchi.site.view import Crumb, Part, View, part_title, parts

TIMELINE = Crumb("연표", "timeline/")
_LATE = 13
"""The place in a year of what has no known month: after December."""


def timeline_views(library: Library) -> Iterator[View]:
    """``/timeline/``, ``/timeline/<year>/`` and ``/timeline/unknown/``."""
    found = years(library)
    yield View(
        TIMELINE.address,
        TIMELINE.label,
        "timeline.html",
        partial(_fill_index, found, library),
        "해마다 무슨 일이 있었는지 보는 목록",
        (CASES,),
    )
    for year, records in found.items():
        yield from _year_views(year, records, tuple(found))
    if NO_YEAR not in found:
        yield from _unknown_views(())


def years(library: Library) -> Mapping[int, tuple[Record, ...]]:
    """Records by year, the earliest first, those without a year last; collections have no time."""
    found = {
        year: tuple(record for record in records if record.kind != Kind.COLLECTION)
        for year, records in library.index.by_year.items()
    }
    return {
        year: found[year]
        for year in sorted(found, key=lambda year: (year == NO_YEAR, year))
        if found[year]
    }


def year_address(year: int) -> str:
    """Where the records of a year stand."""
    return f"{TIMELINE.address}{year}/" if year != NO_YEAR else f"{TIMELINE.address}unknown/"


def _fill_index(found: Mapping[int, tuple[Record, ...]], library: Library) -> Mapping[str, Any]:
    rows = tuple(
        (year, year_address(year), len(records), _kinds(records, library))
        for year, records in found.items()
        if year != NO_YEAR
    )
    return {"rows": rows, "unknown": len(found.get(NO_YEAR, ()))}


def _kinds(records: tuple[Record, ...], library: Library) -> tuple[tuple[str, int], ...]:
    counts = Counter(record.kind for record in records)
    return tuple(
        (kind.id, counts[kind.id]) for kind in library.vocabularies["kinds"] if counts[kind.id]
    )


def _year_views(year: int, records: tuple[Record, ...], every: tuple[int, ...]) -> Iterator[View]:
    if year == NO_YEAR:
        yield from _unknown_views(records)
        return
    ordered = sorted(records, key=partial(_order, year))
    for part in parts(year_address(year), ordered):
        yield View(
            part.address,
            part_title(f"{year}년", part),
            "timeline_year.html",
            partial(_fill_year, year, part, every),
            f"{year}년에 걸친 기록",
            (CASES, TIMELINE),
        )


def _unknown_views(records: tuple[Record, ...]) -> Iterator[View]:
    for part in parts(year_address(NO_YEAR), records):
        yield View(
            part.address,
            part_title("때를 알 수 없는 기록", part),
            "timeline_unknown.html",
            partial(dict, part=part),
            "자료가 때를 말하지 않는 기록",
            (CASES, TIMELINE),
        )


def _fill_year(year: int, part: Part, every: tuple[int, ...]) -> Mapping[str, Any]:
    groups = groupby(part.items, key=lambda record: season(record, year))
    return {
        "part": part,
        "year": year,
        "groups": tuple((heading, tuple(found)) for heading, found in groups),
        "vagueness": vagueness,
        "neighbours": _neighbours(year, every),
    }


def _neighbours(year: int, every: tuple[int, ...]) -> tuple[int, ...]:
    known = tuple(one for one in every if one != NO_YEAR)
    at = known.index(year)
    return tuple(known[index] for index in (at - 1, at + 1) if 0 <= index < len(known))


def _order(year: int, record: Record) -> tuple[int, int, Any, str]:
    start = start_of(record)
    if start is None or start.year < year:
        return 0, 0, start.earliest if start else 0, record.id
    month = start.earliest.month if start.month or start.part else _LATE
    return month, start.part, start.earliest, record.id


def season(record: Record, year: int) -> str:
    """The heading under which a record stands in a year: its month, as far as it is known."""
    start = start_of(record)
    if start is None or start.year < year:
        return "앞서 시작해 이어진 일"
    if start.month or start.part:
        return VagueDate(start.year, start.month, 0, start.part).printed
    return f"{year}년, 달은 알 수 없음"


def vagueness(record: Record) -> str:
    """How exactly the start is known: "day", "month", "part" or "year", "about" where it is unsure."""
    start = start_of(record)
    if start is None or start.qualifier:
        return "about"
    return "day" if start.day else "month" if start.month else "part" if start.part else "year"
