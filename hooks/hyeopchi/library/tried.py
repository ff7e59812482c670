"""What came back from meetings that a course led: how often, how long its steps took, what others changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from hyeopchi.records.archive import Archive
from hyeopchi.records.record import Record
from hyeopchi.schema.entry import Entry

_NEEDED = {"number", "date", "course", "people", "used"}
"""What a session has that was read whole; a preview shows no others."""


@dataclass(frozen=True, slots=True)
class Tried:
    """The sessions of one course, newest first.

    ``minutes``: for each of its steps the median of those that did it, None where nobody did or
    where the course had other steps then.
    """

    sessions: tuple[Entry, ...] = ()
    minutes: tuple[int | None, ...] = ()

    @property
    def count(self) -> int:
        """How often it was tried."""
        return len(self.sessions)


def tried(course: Record, archive: Archive) -> Tried:
    """What came back of ``course``."""
    whole = (one for one in archive.sessions.entries if one.keys() >= _NEEDED)
    found = [one for one in whole if one["course"].id == course.id]
    steps = len(course.get("session", ()))
    used = [one["used"] for one in found if len(one["used"]) == steps]
    minutes = tuple(_median([each[step] for each in used if each[step]]) for step in range(steps))
    newest = sorted(found, key=lambda one: (one["date"], one["number"]), reverse=True)
    return Tried(tuple(newest), minutes)


def _median(minutes: Sequence[int]) -> int | None:
    return round(median(minutes)) if minutes else None
