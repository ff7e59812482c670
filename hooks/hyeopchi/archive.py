"""The archive: every record that stands under one folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from hyeopchi.fields import Schema, read_schema
from hyeopchi.problem import START, Problem
from hyeopchi.record import Record, anchors, passages, read_record
from hyeopchi.source import read_source
from hyeopchi.vocabulary import Vocabularies, read_vocabularies

VOCABULARY_FOLDER = "_vocabulary"


@dataclass(frozen=True)
class Archive:
    """Records in the order of their paths, the words they use, and what could not be read.

    ``shown`` is the path under which problems name the folder.
    """

    records: tuple[Record, ...]
    schema: Schema
    vocabularies: Vocabularies
    problems: tuple[Problem, ...]
    shown: str = "cases"

    @cached_property
    def by_id(self) -> Mapping[str, Record]:
        """Records by id; of two with the same id the first."""
        found: dict[str, Record] = {}
        for record in self.records:
            found.setdefault(record.id, record)
        return found

    @cached_property
    def anchors(self) -> Mapping[str, frozenset[str]]:
        """The anchors that links may point at, by record id."""
        return {record.id: anchors(record, self.schema) for record in self.by_id.values()}

    def without(self, ids: frozenset[str]) -> Archive:
        """The same archive less the records with these ids."""
        kept = tuple(record for record in self.records if record.id not in ids)
        return Archive(kept, self.schema, self.vocabularies, self.problems, self.shown)


def read_archive(folder: Path, shown: str = "cases") -> Archive:
    """Everything under ``folder``. Never raises on bad files: see ``problems``."""
    vocabulary_folder = folder / VOCABULARY_FOLDER
    shown_vocabulary = f"{shown}/{VOCABULARY_FOLDER}"
    schema = read_schema(vocabulary_folder, shown_vocabulary)
    vocabularies = read_vocabularies(vocabulary_folder, shown_vocabulary)
    problems: list[Problem] = [*schema.problems, *vocabularies.problems]
    records: list[Record] = []
    for file in record_files(folder):
        path = f"{shown}/{file.parent.name}/{file.name}"
        source = read_source(file, path)
        if isinstance(source, Problem):
            problems.append(source)
            continue
        record, found = read_record(source, file.stem, file.parent.name, schema, vocabularies)
        records.append(record)
        problems.extend(found)
    problems.extend(stray_files(folder, shown))
    return Archive(tuple(records), schema, vocabularies, tuple(problems), shown)


def record_files(folder: Path) -> Iterator[Path]:
    """The ``*.md`` files of the folders under ``folder``, in order; symlinks left out."""
    for place in sorted(folder.iterdir()) if folder.is_dir() else ():
        if place.is_dir() and not place.is_symlink() and place.name != VOCABULARY_FOLDER:
            yield from (file for file in sorted(place.glob("*.md")) if file.is_file() and not file.is_symlink())


def stray_files(folder: Path, shown: str) -> Iterator[Problem]:
    """Everything that may not stand in the folder: only ``<district>/<id>.md`` may."""
    allowed = set(record_files(folder))
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        inside = path.relative_to(folder)
        if path in allowed or inside.parts[0] == VOCABULARY_FOLDER:
            continue
        if path.is_symlink() or not path.is_dir():
            yield Problem.at(f"{shown}/{inside.as_posix()}", START, "stray-file",
                             "여기에는 기록 파일만 둘 수 있습니다",
                             "기록은 cases/<지역>/<해>-<이름>.md 에 두고, 다른 파일과 링크(symlink)는 지워 주세요")
