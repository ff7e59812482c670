"""The form of a session: what a facilitator tells of a meeting, on paper and on the page, and how it is read.

Both write a line for each answer: the label, then a colon or the next cell of the table, then the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from textwrap import shorten
from typing import Any, NamedTuple

from hyeopchi.records.archive import Archive
from hyeopchi.records.record import Record
from hyeopchi.schema.likely_date import likely_date
from hyeopchi.schema.vocabulary import Vocabulary
from hyeopchi.text.korean import josa

TITLE = "해 본 기록"
COURSE, DATE, DISTRICT, PEOPLE = "수업", "해 본 날", "지역", "사람 수"
WORDS = {"cut": "뺀 것", "worked": "잘된 것", "changed": "바꾼 것"}
"""What is told in words, by the field of the list."""
IN_WORDS = "말로 적기"
"""The head of the paper's second table."""
MINUTES, MINUTES_HELP = "시간의 칸", "쓴 시간(분). 뺀 차례는 0"
"""What stands below the paper's tables: no answer goes on behind it."""

_STEP = re.compile(r"\d{1,2}\. .*\(계획 (\d{1,3})분\)")
_LINE = re.compile(r"[ \t]*(?P<label>[^\t]{1,120}?)[ \t]*(?:\t|:[ \t]|:$|：)[ \t]*(?P<value>.*)")
_COUNT = re.compile(r"(?P<number>\d{1,4}) ?(?:명|분)?")
_ASKED = frozenset({TITLE, COURSE, DATE, DISTRICT, PEOPLE, IN_WORDS, MINUTES, *WORDS.values()})


class Told(NamedTuple):
    """An entry for the list without its number, and what of it could not be read."""

    entry: Mapping[str, Any]
    unread: tuple[str, ...]


def step_labels(course: Record) -> Iterator[str]:
    """What each step is called where its minutes are asked."""
    for number, step in enumerate(course.get("session", ()), start=1):
        name = step.get("name") or shorten(step["activity"].partition(".")[0], 24, placeholder="…")
        yield f"{number}. {name} (계획 {step['minutes']}분)"


def labels(course: Record) -> tuple[str, ...]:
    """Everything that is asked of a meeting which ``course`` led, but which course it was."""
    return (DATE, DISTRICT, PEOPLE, *step_labels(course), *WORDS.values())


def read_session(text: str, archive: Archive) -> Told | None:
    """The session that ``text`` tells of; None where it is no such form."""
    rows = _rows(text)
    answers = {label: value for label, value in rows.items() if value}
    if TITLE not in text or COURSE not in answers:
        return None
    steps = [(planned[1], rows[label]) for label in rows if (planned := _STEP.fullmatch(label))]
    day = likely_date(answers.get(DATE, ""))
    entry = {
        "date": day.edtf if day and day.day and not day.qualifier else None,
        "course": _course(answers[COURSE]),
        "district": _district(answers.get(DISTRICT, ""), archive.vocabularies["districts"]),
        "people": _number(answers.get(PEOPLE, "")),
        "planned": [int(planned) for planned, _ in steps],
        "used": [_number(value) for _, value in steps],
        **{name: answers.get(label) for name, label in WORDS.items()},
    }
    return Told(
        {name: value for name, value in entry.items() if value}, tuple(_unread(entry, answers))
    )


def _rows(text: str) -> Mapping[str, str]:
    """The answers by their labels; a line without one goes on with the answer above it."""
    rows: dict[str, list[str]] = {}
    label = TITLE
    for line in text.split("\n"):
        row = _LINE.fullmatch(line)
        is_asked = row is not None and (row["label"] in _ASKED or _STEP.fullmatch(row["label"]))
        label = row["label"] if row and is_asked else label
        rows.setdefault(label, []).append((row["value"] if row and is_asked else line).strip())
    return {label: " ".join(filter(None, lines)) for label, lines in rows.items()}


def _unread(entry: Mapping[str, Any], answers: Mapping[str, str]) -> Iterator[str]:
    for name, label in (("date", DATE), ("people", PEOPLE)):
        if entry[name] is None:
            yield _not_read(label, answers.get(label, "(비어 있음)"))
    if answers.get(DISTRICT) and entry["district"] is None:
        yield f"‘{DISTRICT}’이 자치구의 이름이 아닙니다: {answers[DISTRICT]}"
    if None in entry["used"] or not entry["used"]:
        yield "차례마다 쓴 시간(분)을 수로 적어 주세요. 뺀 차례는 0입니다"
        yield from (
            _not_read(label, said)
            for label, said in answers.items()
            if _STEP.fullmatch(label) and _number(said) is None
        )


def _not_read(label: str, said: str) -> str:
    return f"{josa(f'‘{label}’', '을/를')} 읽지 못했습니다: {said}"


def _course(written: str) -> str:
    found = re.search(r"reader-[a-z0-9-]+", written)
    return found[0] if found else written


def _district(written: str, districts: Vocabulary) -> str | None:
    return next((one.id for one in districts if written in (one.id, one.label)), None)


def _number(written: str) -> int | None:
    found = _COUNT.fullmatch(written)
    return int(found["number"]) if found else None
