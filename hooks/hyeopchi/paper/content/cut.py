"""The cut: where a case stops being told, so that people may decide for themselves."""

from __future__ import annotations

from dataclasses import dataclass

from hyeopchi.library.library import Library
from hyeopchi.records.record import Record
from hyeopchi.records.sections import first_from, sections_of
from hyeopchi.schema.conventions import ACTIONS, CHANGES

_STAGE = "stage-"


@dataclass(frozen=True, slots=True)
class Cut:
    """A case in two parts: the ids of the headings and the number of stages told before the cut.

    ``words`` says where that is.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    stages_before: int
    words: str


def cut_of(record: Record, library: Library) -> Cut:
    """Where ``record`` stops; before what it changed where it names no place.

    The stages tell what was done, so they belong to the part of the heading that does. A cut at
    a stage leaves that heading's text to the second part: it tells of all stages.
    """
    headings = {one.id: one.heading for one in sections_of(record, library.schema)}
    stages = len(record.get("stages", ()))
    place = str(record["teaching"].get("cut", ""))
    actions, changes = (first_from(headings, library.schema, name) for name in (ACTIONS, CHANGES))
    if place.startswith(_STAGE):
        number = int(place.removeprefix(_STAGE))
        return _cut(headings, actions, number - 1, f"{number}단계")
    stop = place if place in headings else changes
    told = 0 if stop in (*_until(headings, actions), actions) and actions != changes else stages
    return _cut(headings, stop, told, headings.get(stop, "자료"))


def _cut(headings: dict[str, str], stop: str, stages: int, words: str) -> Cut:
    before = _until(headings, stop)
    return Cut(before, tuple(headings)[len(before) :], stages, words)


def _until(headings: dict[str, str], stop: str) -> tuple[str, ...]:
    ids = tuple(headings)
    return ids[: ids.index(stop)] if stop in ids else ids
