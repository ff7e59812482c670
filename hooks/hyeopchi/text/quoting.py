"""Quoting: how messages show what a person wrote, whatever it holds.

Check logs are public and terminals obey control characters, so what is shown is one short
line in which nothing is hidden and no long number or mail address can be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from hyeopchi.text.korean import josa

MOST_SHOWN = 60
"""Characters of a quoted text; what is longer is cut."""
MOST_READ = 1_000
"""Characters of a text that are looked at to show its first ones."""
MOST_LISTED = 8

# Beside the digits of one number stand blanks, dashes of all sorts, signs of Markdown, entities.
_LONG_NUMBER = re.compile(
    r"\d(?:(?:[^\w\n,]|[ㅡー一_ㆍ]|&\w{2,8};|%[2-7][0-9A-Fa-f]){0,6}\d){9,}|\d{6}\D{1,12}\d{7}"
)
_DATES = re.compile(r"(?:(?:19|20)\d{2}(?:[-. /]{1,2}\d{1,2}){0,2}(?:[^\w\n]{1,3}|\Z))+")
_SHORT_NUMBER = re.compile(
    r"(?<![A-Za-zＡ-Ｚａ-ｚ])[A-Za-zＡ-Ｚａ-ｚ]{1,2}[^\w\n]{0,3}\d{3}[A-Za-z\d](?:[ -]?\d){3,4}(?!\w)|\d{2,3}[ -]?[가-힣][ -]?\d{4}(?!\d)"
    r"|\d{3,4}[ -]?동[ ,\d층-]{0,9}?\d{1,4}[ -]?호|(?:아파트|APT)\D{0,4}\d{1,4}-\d{1,4}",
    re.IGNORECASE,
)
"""A passport's, a plate's, a home's."""
_MAIL_NAME = re.compile(
    r"(?<![\w.+-])[\w.+-]+(?=[^\w\n@]{0,3}(?:[@＠ⓐⒶ]|%40|&(?:#0*64|#x0*40|commat);|(?:골뱅이|앳)"
    r"|[(\[{<] ?at ?[)\]}>]))",
    re.IGNORECASE,
)


def quoted(text: str) -> str:
    """``text`` in quotes, on one line: 'hosing', '010-****-****', 'U+202Egpj'."""
    return f"'{shown(text)}'"


def shown(text: str, most: int = MOST_SHOWN) -> str:
    """``text`` on one line, masked and printable, cut after ``most`` characters."""
    masked = without_personal_data(" ".join(text[:MOST_READ].split()))
    return printable(masked[:most]) + "…" * (len(masked) > most)


def listed(words: Iterable[str]) -> str:
    """The first of ``words``, each as ``shown``: what there is to choose from, "없음" for nothing."""
    return ", ".join(map(shown, islice(words, MOST_LISTED))) or "없음"


def without_personal_data(text: str) -> str:
    """``text`` with stars for what may be personal data: long numbers, names of mailboxes."""
    unnumbered = _SHORT_NUMBER.sub(_without_digits, _LONG_NUMBER.sub(_masked, text))
    return _MAIL_NAME.sub("***", unnumbered)


def printable(text: str) -> str:
    """``text`` with code points in place of what a terminal or a page would not draw."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else f"U+{ord(char):04X}" for char in text)


def _masked(number: re.Match[str]) -> str:
    """The first three digits, the rest as stars: ten digits that are no dates may identify a person."""
    if _DATES.fullmatch(number[0]):
        return number[0]
    return number[0][:3] + re.sub(r"\d", "*", number[0][3:])


def _without_digits(number: re.Match[str]) -> str:
    return re.sub(r"\d", "*", number[0])


def did_you_mean(word: str) -> str:
    """The question that offers the right word for a wrong one: 'housing'을 쓰려던 것인가요?"""
    said = quoted(word)
    return f"{josa(said, '을/를')} 쓰려던 것인가요?"
