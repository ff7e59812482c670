"""Gaps: where the library is still empty, counted."""

from __future__ import annotations

from dataclasses import dataclass

from hyeopchi.library.documents import Documents, documents
from hyeopchi.library.library import Library
from hyeopchi.library.promises import could_be_followed, is_open, tasks
from hyeopchi.schema.conventions import CITY
from hyeopchi.schema.kinds import Kind
from hyeopchi.schema.vocabulary import Term


@dataclass(frozen=True, slots=True)
class Gaps:
    """Districts and domains without a record, and tasks of which nothing later is recorded.

    A task counts only where more could be known: it was decided on, and a later source is here.
    ``documents`` tells which types of document are absent and how many were not read to their end.
    """

    districts: tuple[Term, ...]
    district_count: int
    domains: tuple[Term, ...]
    domain_count: int
    open_tasks: int
    task_count: int
    documents: Documents


def gaps(library: Library) -> Gaps:
    """What is missing, as far as the library can know it."""
    districts = tuple(term for term in library.vocabularies["districts"] if term.id != CITY)
    domains = tuple(library.vocabularies["domains"])
    last = library.newest_source
    found = tuple(
        task
        for task in tasks(library.records, library.schema)
        if could_be_followed(task[0], task[2], last)
    )
    return Gaps(
        tuple(term for term in districts if _is_empty("districts", term, library)),
        len(districts),
        tuple(term for term in domains if _is_empty("domains", term, library)),
        len(domains),
        sum(is_open(link, entry, library.archive, library.relations) for _, link, entry in found),
        len(found),
        documents(library),
    )


def _is_empty(vocabulary: str, term: Term, library: Library) -> bool:
    return all(record.kind == Kind.COLLECTION for record in library.index.of(vocabulary, term.id))
