"""The index of terms: which records carry which word of which vocabulary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from hyeopchi.records.archive import Archive
from hyeopchi.records.depth import depth
from hyeopchi.records.record import Record
from hyeopchi.records.walk import groups, leaves
from hyeopchi.records.years import sort_year, years_of

_DEPTHS = ("full", "thin", "stub")
NO_YEAR = 0


@dataclass(frozen=True)
class TermIndex:
    """Records by vocabulary and term, by year, and by the districts of their actors.

    Every list is ordered deepest first, then newest, then by id. ``by_actor_district`` holds
    records together with the actors (ids) from that district: where an actor comes from does
    not make the record that district's.
    """

    by_term: Mapping[tuple[str, str], tuple[Record, ...]]
    by_year: Mapping[int, tuple[Record, ...]]
    by_actor_district: Mapping[str, tuple[tuple[Record, str], ...]]
    depths: Mapping[str, str]

    def of(self, vocabulary: str, term: str) -> tuple[Record, ...]:
        """The records that carry a term."""
        return self.by_term.get((vocabulary, term), ())


def index_terms(archive: Archive) -> TermIndex:
    """The index of all records that are not withdrawn."""
    depths = {record.id: depth(record, archive) for record in archive.records}
    by_term: defaultdict[tuple[str, str], list[Record]] = defaultdict(list)
    by_year: defaultdict[int, list[Record]] = defaultdict(list)
    by_actor_district: defaultdict[str, list[tuple[Record, str]]] = defaultdict(list)
    for record in in_order(archive, depths):
        for key in sorted(terms_of(record, archive) | {("depths", depths[record.id])}):
            by_term[key].append(record)
        for year in years_of(record) or (NO_YEAR,):
            by_year[year].append(record)
        for district, actor in sorted(_actor_districts(record, archive)):
            by_actor_district[district].append((record, actor))
    return TermIndex(_frozen(by_term), _frozen(by_year), _frozen(by_actor_district), depths)


_Key = TypeVar("_Key")
_Listed = TypeVar("_Listed")


def _frozen(lists: Mapping[_Key, list[_Listed]]) -> dict[_Key, tuple[_Listed, ...]]:
    return {key: tuple(found) for key, found in lists.items()}


def in_order(archive: Archive, depths: Mapping[str, str]) -> list[Record]:
    """The records that are not withdrawn: deepest first, then newest, then by id."""
    return sorted(
        (record for record in archive.by_id.values() if not record.is_withdrawn),
        key=lambda record: (_DEPTHS.index(depths[record.id]), -sort_year(record), record.id),
    )


def terms_of(record: Record, archive: Archive) -> set[tuple[str, str]]:
    """Every (vocabulary, term) that a record carries, its actors' sectors among them."""
    found = {
        (spot.field.vocabulary, spot.value)
        for spot in leaves(record, archive.schema, "term")
        if archive.vocabularies[spot.field.vocabulary].listed and spot.path[-1] != "district"
    }
    actors = archive.vocabularies["actors"]
    sectors = {
        ("sectors", str(actors[term].extras["sector"]))
        for vocabulary, term in found
        if vocabulary == "actors"
    }
    return found | sectors


def _actor_districts(record: Record, archive: Archive) -> set[tuple[str, str]]:
    return {
        (district, actor)
        for actor in actor_ids(record, archive)
        for district in districts_of_actor(actor, archive)
    }


def actor_ids(record: Record, archive: Archive) -> Iterator[str]:
    """The listed actors of a record, wherever in it they stand."""
    for _, field, value, _ in groups(record, archive.schema):
        if field.type == "actor" and "id" in value:
            yield value["id"]


def districts_of_actor(actor: str, archive: Archive) -> tuple[str, ...]:
    """The districts that a listed actor is at home in; the city as a whole does not count."""
    found = archive.vocabularies["actors"][actor].extras.get("district", ())
    places = (found,) if isinstance(found, str) else tuple(found)
    return tuple(place for place in places if place and place != "seoul")
