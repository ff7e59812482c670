"""The form of a session: what a facilitator tells of a meeting, on paper and on the page, and how it is read.

Both write a line for each answer: the label, then a colon or the next cell of the table, then the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from textwrap import shorten
from typing import Any, NamedTuple

from hyeopchi.contribute.left import Left
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

HEADS = (TITLE, IN_WORDS)
"""The first cells of the paper's tables."""

_STEP = re.compile(r"\d{1,2}\. .*\(계획 (\d{1,3})분\)")
_LONGEST = 200
"""Letters in which a label ends."""
_BEHIND_LABEL = re.compile("[\t:：]")
_QUOTED = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)
_COUNT = re.compile(r"(?P<number>\d{1,4}) ?(?:명|분)?")
_ASKED = frozenset({*HEADS, COURSE, DATE, DISTRICT, PEOPLE, MINUTES, *WORDS.values()})

Answers = dict[str, list[str]]
"""The lines of each answer, by its label."""


class Row(NamedTuple):
    """A line that answers: what is asked, and the answer."""

    label: str
    value: str


class Told(NamedTuple):
    """An entry for the list without its number, what of it could not be read, and words that answer nothing."""

    entry: Mapping[str, Any]
    unread: tuple[str, ...]
    left: tuple[Left, ...] = ()


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
    plain = text if re.search(rf"^[ \t]*{COURSE}", text, re.MULTILINE) else _QUOTED.sub("", text)
    answers = answers_in(plain)
    if TITLE not in text or not course_in(answers):
        return None
    around = ((TITLE, "앞머리"), (MINUTES, "끝"))
    left = (
        (where, "\n".join(filter(str.strip, answers.get(label, ())))) for label, where in around
    )
    return told_of(answers, archive)._replace(left=tuple(Left(*one) for one in left if one[1]))


def course_in(answers: Answers) -> str:
    """The course that is told of, "" for none."""
    found = re.search(r"reader-[a-z0-9-]+", written := _whole(answers.get(COURSE, ())))
    return found[0] if found else written


def told_of(told: Answers, archive: Archive) -> Told:
    """The session of which these answers tell."""
    rows = {label: _whole(lines) for label, lines in told.items()}
    answers = {label: value for label, value in rows.items() if value}
    steps = [(planned[1], rows[label]) for label in rows if (planned := _STEP.fullmatch(label))]
    day = likely_date(answers.get(DATE, ""))
    entry = {
        "date": day.edtf if day and day.day and not day.qualifier else None,
        "course": course_in(told),
        "district": _district(answers.get(DISTRICT, ""), archive.vocabularies["districts"]),
        "people": _number(answers.get(PEOPLE, "")),
        "planned": [int(planned) for planned, _ in steps],
        "used": [_number(value) for _, value in steps],
        **{name: answers.get(label) for name, label in WORDS.items()},
    }
    return Told(
        {name: value for name, value in entry.items() if value}, tuple(_unread(entry, answers))
    )


def answers_in(text: str) -> Answers:
    """The answers by their labels; a line without one goes on with the answer above it."""
    answers: Answers = {}
    label = TITLE
    for line in text.split("\n"):
        row = asked(line)
        label = row.label if row else label
        words = row.value if row else "" if line.strip() == TITLE else line
        answers.setdefault(label, []).append(words.strip())
    return answers


def asked(line: str) -> Row | None:
    """The label and the answer on a line; None where it begins with nothing that is asked."""
    for behind in _BEHIND_LABEL.finditer(line[:_LONGEST]):
        label = line[: behind.start()].strip()
        if is_asked(label):
            return Row(label, line[behind.end() :].strip())
    return None


def is_asked(label: str) -> bool:
    """Whether a label is one of the form's."""
    return label in _ASKED or _STEP.fullmatch(label) is not None


def _whole(lines: Iterable[str]) -> str:
    words = (part.strip() for line in lines for part in line.split("\n"))
    return " ".join(filter(None, words))


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


def _district(written: str, districts: Vocabulary) -> str | None:
    return next((one.id for one in districts if written in (one.id, one.label)), None)


def _number(written: str) -> int | None:
    found = _COUNT.fullmatch(written)
    return int(found["number"]) if found else None
