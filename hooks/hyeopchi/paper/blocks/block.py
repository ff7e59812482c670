"""Blocks: the parts of a sheet of paper, the same whether it becomes PDF, HWPX or DOCX."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, StrEnum


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a line. ``note`` becomes a footnote.

    ``href`` is an absolute address, or "#anchor" for a heading of the same book: its page's
    number is printed after the words. ``\\n`` in ``text`` begins a new line of the same paragraph;
    ``is_small`` sets it in small print.
    """

    text: str
    is_strong: bool = False
    href: str = ""
    note: str = ""
    is_small: bool = False


Runs = tuple[Run, ...]


def runs(*parts: str | Run) -> Runs:
    """Plain words and runs as runs; empty words are left out."""
    return tuple(part if isinstance(part, Run) else Run(part) for part in parts if part)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (a chapter of a book) to 4.

    ``number`` is printed before it ("2.1"), the same on the page of the site (KWCAG 6.4.4).
    ``anchor`` names it inside one sheet, "" where nothing refers to it.
    """

    text: str
    level: int = 2
    number: str = ""
    anchor: str = ""


class Tone(StrEnum):
    """How a paragraph speaks."""

    PLAIN = "plain"
    LEAD = "lead"
    QUOTE = "quote"
    SMALL = "small"
    INSTRUCTION = "instruction"
    """What the people at the table do now."""
    EASY = "easy"
    """Large, for those who read slowly."""
    SCRIPT = "script"
    """What the facilitator says aloud."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. ``cites`` are the numbers of the record's sources that its words name."""

    runs: Runs
    tone: Tone = Tone.PLAIN
    cites: frozenset[int] = frozenset()


def paragraph(*parts: str | Run, tone: Tone = Tone.PLAIN, cites: Iterable[int] = ()) -> Paragraph:
    """A paragraph of plain words and runs."""
    return Paragraph(runs(*parts), tone, frozenset(cites))


@dataclass(frozen=True, slots=True)
class Items:
    """A list; numbered where the order counts. ``boxes`` puts a box to tick before each."""

    items: tuple[Runs, ...]
    is_ordered: bool = False
    boxes: bool = False


def items(entries: Iterable[str | Runs], *, is_ordered: bool = False, boxes: bool = False) -> Items:
    """A list of plain words or runs."""
    return Items(
        tuple(runs(entry) if isinstance(entry, str) else entry for entry in entries),
        is_ordered,
        boxes,
    )


class Fit(Enum):
    """How a table is set so that its words stay whole, from what reads best to what holds most."""

    PLAIN = "plain"
    SMALL = "small"
    SMALLEST = "smallest"
    LANDSCAPE = "landscape"
    """As small, on a page that lies on its side."""
    BROKEN = "broken"
    """As before, and words may break at the end of a line."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A list whose items hold blocks: paragraphs, lists in lists, tables, quotes.

    ``numbers`` are those of the items, in their order; empty where dots stand before them.
    """

    items: tuple[tuple[Block, ...], ...]
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """Blocks that somebody else said or wrote."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row, and a header column where ``has_row_heads``.

    ``widths`` are the columns' parts of the width (relative numbers), empty for equal ones.
    ``row_height`` is in millimetres, 0 for as high as the words; a high row is there to write in.
    ``fit`` is found by the writers, who know how wide a page is.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[Runs, ...], ...]
    caption: str = ""
    widths: tuple[float, ...] = ()
    row_height: int = 0
    has_row_heads: bool = False
    fit: Fit = Fit.PLAIN


@dataclass(frozen=True, slots=True)
class WritingLines:
    """Lines to write on, 9 mm apart; ``label`` stands before the first."""

    count: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A card to cut out. ``mark`` is its kind's shape, said as the word ``kind``; ``foot`` is its origin."""

    title: str
    runs: Runs = ()
    kind: str = ""
    mark: str = ""
    foot: str = ""


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards in a grid with lines to cut along, one side only; a new page once one is full."""

    cards: tuple[Card, ...]
    across: int = 2
    down: int = 4


@dataclass(frozen=True, slots=True)
class Board:
    """A board to play or to fill in on: a grid of named fields with room in them.

    ``height`` of a row is in millimetres. A field's words stand at its top.
    """

    rows: tuple[tuple[Runs, ...], ...]
    height: int = 40


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing: ``svg`` as markup, ``width`` by ``height`` in millimetres. ``words`` say what it shows.

    ``board`` has its places in rows, for word processors and screens.
    """

    svg: str
    words: str
    width: int
    height: int
    board: Board


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code that leads to ``address``, with ``words`` beside it; left out where no address is known.

    ``rights`` stand there too where the code ends a sheet.
    """

    address: str
    words: str = ""
    rights: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that stay on one page."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """Two columns of blocks side by side."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]


Block = (
    Heading
    | Paragraph
    | Items
    | Listed
    | Quote
    | Table
    | WritingLines
    | Cards
    | Board
    | Drawing
    | Code
    | PageBreak
    | Together
    | Beside
)
