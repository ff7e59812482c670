"""Parts: what a word processor knows, which every block of a sheet comes down to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from hyeopchi.paper.blocks.block import Runs
from hyeopchi.paper.writers.line_styles import Look


class Mark(Enum):
    """What stands before an item of a list."""

    BULLET = "•"
    BOX = "□"
    NUMBER = "1."


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. ``group`` tells one numbered list from the next, each begins at ``start``.

    ``indent`` is how far it is set in beyond its look, in millimetres.
    ``keeps_next``: it stays on the page of what follows. ``starts_page``: it begins a new one.
    """

    runs: Runs
    look: Look = Look.PLAIN
    mark: Mark | None = None
    group: int = 0
    start: int = 1
    indent: float = 0
    keeps_next: bool = False
    starts_page: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A square picture as PNG, ``side`` millimetres wide. ``words`` say what it shows."""

    png: bytes
    side: int
    words: str


class Rule(Enum):
    """Which lines a grid draws around its cells."""

    ALL = "all"
    NONE = "none"
    BELOW = "below"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a grid; ``is_head`` where it names a row or a column."""

    parts: tuple[Part, ...]
    is_head: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. ``widths`` of the columns in millimetres; ``height`` the least of a row, 0 for none.

    ``indent`` is how far it is set in, in millimetres. ``has_head``: the first row is said again on every page. ``is_whole``: it stays on one page.
    """

    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    height: float = 0
    rule: Rule = Rule.ALL
    has_head: bool = False
    is_whole: bool = False
    indent: float = 0


Part = Line | Picture | Grid
