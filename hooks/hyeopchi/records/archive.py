"""The archive: every record that stands under one folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from hyeopchi.files.problem import Problem
from hyeopchi.files.source import read_source
from hyeopchi.processes import ALONE, Crew
from hyeopchi.records.folder import VOCABULARY_FOLDER, read_shelf, shown_path
from hyeopchi.records.received import NOTHING_RECEIVED, Received, read_received
from hyeopchi.records.record import Record, read_record
from hyeopchi.records.sections import anchors
from hyeopchi.records.source_documents import NO_DOCUMENTS, SourceDocuments, read_documents
from hyeopchi.schema.fields import Schema
from hyeopchi.schema.fields_reader import read_schema
from hyeopchi.schema.vocabulary import Vocabularies
from hyeopchi.schema.vocabulary_reader import read_vocabularies


@dataclass(frozen=True)
class Archive:
    """Records in the order of their paths, the words they use, and what could not be read.

    ``shown`` is the path under which problems name the folder, ``received`` what people sent in,
    ``documents`` what the records rest on.
    """

    records: tuple[Record, ...]
    schema: Schema
    vocabularies: Vocabularies
    problems: tuple[Problem, ...]
    shown: str = "cases"
    received: Received = NOTHING_RECEIVED
    documents: SourceDocuments = NO_DOCUMENTS

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

    @cached_property
    def anchors(self) -> Mapping[str, frozenset[str]]:
        """The anchors that links may point at, by record id."""
        return {record.id: anchors(record, self.schema) for record in self.by_id.values()}

    def without(self, ids: frozenset[str]) -> Archive:
        """The same archive less the records with these ids."""
        kept = tuple(record for record in self.records if record.id not in ids)
        return replace(self, records=kept)


def read_archive(
    folder: Path, shown: str = "cases", words: Path | None = None, crew: Crew = ALONE
) -> Archive:
    """Everything under ``folder``, by the words of the folder ``words`` where that is another; ``crew`` reads it.

    Never raises on bad files: see ``problems``. Where the vocabularies or the fields are broken,
    no record is read: all would seem wrong.
    """
    shelf = read_shelf(folder, shown)
    shown_vocabulary = f"{shown}/{VOCABULARY_FOLDER}"
    words_folder = (words or folder) / VOCABULARY_FOLDER
    vocabularies = read_vocabularies(words_folder, shown_vocabulary)
    schema = read_schema(words_folder, vocabularies, shown_vocabulary)
    broken_words = (*vocabularies.problems, *schema.problems)
    received = Received() if broken_words else read_received(folder, vocabularies, shown)
    named = [(file, shown_path(file, folder, shown)) for file in shelf.documents]
    documents = read_documents(() if broken_words else named, schema, vocabularies)
    problems: list[Problem] = [
        *shelf.problems,
        *broken_words,
        *received.problems,
        *documents.problems,
    ]
    records: list[Record] = []

    def read(file: Path) -> tuple[Record | None, Sequence[Problem]]:
        source = read_source(file, shown_path(file, folder, shown))
        if isinstance(source, Problem):
            return None, (source,)
        return read_record(source, file.stem, file.parent.name, schema, vocabularies, documents)

    for record, found in crew.map(read, () if broken_words else shelf.records):
        records += [record] if record else ()
        problems += found
    return Archive(
        tuple(records), schema, vocabularies, tuple(problems), shown, received, documents
    )
