"""The sheet of a session: which rows of a document answer it, and what somebody typed beside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from hyeopchi.contribute.choices import folded
from hyeopchi.contribute.documents.document import Document
from hyeopchi.contribute.documents.story import Aside, Block, Cell, Table, lines
from hyeopchi.contribute.left import OUTSIDE, UNDER, Left, shortened
from hyeopchi.contribute.session_form import (
    HEADS,
    MINUTES,
    TITLE,
    Answers,
    Told,
    answers_in,
    asked,
    course_in,
    is_asked,
    told_of,
)
from hyeopchi.records.archive import Archive

Empty = Callable[[str], Document]
"""The empty sheet of a course, by its id; a document without words where there is no such course."""


def read_sheet(document: Document, archive: Archive, empty: Empty) -> Told | None:
    """The session that a document tells of, and what of it answers nothing; None where it is no such sheet."""
    text = document.text
    course = course_in(answers_in(text))
    if TITLE not in text or not course:
        return None
    reader = _Reader(
        _plain(line) for line in lines(empty(course).blocks) for line in line.split("\t")
    )
    reader.blocks(document.blocks, OUTSIDE)
    return told_of(reader.answers, archive)._replace(left=tuple(reader.left))


def _plain(line: str) -> str:
    """A line as another edition of the sheet has it: dates and counts differ."""
    return re.sub(r"\d+", "0", folded(line))


class _Reader:
    """Goes through one sheet. ``printed`` are its own lines, plain."""

    def __init__(self, printed: Iterable[str]) -> None:
        self._printed = frozenset(printed)
        self.answers: Answers = {}
        self.left: list[Left] = []

    def blocks(self, blocks: Sequence[Block], place: str) -> None:
        """Take up what answers, and leave what else was typed, under the line that it follows."""
        label = ""
        for block in blocks:
            if isinstance(block, Table):
                place, label = self._table(block, place), ""
            elif isinstance(block, Aside):
                self._beside(place, block)
            elif block.strip() and _plain(block) in self._printed:
                place, label = f"‘{shortened(block)}’{UNDER}", ""
            elif (row := asked(block)) and row.label not in (*HEADS, MINUTES):
                label = row.label
                self._answer(label, row.value)
            elif label:
                self._answer(label, block)
            else:
                self._leave(place, block)

    def _answer(self, label: str, words: str) -> None:
        self.answers.setdefault(label, []).append(words)

    def _leave(self, place: str, words: str) -> None:
        """Keep words that answer nothing; those of one place are one remark."""
        typed = [
            line for line in words.split("\n") if line.strip() and _plain(line) not in self._printed
        ]
        if typed and self.left and self.left[-1].where == place:
            typed = [self.left.pop().text, *typed]
        if typed:
            self.left.append(Left(place, "\n".join(typed)))

    def _beside(self, place: str, block: Table | Aside) -> None:
        """What stands beside the text: it may hold the sheet itself."""
        if isinstance(block, Aside):
            self.blocks(block.blocks, block.kind if place == OUTSIDE else f"{place}, {block.kind}")
        else:
            self._table(block, place)

    def _table(self, table: Table, place: str) -> str:
        """Take up the rows; the place below the table."""
        heads = [_first(row).partition("\n")[0].strip() for row in table.rows]
        if not any(map(is_asked, heads)):
            for row in table.rows:
                self._leave(f"{place}, 표", " | ".join(cell.text for cell in row))
                self._beside_row(row, place)
            return place
        label = ""
        for row, head in zip(table.rows, heads, strict=True):
            label = head if is_asked(head) else "" if head else label
            self._row(row, label, place)
            self._beside_row(row, head or label or place)
        return f"‘{heads[0]}’{UNDER}" if heads[0] else place

    def _row(self, row: Sequence[Cell], label: str, place: str) -> None:
        """A row that answers ``label``; what else was typed into it is left."""
        head, *below = _first(row).split("\n")
        others = "\n".join(cell.text for cell in row if cell.column)
        if label and label not in HEADS:
            self._answer(label, others)
            self._leave(f"{label} (물음 칸)", "\n".join(below))
        elif head and others.strip():
            self._leave(f"{head} 표의 머리" if label else head, "\n".join([*below, others]))
        else:
            self._leave(place, "\n".join([head, *below, others]))

    def _beside_row(self, row: Sequence[Cell], place: str) -> None:
        for block in (block for cell in row for block in cell.beside):
            self._beside(place, block)


def _first(row: Sequence[Cell]) -> str:
    return next((cell.text.strip() for cell in row if cell.column == 0), "")
