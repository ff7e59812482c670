"""Lists of records as pages show them."""

from __future__ import annotations

from collections.abc import Iterable

from hyeopchi.records.record import Record
from hyeopchi.site.view import Crumb

CASES = Crumb("둘러보기", "cases/")
"""The way to every list of records."""


def by_kind(records: Iterable[Record]) -> tuple[tuple[str, tuple[Record, ...]], ...]:
    """Neighbours of one kind together: (kind, records), in the order in which kinds first appear."""
    groups: dict[str, list[Record]] = {}
    for record in records:
        groups.setdefault(record.kind, []).append(record)
    return tuple((kind, tuple(found)) for kind, found in groups.items())
