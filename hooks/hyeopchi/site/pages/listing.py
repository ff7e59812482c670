"""Lists of records as pages show them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

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


class KindByKind(Sequence[Record]):
    """Records, those of one kind together as ``by_kind`` has them: put in order when a page shows some."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._records = records

    def __len__(self) -> int:
        return len(self._records)

    def __getitem__(self, at: Any) -> Any:
        return self._ordered[at]

    @cached_property
    def _ordered(self) -> tuple[Record, ...]:
        return tuple(record for _, found in by_kind(self._records) for record in found)
