"""Print letters: which letters the fonts of paper draw, and what stands in the place of others.

``scripts/make_fonts.py`` lists them, so that the check of records needs no font.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

STAND_IN = "〓"
"""What printers set where a type is missing."""

_INVISIBLE = frozenset({"Cc", "Cf", "Zl", "Zp"})
"""Categories of characters that nothing is drawn for."""
_NEAR = {
    "✅": "✔",
    "❌": "×",
    "➕": "＋",
    "➖": "−",
    "➗": "÷",
    "🔴": "●",
    "🔵": "●",
    "🟢": "●",
    "🔺": "▲",
    "🔻": "▼",
    "🌟": "★",
}
"""Signs that a font draws, for common ones that none does and that Unicode decomposes to none."""


def undrawn(text: str) -> Iterator[str]:
    """The letters of ``text`` that no font of paper draws, each once, in the order of their numbers."""
    return (
        letter
        for letter in sorted({*_not_drawn().findall(text)})
        if unicodedata.category(letter) not in _INVISIBLE
    )


def with_stand_ins(text: str) -> str:
    """``text`` with ``STAND_IN`` in the place of every letter that no font of paper draws."""
    return text.translate({ord(letter): STAND_IN for letter in undrawn(text)})


def nearest_drawn(letter: str) -> str:
    """Letters that a font draws and that say what ``letter`` does, "" where none is known."""
    near = _NEAR.get(letter) or unicodedata.normalize("NFKC", letter)
    return "" if near == letter or any(undrawn(near)) else near


def drawn() -> str:
    """The numbers of all letters that a font of paper draws: ``0000-0377 037A-037F …``, in hexadecimal."""
    return " ".join(Path(__file__).with_suffix(".txt").read_text("ascii").split())


@cache
def _not_drawn() -> re.Pattern[str]:
    """What finds a letter that no font of paper draws: many times faster than looking up each letter."""
    spans = (span.split("-") for span in drawn().split())
    return re.compile(f"[^{''.join('-'.join(map(_escaped, span)) for span in spans)}]")


def _escaped(number: str) -> str:
    return rf"\U{number:0>8}"
