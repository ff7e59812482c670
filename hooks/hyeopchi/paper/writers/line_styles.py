"""Looks: how each sort of line is set by a word processor, told once for all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType


class Look(StrEnum):
    """A sort of line; the value is the name that its style has in a document."""

    TITLE = "협치 표제"
    SUBTITLE = "협치 부제"
    HEADING_1 = "협치 제목 1"
    HEADING_2 = "협치 제목 2"
    HEADING_3 = "협치 제목 3"
    HEADING_4 = "협치 제목 4"
    PLAIN = "협치 본문"
    LEAD = "협치 머리글"
    QUOTE = "협치 인용"
    SMALL = "협치 작은 글"
    INSTRUCTION = "협치 할 일"
    SCRIPT = "협치 말할 것"
    EASY = "협치 쉬운 말"
    ITEM = "협치 목록"
    CELL = "협치 표"
    CELL_HEAD = "협치 표 머리"
    CAPTION = "협치 표 제목"
    CARD = "협치 카드 제목"
    GAP = "협치 사이"


@dataclass(frozen=True, slots=True)
class Shape:
    """``size``, ``before`` and ``after`` in points, ``indent`` in millimetres from the left.

    ``level`` is that of a heading in the document's outline, 0 for none; ``keeps_next``: the line
    stays on the page of what follows.
    """

    size: float = 10.5
    is_strong: bool = False
    before: int = 0
    after: int = 4
    indent: int = 0
    level: int = 0
    keeps_next: bool = False

    @property
    def hang(self) -> float:
        """Millimetres between the mark of a list and its words."""
        return self.size * 0.55


SHAPES: Mapping[Look, Shape] = MappingProxyType(
    {
        Look.TITLE: Shape(20, True, 0, 4, keeps_next=True),
        Look.SUBTITLE: Shape(12, False, 0, 8, keeps_next=True),
        Look.HEADING_1: Shape(17, True, 14, 6, level=1, keeps_next=True),
        Look.HEADING_2: Shape(14, True, 12, 5, level=2, keeps_next=True),
        Look.HEADING_3: Shape(11.5, True, 8, 3, level=3, keeps_next=True),
        Look.HEADING_4: Shape(10.5, True, 6, 2, level=4, keeps_next=True),
        Look.PLAIN: Shape(after=5),
        Look.LEAD: Shape(11.5, after=7),
        Look.QUOTE: Shape(indent=6, after=5),
        Look.SMALL: Shape(8.5, after=3),
        Look.INSTRUCTION: Shape(is_strong=True, after=5),
        Look.SCRIPT: Shape(indent=6, after=5),
        Look.EASY: Shape(14, after=8),
        Look.ITEM: Shape(after=2),
        Look.CELL: Shape(9.5, after=0),
        Look.CELL_HEAD: Shape(9.5, True, after=0),
        Look.CARD: Shape(11, True, after=2),
        Look.GAP: Shape(5, after=0),
        Look.CAPTION: Shape(9.5, True, before=6, after=3, keeps_next=True),
    }
)
SMALL_SIZE = 8.5
"""Points of a run in small print."""
HEADINGS = (Look.HEADING_1, Look.HEADING_2, Look.HEADING_3, Look.HEADING_4)
_SLIDES = 2
"""How much larger words are that are read from the back of a room."""


def shapes_of(*, is_slides: bool) -> Mapping[Look, Shape]:
    """The shape of every look; on slides all words are large but the small print."""
    if not is_slides:
        return SHAPES
    return {
        look: replace(
            shape,
            size=shape.size if look in (Look.SMALL, Look.GAP) else round(shape.size * _SLIDES),
        )
        for look, shape in SHAPES.items()
    }
