"""A kit: every sheet of a course with its copies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.kit.copy_list import Line, recounted, with_pages
from hyeopchi.text.slug import slug

_LONGEST = 50
"""Letters of a file's name: Hangul takes three bytes each, and a system allows 255."""


@dataclass(frozen=True, slots=True)
class Kit:
    """``sheets`` in the order of use, the first page first; ``whole`` is all of them as one document.

    ``lines`` is the list of its first page.
    """

    sheets: tuple[Sheet, ...]
    whole: Sheet
    lines: tuple[Line, ...] = ()

    @property
    def stem(self) -> str:
        """The name of its zip and of the whole, without ending."""
        return self.whole.stem

    @property
    def named(self) -> Iterator[tuple[str, Sheet]]:
        """Every sheet with its file's name without ending: its number in the list of the first page, its name, what it is of."""
        return (
            (f"{number:02}-{slug(sheet.head)[:_LONGEST].rstrip('-')}", sheet)
            for number, sheet in enumerate(self.sheets)
        )

    def counted(self, pages: Mapping[str, int]) -> Kit:
        """This kit whose list says how many pages a sheet of a stem has."""
        lines = with_pages(self.lines, pages)
        first, *rest = self.sheets
        return replace(
            self,
            sheets=(recounted(first, self.lines, lines), *rest),
            whole=recounted(self.whole, self.lines, lines),
            lines=lines,
        )
