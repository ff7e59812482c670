"""Sorting: the enablers and obstacles of a case without their names, to be parted again."""

from __future__ import annotations

from collections.abc import Sequence

from hyeopchi.library.library import Library
from hyeopchi.paper.blocks.block import Board, Card, Table, Tone, paragraph, runs
from hyeopchi.paper.blocks.grid import grid
from hyeopchi.paper.content.factors import SIDES, Factor, factors_of
from hyeopchi.paper.content.origin import foot_of
from hyeopchi.paper.exercises.exercise import Exercise, key_of, sheet_of
from hyeopchi.paper.mixing import mixed_sides
from hyeopchi.records.record import Record

PAPER = "sorting"
_MOST_OF_A_SIDE, _LEAST = 12, 4
_ASK = (
    "카드를 잘라 힘이 된 것(디딤돌)과 막은 것(걸림돌)으로 나누고, 카드의 번호를 아래 칸에 적습니다. "
    "둘 다일 수 있는 것은 가운데에 적고 까닭을 이야기합니다."
)


def sorting(record: Record, library: Library) -> Exercise | None:
    """Three places to fill, then the cards; None where either side is missing or there are fewer than four.

    A text that names its own side is left out.
    """
    sides = [
        tuple(filter(_tells_nothing, factors_of(record, side)))[:_MOST_OF_A_SIDE] for side in SIDES
    ]
    if not all(sides) or sum(map(len, sides)) < _LEAST:
        return None
    factors = mixed_sides((*sides[0], *sides[1]), f"{PAPER} {record.id}")
    cards = tuple(
        Card(f"{number}", runs(factor.entry["what"]), foot=foot_of(record, library))
        for number, factor in enumerate(factors, start=1)
    )
    piles = Board(
        (tuple(runs(word) for word in (SIDES[0].word, "둘 다일 수 있음", SIDES[1].word)),), 110
    )
    sheet = sheet_of(
        record, library, PAPER, (paragraph(_ASK, tone=Tone.INSTRUCTION), piles), grid(cards)
    )
    return Exercise(PAPER, sheet, key_of(sheet, (_answers(factors, library),)))


def _tells_nothing(factor: Factor) -> bool:
    """Whether the words leave open which side they belong to."""
    return not any(side.word in factor.entry["what"] for side in SIDES)


def _answers(factors: Sequence[Factor], library: Library) -> Table:
    rows = tuple(
        (
            runs(f"{number}"),
            runs(f"{factor.side.mark} {factor.side.word}"),
            runs(library.label("themes", factor.entry["theme"])),
            runs(factor.entry["what"]),
            runs(library.label("said-by", factor.entry.get("said_by", ""))),
        )
        for number, factor in enumerate(factors, start=1)
    )
    return Table(("번호", "기록의 자리", "주제", "내용", "누구의 말"), rows, widths=(1, 2, 2, 7, 2))
