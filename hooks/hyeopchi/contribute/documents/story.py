"""Stories: the words of a document in the order of reading, and what stands beside them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Aside:
    """What stands beside the text at its place: a note, a text box, a comment, a header."""

    kind: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell and its place in its row: columns that a wider cell covers are counted too."""

    column: int
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """The cell's own lines, without what stands beside them."""
        return "\n".join(block for block in self.blocks if isinstance(block, str)).strip("\n")

    @property
    def beside(self) -> tuple[Table | Aside, ...]:
        """Tables in the cell, and what else is not of its lines."""
        return tuple(block for block in self.blocks if not isinstance(block, str))


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells. A cell that is merged with those below it stands in its first row only."""

    rows: tuple[tuple[Cell, ...], ...]


Block = str | Table | Aside
"""A line, a table, or what stands beside the lines."""


class Story:
    """Gathers the blocks of a text while it is read. Letters are composed (NFC)."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._line: list[str] = []
        self._beside: list[Aside] = []
        self._links: list[str] = []
        self._number = ""
        self._apart_at = -1
        self._is_broken = False

    def say(self, text: str | None) -> None:
        """Go on with the line; a line feed in ``text`` begins another."""
        if text:
            self._line.append(text)

    @property
    def has_words(self) -> bool:
        """Whether anything was said since the last paragraph ended."""
        return any(map(str.strip, self._line))

    def numbered(self, number: str) -> None:
        """Note the number that shows before the words of the paragraph, if it comes to have any."""
        self._number = number

    def apart(self, kind: str, blocks: tuple[Block, ...]) -> None:
        """Note words of the line that their author does not mean; those right behind each other are one."""
        before = self._beside[-1:] if self._apart_at == len(self._line) else []
        if before and before[0].kind == kind:
            self._beside.pop()
            blocks = _joined(before[0].blocks, blocks)
        self.beside(kind, blocks)
        self._apart_at = len(self._line)

    def beside(self, kind: str, blocks: tuple[Block, ...]) -> None:
        """Note what stands beside the line, if it says anything."""
        if any(map(str.strip, lines(blocks))):
            self._beside.append(Aside(kind, composed(blocks)))

    def leads_to(self, address: str) -> None:
        """Note where a link leads, unless the words of the line say so."""
        self._links.append(address)

    def place(self, table: Table) -> None:
        """Put a table after what is said so far."""
        if self._line:
            self.end_line()
        self._blocks.append(table)
        self._is_broken = True

    def end_line(self) -> None:
        """End the paragraph. Nothing is left of one that holds only tables."""
        words = unicodedata.normalize("NFC", "".join(self._line))
        if words.strip():
            words = self._number + words
        if words or not self._is_broken:
            self._blocks += words.split("\n")
        for address in self._links:
            if address.removeprefix("mailto:").rstrip("/") not in words:
                self.beside("링크", (address,))
        self._blocks += self._beside
        self._line, self._beside, self._links = [], [], []
        self._number, self._apart_at, self._is_broken = "", -1, False

    def finished(self) -> tuple[Block, ...]:
        """Everything that was told."""
        if self._line or self._beside or self._links:
            self.end_line()
        return tuple(self._blocks)


def _joined(before: tuple[Block, ...], after: tuple[Block, ...]) -> tuple[Block, ...]:
    """Both, the last line of the one going on in the first of the other."""
    if before and after and isinstance(before[-1], str) and isinstance(after[0], str):
        return (*before[:-1], before[-1] + after[0], *after[1:])
    return (*before, *after)


def composed(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """``blocks`` with the letters of their own lines composed."""
    return tuple(
        unicodedata.normalize("NFC", block) if isinstance(block, str) else block for block in blocks
    )


def lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    """All words, a line each; the cells of a table's row are parted by tabs."""
    for block in blocks:
        if isinstance(block, str):
            yield block
        elif isinstance(block, Aside):
            yield from lines(block.blocks)
        else:
            for row in block.rows:
                yield "\t".join(flat(cell.blocks) for cell in row)


def flat(blocks: tuple[Block, ...]) -> str:
    """All words as one text, without empty lines at its ends."""
    return "\n".join(lines(blocks)).strip("\n")


def tables(blocks: Iterable[Block]) -> Iterator[Table]:
    """Every table, those in cells and in frames too."""
    for block in blocks:
        if isinstance(block, Aside):
            yield from tables(block.blocks)
        elif isinstance(block, Table):
            yield block
            for row in block.rows:
                for cell in row:
                    yield from tables(cell.blocks)
