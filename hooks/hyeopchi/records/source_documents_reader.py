"""Reading source documents: as strictly as a record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from hyeopchi.files.problem import Problem
from hyeopchi.files.source import read_source
from hyeopchi.files.strict_yaml import read_yaml
from hyeopchi.records.source_documents import SourceDocument, SourceDocuments
from hyeopchi.schema.entry import Entry
from hyeopchi.schema.fields import Field, Schema, Structure
from hyeopchi.schema.interpreter import Interpreter
from hyeopchi.schema.vocabulary import Vocabularies

_CITED = "source"
"""The structure of a source as records cite it."""
_FILE = "source_document"


def document_fields(schema: Schema) -> Mapping[str, Field]:
    """The fields of a source that belong to the document itself, whoever cites it."""
    cited = schema.structures.get(_CITED)
    fields = cited.fields.values() if cited else ()
    return MappingProxyType({field.name: field for field in fields if field.unless == "id"})


def read_documents(
    files: Iterable[tuple[Path, str]], schema: Schema, vocabularies: Vocabularies
) -> SourceDocuments:
    """The documents in ``files``, each with the path that problems name. Never raises."""
    structure = Structure(_FILE, "자료", document_fields(schema))
    own = Schema({}, MappingProxyType({**schema.structures, _FILE: structure}), ())
    listed = Field(
        "sources", "자료", _FILE, "", "{title: 2017년 협치서울 추진계획, rights: KOGL-4}"
    )
    documents: dict[str, SourceDocument] = {}
    problems: list[Problem] = []
    for file, shown in files:
        source = read_source(file, shown)
        if isinstance(source, Problem):
            problems.append(source)
            continue
        root, broken = read_yaml(source.text, shown)
        interpreter = Interpreter(own, vocabularies, shown)
        entry = None if broken else interpreter.group(root, listed)
        problems += (*broken, *interpreter.problems)
        documents[file.stem] = SourceDocument(file.stem, entry or Entry({}), source)
    return SourceDocuments(MappingProxyType(documents), tuple(problems))
