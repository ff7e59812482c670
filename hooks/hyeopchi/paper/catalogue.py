"""The catalogue: which papers the library makes of what, without making any."""

from __future__ import annotations

from typing import NamedTuple

from hyeopchi.paper.formats import ENDINGS
from hyeopchi.record import Record

FOLDER = "papers"
"""Where a site keeps them, below its root."""
HANDOUTS = (("participant", "참여자용"), ("sheet", "둘째 장"), ("facilitator", "진행자용"))
"""What a case to teach with becomes: the ending of the file's stem, and its name."""

EXERCISES = ("exercises", "연습")
"""The same for its exercises, bound with their keys."""
GAME = (("rules", "규칙"), ("board", "판"), ("cards", "카드"))
"""The same for the board game made of the whole library."""
GAME_STEM = "board-game"


class Paper(NamedTuple):
    """A paper by its name and the stem of its files."""

    name: str
    stem: str

    def files(self) -> tuple[tuple[str, str], ...]:
        """Each of its formats with its address from the site's root."""
        return tuple((ending.upper(), f"{FOLDER}/{self.stem}.{ending}") for ending in ENDINGS)


def is_course(record: Record) -> bool:
    """Whether a kit is made of ``record``: a teaching collection with steps."""
    return not record.is_withdrawn and record.get("purpose") == "teaching" and bool(record.get("session"))


def zip_of(record: Record) -> str:
    """The address of a course's zip from the site's root: every sheet of its kit in every format."""
    return f"{FOLDER}/kit-{record.id}.zip"


def papers_of(record: Record) -> tuple[Paper, ...]:
    """The papers that are made of ``record`` alone."""
    if record.is_withdrawn:
        return ()
    if record.kind == "collection":
        kit = (Paper("꾸러미 한 권", f"kit-{record.id}"),) if is_course(record) else ()
        return (Paper("읽기 묶음", record.id), *kit)
    if "teaching" in record.entry:
        return tuple(Paper(name, f"{record.id}-{ending}") for ending, name in (*HANDOUTS, EXERCISES))
    return ()


def game_papers() -> tuple[Paper, ...]:
    """The papers of the board game."""
    return tuple(Paper(name, f"{GAME_STEM}-{ending}") for ending, name in GAME)
