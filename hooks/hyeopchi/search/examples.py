"""Examples: queries that show what the search can do, made from what the library holds."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from hyeopchi.library.library import Library
from hyeopchi.library.term_index import terms_of
from hyeopchi.records.record import Record
from hyeopchi.records.years import years_of
from hyeopchi.schema.vocabulary import Term
from hyeopchi.search.initials import initials


def examples(library: Library) -> tuple[str, ...]:
    """Up to four queries, each of which finds records: a word, a place, a year, initial consonants."""
    makers = (_word, _place, _year, _initials)
    return tuple(dict.fromkeys(query for make in makers for query in islice(make(library), 1)))


def _word(library: Library) -> Iterator[str]:
    return (term.label for term in _usual("methods", library))


def _place(library: Library) -> Iterator[str]:
    """A district, and how people met in a record of it."""
    told = {term.id: term.label for term in _usual("methods", library)}
    for district in _usual("districts", library):
        for record in library.index.of("districts", district.id):
            yield from (
                f"{district.label} {told[one]}"
                for one in _terms(record, "methods", library)
                if one in told
            )


def _year(library: Library) -> Iterator[str]:
    """A year, and whom a record of it is about."""
    for group in _usual("groups", library)[1:]:
        for record in library.index.of("groups", group.id):
            yield from (f"{year}년 {group.label}" for year in years_of(record)[:1])


def _initials(library: Library) -> Iterator[str]:
    return (initials(term.label) for term in _usual("groups", library) if len(term.label) > 2)


def _terms(record: Record, vocabulary: str, library: Library) -> list[str]:
    return [
        term
        for one, term in terms_of(record, library.schema, library.vocabularies)
        if one == vocabulary
    ]


def _usual(vocabulary: str, library: Library) -> list[Term]:
    """Terms of one Hangul word, the most frequent first; one that most records carry tells nothing."""
    counts = [
        (len(library.index.of(vocabulary, term.id)), term)
        for term in library.vocabularies[vocabulary]
    ]
    found = [
        (count, term)
        for count, term in counts
        if 0 < count <= len(library.records) / 2 and _is_word(term.label)
    ]
    return [term for _, term in sorted(found, key=lambda pair: (-pair[0], pair[1].id))]


def _is_word(label: str) -> bool:
    return len(label) > 1 and all("가" <= char <= "힣" for char in label)
