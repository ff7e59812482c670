"""Filled: the answers in a form that came back, and what of it found no field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from hyeopchi.draft import Draft
from hyeopchi.fields import Field, Schema
from hyeopchi.intake.document import Document, Rows
from hyeopchi.intake.escaping import escaped
from hyeopchi.intake.groups import Group, amount, completed
from hyeopchi.intake.questions import HEAD, KIND, NEEDED, Listing, Question, steps
from hyeopchi.intake.values import Misfit, folded, value_of
from hyeopchi.meaning import NOT_SAID
from hyeopchi.plain import Plain
from hyeopchi.vocabulary import Vocabularies


@dataclass(frozen=True, slots=True)
class Left:
    """Words that found no field, and the question or the row that they answered."""

    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Filled:
    """A form that was read. ``is_form``: questions of ours were in it at all."""

    draft: Draft
    left: tuple[Left, ...]
    is_form: bool


def read_form(document: Document, schema: Schema, vocabularies: Vocabularies) -> Filled:
    """The draft that the form in ``document`` makes, unchecked."""
    reader = _Reader(schema, vocabularies)
    for table in sorted(
        document.tables, key=lambda table: reader.listing(table) is not reader.sources
    ):
        reader.read(table)
    return Filled(reader.draft, tuple(reader.left), reader.is_form)


class _Reader:
    """Collects the answers of one form; the table of its sources is read first."""

    def __init__(self, schema: Schema, vocabularies: Vocabularies) -> None:
        form = steps(schema, vocabularies)
        self._vocabularies = vocabularies
        self._questions = {folded(one.ask): one for step in form for one in step.questions}
        self._listings = {folded(one.ask): one for step in form for one in step.listings}
        self._numbers: list[int] = []
        self.sources = next(
            (one for one in self._listings.values() if one.field.type == "source"), None
        )
        self.draft, self.left, self.is_form = Draft({"kind": KIND}), list[Left](), False

    def listing(self, table: Rows) -> Listing | None:
        """The list that ``table`` holds, known by its head."""
        return self._listings.get(folded(table[0][0])) if table and table[0] else None

    def read(self, table: Rows) -> None:
        """Take up what one table says."""
        listing = self.listing(table)
        if listing is None:
            for row in table:
                self._row(row)
        else:
            self.is_form = True
            self._list(listing, table)

    def _row(self, row: Sequence[str]) -> None:
        first = (row[0] if row else "").strip().split("\n")[0].strip()
        answer = "\n".join(cell for cell in row[1:] if cell.strip()).strip("\n")
        question = self._questions.get(folded(first.removesuffix(NEEDED)))
        self.is_form = self.is_form or question is not None
        if question is not None and answer.strip():
            self._answer(question, answer)
        elif answer.strip() and tuple(map(str.strip, row)) != HEAD:
            self.left.append(Left(first, answer))

    def _answer(self, question: Question, answer: str) -> None:
        """Put an answer where it belongs; a word for not knowing is an answer too."""
        gap = NOT_SAID.get(answer.strip().lower())
        if question.field is None:
            if gap is None:
                self.draft = self.draft.with_section(question.path[0], escaped(answer))
            return
        try:
            value = value_of(question.field, answer, self._vocabularies, self._numbers)
        except Misfit:
            value = ""
            if gap is None:
                self.left.append(Left(question.ask, answer))
        is_word = gap is not None and question.field.type in ("text", "prose", "citations")
        if gap is not None and (is_word or not value):
            self._gap(question, gap)
        elif value:
            self._put(question, value)

    def _gap(self, question: Question, gap: str) -> None:
        name, *inner = question.path
        self.draft = Draft(
            self.draft.values,
            {**self.draft.gaps, gap: {**self.draft.gaps[gap], name: question.ask if inner else ""}},
            self.draft.sections,
            self.draft.passed,
        )

    def _put(self, question: Question, value: Plain) -> None:
        name, *inner = question.path
        if inner:
            group = self.draft.values.get(name)
            value = {**(group if isinstance(group, dict) else {}), inner[0]: value}
            value = completed(name, value, 0, self._vocabularies)
        self.draft = Draft(
            {**self.draft.values, name: value},
            self.draft.gaps,
            self.draft.sections,
            self.draft.passed,
        )

    def _list(self, listing: Listing, table: Rows) -> None:
        columns = {folded(column.question): column for column in listing.columns}
        heads = [columns.get(folded(head)) for head in table[0]]
        found = []
        for number, row in enumerate(table[1:], start=1):
            said = [
                (head, cell.strip("\n"))
                for head, cell in zip(heads[1:], row[1:], strict=False)
                if cell.strip()
            ]
            gap = NOT_SAID.get(said[0][1].strip().lower()) if len(said) == 1 else None
            if gap:
                self._gap(Question((listing.field.name,), listing.ask), gap)
            elif said:
                if listing is self.sources:
                    self._numbers.append(number)
                found.append(
                    completed(
                        listing.field.type,
                        dict(self._entries(listing, number, said)),
                        number,
                        self._vocabularies,
                    )
                )
        if found:
            self.draft = self.draft.with_value(listing.field.name, [one for one in found if one])

    def _entries(
        self, listing: Listing, number: int, said: Sequence[tuple[Field | None, str]]
    ) -> Iterator[tuple[str, Plain]]:
        """The cells of one row; what does not fit is left."""
        for column, cell in said:
            try:
                yield from self._cell(listing, column, cell).items()
            except Misfit:
                self.left.append(
                    Left(f"{listing.ask} {number}: {column.question if column else ''}", cell)
                )

    def _cell(self, listing: Listing, column: Field | None, cell: str) -> Mapping[str, Plain]:
        if column is None:
            raise Misfit(cell)
        if listing.field.type == "quantity" and column.name == "value":
            return amount(cell, self._vocabularies)
        value: Plain = value_of(column, cell, self._vocabularies, self._numbers)
        group: Group = {column.name: value} if value else {}
        return group
