"""Papers: every sheet that the library makes by itself, by the maker of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hyeopchi.library.library import Library
from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.catalogue import is_course
from hyeopchi.paper.content import books, handouts
from hyeopchi.paper.content.easy_sheet import easy_sheet
from hyeopchi.paper.exercises import workbook
from hyeopchi.paper.game.sheets import game_sheets
from hyeopchi.paper.kit.amounts import PEOPLE
from hyeopchi.paper.kit.handed_out import course_of
from hyeopchi.paper.kit.kit import Kit
from hyeopchi.paper.kit.making import kit_of
from hyeopchi.records.record import Record
from hyeopchi.schema.kinds import Kind


def of_record(record: Record, library: Library, people: int = PEOPLE) -> Iterator[Sheet | Kit]:
    """What is made of ``record`` alone: a case's handouts and exercises, a collection's pamphlet and kit for ``people``."""
    if record.kind == Kind.COLLECTION and not record.is_withdrawn:
        yield books.pamphlet(record, library)
    if is_course(record):
        yield kit_of(course_of(record, library, people))
    yield from handouts.of(record, library)
    yield from filter(None, (easy_sheet(record, library),))
    yield from workbook(record, library)


def _volume(library: Library) -> Iterator[Sheet | Kit]:
    yield books.everything(library)


MAKERS: tuple[Callable[[Library], Iterator[Sheet | Kit]], ...] = (
    _volume,
    books.basics,
    game_sheets,
)
"""Who makes sheets of a whole library; the longest first, so that two workers end together."""


def of_book(stem: str, library: Library) -> Iterator[Sheet]:
    """The book of ``books_of`` with this ``stem``."""
    if stem in library.by_id:
        yield books.pamphlet(library.by_id[stem], library)
    elif stem == books.BASICS_BOOK.stem:
        yield from books.basics(library)
    else:
        yield books.everything(library)


def all_papers(library: Library, people: int = PEOPLE) -> Iterator[Sheet | Kit]:
    """Every sheet of the library, made as they are asked for; kits for ``people``."""
    for maker in MAKERS:
        yield from maker(library)
    for record in library.records:
        yield from of_record(record, library, people)
