"""Spread: cards laid over pages, as rows of cells with what each card says."""

from __future__ import annotations

from collections.abc import Iterator

from hyeopchi.paper.blocks.block import Card, Cards, runs
from hyeopchi.paper.writers.line_styles import Look
from hyeopchi.paper.writers.part import Cell, Line

Rows = tuple[tuple[Cell, ...], ...]


def pages_of_cards(block: Cards) -> Iterator[Rows]:
    """The cards of each page in rows, the last row filled up with empty cells."""
    most = block.across * block.down
    for first in range(0, len(block.cards), most):
        cells = [Cell(tuple(_lines(card))) for card in block.cards[first : first + most]]
        cells += [Cell((Line((), Look.CELL),))] * (-len(cells) % block.across)
        yield tuple(
            tuple(cells[start : start + block.across])
            for start in range(0, len(cells), block.across)
        )


def _lines(card: Card) -> Iterator[Line]:
    """What a card says: its kind, its title, its words and where it comes from."""
    kind = " ".join(filter(None, (card.mark, card.kind)))
    if kind:
        yield Line(runs(kind), Look.SMALL)
    yield Line(runs(card.title), Look.CARD)
    if card.runs:
        yield Line(card.runs, Look.CELL)
    if card.foot:
        yield Line(runs(card.foot), Look.SMALL)
