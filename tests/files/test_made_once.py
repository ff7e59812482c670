"""What follows from one record alone is made once, and goes with the record."""

from __future__ import annotations

import gc
from dataclasses import replace
from weakref import ref

from helpers.real_library import ARCHIVE
from hyeopchi.files.memory import made_once
from hyeopchi.library.library import Library
from hyeopchi.records.record import Record
from hyeopchi.records.walk import groups, links
from hyeopchi.rules.checking import check

RECORD = ARCHIVE.records[0]


def test_it_is_made_again_for_another_record_or_by_other_words_only() -> None:
    asked: list[tuple[str, str]] = []

    @made_once
    def told(record: Record, words: str) -> str:
        asked.append((record.id, words))
        return f"{words} {record.id}"

    other = replace(RECORD)
    assert [told(one, "이름:") for one in (RECORD, RECORD, other)] == [f"이름: {RECORD.id}"] * 3
    assert asked == [(RECORD.id, "이름:")] * 2
    assert told(other, "기록:") == f"기록: {RECORD.id}"
    assert told(other, "이름:") == f"이름: {RECORD.id}"
    assert len(asked) == 4


def test_another_schema_makes_it_anew() -> None:
    schema = replace(ARCHIVE.schema, structures={})
    linked = next(record for record in ARCHIVE.records if links(record, ARCHIVE.schema))
    found = links(linked, ARCHIVE.schema)
    assert links(linked, schema) != found
    assert links(linked, ARCHIVE.schema) == found


def test_what_was_made_lets_its_record_go() -> None:
    archive = replace(ARCHIVE, records=tuple(map(replace, ARCHIVE.records[:30])))
    library = Library(archive)
    assert check(archive)
    assert library.relations.outgoing
    assert any(library.likeness.like(record) for record in library.records)
    gone = [ref(record) for record in archive.records]
    del archive, library
    groups.cache_clear()
    gc.collect()
    assert [record() for record in gone] == [None] * 30
