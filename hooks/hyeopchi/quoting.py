"""Quoting: how messages show what a person wrote, whatever it holds.

Check logs are public and terminals obey control characters, so what is shown is one short
line in which nothing is hidden and no long number or mail address can be read.
"""

from __future__ import annotations

import re

from hyeopchi.korean import josa

MOST_SHOWN = 60
"""Characters of a quoted text; what is longer is cut."""

_LONG_NUMBER = re.compile(r"\d(?:[-. ]?\d){9,}")
_MAIL_NAME = re.compile(r"[\w.+-]+(?=@)")


def quoted(text: str) -> str:
    """``text`` in quotes, on one line: 'hosing', '010-****-****', 'U+202Egpj'."""
    line = " ".join(text.split())
    masked = _MAIL_NAME.sub("***", _LONG_NUMBER.sub(_masked, line))
    shown = printable(masked[:MOST_SHOWN])
    return f"'{shown}…'" if len(masked) > MOST_SHOWN else f"'{shown}'"


def printable(text: str) -> str:
    """``text`` with code points in place of what a terminal or a page would not draw."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else f"U+{ord(char):04X}" for char in text)


def _masked(number: re.Match[str]) -> str:
    """The first three digits, the rest as stars: ten digits and more may identify a person."""
    return number[0][:3] + re.sub(r"\d", "*", number[0][3:])


def did_you_mean(word: str) -> str:
    """The question that offers the right word for a wrong one: 'housing'을 쓰려던 것인가요?"""
    said = f"'{word}'"
    return f"{josa(said, '을/를')} 쓰려던 것인가요?"
