"""The nearest right word for a wrong one."""

from __future__ import annotations

import difflib
import heapq
import unicodedata
from collections.abc import Iterable

_LOOKED_AT = 50
"""Candidates compared letter by letter: those that share the most pairs of letters with the word."""


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like ``word``, or None where none is like it.

    Korean syllables are compared by their letters, so that 청넌 is like 청년.
    """
    spelt = _spelt(word)
    pairs = _pairs(spelt)
    likely = heapq.nlargest(
        _LOOKED_AT, ((_shared(pairs, _pairs(_spelt(one))), one) for one in candidates)
    )
    by_spelling = {_spelt(one): one for _, one in reversed(likely)}
    found = difflib.get_close_matches(spelt, by_spelling, n=1, cutoff=0.6)
    return by_spelling[found[0]] if found else None


def alike(word: str, other: str) -> float:
    """How much of their letters two words share, from 0 to 1, whatever the order of their parts."""
    return _shared(_pairs(_spelt(word)), _pairs(_spelt(other)))


def _spelt(word: str) -> str:
    """``word`` in lower case, its Korean syllables taken apart into letters."""
    return unicodedata.normalize("NFD", word[:100].lower())


def _pairs(spelt: str) -> set[tuple[str, str]]:
    """Neighbouring letters, the first and last counted twice so that short words have some."""
    return set(zip(spelt[:1] + spelt, spelt + spelt[-1:], strict=True))


def _shared(some: set[tuple[str, str]], others: set[tuple[str, str]]) -> float:
    """How many pairs two words share, of those that either has."""
    common = len(some & others)
    return common / max(1, len(some) + len(others) - common)
