"""The documents that the library rests on, counted: of which types, and how far they were read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from hyeopchi.library.library import Library
from hyeopchi.records.source_documents import SourceDocument
from hyeopchi.schema.vocabulary import Term

TYPES, SEEN = "source-types", "seen"


@dataclass(frozen=True, slots=True)
class Documents:
    """How many documents stand in the list, by type and by how far they were read.

    ``types`` and ``seen`` hold what occurs, the most first; ``absent`` are the types of which
    there is none. ``unread``: how many were not read to their end.
    """

    count: int
    types: tuple[tuple[Term, int], ...]
    seen: tuple[tuple[Term, int], ...]
    absent: tuple[Term, ...]
    unread: int


def documents(library: Library) -> Documents:
    """The documents of the library, counted."""
    listed = tuple(library.archive.documents.by_id.values())
    types, seen = _counted("type", TYPES, listed, library), _counted("seen", SEEN, listed, library)
    found = {term.id for term, _ in types} | {"unknown"}
    absent = tuple(term for term in library.vocabularies[TYPES] if term.id not in found)
    unread = sum(count for term, count in seen if term.id != "whole")
    return Documents(len(listed), types, seen, absent if listed else (), unread)


def _counted(
    field: str, vocabulary: str, listed: Sequence[SourceDocument], library: Library
) -> tuple[tuple[Term, int], ...]:
    counts = Counter(document.entry.get(field, "") for document in listed)
    found = ((term, counts[term.id]) for term in library.vocabularies[vocabulary])
    return tuple(sorted((one for one in found if one[1]), key=lambda one: -one[1]))
