"""Left: words of a form that found no field, and how the places are called at which they stand."""

from __future__ import annotations

from dataclasses import dataclass

OUTSIDE = "표 밖"
"""The place of words above all that is printed."""
UNDER = " 아래"
"""Behind the line below which words stand."""
_SHORT = 30
"""Letters of a heading by which a place is named."""


@dataclass(frozen=True, slots=True)
class Left:
    """Words that found no field, and the question, the row or the place at which they stand."""

    where: str
    text: str


def shortened(line: str) -> str:
    """A line as the name of a place."""
    return line.strip() if len(line.strip()) <= _SHORT else f"{line.strip()[:_SHORT]}…"
