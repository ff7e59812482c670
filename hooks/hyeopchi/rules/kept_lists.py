"""Rules about the lists that those who look after the library keep: numbers, records, answers."""

from __future__ import annotations

from collections.abc import Iterator

from hyeopchi.files.problem import Place, Problem
from hyeopchi.files.rule import Rule
from hyeopchi.records.archive import Archive
from hyeopchi.records.kept_list import Form, KeptList
from hyeopchi.records.received import ADDED, RECEIVED
from hyeopchi.records.requests import DONE, OPEN, REMOVAL, REQUESTS
from hyeopchi.records.sessions import SESSIONS
from hyeopchi.schema.entry import Entry
from hyeopchi.text.korean import josa
from hyeopchi.text.nearest import nearest
from hyeopchi.text.quoting import did_you_mean, quoted


def number_stands_once(archive: Archive) -> Iterator[Problem]:
    """No two entries of a list have one number."""
    for form, kept, rule in (
        (RECEIVED, archive.received, Rule.REPEATED_RECEIPT),
        (REQUESTS, archive.requests, Rule.REPEATED_REQUEST),
        (SESSIONS, archive.sessions, Rule.REPEATED_SESSION),
    ):
        seen: set[int] = set()
        for entry, place in _entries(kept):
            number = entry.get("number")
            if number in seen:
                yield _problem(
                    form,
                    kept,
                    place,
                    rule,
                    f"같은 번호가 두 번 나옵니다: {number}",
                    "받은 차례대로 새 번호를 적어 주세요",
                )
            elif number is not None:
                seen.add(number)


def entry_leads_to_a_record(archive: Archive) -> Iterator[Problem]:
    """What an entry names as its record is one."""
    for form, kept, rule in (
        (RECEIVED, archive.received, Rule.RECEIPT_LINK),
        (REQUESTS, archive.requests, Rule.REQUEST_LINK),
    ):
        for entry, place in _entries(kept):
            link = entry.get("record")
            if link is not None and link.id not in archive.by_id:
                meant = nearest(link.id, archive.by_id)
                yield _problem(
                    form,
                    kept,
                    place,
                    rule,
                    f"없는 기록입니다: {quoted(link.id)}",
                    did_you_mean(meant) if meant else "기록의 파일 이름(.md 앞까지)을 적어 주세요",
                )


def added_case_leads_to_its_record(archive: Archive) -> Iterator[Problem]:
    """A received case names a record when, and only when, it became one."""
    for case, place in _entries(archive.received):
        link, state = case.get("record"), case.get("state")
        if link is not None and link.id in archive.by_id and state not in (None, ADDED):
            said = (
                "실렸다고 하지 않았는데 기록(record)이 적혀 있습니다",
                f"실렸으면 'state: {ADDED}'로 바꾸고, 아니면 record를 지워 주세요",
            )
        elif link is None and state == ADDED:
            said = ("실렸다고 했는데 기록(record)이 없습니다", "예: record: 2026-alley-chairs")
        else:
            continue
        yield _problem(RECEIVED, archive.received, place, Rule.RECEIPT_LINK, *said)


def answered_request_says_what_was_done(archive: Archive) -> Iterator[Problem]:
    """A request that is no longer open has the day of the answer and what was done; an open one has neither."""
    for request, place in _entries(archive.requests):
        state = request.get("state")
        for name, label, example in (
            ("answered", "답한 날", "2026-12-01"),
            ("done", "한 일", "이름을 맡은 자리로 바꾸었습니다"),
        ):
            if state == OPEN and name in request:
                said = (
                    f"아직 살펴보는 중인데 {label}({name})이 적혀 있습니다",
                    f"답했으면 state를 바꾸고, 아니면 {josa(label, '을/를')} 지워 주세요",
                )
            elif state not in (None, OPEN) and name not in request:
                said = (f"답했다고 했는데 {label}({name})이 없습니다", f"예: {name}: {example}")
            else:
                continue
            yield _problem(REQUESTS, archive.requests, place, Rule.REQUEST_ANSWER, *said)


def answer_comes_after_the_request(archive: Archive) -> Iterator[Problem]:
    """A request is not answered before the day on which it came."""
    for request, place in _entries(archive.requests):
        asked, answered = request.get("date"), request.get("answered")
        if asked and answered and answered < asked:
            yield _problem(
                REQUESTS,
                archive.requests,
                place,
                Rule.REQUEST_ANSWER,
                f"답한 날({answered})이 받은 날({asked})보다 앞입니다",
                "두 날짜를 확인해 주세요",
            )


def followed_removal_leaves_a_tombstone(archive: Archive) -> Iterator[Problem]:
    """A record that was taken down as asked is withdrawn."""
    for request, place in _entries(archive.requests):
        link = request.get("record")
        record = archive.by_id.get(link.id) if link else None
        is_followed = request.get("wish") == REMOVAL and request.get("state") == DONE
        if is_followed and record and not record.is_withdrawn:
            yield _problem(
                REQUESTS,
                archive.requests,
                place,
                Rule.REQUEST_ANSWER,
                f"거두었다고 했는데 기록이 그대로 있습니다: {quoted(record.id)}",
                "기록의 앞머리에 withdrawn: {date: 2026-12-01, reason: 까닭}을 적고 내용을 지워 주세요",
            )


def _entries(kept: KeptList) -> Iterator[tuple[Entry, Place]]:
    yield from zip(kept.entries, kept.places, strict=True)


def _problem(
    form: Form, kept: KeptList, place: Place, rule: Rule, message: str, hint: str
) -> Problem:
    return Problem.at(kept.sources[0].path, place, rule, f"{form.label}: {message}", hint)


def session_tells_of_a_course(archive: Archive) -> Iterator[Problem]:
    """What a session followed is a course: a collection to teach with, with steps."""
    courses = [one.id for one in archive.by_id.values() if one.get("session")]
    for session, place in _entries(archive.sessions):
        link = session.get("course")
        if link is not None and link.id not in courses:
            meant = nearest(link.id, courses)
            yield _problem(
                SESSIONS,
                archive.sessions,
                place,
                Rule.SESSION_LINK,
                f"수업이 아닙니다: {quoted(link.id)}",
                did_you_mean(meant) if meant else "수업 차례가 있는 읽기 묶음의 id를 적어 주세요",
            )


def session_counts_each_step(archive: Archive) -> Iterator[Problem]:
    """A session has as many used minutes as planned ones, none below 0, and at least one person."""
    for session, place in _entries(archive.sessions):
        planned, used = session.get("planned", ()), session.get("used", ())
        if len(planned) != len(used):
            said = (
                f"계획한 시간은 {len(planned)}개인데 쓴 시간은 {len(used)}개입니다",
                "차례마다 하나씩 적고, 뺀 차례는 used에 0을 적어 주세요",
            )
        elif any(minutes < 0 for minutes in (*planned, *used)) or session.get("people", 1) < 1:
            said = (
                "시간이나 사람 수가 너무 작습니다",
                "시간은 0 이상, 사람 수는 1 이상으로 적어 주세요",
            )
        else:
            continue
        yield _problem(SESSIONS, archive.sessions, place, Rule.SESSION_MINUTES, *said)


ARCHIVE_RULES = (
    session_tells_of_a_course,
    session_counts_each_step,
    number_stands_once,
    entry_leads_to_a_record,
    added_case_leads_to_its_record,
    answered_request_says_what_was_done,
    answer_comes_after_the_request,
    followed_removal_leaves_a_tombstone,
)
