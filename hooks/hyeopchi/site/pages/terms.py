"""Views of terms: one template gives every vocabulary its page and every term its list of records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from hyeopchi.library.addresses import term_address
from hyeopchi.library.library import Library
from hyeopchi.records.record import Record
from hyeopchi.schema.vocabulary import Term, Vocabulary
from hyeopchi.search.facets import facet_of
from hyeopchi.site.pages.districts import districts
from hyeopchi.site.pages.listing import KindByKind, by_kind
from hyeopchi.site.view import Crumb, Part, View, part_title, parts

VOCABULARY = Crumb("분류와 낱말", "vocabulary/")
MOST_GUESTS = 20
"""Bodies of a district that its own page shows; more of them have pages of their own."""

Guests = tuple[tuple[Record, str], ...]

_ELSEWHERE = frozenset({"themes", "glossary"})
"""Vocabularies whose pages are views of their own."""


def term_views(library: Library) -> Iterator[View]:
    """The page of every vocabulary and of every listed term."""
    yield View(
        "vocabulary/",
        "분류와 낱말",
        "vocabularies.html",
        partial(dict, vocabularies=library.vocabularies),
        "기록에 쓰는 낱말의 모음과 뜻",
        door=None,
    )
    for vocabulary in library.vocabularies:
        if vocabulary.id in _ELSEWHERE:
            continue
        yield from _vocabulary_views(vocabulary, library)
        for term in vocabulary if vocabulary.listed else ():
            yield from _term_views(vocabulary, term, library)


def _vocabulary_views(vocabulary: Vocabulary, library: Library) -> Iterator[View]:
    """The terms with their counts; a long vocabulary, such as the actors, is paged like any list."""
    for part in parts(f"{vocabulary.id}/", tuple(vocabulary), size=200):
        yield View(
            part.address,
            part_title(vocabulary.label, part),
            "vocabulary.html",
            partial(_fill_vocabulary, vocabulary, part, library),
            vocabulary.definition,
            (VOCABULARY,),
        )


def _fill_vocabulary(vocabulary: Vocabulary, part: Part, library: Library) -> Mapping[str, Any]:
    return {
        "vocabulary": vocabulary,
        "part": part,
        "districts": districts(library) if vocabulary.id == "districts" else None,
    }


def _term_views(vocabulary: Vocabulary, term: Term, library: Library) -> Iterator[View]:
    trail = (VOCABULARY, Crumb(vocabulary.label, f"{vocabulary.id}/"))
    address = term_address(vocabulary.id, term.id)
    guests = tuple(_guests(vocabulary, term, library))
    for part in parts(address, KindByKind(library.index.of(vocabulary.id, term.id))):
        yield View(
            part.address,
            part_title(term.label, part),
            "term.html",
            partial(_fill, vocabulary, term, part, guests),
            term.definition,
            trail,
        )
    if len(guests) > MOST_GUESTS:
        for part in parts(f"{address}actors/", guests):
            yield View(
                part.address,
                part_title(f"{term.label}의 모임이 함께한 기록", part),
                "guests.html",
                partial(dict, part=part),
                trail=(*trail, Crumb(term.label, address)),
            )


def _fill(vocabulary: Vocabulary, term: Term, part: Part, guests: Guests) -> Mapping[str, Any]:
    return {
        "vocabulary": vocabulary,
        "term": term,
        "part": part,
        "facet": facet_of(vocabulary.id),
        "groups": by_kind(part.items),
        "guests": guests[:MOST_GUESTS] if part.number == 1 else (),
        "has_more_guests": len(guests) > MOST_GUESTS,
        "neighbours": _neighbours(vocabulary, term),
    }


def _guests(vocabulary: Vocabulary, term: Term, library: Library) -> Iterator[tuple[Record, str]]:
    """For a district: the bodies from there that took part in records of other places."""
    if vocabulary.id == "districts":
        found = library.index.by_actor_district.get(term.id, ())
        yield from (
            (record, actor) for record, actor in found if term.id not in record.get("districts", ())
        )


def _neighbours(vocabulary: Vocabulary, term: Term) -> tuple[Term, ...]:
    """The terms that stand beside this one in the vocabulary's order."""
    terms = tuple(vocabulary)
    at = next(index for index, one in enumerate(terms) if one.id == term.id)
    return tuple(terms[index] for index in (at - 1, at + 1) if 0 <= index < len(terms))
