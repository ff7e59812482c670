"""Exercises: what a table does with a case, made from the case's own data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from hyeopchi.library.library import Library
from hyeopchi.paper.blocks.binding import bound
from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.catalogue import EXERCISES
from hyeopchi.paper.exercises.cards import cards
from hyeopchi.paper.exercises.exercise import KEY, Exercise, keys_on_one
from hyeopchi.paper.exercises.ordering import ordering
from hyeopchi.paper.exercises.questions import questions
from hyeopchi.paper.exercises.roles import roles
from hyeopchi.paper.exercises.sorting import sorting
from hyeopchi.paper.exercises.stakeholders import stakeholders
from hyeopchi.records.record import Record

_MAKERS: tuple[Callable[[Record, Library], Exercise | None], ...] = (
    questions,
    ordering,
    sorting,
    roles,
    stakeholders,
    cards,
)


def exercises_of(record: Record, library: Library) -> Iterator[Exercise]:
    """Every exercise that the data of a case allow."""
    for make in _MAKERS:
        if exercise := make(record, library):
            yield exercise


def keys_of(record: Record, made: Iterable[Exercise]) -> tuple[Sheet, ...]:
    """The sheet with the keys to the exercises that were ``made`` of a case; none where they have none."""
    keys = [exercise.key for exercise in made if exercise.key]
    return keys_on_one(f"{record.id}-{KEY}", record.title, keys)


def workbook(record: Record, library: Library) -> Iterator[Sheet]:
    """All exercises of a case that is taught as one book, the sheet with their keys at its end; none where it has none."""
    made = (
        tuple(exercises_of(record, library))
        if record.get("teaching") and not record.is_withdrawn
        else ()
    )
    if made:
        sheets = [*(exercise.sheet for exercise in made), *keys_of(record, made)]
        ending, name = EXERCISES
        title = f"{record.title}: {name}"
        yield bound(f"{record.id}-{ending}", title, sheets, "답지는 맨 뒤에 있습니다.")
