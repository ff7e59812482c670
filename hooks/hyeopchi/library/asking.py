"""Asking: two or three questions that a record leaves open, to take along to those who may know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from hyeopchi.library.library import Library
from hyeopchi.library.promise_clock import clock_at
from hyeopchi.library.wording import status_words
from hyeopchi.records.record import Record
from hyeopchi.text.korean import josa

MOST_QUESTIONS = 3


def questions_of(record: Record, library: Library) -> tuple[str, ...]:
    """What became of the matter after its newest source; then what its sources do not say."""
    return tuple(islice((*_afterwards(record, library), *_unsaid(record, library)), MOST_QUESTIONS))


def first_questions_of(records: Iterable[Record], library: Library) -> tuple[str, ...]:
    """The first question of the first of ``records`` that leave one open, each with its title."""
    asked = (
        f"‘{record.title}’: {question}"
        for record in records
        for question in questions_of(record, library)[:1]
    )
    return tuple(islice(asked, MOST_QUESTIONS))


def _afterwards(record: Record, library: Library) -> Iterator[str]:
    status = status_words(record, library)
    if clock := clock_at(record.link, library):
        yield f"{clock.due.printed}까지 하기로 한 일은 어떻게 되었나요?"
    elif status and status.as_of and status.id in ("planned", "underway"):
        told = {"planned": "하기로 한", "underway": "하고 있던"}[status.id]
        yield f"{status.as_of.year}년 자료에 {told} 일로 나옵니다. 그 뒤 어떻게 되었나요?"
    elif status and status.id == "done":
        yield "그때 달라졌다고 한 것은 그 뒤에도 이어졌나요?"


def _unsaid(record: Record, library: Library) -> Iterator[str]:
    for one in record.get("unknown", ()):
        label = library.schema.fields[one["field"].split(".")[0]].label
        note = f" ({one['note']})" if one.get("note") else ""
        yield f"{josa(label, '을/를')} 알 수 있는 자료가 있나요?{note}"
