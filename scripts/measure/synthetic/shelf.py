"""The shelf of the synthetic library: which records there are, before any is written."""

from __future__ import annotations

import random
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from hyeopchi.schema.conventions import CITY
from hyeopchi.schema.kinds import Kind
from hyeopchi.schema.vocabulary import Vocabularies

KINDS: Mapping[str, int] = {
    Kind.CASE: 70,
    Kind.PLAN: 10,
    Kind.DECLARATION: 3,
    Kind.RESOURCE: 15,
    Kind.COLLECTION: 2,
}
"""Shares of the kinds in per cent."""
DEPTHS = {"full": 40, "thin": 45, "stub": 15}
"""Shares of the depths in per cent, as on the real shelf."""
YEARS = range(2012, 2027)

_POPULAR, _POPULAR_SHARE = 4, 0.15
_CITY_SHARE, _YEARLESS_SHARE, _SEVERAL_SHARE, _WITHDRAWN_SHARE = 0.2, 0.06, 0.05, 0.01


@dataclass(frozen=True, slots=True)
class Sketch:
    """One record: its address and how much it holds.

    ``year`` is 0 where no source gives one. ``tasks`` are the anchors of a plan's tasks,
    strategy by strategy; ``pledges`` how many a declaration has.
    """

    number: int
    kind: str
    depth: str
    id: str
    districts: tuple[str, ...]
    year: int
    is_withdrawn: bool
    tasks: tuple[tuple[str, ...], ...]
    pledges: int

    @property
    def folder(self) -> str:
        """The folder that the record stands in."""
        return self.districts[0] if len(self.districts) == 1 else CITY


class Shelf(NamedTuple):
    """All sketches, and those of each kind that others may lead to."""

    sketches: tuple[Sketch, ...]
    targets: Mapping[str, Sequence[Sketch]]

    def earlier(self, kind: str, sketch: Sketch, chance: random.Random) -> Sketch | None:
        """An earlier record of a kind, often one of a few popular ones; None where there is none.

        Only earlier ones, so that no chain of relations ends in itself.
        """
        targets = self.targets.get(kind, ())
        count = bisect_left(targets, sketch.number, key=lambda target: target.number)
        if not count:
            return None
        limit = min(count, _POPULAR) if chance.random() < _POPULAR_SHARE else count
        return targets[chance.randrange(limit)]


def shelf(records: int, seed: int, vocabularies: Vocabularies) -> Shelf:
    """The shelf of ``records`` records; the same seed gives the same shelf."""
    chance = random.Random(f"shelf {seed}")
    districts = tuple(vocabularies["districts"].terms)
    sketches = tuple(_sketch(number, chance, districts) for number in range(records))
    targets: defaultdict[str, list[Sketch]] = defaultdict(list)
    for sketch in sketches:
        if not sketch.is_withdrawn and sketch.depth != "stub":
            targets[sketch.kind].append(sketch)
    return Shelf(sketches, dict(targets))


def _sketch(number: int, chance: random.Random, districts: Sequence[str]) -> Sketch:
    kind, depth = _drawn(KINDS, chance), _drawn(DEPTHS, chance)
    year = 0 if chance.random() < _YEARLESS_SHARE else chance.choice(YEARS)
    places = _districts(chance, districts)
    prefix = ("reader", "question")[number % 2] if kind == Kind.COLLECTION else str(year or "nd")
    tasks = tuple(
        tuple(f"{strategy}-{task}" for task in range(1, chance.randint(2, 4)))
        for strategy in range(1, chance.randint(3, 5))
    )
    return Sketch(
        number,
        kind,
        depth,
        f"{prefix}-{places[0]}-{kind}-{number:05}",
        places,
        year,
        chance.random() < _WITHDRAWN_SHARE,
        tasks,
        chance.randint(3, 10),
    )


def _districts(chance: random.Random, districts: Sequence[str]) -> tuple[str, ...]:
    if chance.random() < _CITY_SHARE:
        return (CITY,)
    others = [district for district in districts if district != CITY]
    return tuple(chance.sample(others, 2 if chance.random() < _SEVERAL_SHARE else 1))


def _drawn(shares: Mapping[str, int], chance: random.Random) -> str:
    return chance.choices(tuple(shares), tuple(shares.values()))[0]
