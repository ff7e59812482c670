"""Checking: every rule over every record, all problems at once.

One function for every door: the command line, the build, the tests and CI all call ``check``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from functools import partial

from hyeopchi.files.memory import FORGETFUL, Memory
from hyeopchi.files.problem import Problem
from hyeopchi.files.source import SourceFile
from hyeopchi.processes import ALONE, Crew
from hyeopchi.records.archive import Archive
from hyeopchi.records.record import Record
from hyeopchi.rules import (
    body,
    dates,
    easy,
    fields,
    identity,
    kept_lists,
    links,
    markup,
    numbering,
    people,
    personal_data,
    print_letters,
    quantities,
    sources,
    status,
    text,
)
from hyeopchi.rules.findings import MOST_REPORTED, REST_HINT, rest_told

SourceRule = Callable[[SourceFile], Iterator[Problem]]
BodyRule = Callable[[SourceFile, int], Iterator[Problem]]
RecordRule = Callable[[Record, Archive], Iterator[Problem]]
ArchiveRule = Callable[[Archive], Iterator[Problem]]

SOURCE_RULES: tuple[SourceRule, ...] = (
    *text.RULES,
    *personal_data.RULES,
    *print_letters.RULES,
)
BODY_RULES: tuple[BodyRule, ...] = markup.RULES
OWN_RULES: tuple[RecordRule, ...] = (
    *identity.RULES,
    *fields.RULES,
    *dates.RULES,
    *status.RULES,
    *sources.RULES,
    *links.RULES,
    *body.RULES,
    *quantities.RULES,
    *numbering.RULES,
    *people.RULES,
    *easy.RULES,
)
"""What they find in a record stays the same whatever else is in the library: they are shown nothing of it."""
BESIDE_RULES: tuple[RecordRule, ...] = (
    *identity.BESIDE_RULES,
    *sources.BESIDE_RULES,
    *links.BESIDE_RULES,
    *easy.BESIDE_RULES,
)
"""What they find in a record depends on other records, or on the source documents."""
RECORD_RULES = (*OWN_RULES, *BESIDE_RULES)
ARCHIVE_RULES: tuple[ArchiveRule, ...] = (
    *identity.ARCHIVE_RULES,
    *links.ARCHIVE_RULES,
    *kept_lists.ARCHIVE_RULES,
    *sources.ARCHIVE_RULES,
)


def check(archive: Archive, crew: Crew = ALONE, memory: Memory = FORGETFUL) -> tuple[Problem, ...]:
    """Everything that is wrong with ``archive``, in the order of paths, lines and columns.

    ``memory`` knows what was found in records that are the same ones as before.
    """
    found = set(archive.problems)
    for source in (
        *archive.vocabularies.sources,
        *archive.schema.sources,
        *archive.received.sources,
        *archive.requests.sources,
        *archive.sessions.sources,
        *archive.documents.sources,
    ):
        key = ("text", source.path)
        found.update(memory.kept(key, (source,), partial(_text_problems, source)))
    for problems in crew.map(
        lambda record: tuple(record_problems(record, archive, memory)), archive.records
    ):
        found.update(problems)
    for rule in ARCHIVE_RULES:
        found.update(rule(archive))
    return tuple(_without_floods(sorted(found)))


def check_records(records: Collection[Record], archive: Archive) -> tuple[Problem, ...]:
    """What is wrong with these records of ``archive``, taken alone and beside the others."""
    paths = {record.source.path for record in records}
    found = {problem for record in records for problem in record_problems(record, archive)}
    for rule in ARCHIVE_RULES if paths else ():
        found.update(problem for problem in rule(archive) if problem.path in paths)
    return tuple(_without_floods(sorted(found)))


def check_sessions(archive: Archive) -> tuple[Problem, ...]:
    """What is wrong with the sessions of ``archive``, and with nothing else."""
    found = {*archive.sessions.problems}
    for source in archive.sessions.sources:
        found.update(_source_problems(source))
    paths = {source.path for source in archive.sessions.sources}
    for rule in kept_lists.ARCHIVE_RULES:
        found.update(problem for problem in rule(archive) if problem.path in paths)
    return tuple(sorted(found))


def _without_floods(problems: list[Problem]) -> Iterator[Problem]:
    """The first problems of every rule in every file, then one that counts the rest."""
    times: Counter[tuple[str, str]] = Counter()
    for problem in problems:
        times[problem.path, problem.rule] += 1
    told: Counter[tuple[str, str]] = Counter()
    for problem in problems:
        key = (problem.path, problem.rule)
        told[key] += 1
        if told[key] <= MOST_REPORTED or times[key] == MOST_REPORTED + 1:
            yield problem
        elif told[key] == MOST_REPORTED + 1:
            yield replace(problem, message=rest_told(times[key] - MOST_REPORTED), hint=REST_HINT)


def without_broken(archive: Archive, problems: Iterable[Problem]) -> Archive:
    """``archive`` less the records that one of ``problems`` keeps out: what a preview can show."""
    paths = {problem.path for problem in problems if problem.is_error}
    return archive.without(
        frozenset(record.id for record in archive.records if record.source.path in paths)
    )


def _text_problems(source: SourceFile) -> tuple[Problem, ...]:
    return tuple(_source_problems(source))


def _source_problems(source: SourceFile) -> Iterator[Problem]:
    for source_rule in SOURCE_RULES:
        yield from source_rule(source)


def record_problems(
    record: Record, archive: Archive, memory: Memory = FORGETFUL
) -> Iterator[Problem]:
    """What the rules find in one record; reading problems are in the archive's own."""
    yield from memory.kept(
        ("own", record.source.path),
        (record, archive.schema, archive.vocabularies),
        lambda: tuple(own_problems(record, archive)),
    )
    for rule in BESIDE_RULES:
        yield from rule(record, archive)


def own_problems(record: Record, archive: Archive) -> Iterator[Problem]:
    """What the rules find that need nothing but the record and the words of ``archive``."""
    alone = archive.alone(record)
    yield from _source_problems(record.source)
    for body_rule in BODY_RULES:
        yield from body_rule(record.source, record.body_offset)
    for record_rule in OWN_RULES:
        yield from record_rule(record, alone)
