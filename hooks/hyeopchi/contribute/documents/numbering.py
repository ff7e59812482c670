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


def _of(letters: Sequence[str]) -> Callable[[int], str]:
    """One of ``letters`` after the other; beyond them, digits."""
    return lambda count: letters[count - 1] if count <= len(letters) else str(count)


def _latin(count: int) -> str:
    """a to z, then aa to zz."""
    return chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, _LONGEST)


def _spoken(digits: str) -> Callable[[int], str]:
    """Numbers below a hundred in words: 십이, 二十; greater ones are digits."""

    def word(count: int) -> str:
        tens, ones = divmod(count, 10)
        ten = f"{digits[tens - 1] if tens > 1 else ''}{digits[9]}" if tens else ""
        return ten + (digits[ones - 1] if ones else "") if count < 100 else str(count)

    return word


def _row(first: str, length: int) -> Callable[[int], str]:
    """Signs that follow each other in Unicode."""
    return _of("".join(chr(ord(first) + at) for at in range(length)))


_SYLLABLES, _JAMO = "가나다라마바사아자차카타파하", "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
_SHAPES: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        name: shape
        for names, shape in (
            (("lowerLetter", "LATIN_SMALL"), _latin),
            (("upperLetter", "LATIN_CAPITAL"), lambda count: _latin(count).upper()),
            (("lowerRoman", "ROMAN_SMALL"), _roman),
            (("upperRoman", "ROMAN_CAPITAL"), lambda count: _roman(count).upper()),
            (("ganada", "HANGUL_SYLLABLE"), _of(_SYLLABLES)),
            (("chosung", "HANGUL_JAMO"), _of(_JAMO)),
            (("decimalEnclosedCircle", "CIRCLED_DIGIT", "CIRCLE_DIGIT"), _row("①", 20)),
            (("CIRCLED_LATIN_SMALL",), _row("ⓐ", 26)),
            (("CIRCLED_LATIN_CAPITAL",), _row("Ⓐ", 26)),
            (("CIRCLED_HANGUL_SYLLABLE",), _row("㉮", 14)),
            (("CIRCLED_HANGUL_JAMO",), _row("㉠", 14)),
            (("koreanCounting", "HANGUL_PHONETIC"), _spoken("일이삼사오육칠팔구십")),
            (("koreanLegal",), _of("하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열".split())),
            (("chineseCounting", "IDEOGRAPH"), _spoken("一二三四五六七八九十")),
            (("CIRCLED_IDEOGRAPH", "ideographEnclosedCircle"), _row("㊀", 10)),
            (("DECAGON_CIRCLE",), _of("갑을병정무기경신임계")),
            (("ideographTraditional", "DECAGON_CIRCLE_HANJA"), _of("甲乙丙丁戊己庚辛壬癸")),
            (("decimalZero",), "{:02}".format),
        )
        for name in names
    }
)
"""How numbers look, by the names of Word and of Hangul; others are digits."""


@dataclass(frozen=True, slots=True)
class Level:
    """How items of one depth are numbered: ``text`` with a sign and the depth, from 1, for each number.

    ``restart``: the last depth, from 0, whose items begin the count anew; those of none where it is -1.
    ``style``: the style of paragraphs that are items of this depth.
    """

    start: int = 1
    shape: str = ""
    text: str = ""
    restart: int = DEEPEST
    is_in_digits: bool = False
    style: str = ""


@dataclass(slots=True)
class Numbering:
    """Counts the items of the lists of one document. ``lists``: the counter of each, and its levels."""

    lists: Mapping[str, tuple[str, Sequence[Level]]] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def next(self, name: str, depth: int) -> str:
        """What stands before the next item of a list, with a space; "" for bullets and unknown lists."""
        counter, levels = self.lists.get(name, ("", ()))
        if depth >= len(levels):
            return ""
        counts = self._counts.setdefault(counter, {})
        for at in range(depth + 1, len(levels)):
            if depth <= levels[at].restart:
                counts.pop(at, None)
        for at in range(depth):
            counts.setdefault(at, levels[at].start)
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        shown = re.sub(
            r"[%^]([1-9])",
            lambda sign: _shown(levels, counts, int(sign[1]) - 1, levels[depth].is_in_digits),
            levels[depth].text[:_LONGEST],
        )
        return f"{shown} " if shown.strip() else ""


def _shown(levels: Sequence[Level], counts: Mapping[int, int], at: int, is_in_digits: bool) -> str:
    if at not in counts:
        return ""
    shape = str if is_in_digits else _SHAPES.get(levels[at].shape, str)
    return shape(counts[at]) if counts[at] > 0 else str(counts[at])
