"""Schedules: the rows of a plan by year, each with the months that a bar of twelve covers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from hyeopchi.schema.entry import Entry

DECEMBER = 12
NO_YEAR = 9999
"""The year of rows that give no time: they stand last."""


@dataclass(frozen=True, slots=True)
class Bar:
    """Months 1 to 12 of one year, ``first`` to ``last``; ``is_vague`` where no month is named.

    ``goes_on``: past the end of the year, or with no end named.
    """

    first: int
    last: int
    is_vague: bool
    goes_on: bool


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of a schedule that belong to one strategy, in the plan's order; None for those of none."""

    strategy: Entry | None
    rows: tuple[Entry, ...]

    @property
    def years(self) -> tuple[tuple[int | None, tuple[tuple[Entry, Bar | None], ...]], ...]:
        """The rows as ``by_year`` gives them."""
        return tuple(by_year(self.rows))


def by_strategy(rows: Sequence[Entry], strategies: Sequence[Entry]) -> Iterator[Part]:
    """The rows by the strategies to whose tasks they belong, in the plan's order; those of none last."""
    found: dict[str, list[Entry]] = {one.get("number", ""): [] for one in strategies}
    others: list[Entry] = []
    for row in rows:
        found.get(row.get("task", "").partition("-")[0], others).append(row)
    parts = [(one, found[one.get("number", "")]) for one in strategies]
    yield from (Part(one, tuple(its)) for one, its in [*parts, (None, others)] if its)


def by_year(
    rows: Sequence[Entry],
) -> Iterator[tuple[int | None, tuple[tuple[Entry, Bar | None], ...]]]:
    """(year, rows with their bars) in the order of years; within one, the plan's own order.

    A row stands in the year in which it starts. The year is None and there is no bar where no
    time is given.
    """
    for year, found in groupby(sorted(rows, key=_year), key=_year):
        yield (year if year != NO_YEAR else None), tuple((row, bar_of(row)) for row in found)


def _year(row: Entry) -> int:
    start = row.get("start") or row.get("end")
    return start.year if start else NO_YEAR


def bar_of(row: Entry) -> Bar | None:
    """The months of a row within the year in which it starts."""
    start = row.get("start") or row.get("end")
    if start is None:
        return None
    end = row.get("end") or start
    goes_on = bool(row.get("ongoing")) or end.latest.year > start.year
    last = DECEMBER if goes_on else end.latest.month
    return Bar(start.earliest.month, last, not (start.month and end.month), goes_on)
