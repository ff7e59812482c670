"""Slugs: the readable part of an address, Korean letters kept."""

from __future__ import annotations

import re
import unicodedata

_NOT_A_WORD = re.compile(r"[^\w\- ]")
_SPACES = re.compile(r"[\s_-]+")


def slug(text: str) -> str:
    """``text`` as an anchor: "무엇이 문제였나?" gives "무엇이-문제였나"."""
    kept = _NOT_A_WORD.sub("", unicodedata.normalize("NFC", text).lower())
    return _SPACES.sub("-", kept).strip("-")
