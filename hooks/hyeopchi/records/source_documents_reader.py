"""Reading source documents: as strictly as a record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType

from hyeopchi.files.memory import FORGETFUL, Memory
from hyeopchi.files.problem import Problem
from hyeopchi.files.source import SourceFile
from hyeopchi.files.strict_yaml import read_yaml
from hyeopchi.records.source_documents import SourceDocument, SourceDocuments
from hyeopchi.schema.entry import Entry
from hyeopchi.schema.fields import Field, Schema, Structure
from hyeopchi.schema.interpreter import Interpreter
from hyeopchi.schema.vocabulary import Vocabularies

_CITED = "source"
"""The structure of a source as records cite it."""
_FILE = "source_document"
_LISTED = Field("sources", "자료", _FILE, "", "{title: 2017년 협치서울 추진계획, rights: KOGL-4}")


def document_fields(schema: Schema) -> Mapping[str, Field]:
    """The fields of a source that belong to the document itself, whoever cites it."""
    cited = schema.structures.get(_CITED)
    fields = cited.fields.values() if cited else ()
    return MappingProxyType({field.name: field for field in fields if field.unless == "id"})


def read_documents(
    files: Iterable[tuple[Path, str]],
    schema: Schema,
    vocabularies: Vocabularies,
    memory: Memory = FORGETFUL,
) -> SourceDocuments:
    """The documents in ``files``, each with the path that problems name. Never raises."""
    structure = Structure(_FILE, "자료", document_fields(schema))
    own = Schema({}, MappingProxyType({**schema.structures, _FILE: structure}), ())
    documents: list[SourceDocument] = []
    problems: list[Problem] = []
    for file, shown in files:
        source = memory.source(file, shown)
        if isinstance(source, Problem):
            problems.append(source)
            continue
        document, found = memory.kept(
            ("document", file),
            (source, schema, vocabularies),
            partial(_read, source, file.stem, own, vocabularies),
        )
        documents.append(document)
        problems += found
    by_id = MappingProxyType({document.id: document for document in documents})
    told = memory.same("documents' problems", tuple(problems))
    return memory.kept(
        "documents", (told, *documents), lambda: SourceDocuments(by_id, tuple(problems))
    )


def _read(
    source: SourceFile, name: str, own: Schema, vocabularies: Vocabularies
) -> tuple[SourceDocument, tuple[Problem, ...]]:
    root, broken = read_yaml(source.text, source.path)
    interpreter = Interpreter(own, vocabularies, source.path)
    entry = None if broken else interpreter.group(root, _LISTED)
    names = tuple(pair.key.text for pair in root.pairs)
    document = SourceDocument(name, entry or Entry({}), source, names)
    return document, (*broken, *interpreter.problems)
