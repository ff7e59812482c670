"""A course: a teaching collection as the steps of one meeting, with what each hands out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from hyeopchi.library.library import Library
from hyeopchi.paper.blocks.sheet import Copies, Sheet
from hyeopchi.paper.exercises.exercise import KEY, keys_on_one
from hyeopchi.paper.kit.amounts import Amounts
from hyeopchi.records.record import Record
from hyeopchi.schema.entry import Entry


@dataclass(frozen=True, slots=True)
class Copied:
    """A sheet that is given out from a step on; ``key`` is the facilitator's."""

    paper: str
    sheet: Sheet
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


@dataclass(frozen=True, slots=True)
class Shortened:
    """A course in less time: ``minutes`` in all, the steps that fall, and those that take fewer minutes."""

    minutes: int
    fallen: tuple[Step, ...]
    shorter: tuple[tuple[Step, int], ...]


@dataclass(frozen=True)
class Course:
    """A teaching collection, prepared for a number of people.

    ``papers`` are the sheets to copy in the order in which they are handed out, each once.
    """

    record: Record
    library: Library
    amounts: Amounts
    papers: tuple[Copied, ...] = ()

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The steps with their times."""
        found: list[Step] = []
        for number, entry in enumerate(self.record.get("session", ()), start=1):
            start = found[-1].end if found else 0
            found.append(Step(number, start, start + entry["minutes"], entry))
        return tuple(found)

    @cached_property
    def shortened(self) -> Shortened | None:
        """How the record shortens it; None where it does not."""
        given = [(step, step.entry.get("shorter", step.entry["minutes"])) for step in self.steps]
        if all(minutes == step.entry["minutes"] for step, minutes in given):
            return None
        return Shortened(
            sum(minutes for _, minutes in given),
            tuple(step for step, minutes in given if not minutes),
            tuple((step, left) for step, left in given if 0 < left < step.entry["minutes"]),
        )

    @cached_property
    def keys(self) -> tuple[Sheet, ...]:
        """The sheet with the keys, which only the facilitator has; none where no paper has one."""
        keys = [copied.key for copied in self.papers if copied.key]
        sheets = keys_on_one(f"kit-{self.record.id}-{KEY}", self.record.title, keys)
        return tuple(replace(sheet, copies=Copies(1)) for sheet in sheets)

    def record_of(self, step: Step) -> Record | None:
        """The record that a step uses."""
        link = step.entry.get("sheet")
        record = self.library.by_id.get(link.id) if link else None
        return None if record is None or record.is_withdrawn else record

    def given_at(self, step: Step) -> tuple[Copied, ...]:
        """The papers that are handed out from ``step`` on."""
        return tuple(copied for copied in self.papers if copied.step == step.number)

    def per_words(self, per: str, each: int) -> str:
        """How a thing is given out: "한 사람마다 5개"."""
        return f"{self.library.label('per', per)} {each:,}개"
