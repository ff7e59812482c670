"""Judging style sheets of the built site: may a browser fetch all that they name?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hyeopchi.text.url import Kind, kind_of

_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})[ \t\n]?|(.))")
_STRING = r"\"[^\"\n]*\"|'[^'\n]*'"
_FETCH = re.compile(
    rf"(?<![\w-])(?:url|src)\(\s*(?P<address>{_STRING}|[^)\"']*)"
    rf"|@import(?:\s|/\*.*?\*/)*(?P<imported>{_STRING})"
    rf"|image-set\((?P<images>(?:{_STRING}|[^;}}\"'])*)",
    re.IGNORECASE | re.DOTALL,
)
_QUOTED = re.compile(_STRING)
_DATA = re.compile(r"data:(?:image|font)/", re.IGNORECASE)


def foreign_fetches(css: str) -> Iterator[str]:
    """Every address in ``css`` that is not the site's own; data of images and fonts is.

    Escapes are read, so that ``\\75rl(`` counts as ``url(``. Comments count too: where they
    begin and end depends on the strings around them, and none of ours needs an address.
    """
    plain = _ESCAPE.sub(_unescaped, css)
    for fetch in _FETCH.finditer(plain):
        for address in _addresses(fetch):
            if kind_of(address) is not Kind.INSIDE and not _DATA.match(address):
                yield address


def _addresses(fetch: re.Match[str]) -> list[str]:
    if fetch["images"] is not None:
        return [string[0][1:-1] for string in _QUOTED.finditer(fetch["images"])]
    return [(fetch["address"] or fetch["imported"] or "").strip().strip("\"'").strip()]


def _unescaped(escape: re.Match[str]) -> str:
    """The character an escape stands for; "?" for what cannot be part of an address."""
    code = int(escape[1], 16) if escape[1] else ord(escape[2])
    char = chr(code) if code < 0x80 else "?"
    return char if char.isalnum() or char in ":/.-" else "?"
