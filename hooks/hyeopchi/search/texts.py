"""Texts: what of a record is read by the search."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from hyeopchi.library.term_index import terms_of
from hyeopchi.records.archive import Archive
from hyeopchi.records.record import Record
from hyeopchi.records.walk import leaves
from hyeopchi.records.years import years_of
from hyeopchi.search.normalise import normalise

_MARKS = re.compile(r"\]\([^)]*\)|[#*_>`\[\]|]")
_SILENT = frozenset(
    {
        "rights_note",
        "url_note",
        "number",
        "field",
        "control_number",
        "retention",
        "disclosure",
        "classification",
        "note",
        "hint",
    }
)
"""Fields that speak of the record and its files, not of its matter."""
_GENERAL = frozenset(
    {"kinds", "depths", "rights", "bases", "statuses", "said-by", "scales", "sectors"}
)
"""Vocabularies whose words are facets: found as words they would find half the library."""


class Texts(NamedTuple):
    """The normalised title and text of a record."""

    title: str
    text: str


def texts_of(record: Record, archive: Archive) -> Texts:
    """What the record is called, and everything that it tells."""
    names = (record.title, record.get("official_name", ""))
    return Texts(
        normalise("\n".join(filter(None, names))), normalise("\n".join(_told(record, archive)))
    )


def _told(record: Record, archive: Archive) -> Iterator[str]:
    yield record.id
    yield " ".join(map(str, years_of(record)))
    for type_name in ("prose", "text"):
        for spot in leaves(record, archive.schema, type_name):
            if spot.path[-1] not in _SILENT and spot.path[0] not in ("title", "official_name"):
                yield str(spot.value)
    yield _MARKS.sub(" ", record.body)
    yield from _labels(record, archive)


def _labels(record: Record, archive: Archive) -> Iterator[str]:
    """The names of the terms that the record carries, in Korean, Hanja and English."""
    for vocabulary, term_id in terms_of(record, archive.schema, archive.vocabularies):
        if vocabulary not in _GENERAL:
            term = archive.vocabularies[vocabulary][term_id]
            yield from (term.label, *term.aliases, *_english(term.extras.get("en")))


def _english(name: Any) -> tuple[str, ...]:
    return (name,) if isinstance(name, str) else ()
