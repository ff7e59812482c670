"""Source uses: which records rest on a document, and what of them at which place of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from hyeopchi.library.library import Library
from hyeopchi.records.record import Record
from hyeopchi.records.sections import passages
from hyeopchi.records.walk import groups
from hyeopchi.schema.entry import Entry
from hyeopchi.schema.link import Citation, Link
from hyeopchi.schema.quantity import Quantity


class Use(NamedTuple):
    """Something that rests on a place: its words and where it stands."""

    link: Link
    words: str


class Places(NamedTuple):
    """What of ``record`` rests on a document, by the places in it, in the order of the record."""

    record: Record
    at: tuple[tuple[str, tuple[Use, ...]], ...]


def records_by_document(library: Library) -> Mapping[str, tuple[Record, ...]]:
    """The records that rest on each document, by the document's id, in the library's order."""
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for record in library.records:
        for name in dict.fromkeys(one["id"] for one in record.get("sources", ()) if "id" in one):
            found[name].append(record)
    return {name: tuple(records) for name, records in found.items()}


def places_in(record: Record, document: str, library: Library) -> Places:
    """What of ``record`` rests on the document with this id."""
    keys = {one["key"] for one in record["sources"] if one.get("id") == document}
    found: defaultdict[str, dict[Use, None]] = defaultdict(dict)
    for citations, use in _uses(record, library):
        for citation in citations:
            if citation.key in keys:
                found[citation.where][use] = None
    return Places(record, tuple((where, tuple(uses)) for where, uses in found.items()))


def _uses(record: Record, library: Library) -> Iterator[tuple[tuple[Citation, ...], Use]]:
    """Every statement with its citations; one without an address of its own by its field's label."""
    for anchor, _, entry in passages(record, library.schema):
        link = Link(record.id, anchor)
        yield entry.get("from", ()), Use(link, library.place_words(link))
    for spot in groups(record, library.schema):
        field = library.schema.fields[str(spot.path[0])]
        if field.anchor is None:
            yield _citations(spot.value), Use(record.link, field.label)


def _citations(value: Entry | Quantity) -> tuple[Citation, ...]:
    return value.sources if isinstance(value, Quantity) else value.get("from", ())
