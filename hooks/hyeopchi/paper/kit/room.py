"""The room: where the tables, the screen and the ways stand, as a drawing in black, white and grey."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, pi, sin

from markupsafe import escape

from hyeopchi.paper.blocks.block import Board, Drawing, Runs, runs
from hyeopchi.paper.kit.amounts import Amounts
from hyeopchi.text.korean import josa

_WIDTH, _TOP, _ROW, _FOOT = 174, 22, 34, 12
"""Millimetres: the drawing, what stands before the tables, a row of tables, the way behind them."""
_ACROSS = 4
_RING, _SEAT = (19, 12), 2.2
"""Half the width and the height of the ring of seats around a table; the radius of a seat."""
_FRONT = ("문", "화면과 진행자", "나눠 줄 종이")
_WAY = "비워 둘 길 120cm"
_BACK = "쉬는 자리와 물"
_MARKS = 'fill="none" stroke="#000" stroke-width="0.5"'
_GREY = 'fill="#eee" stroke="#000" stroke-width="0.5"'


def room_plan(amounts: Amounts) -> Drawing:
    """The plan of a room with a table for each group; word processors get the same places as a board."""
    rows = -(-amounts.groups // _ACROSS)
    height = _TOP + rows * _ROW + _FOOT
    drawn = "".join((*_front(), *_tables(amounts), *_back(height)))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" '
        f'font-family="Library Print" font-size="4" text-anchor="middle">{drawn}</svg>'
    )
    return Drawing(svg, _said(amounts), _WIDTH, height, Board(tuple(_places(amounts)), 22))


def seats_of(amounts: Amounts, group: int) -> int:
    """How many sit at the table of this number, counted from 0: all tables about as full."""
    each, more = divmod(amounts.people, amounts.groups)
    return each + (group < more)


def _said(amounts: Amounts) -> str:
    return (
        f"자리 그림: 앞쪽에 왼쪽부터 {josa(', '.join(_FRONT), '이/가')} 있고, 그 뒤에 모둠 책상 {amounts.groups}개가 "
        f"한 줄에 {_ACROSS}개까지 놓여 있습니다. 책상 사이와 문까지는 120cm를 비우고, 맨 뒤에 {josa(_BACK, '을/를')} 둡니다."
    )


def _front() -> Iterator[str]:
    yield f'<rect x="1" y="2" width="22" height="10" {_MARKS} stroke-dasharray="2 1"/>'
    yield _word(12, 8.5, _FRONT[0])
    yield f'<rect x="52" y="2" width="70" height="10" {_GREY}/>'
    yield _word(87, 8.5, _FRONT[1])
    yield f'<rect x="139" y="2" width="34" height="10" {_MARKS}/>'
    yield _word(156, 8.5, _FRONT[2])


def _tables(amounts: Amounts) -> Iterator[str]:
    for group in range(amounts.groups):
        row, column = divmod(group, _ACROSS)
        across = min(_ACROSS, amounts.groups - row * _ACROSS)
        x = _WIDTH * (column + 0.5) / across
        y = _TOP + row * _ROW + _ROW / 2
        yield f'<rect x="{x - 13:.1f}" y="{y - 6:.1f}" width="26" height="12" rx="2" {_GREY}/>'
        yield _word(x, y + 1.4, f"모둠 {group + 1}")
        yield from _seats(x, y, seats_of(amounts, group))


def _seats(x: float, y: float, count: int) -> Iterator[str]:
    for seat in range(count):
        angle = 2 * pi * (seat + 0.5) / count
        at = (x + _RING[0] * cos(angle), y + _RING[1] * sin(angle))
        yield f'<circle cx="{at[0]:.1f}" cy="{at[1]:.1f}" r="{_SEAT}" {_MARKS}/>'


def _back(height: int) -> Iterator[str]:
    line = 'fill="none" stroke="#000" stroke-width="0.6" stroke-dasharray="3 1.5"'
    yield f'<path d="M12 12 V{_TOP - 3} H{_WIDTH - 12}" {line}/>'
    yield _word(87, _TOP - 5.2, _WAY)
    yield f'<rect x="57" y="{height - 10}" width="60" height="9" {_MARKS}/>'
    yield _word(87, height - 4.2, _BACK)


def _word(x: float, y: float, said: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}">{escape(said)}</text>'


def _places(amounts: Amounts) -> Iterator[tuple[Runs, ...]]:
    """The same places in the rows of a board."""
    yield tuple(runs(name) for name in _FRONT)
    yield (runs(_WAY),)
    for start in range(0, amounts.groups, _ACROSS):
        tables = range(start, min(start + _ACROSS, amounts.groups))
        yield tuple(runs(f"모둠 {group + 1}") for group in tables)
    yield (runs(_BACK),)
