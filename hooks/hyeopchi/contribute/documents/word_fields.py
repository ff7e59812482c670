"""Fields of Word: what it counts or looks up by itself, and the words that stand for it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_COUNTED = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTION|SECTIONPAGES)\b", re.IGNORECASE)
_LEADS = re.compile(r'\s*HYPERLINK\s+"([^"]+)"', re.IGNORECASE)


def is_counted(instruction: str) -> bool:
    """Whether a field shows what nobody typed: a number of pages."""
    return _COUNTED.match(instruction) is not None


@dataclass(slots=True)
class _Field:
    """A field that is being read: its instruction, and whether its result is being told."""

    instruction: str = ""
    is_muted: bool = False


@dataclass(slots=True)
class Fields:
    """The fields that are being read, one in the other."""

    _open: list[_Field] = field(default_factory=list)

    @property
    def are_muted(self) -> bool:
        """Whether what is read is the result of a field that nobody typed."""
        return any(one.is_muted for one in self._open)

    def begin(self) -> None:
        """A field begins with its instruction."""
        self._open.append(_Field())

    def instruct(self, text: str) -> None:
        """Go on with the instruction."""
        if self._open:
            self._open[-1].instruction += text

    def separate(self) -> None:
        """The result begins."""
        if self._open:
            self._open[-1].is_muted = is_counted(self._open[-1].instruction)

    def end(self) -> str:
        """The field ends; the address that it leads to, "" for none."""
        link = _LEADS.match(self._open.pop().instruction) if self._open else None
        return link[1] if link else ""

    def end_line(self) -> None:
        """The paragraph ends: a number of pages never goes on to another."""
        for one in self._open:
            one.is_muted = False
