"""Source uses: which records rest on a document, and what of them at which place of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from hyeopchi.library.library import Library
from hyeopchi.records.record import Record
from hyeopchi.records.sections import passages
from hyeopchi.records.walk import Path, groups
from hyeopchi.schema.entry import Entry
from hyeopchi.schema.fields import Field
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


def _uses(record: Record, library: Library) -> Iterator[tuple[Iterable[Citation], Use]]:
    """Every statement with its citations; one without an address of its own by its field's label."""
    yield from _addressed_uses(record, library)
    for spot in groups(record, library.schema):
        field = library.schema.fields[str(spot.path[0])]
        if field.anchor is None:
            yield _citations(spot.value), Use(record.link, field.label)


def _addressed_uses(record: Record, library: Library) -> Iterator[tuple[Iterable[Citation], Use]]:
    """The entries with an address, and what stands inside them where it rests on another place."""
    addresses = {id(entry): anchor for anchor, _, entry in passages(record, library.schema)}
    around: dict[Path, tuple[Use, frozenset[Citation]]] = {}
    for path, field, value, _ in groups(record, library.schema):
        cited = _citations(value)
        if anchor := addresses.get(id(value)):
            link = Link(record.id, anchor)
            around[path] = Use(link, library.place_words(link)), frozenset(cited)
            yield cited, around[path][0]
        elif outer := _nearest(path, around):
            use, said = outer
            yield (one for one in cited if one not in said), _inside(use, field, value)


def _nearest(
    path: Path, around: Mapping[Path, tuple[Use, frozenset[Citation]]]
) -> tuple[Use, frozenset[Citation]] | None:
    """The entry with an address that a value stands in."""
    return next(
        (around[path[:end]] for end in range(len(path), 0, -1) if path[:end] in around), None
    )


def _inside(use: Use, field: Field, value: Entry | Quantity) -> Use:
    """A value inside an addressed entry: "제안 3 … — 그 뒤: 2019년에 열었습니다."."""
    text = value.get("what", "") if isinstance(value, Entry) else value.printed
    return Use(use.link, f"{use.words} — {field.label}{f': {text}' if text else ''}")


def _citations(value: Entry | Quantity) -> tuple[Citation, ...]:
    return value.sources if isinstance(value, Quantity) else value.get("from", ())
