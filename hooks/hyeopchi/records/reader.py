"""Reading: from the files of a folder to its records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from hyeopchi.files.front_matter import read_document
from hyeopchi.files.memory import FORGETFUL, Memory, Packed
from hyeopchi.files.problem import Problem
from hyeopchi.files.source import SourceFile, is_plain_file
from hyeopchi.processes import ALONE, Crew
from hyeopchi.records.archive import Archive
from hyeopchi.records.folder import VOCABULARY_FOLDER, read_shelf, shown_path
from hyeopchi.records.kept_list import NOTHING_KEPT
from hyeopchi.records.kept_list_reader import read_kept_list
from hyeopchi.records.received import RECEIVED
from hyeopchi.records.record import Record
from hyeopchi.records.requests import REQUESTS
from hyeopchi.records.sessions import SESSIONS
from hyeopchi.records.source_documents import NO_DOCUMENTS, SourceDocuments, resolved
from hyeopchi.records.source_documents_reader import read_documents
from hyeopchi.schema.entry import Entry
from hyeopchi.schema.fields import Schema
from hyeopchi.schema.fields_reader import read_schema
from hyeopchi.schema.interpreter import Interpreter
from hyeopchi.schema.quantity import Quantity
from hyeopchi.schema.usual_places import UsualPlaces, usual_places
from hyeopchi.schema.vocabulary import Vocabularies
from hyeopchi.schema.vocabulary_reader import read_vocabularies


def read_archive(
    folder: Path,
    shown: str = "cases",
    words: Path | None = None,
    crew: Crew = ALONE,
    memory: Memory = FORGETFUL,
) -> Archive:
    """Everything under ``folder``, by the words of the folder ``words`` where that is another; ``crew`` reads it.

    Never raises on bad files: see ``problems``. Where the vocabularies or the fields are broken,
    no record is read: all would seem wrong. What ``memory`` knows of the same files stays the same
    objects; it remembers only what one process alone reads.
    """
    shelf = read_shelf(folder, shown)
    words_folder = (words or folder) / VOCABULARY_FOLDER
    vocabularies, schema = memory.kept(
        "words",
        _texts(sorted(words_folder.glob("*.yml")), memory),
        partial(_read_words, words_folder, f"{shown}/{VOCABULARY_FOLDER}"),
    )
    broken_words = (*vocabularies.problems, *schema.problems)
    received, requests, sessions = (
        NOTHING_KEPT
        if broken_words
        else memory.kept(
            form.file,
            (vocabularies, *_texts([folder / form.file], memory)),
            partial(read_kept_list, folder, form, vocabularies, shown),
        )
        for form in (RECEIVED, REQUESTS, SESSIONS)
    )
    named = [(file, shown_path(file, folder, shown)) for file in shelf.documents]
    documents = read_documents(() if broken_words else named, schema, vocabularies, memory)

    files = () if broken_words else shelf.records
    reader = _Reader(folder, shown, schema, vocabularies, memory)
    packed = crew.map(reader.packed, files)
    found = [reader.unpacked(file, one) for file, one in zip(files, packed, strict=True)]
    records = tuple(
        _remembered(alone, file, documents, memory)
        for file, (alone, _) in zip(files, found, strict=True)
        if alone
    )
    aside = (
        *shelf.problems,
        *broken_words,
        *received.problems,
        *requests.problems,
        *sessions.problems,
    )
    problems = (*aside, *documents.problems, *(one for _, some in found for one in some))
    told = memory.same("problems of reading", problems)
    rest = (received, requests, documents, sessions)
    return memory.kept(
        "archive",
        (schema, vocabularies, told, *rest, *records),
        lambda: Archive(records, schema, vocabularies, told, shown, *rest),
    )


_Read = tuple[Record | None, Sequence[Problem]]
"""A record as its own file tells it, where that could be read, and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads records of ``folder`` as their own files tell them, each as far as ``memory`` does not know it."""

    folder: Path
    shown: str
    schema: Schema
    vocabularies: Vocabularies
    memory: Memory

    def packed(self, file: Path) -> Packed[_Read]:
        """What ``file`` tells, read by any process."""
        source = self._source(file)
        read = partial(self._read, file, source)
        if isinstance(source, Problem):
            return Packed(read())
        made_of = (source, self.schema, self.vocabularies)
        return self.memory.packed(("as written", file), made_of, read)

    def unpacked(self, file: Path, packed: Packed[_Read]) -> _Read:
        """What ``packed`` has of ``file``."""
        return self.memory.unpacked(packed, lambda: self._read(file, self._source(file)))

    def _source(self, file: Path) -> SourceFile | Problem:
        return self.memory.source(file, shown_path(file, self.folder, self.shown))

    def _read(self, file: Path, source: SourceFile | Problem) -> _Read:
        if isinstance(source, Problem):
            return None, (source,)
        return _read_alone(source, file.stem, file.parent.name, self.schema, self.vocabularies)


def _remembered(alone: Record, file: Path, documents: SourceDocuments, memory: Memory) -> Record:
    """The record that ``file`` tells of: the same object while that file and what it cites are the same."""
    cited = (documents.by_id.get(one.get("id", "")) for one in alone.get("sources", ()))
    return memory.kept(("record", file), (alone, *cited), partial(_resolved, alone, documents))


def _texts(files: Sequence[Path], memory: Memory) -> tuple[object, ...]:
    """The texts of ``files`` as they are now, and whether each is a plain file."""
    return tuple(
        one
        for file in files
        for one in (memory.source(file, file.name, limit=0), is_plain_file(file))
    )


def _read_words(folder: Path, shown: str) -> tuple[Vocabularies, Schema]:
    vocabularies = read_vocabularies(folder, shown)
    return vocabularies, read_schema(folder, vocabularies, shown)


def read_record(
    source: SourceFile,
    record_id: str,
    folder: str,
    schema: Schema,
    vocabularies: Vocabularies,
    documents: SourceDocuments = NO_DOCUMENTS,
) -> tuple[Record, list[Problem]]:
    """The record in ``source`` and what of it could not be read or does not fit its fields.

    Its sources say all that their ``documents`` do, its facts where they stand.
    """
    record, problems = _read_alone(source, record_id, folder, schema, vocabularies)
    return _resolved(record, documents), problems


def _read_alone(
    source: SourceFile, record_id: str, folder: str, schema: Schema, vocabularies: Vocabularies
) -> tuple[Record, list[Problem]]:
    """The record as its own file tells it: of its sources nothing that their documents say."""
    root, body_offset, problems = read_document(source)
    places = usual_places(root)
    interpreter = Interpreter(schema, vocabularies, source.path, places)
    values = interpreter.entry(root, schema.fields, "기록")
    entry = Entry({name: _at_its_place(value, places) for name, value in values.items()})
    record = Record(record_id, folder, source, entry, body_offset, frozenset(interpreter.left_out))
    return record, [*problems, *interpreter.problems]


def _resolved(record: Record, documents: SourceDocuments) -> Record:
    """The record with all that the documents say of the sources that it cites by their ids."""
    if not any("id" in source for source in record.get("sources", ())):
        return record
    cited = tuple(resolved(one, documents) for one in record["sources"])
    return replace(record, entry=Entry({**record.entry, "sources": cited}))


def _at_its_place(value: Any, places: UsualPlaces) -> Any:
    """``value``, and where it holds quantities of the record's own, these with their place."""
    if not isinstance(value, tuple):
        return value
    return tuple(
        replace(one, sources=places.unless_said)
        if isinstance(one, Quantity) and not one.sources
        else one
        for one in value
    )
