"""A text as the rules on personal data read it: folded, its long numbers found once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from hyeopchi.files.source import SourceFile
from hyeopchi.rules.personal_data.folding import Folded, fold
from hyeopchi.rules.personal_data.patterns import NUMBERS, PLATE_SYLLABLE

_AFTER = 5  # characters after a stretch that a pattern may look at: "호", " 백만원"

_SIGN = re.compile(
    r"[0-9](?:[0-9]{5}[^0-9\n]{1,12}[0-9]{7}"
    rf"|[0-9]{{0,2}} ?{PLATE_SYLLABLE}[ -]?[0-9]{{4}}"
    r"|[0-9]{0,3}(?: ?동[ ,]{0,2}(?:[0-9]{1,2}층 ?)?[Bb]?[0-9]|층 ?[0-9]{3}|호|-[0-9]{3}))"
)
"""Stands in every text in which ``RESIDENT_APART``, ``PLATE`` or ``HOME`` does: one search in place of three."""

Judge = Callable[[re.Match[str]], bool]


class Reading(NamedTuple):
    """Folded text, where in it long numbers stand, as start and end offsets, and the text in lower case.

    ``has_sign``: it may hold numbers that stand between words.
    """

    folded: Folded
    stretches: tuple[tuple[int, int], ...]
    lowered: str
    has_sign: bool


@lru_cache(maxsize=8)
def read(raw: str) -> Reading:
    """``raw`` folded and searched for its long numbers."""
    folded = fold(raw)
    stretches = tuple(match.span() for match in NUMBERS.finditer(folded.text))
    has_sign = _SIGN.search(folded.text) is not None
    return Reading(folded, stretches, folded.text.lower(), has_sign)


def numbers(
    source: SourceFile, pattern: re.Pattern[str], is_meant: Judge
) -> Iterator[re.Match[str]]:
    """What ``pattern`` finds in the stretches; a match not meant hides none that overlaps it."""
    folded, stretches, *_ = read(source.text)
    for start, end in stretches:
        while match := pattern.search(folded.text, start, end + _AFTER):
            meant = is_meant(match)
            start = match.end() if meant else match.start() + 1
            if meant:
                yield match


def words(source: SourceFile, pattern: re.Pattern[str], is_meant: Judge) -> Iterator[re.Match[str]]:
    """What ``pattern`` finds in the whole folded text and ``is_meant`` holds for."""
    return filter(is_meant, pattern.finditer(read(source.text).folded.text))


def between_words(
    source: SourceFile, pattern: re.Pattern[str], is_meant: Judge
) -> Iterator[re.Match[str]]:
    """The same for a pattern that finds nothing where no ``_SIGN`` of it stands."""
    return words(source, pattern, is_meant) if read(source.text).has_sign else iter(())
