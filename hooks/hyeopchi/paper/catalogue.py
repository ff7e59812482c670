"""The catalogue: which papers the library makes of what, without making any."""

from __future__ import annotations

from typing import NamedTuple

from hyeopchi.record import Record

FORMATS = ("pdf",)
"""The endings of the files that each paper is written as, the one to print first."""
FOLDER = "papers"
"""Where a site keeps them, below its root."""
HANDOUTS = (("participant", "참여자용"), ("sheet", "둘째 장"), ("facilitator", "진행자용"))
"""What a case to teach with becomes: the ending of the file's stem, and its name."""


class Paper(NamedTuple):
    """A paper by its name and the stem of its files."""

    name: str
    stem: str

    def files(self) -> tuple[tuple[str, str], ...]:
        """Each of its formats with its address from the site's root."""
        return tuple((ending.upper(), f"{FOLDER}/{self.stem}.{ending}") for ending in FORMATS)


def papers_of(record: Record) -> tuple[Paper, ...]:
    """The papers that are made of ``record`` alone."""
    if record.is_withdrawn:
        return ()
    if record.kind == "collection":
        return (Paper("읽기 묶음", record.id),)
    if "teaching" in record.entry:
        return tuple(Paper(name, f"{record.id}-{ending}") for ending, name in HANDOUTS)
    return ()
