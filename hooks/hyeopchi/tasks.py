"""Tasks: what plans mean to do, what later sources show of it, and what nothing carries out yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hyeopchi.archive import Archive
from hyeopchi.entry import Entry
from hyeopchi.fields import Schema
from hyeopchi.link import Link
from hyeopchi.promises import carried_out
from hyeopchi.record import Record, passages
from hyeopchi.relations import Relations

_LEVELS = frozenset({"strategy", "task", "unit"})
_SHOWN = frozenset({"done", "partly", "changed"})
"""Verdicts by which a later source shows that something was done."""


def tasks(records: Iterable[Record], schema: Schema) -> Iterator[tuple[Record, Link, Entry]]:
    """The lowest numbered level of every plan among ``records``: units, or tasks without units."""
    for record in records:
        for anchor, field, entry in passages(record, schema) if record.kind == "plan" else ():
            if field.type in _LEVELS and not entry.get("tasks") and not entry.get("units"):
                yield record, Link(record.id, anchor), entry


def followed_up(records: Iterable[Record], schema: Schema) -> Iterator[tuple[Record, Link, Entry]]:
    """Every numbered task or proposal for which a later source shows something, with its entry."""
    for record in records:
        for anchor, _, entry in passages(record, schema):
            if entry.get("followups"):
                yield record, Link(record.id, anchor), entry


def is_open(link: Link, entry: Entry, archive: Archive, relations: Relations) -> bool:
    """Whether nothing recorded shows that a task was carried out: no practice, and no later source."""
    shown = any(followup.get("verdict") in _SHOWN for followup in entry.get("followups", ()))
    return not shown and not any(step.is_practice for step in carried_out(link, archive, relations))
