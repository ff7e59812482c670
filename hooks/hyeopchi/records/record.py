"""A record: one case, plan, declaration, resource or collection, as read."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Any

from hyeopchi.files.pickled import pickled_as_call
from hyeopchi.files.problem import Place
from hyeopchi.files.source import SourceFile
from hyeopchi.markup.grammar import CLOSING_SIGNS
from hyeopchi.schema.conventions import DEFAULT_LICENCE
from hyeopchi.schema.entry import Entry
from hyeopchi.schema.link import Link

_HEADING = re.compile(r"^##[ \t]+(?=\S)(.*)$", re.MULTILINE)


@pickled_as_call
@dataclass(frozen=True, slots=True, weakref_slot=True, eq=False)
class Record:
    """A record as read: its id, the folder it stands in, its typed values and its body.

    ``body_offset`` is where the body starts in the source's text, 0 where the file has no front
    matter. ``record["title"]`` gives a field's value, ``record.get("dong")`` None where the
    record leaves the field out. ``left_out`` are the places of list items that did not fit.
    """

    id: str
    folder: str
    source: SourceFile
    entry: Entry
    body_offset: int
    left_out: frozenset[Place] = frozenset()

    def __getitem__(self, name: str) -> Any:
        return self.entry[name]

    def get(self, name: str, default: Any = None) -> Any:
        """The value of a field, or ``default`` where the record leaves it out."""
        return self.entry.get(name, default)

    @property
    def kind(self) -> str:
        """The kind's term, "" where the file has none that is known."""
        return str(self.entry.get("kind", ""))

    @property
    def title(self) -> str:
        """The title; the id where a broken record has none."""
        return str(self.entry.get("title", self.id))

    @property
    def is_withdrawn(self) -> bool:
        """Whether it is a tombstone."""
        return "withdrawn" in self.entry

    @property
    def body(self) -> str:
        """The Markdown below the front matter."""
        return self.source.text[self.body_offset :]

    @property
    def licence(self) -> str:
        """The term of ``licences`` under which the record's own text stands."""
        return str(self.entry.get("license", DEFAULT_LICENCE))

    @property
    def latest_change(self) -> datetime.date | None:
        """The day on which the record last changed."""
        withdrawn = self.entry.get("withdrawn", {}).get("date")
        revised = next(reversed(self.entry.get("revised", ())), None)
        day: datetime.date | None = withdrawn or revised or self.entry.get("added")
        return day

    @property
    def link(self) -> Link:
        """The link to this record."""
        return Link(self.id)

    def headings(self) -> tuple[tuple[str, int], ...]:
        """The body's ``##`` headings, each with its offset in the source's text."""
        return tuple(
            (CLOSING_SIGNS.sub("", match[1]).strip(), self.body_offset + match.start())
            for match in _HEADING.finditer(self.body)
        )
