"""Folded text: a text with its spellings evened out for matching, and the way back."""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

# All that is neither plain ASCII, a Hangul syllable nor common Korean punctuation may fold to
# something else. One class, because a search for one class is several times faster.
_SUSPECT = re.compile(r"[^\t\n -$'-\[\]-~가-힣·‘’“”「」『』〈〉《》→]")
# Escapes of what numbers and addresses are made of: digits, space, + - . and @.
_PERCENT = re.compile("%(2[0BDEbde]|3[0-9]|40)")
_YAML = re.compile(r"\\(?:x|u00|U000000)(2[0BDEbde]|3[0-9]|40)")
_LETTERS = re.compile(
    "[\u1100-\u11ff\u3131-\u3160\u3162-\u318c\ua960-\ua97c\ud7b0-\ud7fb\uffa1-\uffdc]{1,64}"
)
_NAMED = re.compile(r"&[^\t\n\f <&#;]{1,32};?")
# Zeros stand apart and the rest is measured first: int() refuses more than 4,300 digits.
_NUMERIC = re.compile(r"&#(?:0*([0-9]+)|[xX]0*([0-9A-Fa-f]+));?")
_MOST_DIGITS = 7
# What people type for a dash though Unicode does not call it one; the Hangul letter ㅡ leads.
_DASHES = frozenset("ㅡ\u1173\u2043\u2212\u2500\u2501\u30fc\u4e00\u02d7\u00af")
_DOTS = frozenset("\u119e\u318d\u2022\u2027\u2219\u22c5\u30fb\uff65")
_ATS = frozenset("ⓐⒶ")
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text and the offsets in the raw text that its characters came from.

    ``starts`` are offsets in ``text`` in rising order, ``raws`` the raw offsets they stand for.
    """

    text: str
    starts: tuple[int, ...]
    raws: tuple[int, ...]

    def raw_offset(self, offset: int) -> int:
        """The raw offset of the character at ``offset`` of the folded text."""
        piece = bisect_right(self.starts, offset) - 1
        raw = self.raws[piece] + offset - self.starts[piece]
        return min(raw, self.raws[piece + 1] - 1) if piece + 1 < len(self.raws) else raw


def fold(raw: str) -> Folded:
    """``NFKC(html.unescape(raw))`` without format characters and marks, with plain dashes.

    Percent and YAML escapes are read too, digits of every script become ASCII, and a sign such
    as ①, ² or ㎡ stands apart from the digits beside it: it is no part of their number.
    """
    parts: list[str] = []
    starts, raws = [0], [0]
    length = copied = 0
    for start, end, folded in _units(raw):
        parts += raw[copied:start], folded
        length += start - copied
        starts += length, length + len(folded)
        raws += start, end
        length += len(folded)
        copied = end
    parts.append(raw[copied:])
    return Folded("".join(parts), tuple(starts), tuple(raws))


def _units(raw: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and folded form of every part of ``raw`` that may fold."""
    end = 0
    while match := _SUSPECT.search(raw, end):
        start = match.start()
        end, unit = _unit_at(raw, start)
        folded = _folded(unit)
        if folded != raw[start:end]:
            yield start, end, folded


def _unit_at(raw: str, start: int) -> tuple[int, str]:
    """End and meaning of the reference, escape, run of Hangul letters or character there."""
    if raw[start] == "&":
        return _entity(raw, start)
    escape = _PERCENT.match(raw, start) or _YAML.match(raw, start)
    if escape:
        return escape.end(), chr(int(escape[1], 16))
    letters = _LETTERS.match(raw, start)
    return (letters.end(), letters[0]) if letters else (start + 1, raw[start])


def _entity(raw: str, start: int) -> tuple[int, str]:
    """End and meaning of the character reference at ``start``; a mere ``&`` means itself."""
    if match := _NUMERIC.match(raw, start):
        number, base = (match[1], 10) if match[1] else (match[2], 16)
        known = len(number) <= _MOST_DIGITS
        return match.end(), html.unescape(f"&#{int(number, base)};") if known else "\ufffd"
    match = _NAMED.match(raw, start)
    if not match or html.unescape(match[0]) == match[0]:
        return start + 1, "&"
    return _without_common_end(match[0], html.unescape(match[0]), start)


def _without_common_end(written: str, meant: str, start: int) -> tuple[int, str]:
    """``&nbsp010`` means a space and what follows it: only the reference itself is taken."""
    same = 0
    while same < min(len(written), len(meant)) - 1 and written[-1 - same] == meant[-1 - same]:
        same += 1
    return start + len(written) - same, meant[: len(meant) - same]


@lru_cache(maxsize=4096)
def _folded(unit: str) -> str:
    """The folded form of ``unit``, spaced where it holds digits but is none itself."""
    if unit in _ATS:
        return "@"
    folded = "".join(map(_folded_char, unicodedata.normalize("NFKC", unit)))
    if not unit.isdecimal() and any(map(str.isdecimal, folded)):
        return f"  {folded}  "
    return folded


def _folded_char(char: str) -> str:
    category = unicodedata.category(char)
    if category in ("Cf", "Mn", "Me") or char in _FILLERS:
        return ""
    if category == "Pd" or char in _DASHES:
        return "-"
    if char in _DOTS:
        return "·"
    return str(unicodedata.decimal(char)) if category == "Nd" else char
