"""Lists that those who look after the library keep: files beside the districts' folders, no records.

Each is one YAML file with one list of entries: ``_received.yml``, ``_requests.yml``.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from hyeopchi.files.problem import Place, Problem
from hyeopchi.files.source import SourceFile
from hyeopchi.schema.entry import Entry
from hyeopchi.schema.fields import Field, Schema, Structure


@dataclass(frozen=True, slots=True)
class KeptList:
    """The entries in the order of the file and where they stand, what is wrong with it, and its text."""

    entries: tuple[Entry, ...] = ()
    places: tuple[Place, ...] = ()
    problems: tuple[Problem, ...] = ()
    sources: tuple[SourceFile, ...] = ()


NOTHING_KEPT = KeptList()


@dataclass(frozen=True, slots=True)
class Form:
    """How a list is written: its file, the name and label of its list, the fields of an entry."""

    file: str
    name: str
    label: str
    example: str
    fields: tuple[Field, ...]

    @property
    def schema(self) -> Schema:
        """The schema of the whole file."""
        listing = Field(self.name, self.label, "entry", "", self.example, many=True)
        entry = Structure(
            "entry", self.label, MappingProxyType({one.name: one for one in self.fields})
        )
        return Schema(
            MappingProxyType({self.name: listing}), MappingProxyType({entry.name: entry}), ()
        )


def field(
    name: str, label: str, type_name: str, example: str, need: str = "always", **more: Any
) -> Field:
    """A field of an entry."""
    return Field(name, label, type_name, "", example, need=need, **more)
