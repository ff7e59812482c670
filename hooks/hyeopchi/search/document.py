"""A document: everything that the search knows of one record."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, NamedTuple

from hyeopchi.records.archive import Archive
from hyeopchi.records.depth import depth
from hyeopchi.records.record import Record
from hyeopchi.records.years import sort_year, start_of
from hyeopchi.search.cards import card_of
from hyeopchi.search.facets import facets_of
from hyeopchi.search.normalise import runs
from hyeopchi.search.particles import readings
from hyeopchi.search.terms import Reading, count_terms
from hyeopchi.search.texts import Texts
from hyeopchi.search.weights import weigh

_DEPTHS = ("full", "thin", "stub")


@dataclass(frozen=True)
class Head:
    """What is shown and picked. ``rank`` orders records deepest first, then newest; ``newest``
    (an ISO date or "") and ``title`` order them otherwise. ``is_question``: a collection that
    answers one."""

    id: str
    rank: Sequence[int]
    newest: str
    title: str
    card: Mapping[str, str]
    facets: Mapping[str, Sequence[str]]
    is_question: bool = False

    def as_plain(self) -> dict[str, Any]:
        """What JSON can hold; ``Head(**plain)`` is the way back."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


class Document(NamedTuple):
    """A head, and the weight of every term, 1 to 15."""

    head: Head
    terms: Mapping[str, int]


def head_of(record: Record, texts: Texts, archive: Archive) -> Head:
    """The head of a record's document."""
    found = depth(record, archive.schema, archive.vocabularies)
    start = start_of(record)
    return Head(
        record.id,
        (_DEPTHS.index(found), -sort_year(record)),
        start.earliest.isoformat() if start else "",
        texts.title.partition("\n")[0],
        card_of(record, found, archive),
        facets_of(record, archive),
        record.get("purpose") == "question",
    )


def terms_in(texts: Texts, reading: Callable[[str], Reading]) -> dict[str, int]:
    """The weights of a document's terms from the texts and the reading of each of their words."""
    title_words, title_grams = count_terms(texts.title, reading)
    words, grams = count_terms(texts.text, reading)
    title_words.update(_as_written(texts.title, title_words))
    return weigh(title_words, words) | weigh(title_grams, grams)


def _as_written(title: str, known: Container[str]) -> list[str]:
    """The words of a title that the analyser found nothing in, as they stand and without their endings."""
    meant = [readings(run) for run in runs(title) if "가" <= run[0] <= "힣"]
    found = [word for words in meant if not any(word in known for word in words) for word in words]
    return [word for word in dict.fromkeys(found) if 2 <= len(word) <= 12]
