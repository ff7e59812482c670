"""Sections: what has an address on a record's page, in the order in which it stands there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from hyeopchi.files.memory import made_once
from hyeopchi.records.record import Record
from hyeopchi.schema.entry import Entry
from hyeopchi.schema.fields import Field, Schema
from hyeopchi.text.slug import slug


@made_once
def passages(record: Record, schema: Schema) -> tuple[tuple[str, Field, Entry], ...]:
    """The entries of ``record`` that have an address: anchor, the field they stand in, entry."""
    return tuple(_passages(record.entry, schema.fields, schema))


def _passages(
    entry: Mapping[str, Any], fields: Mapping[str, Field], schema: Schema
) -> Iterator[tuple[str, Field, Entry]]:
    for name, value in entry.items():
        field = fields[name]
        if field.anchor is None and field.type not in _with_passages(schema):
            continue
        for index, item in enumerate(value if field.many else (value,), start=1):
            if field.anchor is not None:
                yield f"{field.anchor}{item.get('number', index)}", field, item
            yield from _passages(item, schema.structures[field.type].fields, schema)


@lru_cache(maxsize=4)
def _with_passages(schema: Schema) -> frozenset[str]:
    """The structures that hold, however deep, entries with an address."""
    found: frozenset[str] = frozenset()
    while True:
        more = frozenset(
            name
            for name, structure in schema.structures.items()
            if any(
                field.anchor is not None or field.type in found
                for field in structure.fields.values()
            )
        )
        if more == found:
            return found
        found = more


class Section(NamedTuple):
    """A heading of the body by its id, and the fields that stand under it."""

    id: str
    heading: str
    fields: tuple[str, ...] = ()


def sections_of(record: Record, schema: Schema) -> tuple[Section, ...]:
    """The sections of a record that hold something: its kind's fixed ones, then its own."""
    written = {slug(text): text for text, _ in record.headings()}
    fixed = {
        slug(heading.label): heading.fields
        for heading in schema.headings_of(record.kind)
        if slug(heading.label) in written or any(record.get(name) for name in heading.fields)
    }
    labels = {slug(heading.label): heading.label for heading in schema.headings}
    return (
        *(Section(name, labels[name], fields) for name, fields in fixed.items()),
        *(Section(name, text) for name, text in written.items() if name not in fixed),
    )


def first_from(ids: Iterable[str], schema: Schema, name: str) -> str:
    """The first of ``ids`` that stands at or after the fixed heading ``name``; "" where none does."""
    fixed = {heading.id: slug(heading.label) for heading in schema.headings}
    late = [fixed[one] for one in tuple(fixed)[tuple(fixed).index(name) :]]
    return next((one for one in ids if one in late), "")


def anchors(record: Record, schema: Schema) -> frozenset[str]:
    """Every anchor that links may point at: numbered entries and headings."""
    found = {anchor for anchor, _, _ in passages(record, schema)}
    return frozenset(found | {section.id for section in sections_of(record, schema)})
