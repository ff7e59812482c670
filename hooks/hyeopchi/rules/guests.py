"""Guests: files that lie outside the folder of records, read as the records that they want to be.

A file says itself where it belongs: its name is its id, its districts name its folder.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path, PurePosixPath

from hyeopchi.files.problem import Problem
from hyeopchi.files.source import SourceFile, read_source
from hyeopchi.records.archive import Archive
from hyeopchi.records.reader import read_record
from hyeopchi.records.record import Record
from hyeopchi.rules.checking import check_records
from hyeopchi.schema.conventions import CITY
from hyeopchi.text.quoting import printable

_COPY = re.compile(r" ?\([0-9]{1,3}\)\Z| - 복사본\Z")
"""What browsers and file managers add to the name of a second copy."""


def id_of(file: Path) -> str:
    """The id that a file's name gives it, less what a second download added."""
    return _COPY.sub("", file.stem)


def read_guest(
    source: SourceFile, record_id: str, archive: Archive
) -> tuple[Record, list[Problem]]:
    """The record in ``source``, in the folder that its districts name, and what keeps it from being read."""
    words = (archive.schema, archive.vocabularies, archive.documents)
    folder = _folder_of(read_record(source, record_id, CITY, *words)[0], archive)
    return read_record(source, record_id, folder, *words)


def _folder_of(record: Record, archive: Archive) -> str:
    """A district's own folder; the city's for what is of several, or names none that is known."""
    known = archive.vocabularies["districts"].terms
    districts = tuple(record.entry.get("districts") or ())
    return districts[0] if len(districts) == 1 and districts[0] in known else CITY


def place_of(record: Record, archive: Archive) -> str:
    """Where the record would lie, as problems name it."""
    return printable(f"{archive.shown}/{record.folder}/{record.id}.md")


def check_guests(
    files: Iterable[Path], archive: Archive
) -> tuple[tuple[Record, ...], tuple[Problem, ...]]:
    """Files as the records of ``archive`` that they want to be, in place of those of the same id; what is wrong with them."""
    problems: list[Problem] = []
    guests: list[Record] = []
    for file in files:
        source = read_source(file, printable(PurePosixPath(file).as_posix()))
        if isinstance(source, Problem):
            problems.append(source)
            continue
        record, found = read_guest(source, id_of(file), archive)
        guests.append(record)
        problems += found
    grown = with_records(archive, guests)
    return tuple(guests), tuple(sorted({*problems, *check_records(guests, grown)}))


def with_records(archive: Archive, records: Iterable[Record]) -> Archive:
    """``archive`` with these records, in place of those of the same id."""
    new = tuple(records)
    rest = archive.without(frozenset(record.id for record in new)).records
    return replace(archive, records=(*rest, *new))
