"""Views of terms: one template gives every vocabulary its page and every term its list of records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from hyeopchi.library import Library
from hyeopchi.record import Record
from hyeopchi.templating import term_address
from hyeopchi.view import Crumb, Part, View, part_title, parts
from hyeopchi.views.listing import by_kind
from hyeopchi.vocabulary import Term, Vocabulary

VOCABULARY = Crumb("분류와 낱말", "vocabulary/")
_ELSEWHERE = frozenset({"themes", "glossary"})
"""Vocabularies whose pages are views of their own."""


def term_views(library: Library) -> Iterator[View]:
    """The page of every vocabulary and of every listed term."""
    yield View("vocabulary/", "분류와 낱말", "vocabularies.html", partial(dict, vocabularies=library.vocabularies),
               "기록에 쓰는 낱말의 모음과 뜻")
    for vocabulary in library.vocabularies:
        if vocabulary.id in _ELSEWHERE:
            continue
        yield from _vocabulary_views(vocabulary, library)
        for term in vocabulary if vocabulary.listed else ():
            yield from _term_views(vocabulary, term, library)


def _vocabulary_views(vocabulary: Vocabulary, library: Library) -> Iterator[View]:
    """The terms with their counts; a long vocabulary, such as the actors, is paged like any list."""
    for part in parts(f"{vocabulary.id}/", tuple(vocabulary), size=200):
        yield View(part.address, part_title(vocabulary.label, part), "vocabulary.html",
                   partial(dict, vocabulary=vocabulary, part=part), vocabulary.definition, (VOCABULARY,))


def _term_views(vocabulary: Vocabulary, term: Term, library: Library) -> Iterator[View]:
    records = library.index.of(vocabulary.id, term.id)
    ordered = tuple(record for _, found in by_kind(records) for record in found)
    trail = (VOCABULARY, Crumb(vocabulary.label, f"{vocabulary.id}/"))
    for part in parts(term_address(vocabulary.id, term.id), ordered):
        yield View(part.address, part_title(term.label, part), "term.html",
                   partial(_fill, vocabulary, term, part, library), term.definition, trail)


def _fill(vocabulary: Vocabulary, term: Term, part: Part, library: Library) -> Mapping[str, Any]:
    return {"vocabulary": vocabulary, "term": term, "part": part, "groups": by_kind(part.items),
            "guests": _guests(vocabulary, term, library) if part.number == 1 else (),
            "guest_count": len(library.index.by_actor_district.get(term.id, ())) if vocabulary.id == "districts" else 0,
            "neighbours": _neighbours(vocabulary, term)}


def _guests(vocabulary: Vocabulary, term: Term, library: Library) -> tuple[tuple[Record, str], ...]:
    """On a district's page: the bodies from there that took part in records of other places."""
    if vocabulary.id != "districts":
        return ()
    found = library.index.by_actor_district.get(term.id, ())
    return tuple((record, actor) for record, actor in found if term.id not in record.get("districts", ()))[:20]


def _neighbours(vocabulary: Vocabulary, term: Term) -> tuple[Term, ...]:
    """The terms that stand beside this one in the vocabulary's order."""
    terms = tuple(vocabulary)
    at = next(index for index, one in enumerate(terms) if one.id == term.id)
    return tuple(terms[index] for index in (at - 1, at + 1) if 0 <= index < len(terms))
