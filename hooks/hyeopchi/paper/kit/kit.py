"""A kit: every sheet of a course with its copies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hyeopchi.paper.blocks.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Kit:
    """``sheets`` in the order of use, the first page first; ``whole`` is all of them as one document."""

    sheets: tuple[Sheet, ...]
    whole: Sheet

    @property
    def stem(self) -> str:
        """The name of its zip and of the whole, without ending."""
        return self.whole.stem

    @property
    def named(self) -> Iterator[tuple[str, Sheet]]:
        """Every sheet with its file's name without ending: a number that keeps the order, then its stem."""
        return ((f"{number:02}-{sheet.stem}", sheet) for number, sheet in enumerate(self.sheets))
