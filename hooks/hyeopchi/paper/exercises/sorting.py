"""Sorting: the enablers and obstacles of a case as noun phrases, to be parted again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hyeopchi.library.library import Library
from hyeopchi.paper.blocks.block import Board, Card, Runs, Table, Tone, paragraph, runs
from hyeopchi.paper.blocks.grid import grid
from hyeopchi.paper.content.factors import SIDES, Factor, card_of, factors_of
from hyeopchi.paper.content.origin import foot_of
from hyeopchi.paper.exercises.exercise import Exercise, key_of, sheet_of
from hyeopchi.paper.mixing import mixed_sides
from hyeopchi.records.record import Record

PAPER = "sorting"
_MOST_OF_A_SIDE, _LEAST = 12, 4
_BOTH = "둘 다"
_ASK = (
    "카드를 점선대로 잘라 이 사례에서 힘이 된 것(디딤돌)과 막은 것(걸림돌)으로 나누고, 카드의 번호를 아래 칸에 적습니다. "
    "둘 다인 것은 가운데에 적고 까닭을 이야기합니다."
)


@dataclass(frozen=True, slots=True)
class _Named:
    """What one card says, with every factor that it stands for."""

    name: str
    factors: tuple[Factor, ...]

    @property
    def place(self) -> str:
        """The side of its factors, or that they stand on both."""
        sides = list(dict.fromkeys(factor.side for factor in self.factors))
        return _BOTH if len(sides) > 1 else f"{sides[0].mark} {sides[0].word}"


def sorting(record: Record, library: Library) -> Exercise | None:
    """Three places to fill, then the cards; None where either side is missing or there are fewer than four.

    A card bears the name that the record gives for it, else the theme: noun phrases, which leave
    open what the thing did.
    """
    sides = [tuple(factors_of(record, side))[:_MOST_OF_A_SIDE] for side in SIDES]
    named = tuple(_named((*sides[0], *sides[1]), library))
    if not all(sides) or len(named) < _LEAST:
        return None
    mixed = mixed_sides(named, f"{PAPER} {record.id}")
    cards = tuple(
        Card(f"{number}", runs(one.name), foot=foot_of(record, library))
        for number, one in enumerate(mixed, start=1)
    )
    piles = Board(
        (tuple(runs(word) for word in (SIDES[0].word, _BOTH, SIDES[1].word)),),
        110,
    )
    sheet = sheet_of(
        record, library, PAPER, (paragraph(_ASK, tone=Tone.INSTRUCTION), piles), grid(cards)
    )
    return Exercise(PAPER, sheet, key_of(sheet, (_answers(mixed, library),)))


def _named(factors: Iterable[Factor], library: Library) -> Iterator[_Named]:
    """The cards: factors of one name are one card."""
    found: dict[str, list[Factor]] = {}
    for factor in factors:
        name = card_of(factor).get("name") or library.label("themes", factor.entry["theme"])
        found.setdefault(name, []).append(factor)
    return (_Named(name, tuple(together)) for name, together in found.items())


def _answers(mixed: Sequence[_Named], library: Library) -> Table:
    rows = tuple(
        (runs(f"{number}"), runs(one.name), runs(one.place), _told(one, library))
        for number, one in enumerate(mixed, start=1)
    )
    return Table(("번호", "카드", "기록의 자리", "기록의 글"), rows, widths=(1, 3, 2, 8))


def _told(one: _Named, library: Library) -> Runs:
    """What the record says of it and who says so, a line for each factor."""
    said = (
        f"{factor.entry['what']} ({library.label('said-by', factor.entry['said_by'])})"
        for factor in one.factors
    )
    return runs("\n".join(said))
