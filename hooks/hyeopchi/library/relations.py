"""Relations between records, both ways, and which collections hold a record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from hyeopchi.files.memory import made_once
from hyeopchi.records.record import Record
from hyeopchi.records.sections import passages
from hyeopchi.schema.entry import Entry
from hyeopchi.schema.fields import Schema
from hyeopchi.schema.link import Citation, Link


@dataclass(frozen=True, slots=True)
class Relation:
    """``source`` stands in a relation of ``type`` to ``target``.

    ``basis`` is "source" (then ``citations`` say where) or "editor" (then ``note`` says why).
    """

    type: str
    source: Link
    target: Link
    basis: str
    citations: tuple[Citation, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Relations:
    """Relations by the id of the record they start from, and of the one they lead to."""

    outgoing: Mapping[str, tuple[Relation, ...]]
    incoming: Mapping[str, tuple[Relation, ...]]
    collections: Mapping[str, tuple[str, ...]]

    def to_place(self, link: Link, *types: str) -> tuple[Relation, ...]:
        """The relations of these types that lead to exactly this place."""
        return tuple(
            one
            for one in self.incoming.get(link.id, ())
            if one.target == link and one.type in types
        )


def relate(by_id: Mapping[str, Record], schema: Schema, types: Container[str]) -> Relations:
    """All relations of these types whose two ends exist and are not withdrawn."""
    outgoing: defaultdict[str, list[Relation]] = defaultdict(list)
    incoming: defaultdict[str, list[Relation]] = defaultdict(list)
    for record in by_id.values():
        for relation in _relations_of(record, schema, types):
            if not record.is_withdrawn and _stands(relation.target, by_id):
                outgoing[relation.source.id].append(relation)
                incoming[relation.target.id].append(relation)
    return Relations(_frozen(outgoing), _frozen(incoming), _collections(by_id))


def _frozen(lists: Mapping[str, list[Relation]]) -> dict[str, tuple[Relation, ...]]:
    return {key: tuple(found) for key, found in lists.items()}


def _stands(link: Link, by_id: Mapping[str, Record]) -> bool:
    target = by_id.get(link.id)
    return target is not None and not target.is_withdrawn


@made_once
def _relations_of(record: Record, schema: Schema, types: Container[str]) -> tuple[Relation, ...]:
    """The relations that a record states, of the whole and of its strategies, tasks and units."""
    return tuple(_all_stated(record, schema, types))


def _all_stated(record: Record, schema: Schema, types: Container[str]) -> Iterator[Relation]:
    yield from _stated(record.link, record.get("relations", {}))
    for anchor, _, entry in passages(record, schema):
        yield from _stated(
            Link(record.id, anchor), {name: entry[name] for name in entry if name in types}
        )


def _stated(source: Link, by_type: Mapping[str, tuple[Entry, ...]]) -> Iterator[Relation]:
    for name, entries in by_type.items():
        for entry in entries:
            if "to" in entry and "basis" in entry:
                yield Relation(
                    name,
                    source,
                    entry["to"],
                    entry["basis"],
                    entry.get("from", ()),
                    entry.get("note", ""),
                )


def _collections(by_id: Mapping[str, Record]) -> dict[str, tuple[str, ...]]:
    """The ids of the collections that hold a record, by the record's id."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for record in by_id.values():
        for item in record.get("items", ()):
            if "record" in item and not record.is_withdrawn:
                found[item["record"].id][record.id] = None
    return {key: tuple(ids) for key, ids in found.items()}
