"""Sheets: a document of blocks with what its cover, head and foot say."""

from __future__ import annotations

from dataclasses import dataclass

from hyeopchi.paper.blocks.block import Block


class Unprintable(Exception):
    """A sheet that cannot be written; ``str()`` says in Korean why and what to do."""


@dataclass(frozen=True, slots=True)
class Copies:
    """How often a meeting needs a sheet: ``count`` copies, as it is given out (vocabulary ``per``)."""

    count: int
    per: str = "session"

    def __str__(self) -> str:
        """In words: one a session is the facilitator's."""
        return f"{'진행자' if self.per == 'session' else '복사'} {self.count:,}부"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document to print and to edit.

    ``stem`` is its file's name without the ending. ``name`` is what the paper is called, in every
    list and on every page, and ``of`` the title of the record that it was made of. ``rights`` is
    its attribution and licence in a sentence. ``copies`` is None where it is not for one meeting,
    or stands on a screen. ``is_landscape`` turns the paper. ``is_book`` gives it a
    cover and contents with page numbers, and each heading of level 1 a new page; ``binds`` are the
    stems of the sheets that it holds, one for each such heading. ``is_close``: it is set close,
    for one person reads it, and ``close`` are those of ``binds`` that are. ``is_slides`` are
    to be read from the back of a room: large words, a page for each heading of level 2. The writer
    prints the title: the blocks' headings begin at level 2, in a book at level 1.
    """

    stem: str
    title: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    name: str = ""
    of: str = ""
    rights: str = ""
    copies: Copies | None = None
    is_landscape: bool = False
    is_book: bool = False
    is_slides: bool = False
    binds: tuple[str, ...] = ()
    is_close: bool = False
    close: frozenset[str] = frozenset()

    @property
    def head(self) -> str:
        """What runs along the top of every page: the paper's name, and what it was made of."""
        return " · ".join(filter(None, (self.name, self.of)))

    @property
    def copies_words(self) -> str:
        """How often it is needed, "" where that depends."""
        return "화면에 띄웁니다" if self.is_slides else str(self.copies or "")
