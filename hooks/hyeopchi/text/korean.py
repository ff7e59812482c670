"""Korean grammar that messages and pages need: particles that follow the sound of a word, sentences."""

from __future__ import annotations

import re

_HANGUL_FIRST, _HANGUL_LAST = 0xAC00, 0xD7A3
_FINALS = 28  # possible final consonants of a syllable, the first being "none"
_RIEUL = 8
# How the digits 0-9 end when read aloud: 영 일 이 삼 사 오 육 칠 팔 구.
_DIGITS_WITH_FINAL = "013678"
_DIGITS_WITH_RIEUL = "178"
# Ends of Latin words whose sound closes the syllable in Korean: film, plan, housing, title,
# theme, and a single stop after a vowel (unit, public, but not event or network).
_LATIN_WITH_FINAL = re.compile(r"([lmn]|ng|[lmn]e|(?<![aeiou])(?:[aeiou]|o[ou])[bckpt])$")
_BETWEEN_SENTENCES = re.compile(r"(?<=[.?!])(?<![0-9]\.)\s+")
_IN_BRACKETS = re.compile(r"(?<=.)\([^()]*\)(?=\W*$)")


def ends_in_consonant(word: str) -> bool:
    """Whether the sound of ``word`` ends by closing its syllable (종성이 있음)."""
    sound = _sounded(word)
    if _is_hangul(sound[-1]):
        return _final(sound[-1]) != 0
    return sound[-1] in _DIGITS_WITH_FINAL or bool(_LATIN_WITH_FINAL.search(sound))


def sentences(text: str) -> list[str]:
    """The sentences of ``text``, each with the sign that ends it. A point behind a number ends none.

    >>> sentences("2017. 6. 20. 모였습니다. 골랐습니다.")
    ['2017. 6. 20. 모였습니다.', '골랐습니다.']
    """
    return _BETWEEN_SENTENCES.split(text)


def josa(word: str, pair: str) -> str:
    """``word`` with the fitting particle of ``pair``, the form after a consonant first.

    >>> josa("housing", "을/를")
    'housing을'
    >>> josa("서울", "으로/로")
    '서울로'
    >>> josa("분야(domains)", "은/는")
    '분야(domains)는'
    """
    after_consonant, after_vowel = pair.split("/")
    closed = ends_in_consonant(word)
    if pair == "으로/로" and _ends_in_rieul(word):
        closed = False
    return word + (after_consonant if closed else after_vowel)


def _ends_in_rieul(word: str) -> bool:
    sound = _sounded(word)
    if _is_hangul(sound[-1]):
        return _final(sound[-1]) == _RIEUL
    return sound[-1] in _DIGITS_WITH_RIEUL or sound.endswith(("l", "le"))


def _is_hangul(char: str) -> bool:
    return _HANGUL_FIRST <= ord(char) <= _HANGUL_LAST


def _final(syllable: str) -> int:
    """The number of a Hangul syllable's final consonant, 0 for none."""
    return (ord(syllable) - _HANGUL_FIRST) % _FINALS


def _sounded(word: str) -> str:
    """The part of ``word`` that decides the particle: no brackets, no quotes, lower case."""
    spoken = "".join(char for char in _IN_BRACKETS.sub("", word.lower()) if char.isalnum())
    return spoken or "가"
