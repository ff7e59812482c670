"""Grid: how many cards fit on a page, judged by the longest of them, so that all are of one size."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from hyeopchi.paper.block import Card, Cards

ROOM = 232
"""The height of a page's cards in millimetres; what is left of the page is for a heading."""
_WIDTH, _PADDING = 174, 8
_LAYOUTS = ((2, 4), (2, 3), (2, 2), (1, 2), (1, 1))
"""Cards across and down, from the smallest card to the largest."""


class _Type(NamedTuple):
    """How a card's words are set: millimetres that a letter is wide with what its line loses, that a line is high."""

    letter: float
    line: float


_TITLE, _WORDS, _FOOT = _Type(3.7, 6.42), _Type(3.3, 6.09), _Type(2, 3.97)
_KIND, _BELOW_WORDS = 6, 1.5


def grid(cards: Sequence[Card]) -> Cards:
    """``cards`` in the densest grid that has room for the longest of them, all of one size."""
    across, down = next(
        (laid for laid in _LAYOUTS if all(_fits(card, *laid) for card in cards)), _LAYOUTS[-1]
    )
    return Cards(tuple(cards), across, down)


def _fits(card: Card, across: int, down: int) -> bool:
    """Whether ``card`` has room for its words; an estimate, the PDF's writer measures."""
    width = _WIDTH / across - _PADDING
    words = "".join(run.text for run in card.runs)
    texts = ((_TITLE, card.title), (_WORDS, words), (_FOOT, card.foot))
    high = sum(ceil(len(text) * told.letter / width) * told.line for told, text in texts)
    return (
        high + _PADDING + (_KIND if card.kind else 0) + (_BELOW_WORDS if words else 0)
        <= ROOM / down
    )


def filled(cards: Sequence[Card], blank: Card) -> Cards:
    """``cards`` with blank ones up to the end of the last page, for people to write their own."""
    laid = grid(cards)
    left = -len(cards) % (laid.across * laid.down)
    return Cards((*cards, *[blank] * left), laid.across, laid.down)
