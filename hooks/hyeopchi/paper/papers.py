"""Papers: every sheet that the library makes by itself, by the maker of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hyeopchi.library import Library
from hyeopchi.paper import books, handouts
from hyeopchi.paper.sheet import Sheet
from hyeopchi.record import Record


def of_record(record: Record, library: Library) -> Iterator[Sheet]:
    """The sheets of ``record`` alone: a case's handouts, a collection's pamphlet."""
    if record.kind == "collection" and not record.is_withdrawn:
        yield books.pamphlet(record, library)
    yield from handouts.of(record, library)


def _of_records(library: Library) -> Iterator[Sheet]:
    for record in library.records:
        yield from of_record(record, library)


def _volume(library: Library) -> Iterator[Sheet]:
    yield books.everything(library)


MAKERS: tuple[Callable[[Library], Iterator[Sheet]], ...] = (_volume, books.basics, _of_records)
"""Who makes sheets of a whole library; the longest first, so that two workers end together."""


def all_papers(library: Library) -> Iterator[Sheet]:
    """Every sheet of the library, made as they are asked for."""
    for maker in MAKERS:
        yield from maker(library)
