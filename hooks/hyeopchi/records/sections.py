"""Sections: the headings of a record in the order in which its page, its papers and links have them."""

from __future__ import annotations

from typing import NamedTuple

from hyeopchi.records.record import Record, passages
from hyeopchi.schema.fields import Schema
from hyeopchi.text.slug import slug


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


def anchors(record: Record, schema: Schema) -> frozenset[str]:
    """Every anchor that links may point at: numbered entries and headings."""
    found = {anchor for anchor, _, _ in passages(record, schema)}
    return frozenset(found | {section.id for section in sections_of(record, schema)})
