"""A record: one case, plan, declaration, resource or collection, its sections and its addresses."""

from __future__ import annotations

import datetime
import re
from collections import abc
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from hyeopchi.files.front_matter import Document, read_document
from hyeopchi.files.nodes import Mapping, node_at
from hyeopchi.files.problem import Place, Problem
from hyeopchi.files.rule import Rule
from hyeopchi.files.source import SourceFile
from hyeopchi.markup.grammar import CLOSING_SIGNS
from hyeopchi.schema.conventions import DEFAULT_LICENCE
from hyeopchi.schema.entry import Entry
from hyeopchi.schema.fields import Field, Schema
from hyeopchi.schema.link import Link
from hyeopchi.text.slug import slug

_HEADING = re.compile(r"^##[ \t]+(?=\S)(.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True, eq=False)
class Record:
    """A record as read: its id, the folder it stands in, its typed values and its body.

    ``body_offset`` is where the body starts in the source's text, 0 where the file has no front
    matter. ``record["title"]`` gives a field's value, ``record.get("dong")`` None where the
    record leaves the field out. ``left_out`` are the places of list items that did not fit.
    """

    id: str
    folder: str
    source: SourceFile
    entry: Entry
    body_offset: int
    left_out: frozenset[Place] = frozenset()

    def __getitem__(self, name: str) -> Any:
        return self.entry[name]

    def get(self, name: str, default: Any = None) -> Any:
        """The value of a field, or ``default`` where the record leaves it out."""
        return self.entry.get(name, default)

    @property
    def kind(self) -> str:
        """The kind's term, "" where the file has none that is known."""
        return str(self.entry.get("kind", ""))

    @property
    def title(self) -> str:
        """The title; the id where a broken record has none."""
        return str(self.entry.get("title", self.id))

    @property
    def is_withdrawn(self) -> bool:
        """Whether it is a tombstone."""
        return "withdrawn" in self.entry

    @property
    def body(self) -> str:
        """The Markdown below the front matter."""
        return self.source.text[self.body_offset :]

    @property
    def licence(self) -> str:
        """The term of ``licences`` under which the record's own text stands."""
        return str(self.entry.get("license", DEFAULT_LICENCE))

    @property
    def latest_change(self) -> datetime.date | None:
        """The day on which the record last changed."""
        withdrawn = self.entry.get("withdrawn", {}).get("date")
        revised = next(reversed(self.entry.get("revised", ())), None)
        day: datetime.date | None = withdrawn or revised or self.entry.get("added")
        return day

    @property
    def link(self) -> Link:
        """The link to this record."""
        return Link(self.id)

    def headings(self) -> tuple[tuple[str, int], ...]:
        """The body's ``##`` headings, each with its offset in the source's text."""
        return tuple(
            (CLOSING_SIGNS.sub("", match[1]).strip(), self.body_offset + match.start())
            for match in _HEADING.finditer(self.body)
        )

    def names(self, *path: str | int) -> tuple[str, ...]:
        """The keys that the file has in the group that ``path`` leads to, readable or not."""
        node = node_at(_document(self.source).root, path, self.left_out)
        return tuple(pair.key.text for pair in node.pairs) if isinstance(node, Mapping) else ()

    def place(self, *path: str | int) -> Place:
        """Line and column of the value that ``path`` leads to: ``place("stages", 0, "start")``.

        Read again from the source when asked for, since only problems need places.
        """
        return node_at(_document(self.source).root, path, self.left_out).place

    def problem(
        self, path: Sequence[str | int], rule: Rule, message: str, hint: str = ""
    ) -> Problem:
        """An error at the value that ``path`` leads to."""
        return Problem.at(self.source.path, self.place(*path), rule, message, hint)


@lru_cache(maxsize=4)
def _document(source: SourceFile) -> Document:
    return read_document(source)


def passages(record: Record, schema: Schema) -> Iterator[tuple[str, Field, Entry]]:
    """The entries of ``record`` that have an address: anchor, the field they stand in, entry."""
    yield from _passages(record.entry, schema.fields, schema)


def _passages(
    entry: abc.Mapping[str, Any], fields: abc.Mapping[str, Field], schema: Schema
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
