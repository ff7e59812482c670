"""From promise to practice: pledge → task → case; and what plans mean to do that nothing carries out yet."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hyeopchi.library.relations import Relation, Relations
from hyeopchi.library.wording import source_date
from hyeopchi.records.archive import Archive
from hyeopchi.records.record import Record
from hyeopchi.records.sections import passages
from hyeopchi.schema.entry import Entry
from hyeopchi.schema.fields import Schema
from hyeopchi.schema.kinds import Kind
from hyeopchi.schema.link import Link

_PAST = frozenset({"underway", "done", "ended"})
_LEVELS = frozenset({"strategy", "task", "unit"})
_SHOWN = frozenset({"done", "partly", "changed"})
"""Verdicts by which a later source shows that something was done."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step on the way from a promise: what stands there and how it got there.

    ``is_practice``: a fact of it is past or from a later document than the plan; a case that
    the plan itself describes is none.
    """

    link: Link
    record: Record
    relation: Relation
    is_practice: bool
    next: tuple[Step, ...] = ()

    @property
    def reaches_practice(self) -> bool:
        """Whether practice is found here or further on."""
        return self.is_practice or any(step.reaches_practice for step in self.next)


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a trail leads, each record and task counted once."""

    tasks: int
    cases: int
    practices: int
    others: int


def reach(steps: Iterable[Step]) -> Reach:
    """What stands on these steps and further on."""
    found = {step.link: step for step in _all_steps(steps)}.values()
    return Reach(
        sum(step.record.kind == Kind.PLAN for step in found),
        sum(step.record.kind == Kind.CASE for step in found),
        sum(step.is_practice for step in found),
        sum(step.record.kind not in (Kind.PLAN, Kind.CASE) for step in found),
    )


def _all_steps(steps: Iterable[Step]) -> Iterator[Step]:
    for step in steps:
        yield step
        yield from _all_steps(step.next)


@dataclass(frozen=True, slots=True)
class Promise:
    """A pledge of a declaration, with every trail that leads on from it."""

    link: Link
    record: Record
    entry: Entry
    steps: tuple[Step, ...]

    @property
    def reaches_practice(self) -> bool:
        """Whether any trail reaches a case that counts as practice."""
        return any(step.reaches_practice for step in self.steps)

    @property
    def sourced_practices(self) -> frozenset[Link]:
        """The practices to which links lead that sources themselves name, none of them the library's."""
        return frozenset(_sourced_practices(self.steps))


def _sourced_practices(steps: Iterable[Step]) -> Iterator[Link]:
    for step in steps:
        if step.relation.basis == "source":
            if step.is_practice:
                yield step.link
            yield from _sourced_practices(step.next)


def promises(
    records: Iterable[Record], archive: Archive, relations: Relations
) -> Iterator[Promise]:
    """Every pledge of the declarations among ``records``, in their order."""
    for record in records:
        if record.kind == Kind.DECLARATION:
            yield from promises_of(record, archive, relations)


def promises_of(record: Record, archive: Archive, relations: Relations) -> Iterator[Promise]:
    """The pledges of one declaration with their trails."""
    for pledge in record.get("pledges", ()):
        link = Link(record.id, pledge.get("number", ""))
        yield Promise(link, record, pledge, answers_to(link, archive, relations))


def answers_to(link: Link, archive: Archive, relations: Relations) -> tuple[Step, ...]:
    """What answers a pledge (or a whole declaration): tasks, and cases that answer it directly."""
    return tuple(
        _answer(relation, archive, relations) for relation in relations.to_place(link, "answers")
    )


def _answer(relation: Relation, archive: Archive, relations: Relations) -> Step:
    record = archive.by_id[relation.source.id]
    if record.kind == Kind.PLAN:
        return Step(
            relation.source,
            record,
            relation,
            False,
            carried_out(relation.source, archive, relations),
        )
    return Step(
        relation.source,
        record,
        relation,
        counts_as_practice(record, archive.by_id[relation.target.id]),
    )


def carried_out(link: Link, archive: Archive, relations: Relations) -> tuple[Step, ...]:
    """The cases that carry out a task, or a unit below it."""
    plan = archive.by_id[link.id]
    steps = []
    for relation in relations.incoming.get(link.id, ()):
        if relation.type == "implements" and is_at_or_below(relation.target.anchor, link.anchor):
            case = archive.by_id[relation.source.id]
            steps.append(Step(relation.source, case, relation, counts_as_practice(case, plan)))
    return tuple(steps)


def is_at_or_below(anchor: str, above: str) -> bool:
    """Whether ``1-2-1`` stands at or below ``1-2``; everything stands below the whole plan."""
    return not above or anchor == above or anchor.startswith(f"{above}-")


def counts_as_practice(case: Record, promise: Record) -> bool:
    """Whether a fact of the case is past, or told as going on by a later document than the promise's own.

    What a plan itself tells as going on is its own description; what was only announced never
    counts, however late the document.
    """
    status = case.get("status", {})
    if case.kind != Kind.CASE or status.get("value") not in _PAST:
        return False
    return status["value"] != "underway" or _dated(case, status) > _own_date(promise)


def _own_date(promise: Record) -> datetime.date:
    """The last day on which a plan's own document, or a declaration, may have come out."""
    declared = promise.get("declared_on")
    return declared.latest if declared else _dated(promise, promise.get("status", {}))


def _dated(record: Record, status: Mapping[str, Any]) -> datetime.date:
    """The date of the latest source that a status rests on; the first of all days where none is dated."""
    found = source_date(record, status)
    return found.latest if found else datetime.date.min


def tasks(records: Iterable[Record], schema: Schema) -> Iterator[tuple[Record, Link, Entry]]:
    """The lowest numbered level of every plan among ``records``: units, or tasks without units."""
    for record in records:
        for anchor, field, entry in passages(record, schema) if record.kind == Kind.PLAN else ():
            if field.type in _LEVELS and not entry.get("tasks") and not entry.get("units"):
                yield record, Link(record.id, anchor), entry


def could_be_followed(record: Record, entry: Entry, last: datetime.date) -> bool:
    """Whether a task was decided on, not only proposed, and a source came out after the one that tells of it.

    ``last`` is the day of the newest source in the library.
    """
    status = entry.get("status") or record.get("status", {})
    told = _dated(record, status)
    return status.get("value", "unknown") != "unknown" and datetime.date.min < told < last


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
