"""Rules about the list of received cases: a number stands once, what became a record leads to it."""

from __future__ import annotations

from collections.abc import Iterator

from hyeopchi.files.problem import Place, Problem
from hyeopchi.files.rule import Rule
from hyeopchi.records.archive import Archive
from hyeopchi.records.received import ADDED
from hyeopchi.schema.entry import Entry
from hyeopchi.text.nearest import nearest
from hyeopchi.text.quoting import did_you_mean, quoted


def received_number_stands_once(archive: Archive) -> Iterator[Problem]:
    """No two received cases have one number."""
    seen: set[int] = set()
    for case, place in _cases(archive):
        number = case.get("number")
        if number in seen:
            yield _problem(
                archive,
                place,
                Rule.REPEATED_RECEIPT,
                f"같은 번호가 두 번 나옵니다: {number}",
                "받은 차례대로 새 번호를 적어 주세요",
            )
        elif number is not None:
            seen.add(number)


def added_case_leads_to_its_record(archive: Archive) -> Iterator[Problem]:
    """A received case names a record when, and only when, it became one; and the record exists."""
    for case, place in _cases(archive):
        link, state = case.get("record"), case.get("state")
        if link is not None and link.id not in archive.by_id:
            meant = nearest(link.id, archive.by_id)
            yield _problem(
                archive,
                place,
                Rule.RECEIPT_LINK,
                f"없는 기록입니다: {quoted(link.id)}",
                did_you_mean(meant) if meant else "기록의 파일 이름(.md 앞까지)을 적어 주세요",
            )
        elif link is not None and state not in (None, ADDED):
            yield _problem(
                archive,
                place,
                Rule.RECEIPT_LINK,
                "실렸다고 하지 않았는데 기록(record)이 적혀 있습니다",
                f"실렸으면 'state: {ADDED}'로 바꾸고, 아니면 record를 지워 주세요",
            )
        elif link is None and state == ADDED:
            yield _problem(
                archive,
                place,
                Rule.RECEIPT_LINK,
                "실렸다고 했는데 기록(record)이 없습니다",
                "예: record: 2026-alley-chairs",
            )


def _cases(archive: Archive) -> Iterator[tuple[Entry, Place]]:
    yield from zip(archive.received.cases, archive.received.places, strict=True)


def _problem(archive: Archive, place: Place, rule: Rule, message: str, hint: str) -> Problem:
    return Problem.at(archive.received.sources[0].path, place, rule, f"받은 사례: {message}", hint)


ARCHIVE_RULES = (received_number_stands_once, added_case_leads_to_its_record)
