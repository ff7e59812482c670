"""Cards: every enabler and obstacle of a case on a card of its own."""

from __future__ import annotations

from hyeopchi.library.library import Library
from hyeopchi.paper.blocks.block import Table, Tone, paragraph
from hyeopchi.paper.blocks.grid import filled
from hyeopchi.paper.content.factors import OBSTACLES, SIDES, blank_card, factors_of, open_card
from hyeopchi.paper.exercises.exercise import Exercise, sheet_of
from hyeopchi.records.record import Record

PAPER = "cards"
_MOST = 31
"""With a blank card they fill four pages."""
_ASK, _BLANK = (
    "점선대로 자릅니다. 한 면만 찍어도 됩니다. 모둠이 고른 카드를 아래에 적습니다.",
    " 빈 카드에는 우리 동네의 이야기를 적습니다.",
)

_CHOSEN = Table(
    ("고른 카드", "고른 까닭", "우리 동네에서는"),
    (((), (), ()),) * 5,
    widths=(2, 3, 3),
    row_height=28,
)
"""Where a table writes what it chose, on the page before the cards."""


def cards(record: Record, library: Library) -> Exercise | None:
    """The cards with blank ones to the end of the page; None where the case has neither side."""
    deck = tuple(
        open_card(factor, library) for side in SIDES for factor in factors_of(record, side)
    )[:_MOST]
    if not deck:
        return None
    laid = filled(deck, blank_card(OBSTACLES))
    asked = paragraph(_ASK, _BLANK if len(laid.cards) > len(deck) else "", tone=Tone.INSTRUCTION)
    return Exercise(PAPER, sheet_of(record, library, PAPER, (asked, _CHOSEN), laid))
