"""Checking: every rule over every record, all problems at once.

One function for every door: the command line, the build, the tests and CI all call ``check``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hyeopchi.archive import Archive
from hyeopchi.crew import ALONE, Crew
from hyeopchi.problem import Problem
from hyeopchi.record import Record
from hyeopchi.rules import (body, budget, dates, fields, identity, links, markup, numbering, people,
                            personal_data, quantities, reading, received, sources, status, text)
from hyeopchi.source import SourceFile

SourceRule = Callable[[SourceFile], Iterator[Problem]]
BodyRule = Callable[[SourceFile, int], Iterator[Problem]]
RecordRule = Callable[[Record, Archive], Iterator[Problem]]
ArchiveRule = Callable[[Archive], Iterator[Problem]]

SOURCE_RULES: tuple[SourceRule, ...] = (*text.RULES, *personal_data.RULES)
BODY_RULES: tuple[BodyRule, ...] = markup.RULES
RECORD_RULES: tuple[RecordRule, ...] = (
    *identity.RULES, *fields.RULES, *dates.RULES, *status.RULES, *sources.RULES, *links.RULES,
    *body.RULES, *budget.RULES, *quantities.RULES, *numbering.RULES, *people.RULES, *reading.RULES)
ARCHIVE_RULES: tuple[ArchiveRule, ...] = (*identity.ARCHIVE_RULES, *links.ARCHIVE_RULES, *received.ARCHIVE_RULES)


def check(archive: Archive, crew: Crew = ALONE) -> tuple[Problem, ...]:
    """Everything that is wrong with ``archive``, in the order of paths, lines and columns."""
    found = set(archive.problems)
    for source in (*archive.vocabularies.sources, *archive.schema.sources, *archive.received.sources):
        found.update(_source_problems(source))
    for problems in crew.map(lambda record: tuple(record_problems(record, archive)), archive.records):
        found.update(problems)
    for rule in ARCHIVE_RULES:
        found.update(rule(archive))
    return tuple(sorted(found))


def _source_problems(source: SourceFile) -> Iterator[Problem]:
    for source_rule in SOURCE_RULES:
        yield from source_rule(source)


def record_problems(record: Record, archive: Archive) -> Iterator[Problem]:
    """What the rules find in one record; reading problems are in the archive's own."""
    yield from _source_problems(record.source)
    for body_rule in BODY_RULES:
        yield from body_rule(record.source, record.body_offset)
    for record_rule in RECORD_RULES:
        yield from record_rule(record, archive)
