"""The promise's clock: until when something was to be done, and whether a source of later days speaks of it.

Told against the newest source of the library, never against today: what no source could tell yet
is not told as missed, and the same records give the same words on any day.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from hyeopchi.library.library import Library
from hyeopchi.library.promises import carried_out, is_at_or_below
from hyeopchi.library.status import status_at
from hyeopchi.library.wording import source_date
from hyeopchi.records.record import Record
from hyeopchi.records.sections import passages
from hyeopchi.schema.entry import Entry
from hyeopchi.schema.kinds import Kind
from hyeopchi.schema.link import Link
from hyeopchi.schema.vague_date import VagueDate

_PROMISED = frozenset({"planned", "underway"})
"""The statuses of what was still to be done when its source was written."""


class Later(NamedTuple):
    """The newest source that speaks of a promise after the one that made it; whether it was approved that day."""

    date: VagueDate
    is_approval: bool


@dataclass(frozen=True, slots=True)
class Clock:
    """``due``: the last day named; ``is_past``: the library's newest source is of a later day."""

    due: VagueDate
    later: Later | None
    is_past: bool

    @property
    def words(self) -> str:
        """The clock in one line: "2017년 12월까지 하기로 했음 · 그 뒤 자료: 2018년 12월 6일"."""
        return f"{self.due.printed}까지 하기로 했음 · {self._after}"

    @property
    def _after(self) -> str:
        if self.later:
            return (
                f"그 뒤 자료: {self.later.date.printed}{' 결재' if self.later.is_approval else ''}"
            )
        if self.is_past:
            return "때가 지났고 자료가 없음"
        return "그때 뒤의 자료가 아직 없음"


def clock_at(link: Link, library: Library) -> Clock | None:
    """The clock of a record, or of a strategy, task or unit of a plan.

    None where nothing says until when, and where what stands there is done, ended, or never was promised.
    """
    record = library.by_id.get(link.id)
    status = status_at(link, library) if record else None
    if record is None or status is None or status.id not in _PROMISED:
        return None
    due = _due(record, link, library)
    if due is None:
        return None
    later = max(_later(record, link, library), key=lambda one: one.date.latest, default=None)
    return Clock(due, later, due.latest < library.newest_source)


def clocks(record: Record, library: Library) -> Iterator[tuple[str, Clock]]:
    """The clock of the whole record under "", then those of its tasks under their numbers."""
    anchors = [anchor for anchor, _, entry in passages(record, library.schema) if "number" in entry]
    for anchor in ("", *(anchors if record.get("schedule") else ())):
        clock = clock_at(Link(record.id, anchor), library)
        if clock is not None:
            yield anchor, clock


def _due(record: Record, link: Link, library: Library) -> VagueDate | None:
    """The last end that the schedule names for a place; of a planned case the end of its period.

    The period of anything else tells when it was, not until when it was promised.
    """
    ends = [
        end
        for row in record.get("schedule", ())
        if is_at_or_below(row.get("task", ""), link.anchor) and (end := _end(row))
    ]
    if record.kind == Kind.CASE and record.get("status", {}).get("value") == "planned":
        end = _end(record.get("period", {}))
        ends += [end] if end and end.latest > _made(record.link, library) else []
    return max(ends, key=lambda end: end.latest, default=None)


def _end(entry: Mapping[str, Any]) -> VagueDate | None:
    """When something was to be over; None where no end is named or it was to go on."""
    return None if entry.get("ongoing") else entry.get("end")


def _later(record: Record, link: Link, library: Library) -> Iterator[Later]:
    """What speaks of the promise after the source that made it.

    Followups of a task are also said of the cases that carry it out.
    """
    made = _made(link, library)
    places = [(record, link), *_carried_tasks(record, link, library)]
    spoken = [one for plan, place in places for one in _followed(plan, place, library)]
    if record.kind == Kind.PLAN:
        spoken += _practised(link, library)
    elif made > datetime.date.min:
        sources = [source for source in record.get("sources", ()) if "date" in source]
        spoken += [Later(source["date"], _is_approval(source)) for source in sources]
    yield from (one for one in spoken if one.date.latest > made)


def _made(link: Link, library: Library) -> datetime.date:
    words = status_at(link, library)
    return words.as_of.latest if words and words.as_of else datetime.date.min


def _carried_tasks(record: Record, link: Link, library: Library) -> Iterator[tuple[Record, Link]]:
    for relation in library.relations.outgoing.get(record.id, ()) if not link.anchor else ():
        if relation.type == "implements":
            yield library.by_id[relation.target.id], relation.target


def _followed(record: Record, link: Link, library: Library) -> Iterator[Later]:
    for anchor, _, entry in passages(record, library.schema):
        for followup in entry.get("followups", ()) if is_at_or_below(anchor, link.anchor) else ():
            yield Later(followup["as_of"], any(map(_is_approval, _sources_of(record, followup))))


def _practised(link: Link, library: Library) -> Iterator[Later]:
    for step in carried_out(link, library.archive, library.relations):
        status: Entry = step.record.get("status", Entry({}))
        date = source_date(step.record, status)
        if step.is_practice and date:
            yield Later(date, any(map(_is_approval, _sources_of(step.record, status))))


def _sources_of(record: Record, entry: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
    keys = {key for key, _ in entry.get("from", ())}
    return (source for source in record.get("sources", ()) if source.get("key") in keys)


def _is_approval(source: Mapping[str, Any]) -> bool:
    return "approval" in source.get("document", {})
