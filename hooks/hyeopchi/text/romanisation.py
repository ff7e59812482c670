"""Romanised: Korean words in Latin letters, for the ids of records.

By the Revised Romanization of Korean (2000), letter by letter: sounds that change between
syllables are left as written, except that a final consonant moves on to a vowel (먹어: meogeo).
The form on the page does the same; ``tests/data/romanised.json`` holds both to it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

LONGEST_NAME = 40
"""Letters of an id after its year."""

_FIRST, _LAST_SYLLABLE = 0xAC00, 0xD7A3
_INITIALS = "g kk n d tt r m b pp s ss _ j jj ch k t p h".split()
_VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
_FINALS = "_ k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split()
_MOVED = "_ g kk gs n nj nh d r lg lm lb ls lt lp lh m b ps s ss ng j ch k t p h".split()
_SILENT = 11
"""The number of the initial ㅇ, which is not heard."""
_NOT_OF_A_NAME = re.compile(r"[^a-z0-9]+")


def romanised(text: str) -> str:
    """``text`` with every Hangul syllable in Latin letters; what else it holds stays."""
    return "".join(_letters(unicodedata.normalize("NFC", text)))


def _letters(text: str) -> Iterator[str]:
    moved = ""
    for char, after in zip(text, [*text[1:], ""], strict=False):
        if not _is_syllable(char):
            moved = ""
            yield char
            continue
        initial, vowel, final = _parts(char)
        moves = final and _is_syllable(after) and _parts(after)[0] == _SILENT
        yield moved or _INITIALS[initial].strip("_")
        yield _VOWELS[vowel] + ("" if moves else _FINALS[final].strip("_"))
        moved = _MOVED[final] if moves else ""


def _is_syllable(char: str) -> bool:
    return bool(char) and _FIRST <= ord(char) <= _LAST_SYLLABLE


def _parts(syllable: str) -> tuple[int, int, int]:
    """The numbers of the initial consonant, the vowel and the final consonant (0 for none)."""
    code = ord(syllable) - _FIRST
    return code // 588, code // 28 % 21, code % 28


def proposed_id(title: str, year: int | None) -> str:
    """An id for a new record: ``2018-jumini-meonjeo-matgo``; ``nd-…`` where no year is known.

    Whole words as far as they go into ``LONGEST_NAME`` letters; ``record`` where the title has none.
    """
    plain = unicodedata.normalize("NFKD", romanised(unicodedata.normalize("NFKC", title)).lower())
    words = _NOT_OF_A_NAME.sub(
        "-", "".join(char for char in plain if not unicodedata.combining(char))
    ).strip("-")
    if len(words) > LONGEST_NAME:
        cut = words[: LONGEST_NAME + 1]
        words = cut.rpartition("-")[0] or words[:LONGEST_NAME]
    return f"{year if year else 'nd'}-{words or 'record'}"
