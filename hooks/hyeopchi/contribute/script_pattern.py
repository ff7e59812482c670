"""Patterns of the rules, written as scripts in a browser read them."""

from __future__ import annotations

import re

_WORD = r"[\p{L}\p{N}_]"
_SPELLED = {
    r"\d": r"\p{Nd}",
    r"\w": _WORD,
    r"\Z": "$",
    r"\A": "^",
    r"\W": r"[^\p{L}\p{N}_]",
    r"\b": f"(?:(?<={_WORD})(?!{_WORD})|(?<!{_WORD})(?={_WORD}))",  # a script's own knows no Hangul
}
_GROUP = re.compile(r"\(\?P<(?=\w)")
_CLASS = re.compile(r"\[\^?\]?(?:[^\]\\]|\\.)*\]", re.DOTALL)
_ANY_CASE = re.compile(r"\(\?i:((?:[^()\\]|\\.)*)\)")
_NEEDED = re.compile(r"[\w^$\\.*+?()\[\]{}|/-]")
_LETTER = re.compile(r"\\.|\[[^\]]*\]|[A-Za-z]")


def script_pattern(pattern: re.Pattern[str]) -> str:
    r"""The source of ``pattern`` for ``RegExp(…, "u")``: ``\Z`` is ``$``, ``(?i:no)`` is ``(?:[nN][oO])``."""
    text = _ANY_CASE.sub(lambda found: f"(?:{_in_any_case(found[1])})", pattern.pattern)
    if pattern.flags & re.IGNORECASE:
        text = _in_any_case(text)
    text = _GROUP.sub("(?<", text)
    text = _CLASS.sub(lambda found: found[0].replace(r"\w", _WORD[1:-1]), text)
    text = re.sub(r"\\.", lambda found: _SPELLED.get(found[0], found[0]), text)
    return _seen(_without_needless_escapes(text))


def _seen(text: str) -> str:
    """``text`` with code points in place of what an editor may not show."""
    return "".join(
        char if char.isascii() or "가" <= char <= "힣" else f"\\u{{{ord(char):x}}}" for char in text
    )


def _in_any_case(text: str) -> str:
    def both(found: re.Match[str]) -> str:
        letter = found[0]
        return f"[{letter.lower()}{letter.upper()}]" if len(letter) == 1 else letter

    return _LETTER.sub(both, text)


def _without_needless_escapes(text: str) -> str:
    """Under the flag ``u`` a script refuses escapes of signs that mean nothing, such as ``\\:``."""
    return re.sub(r"\\(.)", lambda found: found[0] if _NEEDED.match(found[1]) else found[1], text)
