"""Lineage: how a record hangs together with others, said both ways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hyeopchi.library import Library
from hyeopchi.link import Link
from hyeopchi.record import Record
from hyeopchi.relations import Relation

MOST_SHOWN = 5
"""Relations of one sort on a record's page; the rest stand on pages of their own."""


@dataclass(frozen=True, slots=True)
class Kin:
    """One related place: where it leads, and the relation that says so.

    ``own`` is the address on this record's page where the relation starts, "" for the whole.
    """

    link: Link
    record: Record
    relation: Relation
    own: str

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
    def shown(self) -> tuple[Kin, ...]:
        """Those that the record's own page shows."""
        return self.kin[:MOST_SHOWN]

    @property
    def hidden(self) -> int:
        """How many more there are."""
        return max(0, len(self.kin) - MOST_SHOWN)


def lineage(record: Record, library: Library) -> tuple[KinGroup, ...]:
    """The relations of the record as a whole and those that lead to it or into it, by sort."""
    return tuple(group for group in _groups(record, library) if group.kin)


def _groups(record: Record, library: Library) -> Iterator[KinGroup]:
    outgoing = [one for one in library.relations.outgoing.get(record.id, ()) if not one.source.anchor]
    incoming = [one for one in library.relations.incoming.get(record.id, ()) if one.source.id != record.id]
    for term in library.vocabularies["relations"]:
        yield KinGroup(term.label, _kin(((one.target, one, "") for one in outgoing if one.type == term.id), library))
        inverse = str(term.extras.get("inverse") or term.label)
        found = ((one.source, one, one.target.anchor) for one in incoming if one.type == term.id)
        yield KinGroup(inverse, _kin(found, library))


def _kin(found: Iterable[tuple[Link, Relation, str]], library: Library) -> tuple[Kin, ...]:
    return tuple(Kin(link, library.by_id[link.id], relation, own) for link, relation, own in found)
