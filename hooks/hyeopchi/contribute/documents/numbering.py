"""Numbering: the numbers that a word processor puts before paragraphs by itself.

Whoever types "1. " before a line sees a number that stands nowhere in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

DEEPEST = 10
"""The depths of a list."""
_LONGEST = 20
"""Letters of what stands around a number; more are left out."""
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def _roman(count: int) -> str:
    letters = ""
    for value, letter in _ROMAN:
        letters += letter * (count // value)
        count %= value
    return letters


def _of(letters: str) -> Callable[[int], str]:
    """One of ``letters`` after the other."""
    return lambda count: letters[(count - 1) % len(letters)]


_LATIN, _SYLLABLES, _JAMO = (
    "abcdefghijklmnopqrstuvwxyz",
    "가나다라마바사아자차카타파하",
    "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ",
)
_SHAPES: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        name: shape
        for names, shape in (
            (("lowerLetter", "LATIN_SMALL"), _of(_LATIN)),
            (("upperLetter", "LATIN_CAPITAL"), _of(_LATIN.upper())),
            (("lowerRoman", "ROMAN_SMALL"), _roman),
            (("upperRoman", "ROMAN_CAPITAL"), lambda count: _roman(count).upper()),
            (("ganada", "HANGUL_SYLLABLE"), _of(_SYLLABLES)),
            (("chosung", "HANGUL_JAMO"), _of(_JAMO)),
            (("decimalEnclosedCircle", "CIRCLED_DIGIT"), _of("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")),
        )
        for name in names
    }
)
"""How numbers look, by the names of Word and of Hangul; others are digits."""


@dataclass(frozen=True, slots=True)
class Level:
    """How items of one depth are numbered: ``text`` with a sign and the depth, from 1, for each number."""

    start: int = 1
    shape: str = ""
    text: str = ""


@dataclass(slots=True)
class Numbering:
    """Counts the items of the lists of one document. ``lists``: the counter of each, and its levels."""

    lists: Mapping[str, tuple[str, Sequence[Level]]] = field(default_factory=dict)
    _counts: dict[str, list[int]] = field(default_factory=dict)

    def next(self, name: str, depth: int) -> str:
        """What stands before the next item of a list, with a space; "" for bullets and unknown lists."""
        counter, levels = self.lists.get(name, ("", ()))
        if depth >= len(levels):
            return ""
        counts = self._counts.setdefault(counter, [])
        del counts[depth + 1 :]
        counts += [levels[at].start for at in range(len(counts), depth)]
        if len(counts) == depth:
            counts.append(levels[depth].start - 1)
        counts[depth] += 1
        shown = re.sub(
            r"[%^]([1-9])",
            lambda sign: _shown(levels, counts, int(sign[1]) - 1),
            levels[depth].text[:_LONGEST],
        )
        return f"{shown} " if shown.strip() else ""


def _shown(levels: Sequence[Level], counts: Sequence[int], at: int) -> str:
    if at >= len(counts):
        return ""
    shape = _SHAPES.get(levels[at].shape, str)
    return shape(counts[at]) if counts[at] > 0 else str(counts[at])
