"""The districts with their records: one list that is a map on a wide screen and tiles on a narrow one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from hyeopchi.library.library import Library
from hyeopchi.schema.vocabulary import Term
from hyeopchi.site.district_map import DistrictMap, Shape, district_map

_STEPS = 3
"""Shades of those that have records; none has the fourth."""


@dataclass(frozen=True, slots=True)
class District:
    """One row: ``step`` is its shade from 0 (no record); ``shape`` is None for the city as a whole."""

    term: Term
    count: int
    step: int
    shape: Shape | None

    @property
    def name(self) -> str:
        """The name without 구, where a name is left: 마포, but 중구."""
        label = self.term.label
        return label[:-1] if len(label) > 2 and label.endswith("구") else label


@dataclass(frozen=True, slots=True)
class Districts:
    """The rows in the vocabulary's order, the drawing, and the words of every shade in use."""

    rows: tuple[District, ...]
    drawing: DistrictMap
    legend: tuple[tuple[int, str], ...]

    @property
    def drawn(self) -> tuple[District, ...]:
        """The rows that the drawing shows."""
        return tuple(row for row in self.rows if row.shape)


def districts(library: Library) -> Districts:
    """Every district with the number of its records."""
    drawing = district_map()
    found = [
        (
            term,
            len(library.index.of("districts", term.id)),
            drawing.shapes.get(str(term.extras["bjd_code"])),
        )
        for term in library.vocabularies["districts"]
    ]
    bounds = shades(max((count for _, count, shape in found if shape), default=0))
    rows = tuple(
        District(term, count, bisect_left(bounds, count) if shape else 0, shape)
        for term, count, shape in found
    )
    return Districts(rows, drawing, tuple(_legend(bounds)))


def shades(most: int) -> tuple[int, ...]:
    """The greatest count of every shade: none, then three that each reach about as many times further."""
    return 0, *(int(most ** (step / _STEPS) + 1e-9) for step in range(1, _STEPS)), most


def _legend(bounds: tuple[int, ...]) -> Iterator[tuple[int, str]]:
    """(shade, "2~4개") for every shade that a count can have."""
    yield 0, "아직 없음"
    for step, (before, last) in enumerate(pairwise(bounds), start=1):
        if before < last:
            yield step, f"{last:,}개" if last == before + 1 else f"{before + 1:,}~{last:,}개"
