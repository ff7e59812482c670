"""Grid: how many cards fit on a page, judged by the longest of them, so that all are of one size."""

from __future__ import annotations

from collections.abc import Sequence

from hyeopchi.paper.block import Card, Cards

_LAYOUTS = ((100, 2, 4), (150, 2, 3), (240, 2, 2), (700, 1, 2))
"""(letters of the longest text, cards across, cards down), from the smallest card to the largest."""


def grid(cards: Sequence[Card]) -> Cards:
    """``cards`` in the densest grid in which the longest text can be read at arm's length."""
    longest = max((sum(len(run.text) for run in card.runs) for card in cards), default=0)
    across, down = next(((across, down) for most, across, down in _LAYOUTS if longest <= most), _LAYOUTS[-1][1:])
    return Cards(tuple(cards), across, down)


def filled(cards: Sequence[Card], blank: Card) -> Cards:
    """``cards`` with blank ones up to the end of the last page, for people to write their own."""
    laid = grid(cards)
    left = -len(cards) % (laid.across * laid.down)
    return Cards((*cards, *[blank] * left), laid.across, laid.down)
