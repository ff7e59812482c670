"""Collections: the questions people come with, then the bundles to learn with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import groupby
from typing import Any

from hyeopchi.library.library import Library
from hyeopchi.records.record import Record
from hyeopchi.schema.kinds import Kind
from hyeopchi.site.pages.listing import CASES
from hyeopchi.site.view import Crumb, Part, View, part_title, parts

COLLECTIONS = Crumb("읽기 묶음", "collections/")


def collection_views(library: Library) -> Iterator[View]:
    """``/collections/``, questions first."""
    ordered = [
        record
        for term in library.vocabularies["purposes"]
        for record in of_purpose(library, term.id)
    ]
    for part in parts(COLLECTIONS.address, ordered):
        yield View(
            part.address,
            part_title(COLLECTIONS.label, part),
            "collections.html",
            partial(_fill, part, library),
            "한 질문에 답하거나 함께 배우려고 엮은 기록",
            (CASES,),
        )


def of_purpose(library: Library, purpose: str) -> tuple[Record, ...]:
    """The collections for a purpose, the deepest first."""
    return tuple(
        record for record in library.of_kind(Kind.COLLECTION) if record.get("purpose") == purpose
    )


def _fill(part: Part, library: Library) -> Mapping[str, Any]:
    groups = groupby(part.items, key=lambda record: record["purpose"])
    terms = library.vocabularies["purposes"]
    return {
        "part": part,
        "groups": tuple((terms[purpose], tuple(found)) for purpose, found in groups),
    }
