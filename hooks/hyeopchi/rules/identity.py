"""Rules about a record's identity: its id, its folder, its tombstone."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from hyeopchi.files.problem import START, Problem
from hyeopchi.files.rule import Rule
from hyeopchi.records.archive import Archive
from hyeopchi.records.places import problem_in
from hyeopchi.records.record import Record
from hyeopchi.schema.conventions import CITY, COLLECTION_PREFIXES
from hyeopchi.schema.link import ID
from hyeopchi.text.korean import josa
from hyeopchi.text.quoting import did_you_mean, quoted

_PREFIX = re.compile(r"(?P<year>\d{4})-.+|nd-.+")
_RESERVED = frozenset({"page"})
_ID_EXAMPLE = "영문 소문자, 숫자, 붙임표로 3~64자. 예: 2017-yeongdeungpo-innovation-plan.md"


def id_is_well_formed(record: Record, archive: Archive) -> Iterator[Problem]:
    """An id is 3 to 64 lower-case letters, digits and hyphens."""
    if _is_well_formed(record.id):
        return
    wrong = re.search(r"[^a-z0-9-]", record.id)
    named = f" (쓸 수 없는 글자: {_named(wrong[0])})" if wrong else ""
    yield _at_start(
        record,
        Rule.BAD_ID,
        f"파일 이름을 주소로 쓸 수 없습니다: {quoted(record.id)}{named}",
        _ID_EXAMPLE,
    )


def _is_well_formed(record_id: str) -> bool:
    return ID.fullmatch(record_id) is not None and record_id not in _RESERVED


def _named(char: str) -> str:
    """The character's Unicode name: a Cyrillic letter looks just like a Latin one."""
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".rstrip()


def id_starts_with_year(record: Record, archive: Archive) -> Iterator[Problem]:
    """An id starts with the year, or ``nd-`` where no source gives one; a collection's with its purpose."""
    if not record.kind or not _is_well_formed(record.id):
        return
    if not archive.schema.is_dated(record.kind):
        prefix = COLLECTION_PREFIXES.get(record.get("purpose"), "")
        if not record.id.startswith(prefix):
            said = f"'{prefix}'"
            yield _at_start(
                record,
                Rule.ID_PREFIX,
                f"이 읽기 묶음의 파일 이름은 {josa(said, '으로/로')} 시작해야 합니다: {quoted(record.id)}",
                f"예: {prefix}{record.id}.md",
            )
    elif not _PREFIX.fullmatch(record.id):
        yield _at_start(
            record,
            Rule.ID_PREFIX,
            f"파일 이름이 해로 시작하지 않습니다: {quoted(record.id)}",
            "예: 2017-agenda.md — 어느 자료에도 해가 없으면 nd-agenda.md",
        )


def id_is_unique(record: Record, archive: Archive) -> Iterator[Problem]:
    """No two records share an id, whatever folders they stand in."""
    first = archive.by_id.get(record.id)
    if first is not None and first is not record:
        yield _at_start(
            record,
            Rule.REPEATED_ID,
            f"같은 이름의 기록이 이미 있습니다: {first.source.path}",
            "파일 이름을 다르게 지어 주세요",
        )


def folder_is_a_district(record: Record, archive: Archive) -> Iterator[Problem]:
    """The folder is the record's district, or ``seoul`` where it has several."""
    known = archive.vocabularies["districts"]
    if record.folder not in known:
        suggestion = known.suggest(record.folder)
        hint = (
            did_you_mean(f"cases/{suggestion}/")
            if suggestion
            else "예: cases/mapo-gu/, 시 전체면 cases/seoul/"
        )
        yield _at_start(
            record, Rule.BAD_FOLDER, f"자치구 폴더가 아닙니다: {quoted(record.folder)}", hint
        )
        return
    districts = record.get("districts", ())
    right = districts[0] if len(districts) == 1 else CITY
    if districts and record.folder != right and not record.left_out:
        yield problem_in(
            record,
            ("districts",),
            Rule.WRONG_FOLDER,
            f"지역과 폴더가 다릅니다: 지역은 {', '.join(districts)}, 폴더는 {quoted(record.folder)}",
            f"파일을 cases/{right}/ 로 옮기거나 districts를 고쳐 주세요",
        )


def replacement_is_another_record(record: Record, archive: Archive) -> Iterator[Problem]:
    """What takes a withdrawn record's place is another record that is not withdrawn itself."""
    target = record.get("withdrawn", {}).get("replaced_by")
    other = archive.by_id.get(target.id) if target else None
    if other is not None and (other is record or other.is_withdrawn):
        yield problem_in(
            record,
            ("withdrawn", "replaced_by"),
            Rule.BAD_REPLACEMENT,
            f"대신할 수 없는 기록입니다: {quoted(str(target))}",
            "거두지 않은 다른 기록의 id를 적어 주세요",
        )


def ids_differ_by_more_than_case(archive: Archive) -> Iterator[Problem]:
    """No two files differ only in upper and lower case: some disks hold them as one."""
    by_folded: defaultdict[str, list[Record]] = defaultdict(list)
    for record in archive.records:
        by_folded[record.id.casefold()].append(record)
    for same in by_folded.values():
        for record in same[1:]:
            if record.id != same[0].id:
                yield _at_start(
                    record,
                    Rule.REPEATED_ID,
                    f"대소문자만 다른 기록이 있습니다: {same[0].source.path}",
                    "파일 이름을 다르게 지어 주세요",
                )


def _at_start(record: Record, rule: Rule, message: str, hint: str) -> Problem:
    return Problem.at(record.source.path, START, rule, message, hint)


RULES = (
    id_is_well_formed,
    id_starts_with_year,
    folder_is_a_district,
)
BESIDE_RULES = (id_is_unique, replacement_is_another_record)
ARCHIVE_RULES = (ids_differ_by_more_than_case,)
