"""Filled: the answers in a form that came back, and what of it found no field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hyeopchi.contribute.answers import Answers
from hyeopchi.contribute.choices import Misfit
from hyeopchi.contribute.documents.document import Document
from hyeopchi.contribute.documents.story import Aside, Block, Cell, Table
from hyeopchi.contribute.draft import Draft
from hyeopchi.contribute.filled_sheet import Part, Row, Rows, Sheet
from hyeopchi.contribute.form_questions import Listing, Question
from hyeopchi.contribute.form_wording import Own
from hyeopchi.contribute.left import OUTSIDE, UNDER, Left, shortened
from hyeopchi.schema.fields import Schema
from hyeopchi.schema.vocabulary import Vocabularies

_SECOND = "둘째 서식, "
"""Before the places of a form behind another one in the same file."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A form that was read. ``is_form``: questions of ours were in it at all."""

    draft: Draft
    left: tuple[Left, ...]
    is_form: bool


def read_form(document: Document, schema: Schema, vocabularies: Vocabularies, own: Own) -> Filled:
    """The draft that the form in ``document`` makes, unchecked.

    ``own`` are the lines that an empty form has: nobody typed them.
    """
    sheet = Sheet.of(schema, vocabularies, own)
    answers = Answers(vocabularies, sheet.sources(document.blocks))
    reader = _Reader(sheet, answers)
    reader.blocks(document.blocks, OUTSIDE)
    return Filled(answers.draft, tuple(reader.left), reader.is_form)


def _written(row: Sequence[Cell]) -> str:
    return " | ".join(cell.text.replace("\n", " ") for cell in row)


class _Reader:
    """Goes through one form; what finds no field is left with its place."""

    def __init__(self, sheet: Sheet, answers: Answers) -> None:
        self._sheet, self._answers = sheet, answers
        self._rows: dict[str, Rows] = {}
        self._before, self._has_begun = "", False
        self.left, self.is_form = list[Left](), False

    def blocks(self, blocks: Sequence[Block], place: str) -> None:
        """Take up tables of the form; leave what else was typed, under the heading that it follows."""
        typed: list[str] = []
        where = place
        for block in blocks:
            if isinstance(block, str) and not self._sheet.is_printed(block):
                typed.append(block)
            elif block != "":
                self._leave(where, "\n".join(typed))
                typed = []
                if isinstance(block, str):
                    where = f"‘{shortened(block)}’{UNDER}"
                else:
                    self._beside(where, block)
        self._leave(where, "\n".join(typed))

    def _leave(self, where: str, text: str) -> None:
        """Keep words that found no field."""
        lines = [line for line in text.split("\n") if line.strip()]
        if lines:
            self.left.append(Left(f"{self._before}{where}", "\n".join(lines)))

    def _beside(self, place: str, block: Table | Aside) -> None:
        """A table or what stands beside the text: of the form, or words that belong to ``place``."""
        if isinstance(block, Table) and self._sheet.holds_form((block,)):
            self._table(block, place)
        elif isinstance(block, Aside):
            where = block.kind if place == OUTSIDE else f"{place}, {block.kind}"
            self.blocks(block.blocks, where)
        elif place == OUTSIDE or place.endswith(UNDER):
            for row in block.rows:
                self._unknown(row, place, [cell.text for cell in row])
        else:
            self._leave(f"{place}, 표", "\n".join(map(_written, block.rows)))
            for cell in (cell for row in block.rows for cell in row):
                for inner in cell.beside:
                    self._beside(place, inner)

    def _table(self, table: Table, place: str) -> None:
        """The questions and lists of a table. What a second form tells is of another case: it is left."""
        if self._sheet.begins_form(table):
            self._before = _SECOND if self._has_begun and self._answers.are_given else ""
            self._has_begun = True
        for part in self._sheet.parts(table):
            if part.listing:
                self._list(part.listing, part)
            else:
                place = self._questions(part, place)

    def _questions(self, part: Part, place: str) -> str:
        """Answers to questions; the last question, below which further rows stand."""
        for row in part.rows:
            question = self._sheet.question(row.first)
            if question:
                self._asked(question, row)
                place = f"{question.ask}{UNDER}"
            elif self._sheet.holds_form(row.blocks):
                for cell in row.cells:
                    self.blocks(cell.blocks, place)
            else:
                typed = [self._sheet.typed(cell.text) for cell in row.cells]
                self._unknown(row.cells, place, typed)
        return place

    def _unknown(self, cells: Sequence[Cell], place: str, said: Sequence[str]) -> None:
        """A row that the form does not have: its first cell says what the others are about."""
        first, *others = said or [""]
        rest = "\n".join(filter(None, others))
        if first and rest and "\n" not in first:
            self._leave(first, rest)
        else:
            self._leave(place, "\n".join(filter(None, said)))
        for cell in cells:
            for block in cell.beside:
                self._beside(first.split("\n")[0] or place, block)

    def _asked(self, question: Question, row: Row) -> None:
        self.is_form = True
        answer = "\n".join(cell.text for cell in row.others if cell.text.strip()).strip("\n")
        under = self._sheet.under(question, row.first)
        is_said = bool(answer.strip()) and self._answer(question, answer)
        if under and not is_said and self._sheet.is_current(question, row.first):
            self._answer(question, under)
        else:
            self._leave(f"{question.ask} (물음 칸)", under)
        for block in row.beside:
            self._beside(question.ask, block)

    def _answer(self, question: Question, answer: str) -> bool:
        """Take an answer or leave it; whether it said anything."""
        if self._before:
            self._leave(question.ask, self._sheet.typed(answer))
            return True
        try:
            return self._answers.take(question, answer)
        except Misfit:
            self._leave(question.ask, answer)
            return True

    def _list(self, listing: Listing, part: Part) -> None:
        self.is_form = True
        rows = self._rows.setdefault(self._before + listing.ask, Rows(listing, self._sheet))
        head = f"{listing.ask} 표의 머리"
        self._leave(head, "\n".join(rows.heads(part)))
        for block in part.rows[0].beside:
            self._beside(head, block)
        for number, row in rows.numbered(part):
            place = f"{listing.ask} {number}"
            self._leave(place, rows.typed_label(row))
            gap, said = rows.said(row)
            if self._before:
                for column, _, words in said:
                    self._leave(f"{place}: {column}", words)
            elif gap:
                self._answers.gap(Question((listing.field.name,), listing.ask), gap)
            elif said:
                for column, words in self._answers.row(listing, number, said):
                    self._leave(f"{place}: {column}", words)
            for column, block in rows.beside(row):
                self._beside(f"{place}: {column}" if column else place, block)
