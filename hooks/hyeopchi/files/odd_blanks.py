"""Odd blanks: what looks like a blank where YAML or Markdown wants one, and is another character."""

from __future__ import annotations

import re

_BLANK = "[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_ANY_BLANK = re.compile(_BLANK)
_NAME = r"[\"']?[A-Za-z_][\w-]*[\"']?:"
ODD_BLANK = re.compile(
    rf"(?:^[ \t]*(?:-[ \t]+)*|[{{,][ \t]*){_NAME}(?P<value>{_BLANK}+)"
    rf"|^[ \t>]*(?:[*+-]|#{{1,6}}|[0-9]{{1,3}}[.)])(?P<mark>{_BLANK}+)"
    rf"|^[ \t]*(?P<begin>{_BLANK}+)(?=-[ \t]|{_NAME})",
    re.MULTILINE,
)


def may_have_odd_blanks(text: str) -> bool:
    """Whether any of their characters stands in ``text``: looking for the blanks themselves takes long."""
    return _ANY_BLANK.search(text) is not None


def with_plain_blanks(text: str) -> str:
    """What the rules name is read as what it was meant for, so that nothing else is told of it."""
    return ODD_BLANK.sub(_with_plain_one, text) if may_have_odd_blanks(text) else text


def _with_plain_one(found: re.Match[str]) -> str:
    start, end = (place - found.start() for place in found.span(found.lastgroup or 0))
    return f"{found[0][:start]}{' ' * (end - start)}{found[0][end:]}"
