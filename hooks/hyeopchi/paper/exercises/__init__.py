"""Exercises: what a table does with a case, made from the case's own data."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hyeopchi.library import Library
from hyeopchi.paper.exercises.cards import cards
from hyeopchi.paper.exercises.exercise import Exercise
from hyeopchi.paper.exercises.ordering import ordering
from hyeopchi.paper.exercises.questions import questions
from hyeopchi.paper.exercises.roles import roles
from hyeopchi.paper.exercises.sorting import sorting
from hyeopchi.paper.exercises.stakeholders import stakeholders
from hyeopchi.record import Record

_MAKERS: tuple[Callable[[Record, Library], Exercise | None], ...] = (
    questions, ordering, sorting, roles, stakeholders, cards)


def exercises_of(record: Record, library: Library) -> Iterator[Exercise]:
    """Every exercise that the data of a case allow."""
    for make in _MAKERS:
        if exercise := make(record, library):
            yield exercise
