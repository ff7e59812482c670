"""The library: an archive that was checked, with everything that links its records."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from hyeopchi.files.problem import Problem
from hyeopchi.library.likeness import Likeness
from hyeopchi.library.relations import Relations, relate
from hyeopchi.library.settings import Settings
from hyeopchi.library.term_index import TermIndex, index_terms
from hyeopchi.records.archive import Archive
from hyeopchi.records.record import Record
from hyeopchi.records.sections import passages
from hyeopchi.records.years import newest_source
from hyeopchi.schema.entry import Entry
from hyeopchi.schema.fields import Field, Schema, Structure
from hyeopchi.schema.link import Link
from hyeopchi.schema.vocabulary import Vocabularies


@dataclass(frozen=True)
class Library:
    """Everything that pages and exports need. ``problems`` is empty but in a preview.

    ``changes`` is what was done to a record (its id) on a day (in ISO form), where a log tells it.
    ``left_out`` are the addresses of papers that could not be made; ``pages`` are those of the PDFs
    that were, by their addresses and the stems of the sheets in them.
    """

    archive: Archive
    settings: Settings = field(default_factory=Settings)
    problems: tuple[Problem, ...] = ()
    changes: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()
    pages: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    @property
    def schema(self) -> Schema:
        """The fields of records."""
        return self.archive.schema

    @property
    def vocabularies(self) -> Vocabularies:
        """The words of records."""
        return self.archive.vocabularies

    @property
    def by_id(self) -> Mapping[str, Record]:
        """Records by id, tombstones too."""
        return self.archive.by_id

    @cached_property
    def index(self) -> TermIndex:
        """Records by term and year."""
        return index_terms(self.by_id.values(), self.schema, self.vocabularies)

    @cached_property
    def relations(self) -> Relations:
        """Relations both ways."""
        return relate(self.by_id, self.schema, self.vocabularies["relations"])

    @cached_property
    def likeness(self) -> Likeness:
        """Who is like whom."""
        return Likeness(self.by_id, self.schema, self.index.depths)

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """The records that are not withdrawn: deepest first, then newest."""
        return self.index.records

    @cached_property
    def newest_source(self) -> datetime.date:
        """The last day of the newest source on which the records rest; the first of all days without one."""
        return newest_source(self.records)

    def of_kind(self, kind: str) -> tuple[Record, ...]:
        """The records of a kind in the same order."""
        return self.index.of("kinds", kind)

    def label(self, vocabulary: str, term: str) -> str:
        """The Korean label of a term."""
        return self.vocabularies.label(vocabulary, term)

    def passage(self, link: Link) -> Passage | None:
        """The entry that a link with an anchor leads to; None where it leads to a heading or a whole."""
        record = self.by_id.get(link.id)
        return _passages(record, self.schema).get(link.anchor) if record and link.anchor else None

    def place_words(self, link: Link) -> str:
        """What stands at an anchor in words: "과제 1-2-1 지역사회혁신계획 수립·실행 지원"."""
        passage = self.passage(link)
        return passage.words if passage else link.anchor.replace("-", " ")


@dataclass(frozen=True, slots=True)
class Passage:
    """An addressed entry of a record, and the structure it is one of."""

    structure: Structure
    field: Field
    entry: Entry

    @property
    def text(self) -> str:
        """The entry's own words, whichever field holds them."""
        return next(
            (
                str(self.entry[name])
                for name in ("title", "text", "what", "activity")
                if name in self.entry
            ),
            "",
        )

    @property
    def words(self) -> str:
        """The sort of entry, its number and its own words: "과제 1-2-1 …", "단계: …"."""
        number = self.entry.get("number", "")
        sort = f"{self.structure.label} {number}" if number else f"{self.structure.label}:"
        return f"{sort} {self.text}" if self.text else sort.rstrip(":")


@lru_cache(maxsize=64)
def _passages(record: Record, schema: Schema) -> Mapping[str, Passage]:
    return {
        anchor: Passage(schema.structures[field.type], field, entry)
        for anchor, field, entry in passages(record, schema)
    }
