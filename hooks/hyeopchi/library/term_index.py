"""The index of terms: which records carry which word of which vocabulary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, TypeVar

from hyeopchi.files.memory import made_once
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

    ``records`` are all that are not withdrawn. Every list is ordered deepest first, then newest,
    then by id. ``by_actor_district`` holds records together with the actors (ids) from that
    district: where an actor comes from does not make the record that district's.
    """

    records: tuple[Record, ...]
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
    places = [(_place_of(record, schema, vocabularies), record) for record in records]
    listed = sorted((one for one in places if not one[1].is_withdrawn), key=lambda one: one[0].rank)
    by_term: defaultdict[tuple[str, str], list[Record]] = defaultdict(list)
    by_year: defaultdict[int, list[Record]] = defaultdict(list)
    by_actor_district: defaultdict[str, list[tuple[Record, str]]] = defaultdict(list)
    for place, record in listed:
        for key in (*place.terms, _key("depths", place.depth)):
            by_term[key].append(record)
        for year in place.years or (NO_YEAR,):
            by_year[year].append(record)
        for district, actor in place.actor_districts:
            by_actor_district[district].append((record, actor))
    return TermIndex(
        tuple(record for _, record in listed),
        _frozen(by_term),
        _frozen(by_year),
        _frozen(by_actor_district),
        {record.id: place.depth for place, record in places},
    )


_Key = TypeVar("_Key")
_Listed = TypeVar("_Listed")


def _frozen(lists: Mapping[_Key, list[_Listed]]) -> dict[_Key, tuple[_Listed, ...]]:
    return {key: tuple(found) for key, found in lists.items()}


class _Place(NamedTuple):
    """Where a record stands in the index, whatever other records there are; ``rank`` orders its lists."""

    rank: tuple[int, int, str]
    depth: str
    years: range
    terms: tuple[tuple[str, str], ...]
    actor_districts: tuple[tuple[str, str], ...]


@made_once
def _place_of(record: Record, schema: Schema, vocabularies: Vocabularies) -> _Place:
    found = depth(record, schema, vocabularies)
    return _Place(
        (_DEPTHS.index(found), -sort_year(record), record.id),
        found,
        years_of(record),
        tuple(sorted(_terms_of(record, schema, vocabularies))),
        tuple(sorted(_actor_districts(record, schema, vocabularies))),
    )


def terms_of(
    record: Record, schema: Schema, vocabularies: Vocabularies
) -> tuple[tuple[str, str], ...]:
    """Every (vocabulary, term) that a record carries in order, its actors' sectors among them."""
    return _place_of(record, schema, vocabularies).terms


def _terms_of(record: Record, schema: Schema, vocabularies: Vocabularies) -> set[tuple[str, str]]:
    found = {
        _key(spot.field.vocabulary, spot.value)
        for spot in leaves(record, schema, "term")
        if vocabularies[spot.field.vocabulary].listed and spot.path[-1] != "district"
    }
    actors = vocabularies["actors"]
    sectors = {
        _key("sectors", str(actors[term].extras["sector"]))
        for vocabulary, term in found
        if vocabulary == "actors"
    }
    return found | sectors


@lru_cache(maxsize=1 << 14)
def _key(vocabulary: str, term: str) -> tuple[str, str]:
    """One pair for all records that carry a term."""
    return vocabulary, term


def _actor_districts(
    record: Record, schema: Schema, vocabularies: Vocabularies
) -> set[tuple[str, str]]:
    return {
        _key(district, actor)
        for actor in actor_ids(record, schema)
        for district in districts_of_actor(actor, vocabularies)
    }


def districts_of_actor(actor: str, vocabularies: Vocabularies) -> tuple[str, ...]:
    """The districts that a listed actor is at home in; the city as a whole does not count."""
    found = vocabularies["actors"][actor].extras.get("district", ())
    places = (found,) if isinstance(found, str) else tuple(found)
    return tuple(place for place in places if place and place != CITY)
