"""Widths: how wide words are in the print font, near enough to lay out cards and tables by.

Known without reading the font: pages list the sheets, and no page needs a font for that.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

POINT = 25.4 / 72
"""Millimetres in a point."""

_SYLLABLE, _FULL, _OTHER, _SPACE = 0.92, 1.0, 0.61, 0.224
"""Ems that a Hangul syllable, another wide sign, a letter, a space are wide."""
_NARROW = dict.fromkeys("ijlIJ!|'‘’.,:;()[]{}", 0.34)
_WIDE = dict.fromkeys("mwMW@%&NOQDGHU", 0.85)
_BOLD = 1.06
_WORD = re.compile(r"[^\s/,·–-]*[/,·–-]|[^\s/,·–-]+")
"""A piece of text inside which no line ends, near enough."""


def width(text: str, points: float, *, is_strong: bool = False) -> float:
    """Millimetres that ``text`` is wide in letters of ``points``."""
    return _ems(text) * (_BOLD if is_strong else 1) * points * POINT


def words(text: str) -> Iterator[str]:
    """The pieces of ``text`` that stay whole at the end of a line."""
    return (match[0] for match in _WORD.finditer(text))


def line_count(text: str, points: float, room: float, *, is_strong: bool = False) -> int:
    """Lines that ``text`` takes where a line has ``room`` millimetres, 0 for no text."""
    count, left = 0, 0.0
    space = width(" ", points)
    for word in text.split():
        long = width(word, points, is_strong=is_strong)
        if not count or long > left:
            whole, rest = divmod(long, room)
            count, left = count + int(whole) + bool(rest), room - rest
        else:
            left -= long
        left -= space
    return count


@lru_cache(maxsize=4096)
def _ems(text: str) -> float:
    """Ems that ``text`` is wide; a card's words are measured for every size that a card may have."""
    return sum(map(_em, text))


def _em(letter: str) -> float:
    if "가" <= letter <= "힣":
        return _SYLLABLE
    if letter == " ":
        return _SPACE
    special = _NARROW.get(letter) or _WIDE.get(letter)
    if special:
        return special
    return _FULL if unicodedata.east_asian_width(letter) in "WFA" else _OTHER
