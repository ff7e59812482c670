"""Slugs: the ids of a body's headings, which people link to and cite."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import count

PREFIX = "b-"
"""Begins every id of a body that is not Korean. A page's own ids are ASCII without it."""

_NOT_IN_SLUG = re.compile(r"[^\w\- ]")


def slug(heading: str) -> str:
    """The id of a ``##`` heading.

    >>> slug("무엇이 문제였나")
    '무엇이-문제였나'

    One in ASCII gets a prefix, so that it cannot clash with an id of the page itself.
    """
    words = _NOT_IN_SLUG.sub("", unicodedata.normalize("NFC", heading)).split()
    plain = "-".join(words).lower()
    return PREFIX + (plain or "section") if plain.isascii() else plain


def inner_slug(heading: str) -> str:
    """The id of a ``###`` or ``####`` heading: always prefixed, never a section's."""
    return PREFIX + slug(heading).removeprefix(PREFIX)


def unique(slugs: Iterable[str]) -> Iterator[str]:
    """The slugs in order; the second of the same name ends in ``-2``, and so on."""
    seen: set[str] = set()
    for wanted in slugs:
        names = (wanted if number == 1 else f"{wanted}-{number}" for number in count(1))
        name = next(name for name in names if name not in seen)
        seen.add(name)
        yield name
