"""Stylesheets: the many small ones of the look, joined into the one that every page asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable

JOINED = "assets/stylesheets/library.css"
"""Where the joined stylesheet stands: beside its parts, so that their relative addresses hold."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_INDENT = re.compile(r"\n\s*")


def joined(parts: Iterable[str]) -> str:
    """The parts in their order as one stylesheet, without comments, indentation and empty lines."""
    return "".join(f"{_INDENT.sub(chr(10), _COMMENT.sub('', part)).strip()}\n" for part in parts)
