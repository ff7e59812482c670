"""The index of terms: which records carry which word of which vocabulary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from hyeopchi.records.depth import depth
from hyeopchi.records.record import Record
from hyeopchi.records.walk import actor_ids, leaves
from hyeopchi.records.years import sort_year, years_of
from hyeopchi.schema.conventions import CITY
from hyeopchi.schema.fields import Schema
from hyeopchi.schema.vocabulary import Vocabularies

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


def index_terms(
    records: Collection[Record], schema: Schema, vocabularies: Vocabularies
) -> TermIndex:
    """The index of all records that are not withdrawn."""
    depths = {record.id: depth(record, schema, vocabularies) for record in records}
    by_term: defaultdict[tuple[str, str], list[Record]] = defaultdict(list)
    by_year: defaultdict[int, list[Record]] = defaultdict(list)
    by_actor_district: defaultdict[str, list[tuple[Record, str]]] = defaultdict(list)
    for record in in_order(records, depths):
        for key in sorted(terms_of(record, schema, vocabularies) | {("depths", depths[record.id])}):
            by_term[key].append(record)
        for year in years_of(record) or (NO_YEAR,):
            by_year[year].append(record)
        for district, actor in sorted(_actor_districts(record, schema, vocabularies)):
            by_actor_district[district].append((record, actor))
    return TermIndex(_frozen(by_term), _frozen(by_year), _frozen(by_actor_district), depths)


_Key = TypeVar("_Key")
_Listed = TypeVar("_Listed")


def _frozen(lists: Mapping[_Key, list[_Listed]]) -> dict[_Key, tuple[_Listed, ...]]:
    return {key: tuple(found) for key, found in lists.items()}


def in_order(records: Iterable[Record], depths: Mapping[str, str]) -> list[Record]:
    """The records that are not withdrawn: deepest first, then newest, then by id."""
    return sorted(
        (record for record in records if not record.is_withdrawn),
        key=lambda record: (_DEPTHS.index(depths[record.id]), -sort_year(record), record.id),
    )


def terms_of(record: Record, schema: Schema, vocabularies: Vocabularies) -> set[tuple[str, str]]:
    """Every (vocabulary, term) that a record carries, its actors' sectors among them."""
    found = {
        (spot.field.vocabulary, spot.value)
        for spot in leaves(record, schema, "term")
        if vocabularies[spot.field.vocabulary].listed and spot.path[-1] != "district"
    }
    actors = vocabularies["actors"]
    sectors = {
        ("sectors", str(actors[term].extras["sector"]))
        for vocabulary, term in found
        if vocabulary == "actors"
    }
    return found | sectors


def _actor_districts(
    record: Record, schema: Schema, vocabularies: Vocabularies
) -> set[tuple[str, str]]:
    return {
        (district, actor)
        for actor in actor_ids(record, schema)
        for district in districts_of_actor(actor, vocabularies)
    }


def districts_of_actor(actor: str, vocabularies: Vocabularies) -> tuple[str, ...]:
    """The districts that a listed actor is at home in; the city as a whole does not count."""
    found = vocabularies["actors"][actor].extras.get("district", ())
    places = (found,) if isinstance(found, str) else tuple(found)
    return tuple(place for place in places if place and place != CITY)
