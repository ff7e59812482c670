"""Lineage: how a record hangs together with others, said both ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from hyeopchi.library.library import Library
from hyeopchi.library.relations import Relation
from hyeopchi.records.record import Record
from hyeopchi.schema.kinds import Kind
from hyeopchi.schema.link import Link

Item = TypeVar("Item")

MOST_SHOWN = 5
MOST_IN_PLACE = 3
"""Lines for relations of one sort on a record's page, under its lineage and under one task or pledge.
Where there are more the last line leads to pages of their own."""


def within(items: Sequence[Item], most: int) -> Sequence[Item]:
    """The items that ``most`` lines show: all of them, or one fewer than fit and room for the way to the rest."""
    return items if len(items) <= most else items[: most - 1]


@dataclass(frozen=True, slots=True)
class Kin:
    """One related place: where it leads, and the relation that says so.

    ``own`` is the address on this record's page where the relation starts, "" for the whole.
    ``is_told_in_place``: the page shows it right there, under the task or the pledge.
    """

    link: Link
    record: Record
    relation: Relation
    own: str
    is_told_in_place: bool = False

    @property
    def is_from_source(self) -> bool:
        """Whether a source says so, and not only the library."""
        return self.relation.basis == "source"


@dataclass(frozen=True, slots=True)
class KinGroup:
    """Kin of one sort, such as "이 과제를 실행한 일"."""

    label: str
    kin: tuple[Kin, ...]

    @property
    def shown(self) -> Sequence[Kin]:
        """Those that the record's own page shows under its lineage."""
        return within(self._told_here, MOST_SHOWN)

    @property
    def count(self) -> int:
        """How many its lineage tells of, shown or not."""
        return len(self._told_here)

    @property
    def hidden(self) -> int:
        """How many more there are."""
        return len(self._told_here) - len(self.shown)

    @property
    def needs_page(self) -> bool:
        """Whether there are more than the record's page can be sure to show: they get one of their own."""
        return len(self.kin) > MOST_IN_PLACE

    @property
    def _told_here(self) -> tuple[Kin, ...]:
        return tuple(kin for kin in self.kin if not kin.is_told_in_place)


def lineage(record: Record, library: Library) -> tuple[KinGroup, ...]:
    """The relations of the record as a whole and those that lead to it or into it, by sort."""
    return tuple(group for group in _groups(record, library) if group.kin)


def _groups(record: Record, library: Library) -> Iterator[KinGroup]:
    outgoing: defaultdict[str, list[_Tie]] = defaultdict(list)
    for one in library.relations.outgoing.get(record.id, ()):
        if not one.source.anchor:
            outgoing[one.type].append((one.target, one, ""))
    incoming: defaultdict[str, list[_Tie]] = defaultdict(list)
    for one in library.relations.incoming.get(record.id, ()):
        if one.source.id != record.id:
            incoming[one.type].append((one.source, one, one.target.anchor))
    for term in library.vocabularies["relations"]:
        if term.id not in outgoing and term.id not in incoming:
            continue
        forth = _kin(outgoing[term.id], library)
        back = _kin(incoming[term.id], library)
        inverse = str(term.extras.get("inverse") or term.label)
        if inverse == term.label:
            yield KinGroup(term.label, _said_once((*forth, *back)))
        else:
            yield from (KinGroup(term.label, forth), KinGroup(inverse, back))


_Tie = tuple[Link, Relation, str]
"""The other end of a relation, the relation, and its address on this record's page."""


def _said_once(found: tuple[Kin, ...]) -> tuple[Kin, ...]:
    """Each related place once, by what a source says of it where one does, else by the record's own words."""
    once: dict[tuple[Link, str], Kin] = {}
    for kin in sorted(found, key=lambda kin: not kin.is_from_source):
        once.setdefault((kin.link, kin.own), kin)
    return tuple(once.values())


def _kin(found: Iterable[_Tie], library: Library) -> tuple[Kin, ...]:
    return tuple(
        Kin(
            link,
            library.by_id[link.id],
            relation,
            own,
            bool(own) and _is_told_in_place(relation, library),
        )
        for link, relation, own in found
    )


def _is_told_in_place(relation: Relation, library: Library) -> bool:
    """Whether the target's page tells it under the pledge, or under the task, where that is not divided further."""
    kind, passage = library.by_id[relation.target.id].kind, library.passage(relation.target)
    if kind == Kind.DECLARATION:
        return relation.type == "answers"
    is_whole = (
        passage is not None and not passage.entry.get("tasks") and not passage.entry.get("units")
    )
    return kind == Kind.PLAN and (
        relation.type == "continues" or (relation.type == "implements" and is_whole)
    )
