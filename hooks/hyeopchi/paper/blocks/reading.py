"""Reading: the words of a sheet, however its blocks are set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hyeopchi.paper.blocks.block import (
    Beside,
    Block,
    Board,
    Card,
    Cards,
    Code,
    Drawing,
    Heading,
    Items,
    Listed,
    Paragraph,
    Quote,
    Runs,
    Table,
    Together,
    WritingLines,
)
from hyeopchi.paper.blocks.sheet import Sheet


def lines(sheet: Sheet) -> Iterator[str]:
    """Every piece of text that the sheet prints once: titles, paragraphs, list items, cells, cards, notes."""
    told = (text for block in every(sheet.blocks) for text in _one(block))
    yield from filter(None, (sheet.title, sheet.subtitle, *told, sheet.rights))


def every(blocks: Iterable[Block]) -> Iterator[Block]:
    """``blocks`` in the order in which they are printed, those inside others in place of these."""
    for block in blocks:
        match block:
            case Together(inner) | Quote(inner):
                yield from every(inner)
            case Listed(entries):
                yield from (found for entry in entries for found in every(entry))
            case Beside(left, right):
                yield from every((*left, *right))
            case _:
                yield block


def has_notes(block: Block) -> bool:
    """Whether a mark in ``block`` itself leads to a note."""
    return any(run.note for line in _lines_of(block) for run in line)


def _lines_of(block: Block) -> Iterator[Runs]:
    """The lines of ``block`` as runs."""
    match block:
        case Paragraph(runs):
            yield runs
        case Items(entries):
            yield from entries
        case Table(rows=rows) | Board(rows=rows):
            yield from (cell for row in rows for cell in row)


def _one(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{block.number} {block.text}".strip()
        case Paragraph(runs):
            yield from _runs(runs)
        case Items(entries):
            yield from (text for entry in entries for text in _runs(entry))
        case Table():
            yield from (
                block.caption,
                *block.head,
                *(text for row in block.rows for cell in row for text in _runs(cell)),
            )
        case Board(rows) | Drawing(board=Board(rows)):
            yield from (text for row in rows for field in row for text in _runs(field))
        case Cards(cards):
            yield from (text for card in cards for text in _card(card))
        case WritingLines():
            yield block.label
        case Code() if block.address:
            yield from (block.words, block.address, block.rights)


def _runs(runs: Runs) -> Iterator[str]:
    yield "".join(run.text for run in runs)
    yield from (run.note for run in runs)


def _card(card: Card) -> Iterator[str]:
    yield from (card.kind, card.title, *_runs(card.runs), card.foot)
