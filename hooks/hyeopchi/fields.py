"""Fields: what a record may hold, described once in ``fields.yml``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from hyeopchi.front_matter import StrictHandler
from hyeopchi.problem import Problem
from hyeopchi.source import read_source
from hyeopchi.strict_yaml import read_yaml

SCALAR_TYPES = frozenset({"text", "prose", "integer", "number", "boolean", "date", "edtf", "url",
                          "slug", "anchor", "link", "term", "citations"})


@dataclass(frozen=True, slots=True)
class Field:
    """One field. ``need``: "always", "expected" (or said to be unknown) or "" (optional).

    ``length`` is in characters, ``most`` in items; 0 means no limit. ``anchor`` is the prefix
    of the addresses that the items of a list have on the page, None where they have none.
    """

    name: str
    label: str
    type: str
    description: str
    example: str
    kinds: frozenset[str] = frozenset()
    need: str = ""
    vocabulary: str = ""
    many: bool = False
    most: int = 0
    length: int = 0
    depth: bool = False
    anchor: str | None = None

    def belongs_to(self, kind: str) -> bool:
        """Whether records of ``kind`` may have this field."""
        return not self.kinds or kind in self.kinds

    @property
    def spoken(self) -> str:
        """How messages name the field: ``분야(domains)``."""
        return f"{self.label}({self.name})"


@dataclass(frozen=True, slots=True)
class Structure:
    """A named group of fields that stand together, such as one stage."""

    name: str
    label: str
    fields: Mapping[str, Field]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that bodies of some kinds have, and the fields the page sets under it."""

    id: str
    label: str
    kinds: frozenset[str]
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Schema:
    """All fields, the structures their types name, and the body's headings in order."""

    fields: Mapping[str, Field]
    structures: Mapping[str, Structure]
    headings: tuple[Heading, ...]
    problems: tuple[Problem, ...] = ()

    def of_kind(self, kind: str) -> Iterator[Field]:
        """The fields that records of ``kind`` may have, in the order of the file."""
        return (field for field in self.fields.values() if field.belongs_to(kind))

    def headings_of(self, kind: str) -> tuple[Heading, ...]:
        """The fixed headings of ``kind``; none where headings are free."""
        return tuple(heading for heading in self.headings if kind in heading.kinds)


def read_schema(folder: Path, shown: str = "cases/_vocabulary") -> Schema:
    """The schema in ``folder/fields.yml``; what is wrong with the file is in ``problems``."""
    path = f"{shown}/fields.yml"
    source = read_source(folder / "fields.yml", path)
    if isinstance(source, Problem):
        return Schema({}, {}, (), (source,))
    problems = read_yaml(source.text, path).problems
    data: Mapping[str, Any] = StrictHandler().load(source.text)
    structures = {name: Structure(name, group["label"], _fields(group["fields"]))
                  for name, group in data.get("structures", {}).items()}
    headings = tuple(Heading(row["id"], row["label"], frozenset(row["kinds"]), tuple(row["fields"]))
                     for row in data.get("headings", ()))
    return Schema(_fields(data.get("fields", ())), MappingProxyType(structures), headings, problems)


def _fields(rows: Iterable[Mapping[str, Any]]) -> Mapping[str, Field]:
    return MappingProxyType({row["name"]: _field(row) for row in rows})


def _field(row: Mapping[str, Any]) -> Field:
    return Field(
        name=row["name"], label=row["label"], type=row["type"], description=row["description"],
        example=row["example"], kinds=frozenset(row.get("kinds", ())), need=row.get("need", ""),
        vocabulary=row.get("vocabulary", ""), many=row.get("many") == "true",
        most=int(row.get("most", 0)), length=int(row.get("length", 0)),
        depth=row.get("depth") == "true", anchor=row.get("anchor"))
