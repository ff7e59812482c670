"""Grid: how many cards fit on a page, judged by the longest of them, so that all are of one size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from hyeopchi.paper.blocks.block import Card, Cards
from hyeopchi.paper.blocks.widths import line_count

_PADDING = 8


class _Page(NamedTuple):
    """A page's room for cards in millimetres, less a heading's; cards across and down, the smallest first."""

    width: int
    height: int
    layouts: tuple[tuple[int, int], ...]


_UPRIGHT = _Page(174, 232, ((2, 4), (2, 3), (2, 2), (1, 2), (1, 1)))
_ON_ITS_SIDE = _Page(261, 144, ((4, 2), (3, 2), (2, 2), (2, 1), (1, 1)))


class _Type(NamedTuple):
    """How a card's words are set: points, millimetres that a line is high and that follow the last."""

    points: float
    line: float
    after: float
    is_strong: bool = False

    def height(self, text: str, room: float) -> float:
        """Millimetres that ``text`` is high on a card whose lines have ``room``."""
        lines = line_count(text, self.points, room, is_strong=self.is_strong)
        return lines * self.line + (self.after if lines else 0)


_TITLE, _WORDS = _Type(13, 6.42, 2.4, is_strong=True), _Type(11.5, 6.09, 1.5)
_KIND, _FOOT = _Type(8.5, 4.5, 1.5), _Type(7.5, 3.97, 0)


def room_for_cards(*, is_landscape: bool) -> int:
    """The height in millimetres of the cards of a page, all rows together."""
    return _page(is_landscape).height


def grid(cards: Sequence[Card], *, is_landscape: bool = False) -> Cards:
    """``cards`` in the densest grid that has room for the longest of them, all of one size."""
    page = _page(is_landscape)
    across, down = next(
        (laid for laid in page.layouts if all(_fits(card, page, *laid) for card in cards)),
        page.layouts[-1],
    )
    return Cards(tuple(cards), across, down)


def larger(cards: Cards, *, is_landscape: bool = False) -> Cards | None:
    """The same cards in the next larger size; None where they fill a page each."""
    sizes = [
        laid
        for laid in _page(is_landscape).layouts
        if laid[0] * laid[1] < cards.across * cards.down
    ]
    return replace(cards, across=sizes[0][0], down=sizes[0][1]) if sizes else None


def _page(is_landscape: bool) -> _Page:
    return _ON_ITS_SIDE if is_landscape else _UPRIGHT


def _fits(card: Card, page: _Page, across: int, down: int) -> bool:
    """Whether ``card`` has room for its words; an estimate, the PDF's writer measures."""
    room = page.width / across - _PADDING
    words = "".join(run.text for run in card.runs)
    kind = " ".join(filter(None, (card.mark, card.kind)))
    told = ((_KIND, kind), (_TITLE, card.title), (_WORDS, words), (_FOOT, card.foot))
    return sum(set_.height(text, room) for set_, text in told) + _PADDING <= page.height / down


def filled(cards: Sequence[Card], blank: Card, *, is_landscape: bool = False) -> Cards:
    """``cards`` with blank ones up to the end of the last page, for people to write their own."""
    laid = grid(cards, is_landscape=is_landscape)
    left = -len(cards) % (laid.across * laid.down)
    return Cards((*cards, *[blank] * left), laid.across, laid.down)
