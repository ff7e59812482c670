"""Handing out: which sheets each step of a course needs, and how many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from hyeopchi.library.library import Library
from hyeopchi.paper.blocks.sheet import Copies, Sheet
from hyeopchi.paper.catalogue import EASY
from hyeopchi.paper.content import handouts
from hyeopchi.paper.content.easy_sheet import easy_sheet
from hyeopchi.paper.exercises import exercises_of
from hyeopchi.paper.exercises.exercise import Exercise
from hyeopchi.paper.kit.amounts import PEOPLE, Amounts
from hyeopchi.paper.kit.course import Copied, Course, Step
from hyeopchi.records.record import Record


def course_of(record: Record, library: Library, people: int = PEOPLE) -> Course:
    """The course of a teaching collection for a number of people."""
    amounts = Amounts(people, record["group_size"]) if record.get("group_size") else Amounts(people)
    course = Course(record, library, amounts)
    found: dict[str, Copied] = {}
    made: dict[str, _Made] = {}
    for step in course.steps:
        for copied in _papers(course, step, made):
            found.setdefault(copied.sheet.stem, copied)
    return replace(course, papers=tuple(found.values()))


class _Made(NamedTuple):
    """What there is to hand out of a record: exercises and handouts by their terms, and the easy sheet."""

    exercises: Mapping[str, Exercise]
    handouts: Mapping[str, Sheet]
    easy: Sheet | None


def _made(record: Record, library: Library) -> _Made:
    return _Made(
        {exercise.paper: exercise for exercise in exercises_of(record, library)},
        {sheet.stem.removeprefix(f"{record.id}-"): sheet for sheet in handouts.of(record, library)},
        easy_sheet(record, library),
    )


def _papers(course: Course, step: Step, made: dict[str, _Made]) -> Iterator[Copied]:
    """What a step hands out; ``made`` knows what other steps have had made of the same record."""
    record = course.record_of(step)
    if record is None or not record.get("teaching"):
        return
    if record.id not in made:
        made[record.id] = _made(record, course.library)
    exercises, sheets, easy = made[record.id]
    for paper in step.entry.get("papers", ("handout",)):
        exercise = exercises.get(paper)
        sheet = exercise.sheet if exercise else sheets.get(paper)
        if sheet:
            yield _copied(course, paper, sheet, step, exercise.key if exercise else None)
        if paper == "handout" and easy:
            yield _copied(course, EASY, easy, step, None)


def _copied(course: Course, paper: str, sheet: Sheet, step: Step, key: Sheet | None) -> Copied:
    per = str(course.library.vocabularies["papers"][paper].per)
    copies = Copies(course.amounts.of(per), per)
    return Copied(paper, replace(sheet, copies=copies), step.number, key)
