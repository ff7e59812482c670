"""The archive: every record that stands under one folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from hyeopchi.files.problem import Problem
from hyeopchi.records.kept_list import NOTHING_KEPT, KeptList
from hyeopchi.records.record import Record
from hyeopchi.records.sections import anchors
from hyeopchi.records.source_documents import NO_DOCUMENTS, SourceDocuments
from hyeopchi.schema.fields import Schema
from hyeopchi.schema.vocabulary import Vocabularies


@dataclass(frozen=True)
class Archive:
    """Records in the order of their paths, the words they use, and what could not be read.

    ``shown`` is the path under which problems name the folder, ``received`` what people sent in,
    ``requests`` what they asked to have changed, ``documents`` what the records rest on,
    ``sessions`` how meetings went that their courses led.
    """

    records: tuple[Record, ...]
    schema: Schema
    vocabularies: Vocabularies
    problems: tuple[Problem, ...]
    shown: str = "cases"
    received: KeptList = NOTHING_KEPT
    requests: KeptList = NOTHING_KEPT
    documents: SourceDocuments = NO_DOCUMENTS
    sessions: KeptList = NOTHING_KEPT

    @property
    def word_problems(self) -> tuple[Problem, ...]:
        """What is wrong with the vocabularies or the fields; then no record is read."""
        return (*self.vocabularies.problems, *self.schema.problems)

    @cached_property
    def by_id(self) -> Mapping[str, Record]:
        """Records by id; of two with the same id the first."""
        found: dict[str, Record] = {}
        for record in self.records:
            found.setdefault(record.id, record)
        return found

    def anchors_of(self, record_id: str) -> frozenset[str]:
        """The anchors that links may point at in a record that is there."""
        if record_id not in self._anchors:
            self._anchors[record_id] = anchors(self.by_id[record_id], self.schema)
        return self._anchors[record_id]

    @cached_property
    def _anchors(self) -> dict[str, frozenset[str]]:
        """Those that somebody has asked for: few links lead into the middle of a record."""
        return {}

    def alone(self, record: Record) -> Archive:
        """This record by the same words, as if there were nothing else."""
        return Archive((record,), self.schema, self.vocabularies, (), self.shown)

    def without(self, ids: frozenset[str]) -> Archive:
        """The same archive less the records with these ids."""
        kept = tuple(record for record in self.records if record.id not in ids)
        return replace(self, records=kept)
