"""Korean grammar that messages and pages need: particles that follow the sound of a word."""

from __future__ import annotations

_HANGUL_FIRST, _HANGUL_LAST = 0xAC00, 0xD7A3
_FINALS = 28  # possible final consonants of a syllable, the first being "none"
_RIEUL = 8
# How the digits 0-9 end when read aloud: 영 일 이 삼 사 오 육 칠 팔 구.
_DIGITS_WITH_FINAL = "013678"
_DIGITS_WITH_RIEUL = "178"
# Latin letters whose sound at a word's end closes the syllable in Korean ("housing", "film").
_LATIN_WITH_FINAL = "bcgklmnpt"


def ends_in_consonant(word: str) -> bool:
    """Whether the last sounded character of ``word`` closes its syllable (종성이 있음)."""
    last = _last_sounded(word)
    if _HANGUL_FIRST <= ord(last) <= _HANGUL_LAST:
        return (ord(last) - _HANGUL_FIRST) % _FINALS != 0
    return last in _DIGITS_WITH_FINAL or last.lower() in _LATIN_WITH_FINAL


def josa(word: str, pair: str) -> str:
    """``word`` with the fitting particle of ``pair``, the form after a consonant first.

    >>> josa("housing", "을/를")
    'housing을'
    >>> josa("서울", "으로/로")
    '서울로'
    """
    after_consonant, after_vowel = pair.split("/")
    closed = ends_in_consonant(word)
    if pair == "으로/로" and _ends_in_rieul(word):
        closed = False
    return word + (after_consonant if closed else after_vowel)


def _ends_in_rieul(word: str) -> bool:
    last = _last_sounded(word)
    if _HANGUL_FIRST <= ord(last) <= _HANGUL_LAST:
        return (ord(last) - _HANGUL_FIRST) % _FINALS == _RIEUL
    return last in _DIGITS_WITH_RIEUL or last.lower() == "l"


def _last_sounded(word: str) -> str:
    """The last letter or digit, so that quotes and brackets do not decide the particle."""
    return next((char for char in reversed(word) if char.isalnum()), "가")
