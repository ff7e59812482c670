"""Source documents: what records rest on, each written once in ``_sources/<id>.yml``.

A document stands beside the districts' folders and is content like a record: read as strictly,
checked by the same rules. Records cite it by its id; see ``resolved``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from hyeopchi.files.nodes import node_at
from hyeopchi.files.problem import Problem
from hyeopchi.files.rule import Rule
from hyeopchi.files.source import SourceFile
from hyeopchi.files.strict_yaml import read_yaml
from hyeopchi.schema.entry import Entry


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A document: its id, which is its file's name, its typed values and its text.

    ``names`` are the fields that the file has, readable or not.
    """

    id: str
    entry: Entry
    source: SourceFile
    names: tuple[str, ...]

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


def resolved(source: Entry, documents: SourceDocuments) -> Entry:
    """``source`` as a record cites it, with all that its document says of itself."""
    document = documents.by_id.get(source.get("id", ""))
    return Entry({**source, **document.entry}) if document else source
