"""Fields: what a record may hold, described once in ``fields.yml``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hyeopchi.files.problem import Problem
from hyeopchi.files.source import SourceFile

SCALAR_TYPES = frozenset(
    {
        "text",
        "prose",
        "integer",
        "number",
        "boolean",
        "date",
        "edtf",
        "url",
        "slug",
        "anchor",
        "link",
        "term",
        "citations",
    }
)
"""Types of fields that hold one value; any other type is the name of a structure."""

PLACES = ("facts", "table", "compare", "handout", "preview")
"""Where a field's value may be shown in a row: the box of facts, the spreadsheet, the comparison,
the participants' sheet, the form's preview."""

OF_TOMBSTONES = ("kind", "title", "added", "withdrawn")
"""What a withdrawn record still needs."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field. ``need``: "always", "expected" (or said to be unknown) or "" (optional).

    ``length`` is in characters, ``most`` in items; 0 means no limit. ``anchor`` is the prefix
    of the addresses that the items of a list have on the page, None where they have none.
    ``ask`` is how a form asks for it in everyday words, ``step`` the term of ``steps`` under
    which it does so; "" where forms do not ask. ``tip`` is what a form says of it in the
    description's place. ``unless`` is the field of the same group that takes this one's place.
    ``unit`` is read after a number. ``shows`` are the ``PLACES`` that have a row for it, in the
    order of the file; with ``if_filled`` only where it is filled.
    ``money``: a quantity of money, in no other unit. ``asked_before`` are the questions and the
    help that forms had before: who fills in an old one is understood.
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
    ask: str = ""
    step: str = ""
    tip: str = ""
    unless: str = ""
    unit: str = ""
    shows: frozenset[str] = frozenset()
    if_filled: bool = False
    money: bool = False
    asked_before: tuple[str, ...] = ()

    def belongs_to(self, kind: str) -> bool:
        """Whether records of ``kind`` may have this field."""
        return not self.kinds or kind in self.kinds

    @property
    def spoken(self) -> str:
        """How messages name the field: ``분야(domains)``."""
        return f"{self.label}({self.name})"

    @property
    def question(self) -> str:
        """How a form asks for the field."""
        return self.ask or self.label

    @property
    def help(self) -> str:
        """What a form says of the field below its question."""
        return self.tip or self.description


@dataclass(frozen=True, slots=True)
class Structure:
    """A named group of fields that stand together, such as one stage."""

    name: str
    label: str
    fields: Mapping[str, Field]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that bodies of some kinds have, and the fields the page sets under it.

    ``step`` is the term of ``steps`` under which forms ask for its text, "" where they do not.
    """

    id: str
    label: str
    kinds: frozenset[str]
    fields: tuple[str, ...]
    step: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Schema:
    """All fields, the structures their types name, and the body's headings in order.

    ``problems`` are those of the file that says so, ``sources`` is its text.
    """

    fields: Mapping[str, Field]
    structures: Mapping[str, Structure]
    headings: tuple[Heading, ...]
    problems: tuple[Problem, ...] = ()
    sources: tuple[SourceFile, ...] = ()

    def of_kind(self, kind: str) -> Iterator[Field]:
        """The fields that records of ``kind`` may have, in the order of the file."""
        return (field for field in self.fields.values() if field.belongs_to(kind))

    def is_dated(self, kind: str) -> bool:
        """Whether records of ``kind`` tell of a time; their ids begin with its year."""
        return "period" in self.fields and self.fields["period"].belongs_to(kind)

    def shown_in(self, place: str) -> Iterator[Field]:
        """The fields of any kind that have a row in one of ``PLACES``."""
        return (field for field in self.fields.values() if place in field.shows)

    def headings_of(self, kind: str) -> tuple[Heading, ...]:
        """The fixed headings of ``kind``; none where headings are free."""
        return tuple(heading for heading in self.headings if kind in heading.kinds)
