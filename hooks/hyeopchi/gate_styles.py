"""Judging a style sheet of the built site: may a browser fetch all that it names?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from hyeopchi.address import Kind, kind_of

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})[ \t\n]?")
_STRING = r"\"[^\"\n]*\"|'[^'\n]*'"
_FETCH = re.compile(
    rf"(?:(?<![\w-])(?:url|src)\(\s*(?P<address>{_STRING}|[^)\"']*)"
    rf"|@import\s+(?P<imported>{_STRING})"
    rf"|(?P<images>image-set\([^;}}]*))", re.IGNORECASE)
_QUOTED = re.compile(_STRING)
_DATA = re.compile(r"data:(?:image|font)/", re.IGNORECASE)


class ForeignFetch(NamedTuple):
    """An address that leads out of the site, and its offset in the text as given."""

    address: str
    offset: int


def foreign_fetches(css: str) -> Iterator[ForeignFetch]:
    """Every address of ``css`` that is not the site's own; data of images and fonts is."""
    plain = _ESCAPE.sub(_unescaped, _COMMENT.sub(_blank, css))
    for fetch in _FETCH.finditer(plain):
        for address in _addresses(fetch):
            if kind_of(address) is not Kind.INSIDE and not _DATA.match(address):
                yield ForeignFetch(address, fetch.start())


def _addresses(fetch: re.Match[str]) -> list[str]:
    if fetch["images"] is not None:
        quoted = [string[0][1:-1] for string in _QUOTED.finditer(fetch["images"])]
        return [address for address in quoted if not address.startswith("image/")]
    return [(fetch["address"] or fetch["imported"] or "").strip().strip("\"'").strip()]


def _blank(comment: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", comment[0])


def _unescaped(escape: re.Match[str]) -> str:
    """The character an escape stands for, in as many characters, so that offsets stay."""
    code = int(escape[1], 16)
    char = chr(code) if 0x20 < code < 0x7f else "?"
    return char.ljust(len(escape[0]), "\0")
