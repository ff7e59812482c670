"""Reading: from the files of a folder to its records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from hyeopchi.files.front_matter import read_document
from hyeopchi.files.problem import Problem
from hyeopchi.files.source import SourceFile, read_source
from hyeopchi.processes import ALONE, Crew
from hyeopchi.records.archive import Archive
from hyeopchi.records.folder import VOCABULARY_FOLDER, read_shelf, shown_path
from hyeopchi.records.kept_list import NOTHING_KEPT
from hyeopchi.records.kept_list_reader import read_kept_list
from hyeopchi.records.received import RECEIVED
from hyeopchi.records.record import Record
from hyeopchi.records.requests import REQUESTS
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
    received, requests = (
        NOTHING_KEPT if broken_words else read_kept_list(folder, form, vocabularies, shown)
        for form in (RECEIVED, REQUESTS)
    )
    named = [(file, shown_path(file, folder, shown)) for file in shelf.documents]
    documents = read_documents(() if broken_words else named, schema, vocabularies)
    problems: list[Problem] = [
        *shelf.problems,
        *broken_words,
        *received.problems,
        *requests.problems,
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
        tuple(records),
        schema,
        vocabularies,
        tuple(problems),
        shown,
        received,
        requests,
        documents,
    )


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
    root, body_offset, problems = read_document(source)
    places = usual_places(root)
    interpreter = Interpreter(schema, vocabularies, source.path, places)
    values = interpreter.entry(root, schema.fields, "기록")
    entry = Entry({name: _at_its_place(value, places) for name, value in values.items()})
    if "sources" in values:
        cited = tuple(resolved(one, documents) for one in values["sources"])
        entry = Entry({**entry, "sources": cited})
    record = Record(record_id, folder, source, entry, body_offset, frozenset(interpreter.left_out))
    return record, [*problems, *interpreter.problems]


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
