"""Fitting: tables whose longest words are wider than their columns, set so that nothing is cut.

Columns first take room from one another; then the words become smaller, the page lies on its
side, and at last words break.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from hyeopchi.paper.blocks.block import Beside, Block, Fit, Runs, Table, Together
from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.blocks.widths import width, words

SCALE: Mapping[Fit, float] = MappingProxyType(
    {Fit.PLAIN: 1, Fit.SMALL: 0.84, Fit.SMALLEST: 0.74, Fit.LANDSCAPE: 0.74, Fit.BROKEN: 0.74}
)
"""By the fit, the part of their size that words keep."""
PADDING: Mapping[Fit, float] = MappingProxyType({fit: 2 if fit is Fit.PLAIN else 1 for fit in Fit})
"""Millimetres between a cell's lines and its words."""

_SHORT, _LONG = 174, 261
"""Millimetres between the margins of a page that stands, and of one that lies on its side."""
_LINE = 0.8
"""Millimetres of a column that its lines take, and by which a width may be off."""
_BESIDE = 0.485
"""The part of the width that one of two columns has."""


def fitted_sheet(sheet: Sheet) -> Sheet:
    """``sheet`` whose tables fit the pages of its PDF."""
    room = _LONG if sheet.is_landscape else _SHORT
    return replace(sheet, blocks=tuple(_fitted_blocks(sheet.blocks, room, points_of(sheet))))


def points_of(sheet: Sheet) -> float:
    """The size of the words of a table that fits as it is."""
    return 21 if sheet.is_slides else 9.5


def _fitted_blocks(blocks: Iterable[Block], room: float, points: float) -> Iterator[Block]:
    for block in blocks:
        match block:
            case Table():
                yield fitted(block, room, max(room, _LONG), points)
            case Together(inner):
                yield Together(tuple(_fitted_blocks(inner, room, points)))
            case Beside(left, right):
                yield Beside(*(tuple(_fitted_side(side, room, points)) for side in (left, right)))
            case _:
                yield block


def _fitted_side(blocks: Iterable[Block], room: float, points: float) -> Iterator[Block]:
    """One of two columns, which never lies on its side."""
    half = room * _BESIDE
    return (
        fitted(block, half, half, points) if isinstance(block, Table) else block for block in blocks
    )


def fitted(table: Table, room: float, landscape: float, points: float) -> Table:
    """``table`` in the first fit, and with columns so wide, that all its words stay whole.

    It has ``room`` millimetres, on its side ``landscape``; ``points`` is the size of its words.
    """
    columns = tuple(_columns(table))
    parts = table.widths or (1,) * len(columns)
    for fit in Fit:
        wide = landscape if fit in (Fit.LANDSCAPE, Fit.BROKEN) else room
        needs = [_need(column, points * SCALE[fit], PADDING[fit]) for column in columns]
        if sum(needs) <= wide:
            return replace(table, fit=fit, widths=_shared(needs, parts, wide))
    return replace(table, fit=Fit.BROKEN, widths=_levelled(needs, wide))


def _columns(table: Table) -> Iterator[list[tuple[str, bool]]]:
    """The texts of each column, each with whether some of it is set in bold."""
    count = max((len(row) for row in (table.head, *table.rows)), default=0)
    for at in range(count):
        heads = [(text, True) for text in table.head[at : at + 1]]
        strong = table.has_row_heads and at == 0
        yield heads + [_said(cell, strong) for row in table.rows for cell in row[at : at + 1]]


def _said(cell: Runs, is_strong: bool) -> tuple[str, bool]:
    return "".join(run.text for run in cell), is_strong or any(run.is_strong for run in cell)


def _need(texts: Iterable[tuple[str, bool]], points: float, padding: float) -> float:
    """The millimetres that a column needs for its longest word."""
    longest = max(
        (width(word, points, is_strong=strong) for text, strong in texts for word in words(text)),
        default=0,
    )
    return longest + 2 * padding + _LINE


def _shared(needs: Sequence[float], parts: Sequence[float], room: float) -> tuple[float, ...]:
    """``parts`` where every column has what it needs; else what is left over, by the parts."""
    wanted = [room * part / sum(parts) for part in parts]
    if all(need <= want for need, want in zip(needs, wanted, strict=True)):
        return tuple(parts)
    spare = [max(want - need, 0) for need, want in zip(needs, wanted, strict=True)]
    left, share = room - sum(needs), sum(spare)
    return tuple(
        need + (left * one / share if share else left / len(needs))
        for need, one in zip(needs, spare, strict=True)
    )


def _levelled(needs: Sequence[float], room: float) -> tuple[float, ...]:
    """What every column needs, but none more than the limit that lets all fit into ``room``."""
    limit, left = 0.0, room
    for number, need in enumerate(sorted(needs)):
        limit = left / (len(needs) - number)
        if need > limit:
            break
        left -= need
    return tuple(min(need, limit) for need in needs)
