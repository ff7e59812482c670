"""Wording: how pages say a status, a citation and a record's kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from hyeopchi.records.record import Record
from hyeopchi.schema.link import Citation
from hyeopchi.schema.vague_date import VagueDate
from hyeopchi.schema.vocabulary import Vocabularies


class Worded(Protocol):
    """Whoever has the words: a library, an archive."""

    @property
    def vocabularies(self) -> Vocabularies:
        """All vocabularies."""


@dataclass(frozen=True, slots=True)
class StatusWords:
    """A status in words: its term, its label, the date of the source that says so, a sentence."""

    id: str
    label: str
    as_of: VagueDate | None
    sentence: str
    note: str = ""


def status_words(
    record: Record, library: Worded, status: Mapping[str, Any] | None = None
) -> StatusWords | None:
    """The words for ``status``, or for the record's own; None where it says none."""
    status = status or record.get("status")
    if not status or "value" not in status:
        return None
    term = library.vocabularies["statuses"][status["value"]]
    as_of = source_date(record, status)
    pattern = str(term.extras.get("sentence") or term.label)
    if as_of:
        sentence = pattern.format(year=as_of.year)
    else:
        sentence = f"{term.label}. 자료에 날짜가 없습니다" if "{year}" in pattern else pattern
    return StatusWords(term.id, term.label, as_of, sentence, status.get("note", ""))


def source_date(record: Record, entry: Mapping[str, Any]) -> VagueDate | None:
    """The date of the latest source that an entry rests on; None where none is dated."""
    keys = {key for key, _ in entry.get("from", ())}
    dates = [
        source["date"]
        for source in record.get("sources", ())
        if source.get("key") in keys and "date" in source
    ]
    return max(dates, key=lambda date: date.latest, default=None)


@dataclass(frozen=True, slots=True)
class SourceMark:
    """How citations name a source: the number under which the page lists it.

    ``beside``: what stands beside every citation where the source was not read as a whole.
    """

    number: int
    beside: str = ""

    def place(self, where: str) -> str:
        """``where``; "" for "앞부분", where "앞부분만 보고 적음" stands beside and says it already."""
        return "" if self.beside.startswith(where) else where


def source_marks(record: Record, library: Worded) -> dict[str, SourceMark]:
    """The mark of each source of the record, by its key."""
    seen = library.vocabularies["seen"].terms
    return {
        source.get("key", ""): SourceMark(
            number, str(seen[source["seen"]].extras.get("beside", "")) if "seen" in source else ""
        )
        for number, source in enumerate(record.get("sources", ()), start=1)
    }


@dataclass(frozen=True, slots=True)
class SharedPlaces:
    """The citations that several facts of a section share; ``is_of_all``: no fact has others."""

    citations: tuple[Citation, ...] = ()
    is_of_all: bool = False


def shared_places(*groups: Iterable[Mapping[str, Any]]) -> SharedPlaces:
    """What most facts of a section rest on, so that a page may say it once.

    None where fewer than two rest on the same, or where one rests on nothing: silence would
    lend it a place.
    """
    found = [tuple(entry.get("from", ())) for group in groups for entry in group]
    usual, times = Counter(found).most_common(1)[0] if found else ((), 0)
    if times < 2 or () in found:
        return SharedPlaces()
    return SharedPlaces(usual, times == len(found))
