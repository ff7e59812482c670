"""A course: a teaching collection as the steps of one meeting, with what each hands out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from hyeopchi.library.library import Library
from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.content import handouts
from hyeopchi.paper.exercises import exercises_of
from hyeopchi.paper.kit.amounts import Amounts
from hyeopchi.records.record import Record
from hyeopchi.schema.entry import Entry

_HANDOUTS = {"handout": "participant", "outcome": "sheet"}
"""Papers that are no exercise, and the ending of the sheet that each is."""


@dataclass(frozen=True, slots=True)
class Copied:
    """A sheet with how many of it are needed, and from which step on; ``key`` is the facilitator's."""

    paper: str
    sheet: Sheet
    copies: int
    step: int
    key: Sheet | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its number from 1, when it starts and ends (minutes from the beginning), its entry."""

    number: int
    start: int
    end: int
    entry: Entry

    @property
    def name(self) -> str:
        """Its name; its number where it has none."""
        return self.entry.get("name") or f"{self.number}번째 차례"

    @property
    def is_work(self) -> bool:
        """Whether something is done, and not only rested."""
        return any(name in self.entry for name in ("sheet", "say", "materials"))


@dataclass(frozen=True)
class Course:
    """A teaching collection, prepared for a number of people."""

    record: Record
    library: Library
    amounts: Amounts

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The steps with their times."""
        found: list[Step] = []
        for number, entry in enumerate(self.record.get("session", ()), start=1):
            start = found[-1].end if found else 0
            found.append(Step(number, start, start + entry["minutes"], entry))
        return tuple(found)

    @cached_property
    def papers(self) -> tuple[Copied, ...]:
        """The sheets to copy in the order in which they are handed out, each once."""
        found: dict[str, Copied] = {}
        for step in self.steps:
            for copied in self._papers(step):
                found.setdefault(copied.sheet.stem, copied)
        return tuple(found.values())

    @cached_property
    def keys(self) -> tuple[Sheet, ...]:
        """What only the facilitator has."""
        return tuple(
            replace(copied.key, copies="진행자 1장") for copied in self.papers if copied.key
        )

    def record_of(self, step: Step) -> Record | None:
        """The record that a step uses."""
        link = step.entry.get("sheet")
        record = self.library.by_id.get(link.id) if link else None
        return None if record is None or record.is_withdrawn else record

    def _papers(self, step: Step) -> Iterator[Copied]:
        record = self.record_of(step)
        if record is None or not record.get("teaching"):
            return
        exercises = {exercise.paper: exercise for exercise in exercises_of(record, self.library)}
        sheets = {
            sheet.stem.removeprefix(f"{record.id}-"): sheet
            for sheet in handouts.of(record, self.library)
        }
        for paper in step.entry.get("papers", ("handout",)):
            exercise = exercises.get(paper)
            sheet = exercise.sheet if exercise else sheets.get(_HANDOUTS.get(paper, ""))
            if sheet:
                yield self._copied(paper, sheet, step, exercise.key if exercise else None)

    def _copied(self, paper: str, sheet: Sheet, step: Step, key: Sheet | None) -> Copied:
        copies = self.amounts.of(str(self.library.vocabularies["papers"][paper].per))
        return Copied(paper, replace(sheet, copies=f"복사 {copies}장씩"), copies, step.number, key)
