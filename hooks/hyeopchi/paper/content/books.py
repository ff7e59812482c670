"""Books: a pamphlet of each collection, the basic reader, and everything in one volume."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hyeopchi.library.library import Library
from hyeopchi.paper.blocks.block import Block, Heading, Tone, paragraph
from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.catalogue import BASICS, BOOKS, PAMPHLET, books_of, is_book
from hyeopchi.paper.content import back, collection
from hyeopchi.paper.content.case import own_parts
from hyeopchi.paper.content.chapters import chapter, tombstone
from hyeopchi.paper.content.checklist import checklist
from hyeopchi.paper.content.told import told_book
from hyeopchi.records.record import Record
from hyeopchi.schema.conventions import CHECKLIST

BASICS_BOOK, WHOLE_BOOK = BOOKS
_LAST = 9
"""The place in the book of a kind that names none."""


class _Reading(NamedTuple):
    """A record to read, and why one reads it here."""

    record: Record
    why: str = ""


def pamphlet(record: Record, library: Library) -> Sheet:
    """The collection ``record`` and all that it reads; a book or a checklist as it stands."""
    if is_book(record):
        return told_book(record, library)
    if record.get("purpose") == CHECKLIST:
        return checklist(record, library)
    blocks = (
        *_preface(record, library),
        *_chapters(_readings(record, library), library),
        *back.colophon(library),
    )
    return _book(record.id, record.title, PAMPHLET, blocks, library)


def basics(library: Library) -> Iterator[Sheet]:
    """The basic reader, where the library has its collection."""
    if BASICS_BOOK in books_of(library):
        record = library.by_id[BASICS]
        readings = _readings(record, library)
        blocks = (
            *_preface(record, library),
            *_chapters(readings, library),
            *_back(readings, library),
        )
        yield _book(BASICS_BOOK.stem, record.title, BASICS_BOOK.name, blocks, library)


def everything(library: Library) -> Sheet:
    """All records, kind by kind."""
    kinds = sorted(
        library.vocabularies["kinds"], key=lambda kind: int(str(kind.extras.get("book", _LAST)))
    )
    readings = [_Reading(record) for kind in kinds for record in library.of_kind(kind.id)]
    blocks = (*_chapters(readings, library), *_back(readings, library))
    return _book(
        WHOLE_BOOK.stem,
        f"{library.settings.name}의 모든 기록",
        f"기록 {len(readings)}개",
        blocks,
        library,
    )


def _book(
    stem: str, title: str, subtitle: str, blocks: tuple[Block, ...], library: Library
) -> Sheet:
    rights = back.rights_words(library)
    return Sheet(stem, title, blocks, subtitle, title, rights=rights, is_book=True)


def _readings(record: Record, library: Library) -> list[_Reading]:
    """What a collection reads, each record once, in its order."""
    found = {item["record"].id: item["why"] for item in reversed(record["items"])}
    return [
        _Reading(library.by_id[one], found[one])
        for one in dict.fromkeys(item["record"].id for item in record["items"])
        if one in library.by_id
    ]


def _preface(record: Record, library: Library) -> Iterator[Block]:
    yield Heading("이 묶음은", 1)
    yield paragraph(record["summary"], tone=Tone.LEAD)
    yield from collection.easy_lines(record)
    yield from collection.answer_blocks(record, library)
    yield from collection.aim_blocks(record)
    yield from own_parts(record, library)
    yield from collection.ask_blocks(record)
    yield from collection.session_blocks(record, library)


def _chapters(readings: Sequence[_Reading], library: Library) -> Iterator[Block]:
    for record, why in readings:
        yield from (
            tombstone(record, library) if record.is_withdrawn else chapter(record, library, why)
        )


def _back(readings: Sequence[_Reading], library: Library) -> Iterator[Block]:
    records = [record for record, _ in readings if not record.is_withdrawn]
    yield from back.glossary(library)
    yield from back.sources(records, library)
    yield from back.index(records, library)
    yield from back.colophon(library)
