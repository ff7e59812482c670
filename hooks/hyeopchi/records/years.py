"""Years: when the thing that a record is about took place."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from hyeopchi.records.record import Record
from hyeopchi.schema.vague_date import VagueDate

_LONGEST = 30
"""Years of a span that are listed one by one; a longer span is listed by its first years."""


def start_of(record: Record) -> VagueDate | None:
    """When it began: the period's start or end, else the day of a declaration."""
    period = record.get("period", {})
    start: VagueDate | None = period.get("start") or period.get("end") or record.get("declared_on")
    return start


def years_of(record: Record) -> range:
    """Every year that the record's period or its declaring touches; none where no source gives one."""
    start = start_of(record)
    if start is None:
        return range(0)
    end = record.get("period", {}).get("end") or start
    declared = record.get("declared_on") or start
    first, last = min(start.year, declared.year), max(end.year, declared.year)
    return range(first, min(last, first + _LONGEST) + 1)


def sort_year(record: Record) -> int:
    """The year by which newest stands first; 0 where none is known."""
    years = years_of(record)
    return years[-1] if years else 0


def first_year(record: Record) -> int | None:
    """The first year that the record's period touches."""
    return next(iter(years_of(record)), None)


def newest_source(records: Iterable[Record]) -> datetime.date:
    """The last day of the newest source on which ``records`` rest; the first of all days without one."""
    return max(
        (
            source["date"].latest
            for record in records
            for source in record.get("sources", ())
            if "date" in source
        ),
        default=datetime.date.min,
    )
