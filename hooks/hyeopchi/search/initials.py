"""Initial consonants (초성) and the folded keys by which misspelt words are found.

The same rules stand in ``docs/assets/javascripts/search/hangul.js``.
"""

from __future__ import annotations

INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_FOLDED = str.maketrans("ㄲㅋㄸㅌㅃㅍㅆㅉㅊ", "ㄱㄱㄷㄷㅂㅂㅅㅈㅈ")
_FIRST, _LAST, _BLOCK = 0xAC00, 0xD7A3, 588  # 588 syllables share an initial consonant


def initials(word: str) -> str:
    """협치서울 as ㅎㅊㅅㅇ; what is no Hangul syllable stays."""
    return "".join(
        INITIALS[(ord(char) - _FIRST) // _BLOCK] if _FIRST <= ord(char) <= _LAST else char
        for char in word
    )


def sound_key(word: str) -> str:
    """The first four initial consonants, tense and aspirated ones as their plain neighbours.

    Words that differ in vowels, final consonants or the strength of an initial share it.
    """
    return initials(word)[:4].translate(_FOLDED)


def tail_key(word: str) -> str:
    """The last two syllables, one of a word of two, and the length: for mistakes that stand before them."""
    return f"{word[-min(2, len(word) - 1) :]}{len(word)}"
