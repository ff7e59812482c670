"""The matrix: districts down, domains across, and the list behind every cell that is not empty."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from hyeopchi.library.library import Library
from hyeopchi.records.record import Record
from hyeopchi.records.sections import passages
from hyeopchi.schema.kinds import Kind
from hyeopchi.site.pages.listing import CASES, by_kind
from hyeopchi.site.view import Crumb, Part, View, part_title, parts

MATRIX = Crumb("구와 분야 한눈에", "matrix/")

Cells = Mapping[tuple[str, str], tuple[Record, ...]]


def matrix_views(library: Library) -> Iterator[View]:
    """``/matrix/`` and ``/matrix/<district>/<domain>/``, the latter only where there are records."""
    found = cells(library)
    yield View(
        MATRIX.address,
        MATRIX.label,
        "matrix.html",
        partial(_fill, found, library),
        "어느 구의 어느 분야에 기록이 있고 어디가 비었는지 보는 표",
        (CASES,),
    )
    for (district, domain), records in found.items():
        yield from _cell_views(district, domain, records, library)


def cells(library: Library) -> Cells:
    """The records of every district and domain; collections, which are no deeds, are left out."""
    found: defaultdict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in library.records:
        for key in _keys(record, library) if record.kind != Kind.COLLECTION else ():
            found[key].append(record)
    return {key: tuple(records) for key, records in sorted(found.items())}


def _keys(record: Record, library: Library) -> set[tuple[str, str]]:
    """The cells of a record, and those of the proposals and tasks in it that name domains or districts.

    What a passage does not name itself is its record's.
    """
    entries = (record.entry, *(entry for _, _, entry in passages(record, library.schema)))
    return {
        (district, domain)
        for entry in entries
        if "domains" in entry or "districts" in entry
        for district in entry.get("districts", record.get("districts", ()))
        for domain in entry.get("domains", record.get("domains", ()))
    }


def _fill(found: Cells, library: Library) -> Mapping[str, Any]:
    districts, domains = (tuple(library.vocabularies[name]) for name in ("districts", "domains"))
    return {
        "counts": {key: len(records) for key, records in found.items()},
        "districts": districts,
        "domains": domains,
        "filled": {
            one.id: tuple(other for other in domains if (one.id, other.id) in found)
            for one in districts
        },
    }


def _cell_views(
    district: str, domain: str, records: tuple[Record, ...], library: Library
) -> Iterator[View]:
    places, domains = library.vocabularies["districts"], library.vocabularies["domains"]
    title = f"{places[district].label}의 {domains[domain].label}"
    for part in parts(f"{MATRIX.address}{district}/{domain}/", records):
        yield View(
            part.address,
            part_title(title, part),
            "matrix_cell.html",
            partial(_fill_cell, part, district, domain, library),
            f"{title} 기록",
            (CASES, MATRIX),
        )


def _fill_cell(part: Part, district: str, domain: str, library: Library) -> Mapping[str, Any]:
    return {
        "part": part,
        "groups": by_kind(part.items),
        "district": library.vocabularies["districts"][district],
        "domain": library.vocabularies["domains"][domain],
    }
