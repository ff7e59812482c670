"""Sheets: a document of blocks with what its cover, head and foot say."""

from __future__ import annotations

from dataclasses import dataclass

from hyeopchi.paper.blocks.block import Block


class Unprintable(Exception):
    """A sheet that cannot be written; ``str()`` says in Korean why and what to do."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document to print and to edit.

    ``stem`` is its file's name without the ending. ``head`` runs along the top of every page.
    ``rights`` is its attribution and licence in a sentence. ``copies`` says how often it is needed
    ("복사 24장"), "" where that depends. ``is_landscape`` turns the paper. ``is_book`` gives it a
    cover and contents with page numbers, and each heading of level 1 a new page. ``is_slides`` are
    to be read from the back of a room: large words, a page for each heading of level 2. The writer
    prints the title: the blocks' headings begin at level 2, in a book at level 1.
    """

    stem: str
    title: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    head: str = ""
    rights: str = ""
    copies: str = ""
    is_landscape: bool = False
    is_book: bool = False
    is_slides: bool = False
