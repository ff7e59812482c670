"""The sheet: which tables and lines of a document are the form's, and which somebody typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from hyeopchi.contribute.choices import folded
from hyeopchi.contribute.documents.story import Aside, Block, Cell, Table, tables
from hyeopchi.contribute.form_questions import HEAD, NEEDED, Listing, Question, steps
from hyeopchi.contribute.form_wording import Own, by_wording, is_list_of_choices, said_before
from hyeopchi.schema.fields import Field, Schema
from hyeopchi.schema.missing import NOT_SAID
from hyeopchi.schema.vocabulary import Vocabularies

_FIRST = 0
"""The column of the questions, and of the numbers of rows."""


def _choices(columns: Iterable[Field], vocabularies: Vocabularies) -> Mapping[str, frozenset[str]]:
    """The words, folded, that each question takes; those of questions put alike are taken together."""
    known: dict[str, frozenset[str]] = {}
    for column in columns:
        if column.vocabulary:
            words = frozenset(folded(term.label) for term in vocabularies[column.vocabulary])
            known[column.question] = known.get(column.question, frozenset()) | words
    return known


@dataclass(slots=True)
class Row:
    """A row, with the rows below it whose first cell is merged with its own."""

    cells: list[Cell] = field(default_factory=list)

    @property
    def first(self) -> str:
        """What stands in the first column."""
        return next((cell.text for cell in self.cells if cell.column == _FIRST), "").strip()

    @property
    def others(self) -> tuple[Cell, ...]:
        """The cells that are not in the first column."""
        return tuple(cell for cell in self.cells if cell.column != _FIRST)

    @property
    def beside(self) -> tuple[Table | Aside, ...]:
        """What stands beside the words of its cells."""
        return tuple(block for cell in self.cells for block in cell.beside)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Everything in the row."""
        return tuple(block for cell in self.cells for block in cell.blocks)


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of a table below one head: a list's, or questions."""

    listing: Listing | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the form asks, and the lines that it has of its own."""

    first: Question
    questions: Mapping[str, Question]
    listings: Mapping[str, Listing]
    own: Own
    choices: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, schema: Schema, vocabularies: Vocabularies, own: Own) -> Sheet:
        """The form that is asked of these fields."""
        form = steps(schema, vocabularies)
        questions = [one for step in form for one in step.questions]
        listings = [one for step in form for one in step.listings]
        columns = [column for one in listings for column in one.columns]
        asked = [one.field for one in questions if one.field]
        fields = [*asked, *(one.field for one in listings), *columns]
        return cls(
            questions[0],
            by_wording((one, one.ask, one.field) for one in questions),
            by_wording((one, one.ask, one.field) for one in listings),
            own.with_lines(said_before(fields)),
            _choices(columns, vocabularies),
        )

    def is_printed(self, line: str) -> bool:
        """Whether a line outside the tables is the form's own."""
        return folded(line) in self.own.outside or is_list_of_choices(line, self.choices)

    def typed(self, text: str) -> str:
        """The lines of a cell that are not the form's."""
        lines = (line for line in text.split("\n") if line.strip())
        return "\n".join(line for line in lines if folded(line) not in self.own.inside)

    def question(self, cell: str) -> Question | None:
        """The question that a cell asks in its first line."""
        first = cell.split("\n")[0].strip()
        return self.questions.get(folded(first.removesuffix(NEEDED)))

    def listing(self, cell: str) -> Listing | None:
        """The list whose head begins with a cell."""
        return self.listings.get(folded(cell.split("\n")[0]))

    def under(self, question: Question, cell: str) -> str:
        """What was typed into the cell of a question."""
        return self.typed("\n".join(cell.split("\n")[1:]))

    def is_current(self, question: Question, cell: str) -> bool:
        """Whether the question is put as it is today: what else is in its cell was typed there."""
        before = question.field.asked_before if question.field else ()
        known = {folded(words) for words in (question.help, *before)}
        return any(folded(line) in known for line in cell.split("\n"))

    def parts(self, table: Table) -> Iterator[Part]:
        """The parts of a table: people put tables together by deleting what is between them."""
        listing: Listing | None = None
        rows: list[Row] = []
        for row in self._rows(table):
            head = self.listing(row.first)
            is_asking = self.question(row.first) is not None or row.first == HEAD[0]
            if rows and (head or (listing and is_asking)):
                yield Part(listing, tuple(rows))
                rows = []
            listing = head or (None if is_asking else listing)
            rows.append(row)
        yield Part(listing, tuple(rows))

    def _rows(self, table: Table) -> Iterator[Row]:
        row = Row()
        for cells in table.rows:
            if row.cells and any(cell.column == _FIRST for cell in cells):
                yield row
                row = Row()
            row.cells += cells
        yield row

    def begins_form(self, table: Table) -> bool:
        """Whether a table asks what the form asks first."""
        return any(self.question(row.first) == self.first for row in self._rows(table))

    def holds_form(self, blocks: Sequence[Block]) -> bool:
        """Whether a table of the form is among them, at any depth."""
        return any(
            self.question(cell.text.strip()) or self.listing(cell.text.strip())
            for table in tables(blocks)
            for row in table.rows
            for cell in row[:1]
            if cell.column == _FIRST
        )

    def sources(self, blocks: Sequence[Block]) -> tuple[int, ...]:
        """The numbers of the rows of sources that say something."""
        rows = next(
            (Rows(one, self) for one in self.listings.values() if one.field.type == "source"), None
        )
        return tuple(
            number
            for table in tables(blocks)
            for part in self.parts(table)
            if rows and part.listing is rows.listing
            for number, row in rows.numbered(part)
            if rows.said(row)[1] and not rows.said(row)[0]
        )


@dataclass(slots=True)
class Rows:
    """The rows of one list, which may stand in several tables."""

    listing: Listing
    sheet: Sheet
    _columns: dict[int, tuple[str, Field | None]] = field(default_factory=dict)
    _used: set[int] = field(default_factory=set)

    def heads(self, part: Part) -> tuple[str, ...]:
        """Take up the head of the columns; what was typed into it."""
        known = by_wording((one, one.question, one) for one in self.listing.columns)
        self._columns = {}
        for cell in part.rows[0].cells:
            head = cell.text.strip().split("\n")[0].strip()
            self._columns[cell.column] = (head, known.get(folded(head)))
        return tuple(filter(None, (self.sheet.typed(cell.text) for cell in part.rows[0].cells)))

    def numbered(self, part: Part) -> Iterator[tuple[int, Row]]:
        """The rows below the head, each with its number: the printed one if no other row has it."""
        self.heads(part)
        for row in part.rows[1:]:
            printed = row.first.split("\n")[0].strip()
            number = int(printed) if printed.isdecimal() and len(printed) < 3 else 0
            if not number or number in self._used:
                number = max(self._used, default=0) + 1
            self._used.add(number)
            yield number, row

    def typed_label(self, row: Row) -> str:
        """What was typed beside the number of a row."""
        return self.sheet.typed(re.sub(r"^\d{1,2}(?=\n|$)", "", row.first))

    def said(self, row: Row) -> tuple[str, tuple[tuple[str, Field | None, str], ...]]:
        """The kind of gap that the row's only answer is, and the answers: head, field, words."""
        words: dict[int, list[str]] = {}
        for cell in row.others:
            if cell.text.strip():
                words.setdefault(cell.column, []).append(cell.text)
        found = tuple(
            (*self._columns.get(column, ("", None)), "\n".join(texts))
            for column, texts in words.items()
        )
        gap = NOT_SAID.get(found[0][2].strip().lower()) if len(found) == 1 else None
        return gap or "", found

    def beside(self, row: Row) -> Iterator[tuple[str, Table | Aside]]:
        """What stands beside the words of a row, with the head of its column."""
        for cell in row.cells:
            head = self._columns.get(cell.column, ("", None))[0] if cell.column else ""
            yield from ((head, block) for block in cell.beside)
