"""Rules about quantities: a range runs upwards."""

from __future__ import annotations

from collections.abc import Iterator

from hyeopchi.files.problem import Problem
from hyeopchi.records.archive import Archive
from hyeopchi.records.record import Record
from hyeopchi.records.walk import groups
from hyeopchi.schema.quantity import Quantity


def range_runs_upwards(record: Record, archive: Archive) -> Iterator[Problem]:
    """A quantity's ``to`` is more than its ``value``."""
    for path, field, value, _ in groups(record, archive.schema):
        if isinstance(value, Quantity) and value.to is not None and value.to <= value.value:
            yield record.problem(
                (*path, "to"),
                "range-backwards",
                f"{field.spoken}: 끝값({value.to:,})이 값({value.value:,})보다 크지 않습니다",
                "범위면 작은 수를 value에, 큰 수를 to에 적고, 범위가 아니면 to를 지워 주세요",
            )


RULES = (range_runs_upwards,)
