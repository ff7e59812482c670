"""Questions: what the form on paper asks of a case, and in which order; made from ``fields.yml``.

Who writes the form and who reads a filled one both go by this.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hyeopchi.schema.fields import Field, Schema
from hyeopchi.schema.kinds import Kind
from hyeopchi.schema.vocabulary import Term, Vocabularies

KIND = Kind.CASE
"""The kind of record that the form makes."""
NEEDED = "(꼭 적기)"
"""What a question that must be answered ends with."""
HEAD = ("물음", "답")
"""The head of a table of questions."""


@dataclass(frozen=True, slots=True)
class Question:
    """A row of the form. ``path`` names the field, or the field and one of its group's.

    ``field`` is None for a text below a heading of the body, whose label then is the path.
    """

    path: tuple[str, ...]
    ask: str
    help: str = ""
    field: Field | None = None
    is_needed: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A table of the form: a list of groups, a row for each with its ``columns``."""

    field: Field
    columns: tuple[Field, ...]

    @property
    def ask(self) -> str:
        """What stands at the head of the table's first column."""
        return self.field.question


@dataclass(frozen=True, slots=True)
class Step:
    """A part of the form under its own heading."""

    term: Term
    questions: tuple[Question, ...]
    listings: tuple[Listing, ...]


def told(ask: str, help_: str) -> str:
    """What stands above a table: what it asks, and how to answer."""
    return f"{ask} — {help_}"


def steps(schema: Schema, vocabularies: Vocabularies) -> tuple[Step, ...]:
    """The form from its first part to its last."""
    return tuple(
        Step(term, tuple(_questions(term.id, schema)), tuple(_listings(term.id, schema)))
        for term in vocabularies["steps"]
    )


def _questions(step: str, schema: Schema) -> Iterator[Question]:
    for field in _asked(step, schema):
        group = schema.structures.get(field.type)
        if group is None:
            yield Question((field.name,), field.question, field.help, field, field.need == "always")
        elif not field.many:
            inner = [below for below in group.fields.values() if below.ask]
            yield from (
                Question(
                    (field.name, below.name),
                    below.question,
                    below.help,
                    below,
                    bool(field.need and below.need),
                )
                for below in inner
            )
            if not inner:
                yield Question((field.name,), field.question, field.help, field)
    for heading in schema.headings_of(KIND):
        if heading.step == step:
            yield Question((heading.label,), heading.label, _told_under(heading.fields, schema))


def _told_under(fields: tuple[str, ...], schema: Schema) -> str:
    """How the text below a heading differs from the lists that the page sets under it."""
    names = "·".join(schema.fields[name].label for name in fields)
    return (
        f"아래 표의 {names}을 이야기로 이어 줍니다. 없으면 비워 두세요."
        if names
        else "이야기로 몇 문장 적습니다. 없으면 비워 두세요."
    )


def _listings(step: str, schema: Schema) -> Iterator[Listing]:
    for field in _asked(step, schema):
        group = schema.structures.get(field.type)
        if group is not None and field.many:
            yield Listing(field, tuple(below for below in group.fields.values() if below.ask))


def _asked(step: str, schema: Schema) -> Iterator[Field]:
    return (field for field in schema.of_kind(KIND) if field.step == step)
