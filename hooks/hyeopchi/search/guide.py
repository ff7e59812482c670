"""The guide: what the browser knows of words beside where they stand.

Which words are the same to who searches, to which pages some words lead, and which records are
questions, that a question is answered with first.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from hyeopchi.library.addresses import term_address
from hyeopchi.schema.vocabulary import Term, Vocabularies
from hyeopchi.search.document import Head
from hyeopchi.search.normalise import normalise, runs

GUIDE = "guide"
_SYNONYMS, _PLACES = "synonyms", "districts"


def guide_file(heads: Sequence[Head], vocabularies: Vocabularies) -> bytes:
    """The guide as JSON.

    ``same``: words that are the same, as they are written. ``leads``: word as the search reads it →
    ``[address, name]`` of a page. ``questions``: numbers of records.
    """
    told = {
        "same": [list(words) for words in _same(vocabularies)],
        "leads": dict(_leads(vocabularies)),
        "questions": [number for number, head in enumerate(heads) if head.is_question],
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def _same(vocabularies: Vocabularies) -> Iterator[tuple[str, ...]]:
    for term in vocabularies[_SYNONYMS]:
        yield _names(term)


def _leads(vocabularies: Vocabularies) -> Iterator[tuple[str, list[str]]]:
    for term in vocabularies[_SYNONYMS]:
        leads = term.extras.get("leads")
        if isinstance(leads, Mapping):
            words = leads.get("words", "").split()
            yield from _each((*_names(term), *words), [leads["page"], leads["name"]])
    for term in vocabularies[_PLACES]:
        yield from _each(_names(term), [term_address(_PLACES, term.id), term.label])


def _names(term: Term) -> tuple[str, ...]:
    return (term.label, *term.aliases)


def _each(words: Iterable[str], page: list[str]) -> Iterator[tuple[str, list[str]]]:
    for word in words:
        yield "".join(runs(normalise(word))), page
