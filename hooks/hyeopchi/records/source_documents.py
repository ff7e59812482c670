"""Source documents: what records rest on, each written once in ``_sources/<id>.yml``.

A document stands beside the districts' folders and is content like a record: read as strictly,
checked by the same rules. Records cite it by its id; see ``resolved``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from hyeopchi.files.nodes import node_at
from hyeopchi.files.problem import Problem
from hyeopchi.files.rule import Rule
from hyeopchi.files.source import SourceFile, read_source
from hyeopchi.files.strict_yaml import read_yaml
from hyeopchi.schema.entry import Entry
from hyeopchi.schema.fields import Field, Schema, Structure
from hyeopchi.schema.interpreter import Interpreter
from hyeopchi.schema.vocabulary import Vocabularies

_CITED = "source"
"""The structure of a source as records cite it."""
_FILE = "source_document"


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A document: its id, which is its file's name, its typed values and its text."""

    id: str
    entry: Entry
    source: SourceFile

    @property
    def names(self) -> tuple[str, ...]:
        """The fields that the file has, readable or not."""
        root, _ = read_yaml(self.source.text, self.source.path)
        return tuple(pair.key.text for pair in root.pairs)

    def problem(self, name: str, rule: Rule, message: str, hint: str = "") -> Problem:
        """An error at the value of a field, or at the start of the file that lacks it."""
        root, _ = read_yaml(self.source.text, self.source.path)
        return Problem.at(self.source.path, node_at(root, (name,)).place, rule, message, hint)


@dataclass(frozen=True, slots=True, eq=False)
class SourceDocuments:
    """All documents by id, in the order of their files, and what of them could not be read."""

    by_id: Mapping[str, SourceDocument] = field(default_factory=lambda: MappingProxyType({}))
    problems: tuple[Problem, ...] = ()

    @property
    def sources(self) -> tuple[SourceFile, ...]:
        """The texts of the files."""
        return tuple(document.source for document in self.by_id.values())


NO_DOCUMENTS = SourceDocuments()


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


def resolved(source: Entry, documents: SourceDocuments) -> Entry:
    """``source`` as a record cites it, with all that its document says of itself."""
    document = documents.by_id.get(source.get("id", ""))
    return Entry({**source, **document.entry}) if document else source
