"""Layout: a sheet brought down to the lines, pictures and grids that word processors know.

The writers of HWPX and DOCX both write what stands here, so a sheet says the same in both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import singledispatch

from hyeopchi.library.settings import Settings
from hyeopchi.paper.blocks.block import (
    Beside,
    Block,
    Board,
    Cards,
    Code,
    Drawing,
    Fit,
    Heading,
    Items,
    Listed,
    PageBreak,
    Paragraph,
    Quote,
    Run,
    Runs,
    Table,
    Together,
    Tone,
    WritingLines,
    runs,
)
from hyeopchi.paper.blocks.fitting import fitted
from hyeopchi.paper.blocks.grid import room_for_cards
from hyeopchi.paper.blocks.qr import code_picture
from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.writers.card_pages import pages_of_cards
from hyeopchi.paper.writers.line_styles import HEADINGS, SHAPES, Look
from hyeopchi.paper.writers.part import Cell, Grid, Line, Mark, Part, Picture, Rule

SHORT_SIDE, LONG_SIDE, MARGIN, EDGE = 210, 297, 20, 12
"""A4, its margins and where head and foot stand, in millimetres."""
_LINE_HEIGHT = 9
_CODE_SIDE = 22
_GAP = 6
_STEP = 6
"""Millimetres by which what stands in an item or in a quote is set in."""
_TONES = {
    Tone.PLAIN: Look.PLAIN,
    Tone.LEAD: Look.LEAD,
    Tone.QUOTE: Look.QUOTE,
    Tone.SMALL: Look.SMALL,
    Tone.INSTRUCTION: Look.INSTRUCTION,
    Tone.EASY: Look.EASY,
    Tone.SCRIPT: Look.SCRIPT,
}


def width_of(sheet: Sheet) -> int:
    """Millimetres between the margins."""
    return (LONG_SIDE if sheet.is_landscape else SHORT_SIDE) - 2 * MARGIN


def height_of(sheet: Sheet) -> int:
    """Millimetres between the margins, from top to bottom."""
    return (SHORT_SIDE if sheet.is_landscape else LONG_SIDE) - 2 * MARGIN


def laid_out(sheet: Sheet, settings: Settings) -> Iterator[Part]:
    """Everything that ``sheet`` prints between its head and its foot, in order."""
    return _paged(_parts_of(sheet, settings))


def _parts_of(sheet: Sheet, settings: Settings) -> Iterator[Part | PageBreak]:
    yield Line(runs(sheet.title), Look.TITLE)
    if sheet.subtitle:
        yield Line(runs(sheet.subtitle), Look.SUBTITLE)
    if sheet.copies:
        yield Line(runs(Run(sheet.copies_words, is_strong=True)), Look.SMALL)
    if sheet.is_book:
        yield from _contents(sheet)
    for block in sheet.blocks:
        if _starts_page(block, sheet):
            yield PageBreak()
        yield from _down(block, width_of(sheet), height_of(sheet))
    yield Line(runs(sheet.rights or settings.name), Look.SMALL)


def _starts_page(block: Block, sheet: Sheet) -> bool:
    """Whether ``block`` begins a chapter of a book, or a slide."""
    level = 1 if sheet.is_book else 2 if sheet.is_slides else 0
    return isinstance(block, Heading) and block.level == level


def _contents(sheet: Sheet) -> Iterator[Part]:
    yield Line(runs("차례"), Look.HEADING_2)
    yield from (
        Line(runs(_numbered(block)), Look.ITEM)
        for block in sheet.blocks
        if isinstance(block, Heading) and block.level == 1
    )


def _paged(parts: Iterable[Part | PageBreak]) -> Iterator[Part]:
    """``parts`` with each page break as a property of the line that comes next, and a gap after each grid."""
    breaks, after_grid = False, False
    for part in parts:
        if isinstance(part, PageBreak):
            breaks = True
            continue
        if isinstance(part, Line) and breaks:
            yield replace(part, starts_page=True)
        else:
            if breaks or after_grid:
                yield Line((), Look.GAP, starts_page=breaks)
            yield part
        breaks, after_grid = False, isinstance(part, Grid)


@singledispatch
def _down(block: Block, width: float, height: float) -> Iterator[Part | PageBreak]:
    """``block`` as parts, in a column ``width`` millimetres wide on a page ``height`` high."""
    raise TypeError(type(block))


@_down.register
def _heading(block: Heading, width: float, height: float) -> Iterator[Part]:
    yield Line(runs(_numbered(block)), HEADINGS[block.level - 1])


def _numbered(heading: Heading) -> str:
    return f"{heading.number} {heading.text}".strip()


@_down.register
def _paragraph(block: Paragraph, width: float, height: float) -> Iterator[Part]:
    yield Line(block.runs, _TONES[block.tone])


@_down.register
def _items(block: Items, width: float, height: float) -> Iterator[Part]:
    mark = Mark.BOX if block.boxes else Mark.NUMBER if block.is_ordered else Mark.BULLET
    yield from (Line(item, Look.ITEM, mark, group=id(block)) for item in block.items)


@_down.register
def _listed(block: Listed, width: float, height: float) -> Iterator[Part | PageBreak]:
    start = block.numbers[0] if block.numbers else 0
    for place, item in enumerate(block.items):
        number = block.numbers[place] if block.numbers else 0
        if place and block.numbers and number != block.numbers[place - 1] + 1:
            start = number
        mark = Line((), Look.ITEM, Mark.NUMBER if block.numbers else Mark.BULLET, id(block), start)
        parts = [part for inner in item for part in _down(inner, width - _STEP, height)]
        first = parts[0] if parts else None
        if isinstance(first, Line) and first.look is Look.PLAIN:
            mark = replace(mark, runs=first.runs)
            del parts[0]
        yield mark
        yield from (_set_in(part, _STEP) for part in parts)


@_down.register
def _quote(block: Quote, width: float, height: float) -> Iterator[Part | PageBreak]:
    for inner in block.blocks:
        for part in _down(inner, width - _STEP, height):
            if isinstance(part, Line) and part.look is Look.PLAIN:
                yield replace(part, look=Look.QUOTE)
            else:
                yield _set_in(part, _STEP)


def _set_in(part: Part | PageBreak, by: float) -> Part | PageBreak:
    return replace(part, indent=part.indent + by) if isinstance(part, Line | Grid) else part


@_down.register
def _table(block: Table, width: float, height: float) -> Iterator[Part]:
    if block.caption:
        yield Line(runs(block.caption), Look.CAPTION)
    block = _fitted(block, width)
    head = [tuple(_cell(runs(text), is_head=True) for text in block.head)] if block.head else []
    rows = [
        tuple(
            _cell(said, is_head=block.has_row_heads and place == 0)
            for place, said in enumerate(row)
        )
        for row in block.rows
    ]
    columns = len((head + rows)[0]) if head or rows else 0
    if columns:
        parts = block.widths or (1,) * columns
        yield Grid(
            (*head, *rows),
            tuple(width * part / sum(parts) for part in parts),
            block.row_height,
            has_head=bool(head),
        )


def _fitted(block: Table, width: float) -> Table:
    """``block`` with wider columns where words need them, in small print where that is not enough."""
    fit = fitted(block, width, width, SHAPES[Look.CELL].size)
    return fit if fit.fit is Fit.PLAIN else replace(fit, rows=tuple(map(_small, fit.rows)))


def _small(row: tuple[Runs, ...]) -> tuple[Runs, ...]:
    return tuple(tuple(replace(run, is_small=True) for run in cell) for cell in row)


def _cell(said: Runs, is_head: bool = False) -> Cell:
    return Cell((Line(said, Look.CELL_HEAD if is_head else Look.CELL),), is_head)


@_down.register
def _writing_lines(block: WritingLines, width: float, height: float) -> Iterator[Part]:
    if block.label:
        yield Line(runs(block.label), Look.CAPTION)
    yield Grid(tuple((_cell(()),) for _ in range(block.count)), (width,), _LINE_HEIGHT, Rule.BELOW)


@_down.register
def _board(block: Board, width: float, height: float) -> Iterator[Part]:
    columns = len(block.rows[0])
    rows = tuple(tuple(_cell(said) for said in row) for row in block.rows)
    yield Grid(rows, (width / columns,) * columns, block.height)


@_down.register
def _drawing(block: Drawing, width: float, height: float) -> Iterator[Part]:
    for row in block.board.rows:
        yield from _board(replace(block.board, rows=(row,)), width, height)


@_down.register
def _cards(block: Cards, width: float, height: float) -> Iterator[Part | PageBreak]:
    room = room_for_cards(is_landscape=width > height)
    for number, rows in enumerate(pages_of_cards(block)):
        if number:
            yield PageBreak()
        yield Grid(rows, (width / block.across,) * block.across, room / block.down, Rule.CUT)


@_down.register
def _code(block: Code, width: float, height: float) -> Iterator[Part]:
    if block.address:
        picture = Picture(code_picture(block.address), _CODE_SIDE, block.words or block.address)
        said = runs(
            f"{block.words} " if block.words else "", Run(block.address, href=block.address)
        )
        beside = (said, runs(block.rights)) if block.rights else (said,)
        yield Grid(
            ((Cell((picture,)), Cell(tuple(Line(words, Look.SMALL) for words in beside))),),
            (_CODE_SIDE + _GAP, width - _CODE_SIDE - _GAP),
            _CODE_SIDE,
            Rule.NONE,
            is_whole=True,
        )


@_down.register
def _page_break(block: PageBreak, width: float, height: float) -> Iterator[Part | PageBreak]:
    yield block


@_down.register
def _together(block: Together, width: float, height: float) -> Iterator[Part | PageBreak]:
    parts = [part for inner in block.blocks for part in _down(inner, width, height)]
    for part in parts[:-1]:
        yield replace(part, keeps_next=True) if isinstance(part, Line) else _whole(part)
    yield from map(_whole, parts[-1:])


def _whole(part: Part | PageBreak) -> Part | PageBreak:
    return replace(part, is_whole=True) if isinstance(part, Grid) else part


@_down.register
def _beside(block: Beside, width: float, height: float) -> Iterator[Part]:
    half = width / 2
    sides = (
        tuple(_paged(part for inner in side for part in _down(inner, half - _GAP, height)))
        for side in (block.left, block.right)
    )
    yield Grid((tuple(Cell(side) for side in sides),), (half, half), rule=Rule.NONE)
