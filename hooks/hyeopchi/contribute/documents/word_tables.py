"""Tables of Word: cells in their columns, those that are merged in one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hyeopchi.contribute.documents.story import Block, Cell, Table, lines
from hyeopchi.contribute.documents.walking import Node, below, number, said
from hyeopchi.contribute.documents.word_xml import found

Told = Callable[[Node], tuple[Block, ...]]


def table(node: Node, told: Told) -> Table:
    """The table; ``told`` says what is in a cell."""
    above: dict[int, list[Block]] = {}
    rows = [
        list(_cells(row, above, told))
        for row in found(node, "tr")
        if below(row, "trPr", "del") is None
    ]
    return Table(tuple(tuple(Cell(at, tuple(blocks)) for at, blocks in row) for row in rows))


def _cells(
    row: Node, above: dict[int, list[Block]], told: Told
) -> Iterator[tuple[int, list[Block]]]:
    """The column and the blocks of each cell; words in one that goes on from above go there."""
    before = below(row, "trPr", "gridBefore")
    column = number(before, "val", 0) if before is not None else 0
    for cell in found(row, "tc"):
        blocks = [] if below(cell, "tcPr", "cellDel") is not None else list(told(cell))
        upper = above.get(column) if _goes_on(cell) else None
        if upper is None:
            above[column] = blocks
            yield column, blocks
        elif any(map(str.strip, lines(tuple(blocks)))):
            upper += blocks
        span = below(cell, "tcPr", "gridSpan")
        column += max(1, number(span, "val", 1)) if span is not None else 1


def _goes_on(cell: Node) -> bool:
    """Whether a cell belongs to the one above it."""
    merged = below(cell, "tcPr", "vMerge")
    return merged is not None and said(merged, "val") != "restart"
