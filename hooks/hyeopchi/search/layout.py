"""The layout: into how many files the index is cut, and in which of them a term stands.

It follows from the index' content alone, so that a refreshed index is cut like a new one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from hyeopchi.search.terms import GRAM

WORDS, GRAMS, TABLES = "words", "grams", "tables"
_FILE_SIZE = {WORDS: 20000, GRAMS: 20000, TABLES: 24000}
"""Bytes of a usual file, as ``term_size`` reckons them."""
_HEAVY = 6000
"""Bytes from which words that begin with the same two characters are told apart by the third."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The number of files of each family, and the beginnings that are told apart."""

    files: Mapping[str, int]
    heavy: frozenset[str]

    def file_of(self, term: str) -> tuple[str, int]:
        """The family and the number of the file in which a word or a character pair stands."""
        if term.startswith(GRAM):
            return GRAMS, bucket(term, self.files[GRAMS])
        start = term[:2]
        return WORDS, bucket(term[:3] if start in self.heavy else start, self.files[WORDS])

    def table_of(self, key: str) -> int:
        """The number of the table in which the words with a key stand."""
        return bucket(key, self.files[TABLES])


def bucket(key: str, count: int) -> int:
    """The file of a key, of ``count`` files, which is a power of two."""
    return hashed(key) & (count - 1)


def hashed(key: str) -> int:
    """FNV-1a over a key's characters, all of which stand in Unicode's first plane; 32 bits."""
    value = 0x811C9DC5
    for char in key:
        value = (value ^ ord(char)) * 0x01000193 & 0xFFFFFFFF
    return value ^ value >> 15


def term_size(term: str, records: int) -> int:
    """About how many bytes a term and its postings take; a whole number, so that sums stay exact."""
    return 2 * len(term) + 4 + 2 * records if records else 0


def table_size(word: str, records: int) -> int:
    """About how many bytes a word takes in the tables; it stands in two."""
    return 2 * (3 * len(word) + 2) if records else 0


def layout_of(sizes: Mapping[str, int]) -> Layout:
    """The layout for ``sizes``: bytes by the first two characters of words, and of the other families."""
    beginnings = {key: size for key, size in sizes.items() if key not in (GRAMS, TABLES)}
    totals = Counter(
        {WORDS: sum(beginnings.values()), GRAMS: sizes.get(GRAMS, 0), TABLES: sizes.get(TABLES, 0)}
    )
    files = {family: _power_of_two(totals[family] / size) for family, size in _FILE_SIZE.items()}
    return Layout(files, frozenset(key for key, size in beginnings.items() if size > _HEAVY))


def size_key(term: str) -> str:
    """Under which of the sizes a term is reckoned."""
    return GRAMS if term.startswith(GRAM) else term[:2]


def _power_of_two(count: float) -> int:
    number = 1
    while number < count:
        number *= 2
    return number
