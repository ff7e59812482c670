"""Escaping: words of a form as Markdown that reads exactly so."""

from __future__ import annotations

import re

_MARKS = re.compile(r"([\\`*_{}\[\]<>|])")
_AT_START = re.compile(r"^(\s*)([#+-]|\d+(?=[.)]))", re.MULTILINE)
_FENCE = re.compile(r"^(\s*)~(?=~~)", re.MULTILINE)
_ENTITY = re.compile(r"&(?=#?\w+;)")


def escaped(text: str) -> str:
    """``text`` in which no sign marks anything up; each of its lines a paragraph of its own."""
    plain = _ENTITY.sub("&amp;", _MARKS.sub(r"\\\1", text))
    plain = _FENCE.sub(r"\1&#126;", plain)
    lines = (line.strip() for line in _AT_START.sub(_kept, plain).split("\n"))
    return "\n\n".join(filter(None, lines))


def _kept(match: re.Match[str]) -> str:
    return f"{match[1]}{match[2]}\\" if match[2].isdecimal() else f"{match[1]}\\{match[2]}"
