"""Growing: more room for cards and boards whose words did not fit when they were laid out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import accumulate

from hyeopchi.paper.blocks.block import Beside, Block, Board, Cards, Together
from hyeopchi.paper.blocks.grid import larger
from hyeopchi.paper.blocks.reading import every
from hyeopchi.paper.blocks.sheet import Sheet

_STEP = 1.4
"""How much higher a board's rows become at once."""
_BEGINS = 20
"""Letters by which a field is told from others."""


def grown(sheet: Sheet, boxes: Iterable[int], most: int) -> Sheet | None:
    """``sheet`` with more room in the blocks that hold ``boxes``; None where one of them fills a page.

    Boxes are the cards and fields of all blocks, counted from 0 in the order in which they are
    printed; ``most`` is the height in millimetres that a row may have.
    """
    holders = [block for block in every(sheet.blocks) if isinstance(block, Cards | Board)]
    ends = list(accumulate(map(_count, holders)))
    small = {next(at for at, end in enumerate(ends) if box < end) for box in boxes}
    made = {id(holders[at]): _larger(holders[at], most, sheet.is_landscape) for at in small}
    if None in made.values():
        return None
    return replace(sheet, blocks=tuple(_rebuilt(sheet.blocks, made)))


def words_in(sheet: Sheet, box: int) -> str:
    """What tells the card or the field of number ``box`` from others: a title and a record, or how it begins."""
    for block in every(sheet.blocks):
        if isinstance(block, Cards | Board):
            if box < _count(block):
                return _told(block, box)
            box -= _count(block)
    raise IndexError(box)


def _told(block: Cards | Board, box: int) -> str:
    if isinstance(block, Cards):
        card = block.cards[box]
        return " ".join(filter(None, (card.title, card.foot)))
    field = [field for row in block.rows for field in row][box]
    return "".join(run.text for run in field)[:_BEGINS]


def _count(block: Cards | Board) -> int:
    return len(block.cards) if isinstance(block, Cards) else sum(map(len, block.rows))


def _larger(block: Cards | Board, most: int, is_landscape: bool) -> Block | None:
    if isinstance(block, Cards):
        return larger(block, is_landscape=is_landscape)
    height = min(round(block.height * _STEP), most)
    return replace(block, height=height) if height > block.height else None


def _rebuilt(blocks: Iterable[Block], made: dict[int, Block | None]) -> Iterator[Block]:
    """``blocks`` with those in ``made`` in the place of the ones of that identity, inner ones too."""
    for block in blocks:
        match block:
            case Together(inner):
                yield Together(tuple(_rebuilt(inner, made)))
            case Beside(left, right):
                yield Beside(tuple(_rebuilt(left, made)), tuple(_rebuilt(right, made)))
            case _:
                yield made.get(id(block)) or block
