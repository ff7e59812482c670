"""The facts of a record on paper."""

from __future__ import annotations

from hyeopchi.library.facts import State, facts
from hyeopchi.library.library import Library
from hyeopchi.paper.blocks.block import Table, runs
from hyeopchi.records.record import Record


def facts_table(record: Record, library: Library, place: str = "facts") -> Table:
    """What is known of the fields that are shown in ``place``, a row each."""
    known = [fact for fact in facts(record, library, place) if fact.state is State.KNOWN]
    rows = [
        (runs(fact.field.label), runs(", ".join(value.text for value in fact.values)))
        for fact in known
    ]
    return Table((), tuple(rows), widths=(1, 4), has_row_heads=True)
