"""Endnotes: what the marks of a book lead to, numbered anew in every chapter, gathered behind the last that has some."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from hyeopchi.paper.blocks.block import Block, Heading
from hyeopchi.paper.blocks.reading import every, has_notes
from hyeopchi.paper.blocks.sheet import Sheet

ANCHOR = "endnotes"
"""The anchor of the heading under which they stand."""


class Endnote(NamedTuple):
    """A note: its number in the chapter, its words, and its anchor in the book."""

    number: int
    words: str
    anchor: str


@dataclass
class Endnotes:
    """Numbers the notes of one book as its lines are set."""

    anchor: str = ANCHOR
    _chapters: list[tuple[str, list[Endnote]]] = field(default_factory=list)

    def begin(self, chapter: str) -> None:
        """Say that ``chapter`` begins."""
        self._chapters.append((chapter, []))

    def marked(self, words: str) -> Endnote:
        """The note to which the next mark leads."""
        notes = self._chapters[-1][1]
        number = len(notes) + 1
        notes.append(Endnote(number, words, f"note-{len(self._chapters)}-{number}"))
        return notes[-1]

    def gathered(self) -> Iterator[tuple[str, Sequence[Endnote]]]:
        """The notes so far by the chapters that have some."""
        return ((chapter, notes) for chapter, notes in self._chapters if notes)


def with_room_for_notes(sheet: Sheet) -> Sheet:
    """A book with a heading for its notes before the first chapter behind all that have some; others as they are."""
    blocks = sheet.blocks
    noted = [at for at, block in enumerate(blocks) if any(map(has_notes, every([block])))]
    if not sheet.is_book or not noted:
        return sheet
    later = range(noted[-1] + 1, len(blocks))
    place = next((at for at in later if _is_chapter(blocks[at])), len(blocks))
    heading = Heading("근거", 1, anchor=ANCHOR)
    return replace(sheet, blocks=(*blocks[:place], heading, *blocks[place:]))


def _is_chapter(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 1
