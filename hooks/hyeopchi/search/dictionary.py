"""The dictionary: which words there are at all, so that no real word is taken for a slip of the finger.

A Bloom filter in small files, each for the words of some beginnings. It never denies a word
that was put in; of others it takes about one in three hundred for a word. The same sums stand in
``docs/assets/javascripts/search/dictionary.js``.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version

from hyeopchi.schema.vocabulary import Vocabularies
from hyeopchi.search.layout import bucket, hashed
from hyeopchi.search.normalise import normalise, runs

FILTERS = "filters"
FILES = 128
"""Files of about 3 KB: a look-up reads one, of a compound one for each of its parts."""
_BITS, _PLACES = 12, 8
"""Bits for a word, and how many of them it sets."""
_WORD = re.compile("[가-힣]{2,8}")
_TABLE = "CREATE TABLE IF NOT EXISTS filters (key TEXT, number INTEGER, bits BLOB, PRIMARY KEY (key, number))"
_LATEST = "SELECT key FROM filters GROUP BY key ORDER BY max(rowid) DESC LIMIT 4"
"""The versions that stay: folders of records may have other vocabularies."""


def kept_filters(
    connection: sqlite3.Connection, names: Iterable[str], dictionary: Callable[[], Iterable[str]]
) -> list[bytes]:
    """The files of the words of a dictionary and of ``names``; made once for each version of them."""
    key = " ".join([version("kiwipiepy"), version("kiwipiepy-model"), *sorted(names)])
    connection.execute(_TABLE)
    found = connection.execute("SELECT bits FROM filters WHERE key = ? ORDER BY number", (key,))
    files = [bits for (bits,) in found]
    if not files:
        files = filters([*dictionary(), *names])
        rows = ((key, number, bits) for number, bits in enumerate(files))
        with connection:
            connection.executemany("INSERT OR REPLACE INTO filters VALUES (?, ?, ?)", rows)
            connection.execute(f"DELETE FROM filters WHERE key NOT IN ({_LATEST})")
    return files


def names_of(vocabularies: Vocabularies) -> Iterator[str]:
    """The Hangul words that the vocabularies' terms explain, which the analyser should know."""
    for vocabulary in vocabularies:
        for term in vocabulary:
            for name in term.forms:
                yield from (
                    run for run in runs(normalise(name)) if len(run) > 1 and "가" <= run[0] <= "힣"
                )


def filters(words: Iterable[str]) -> list[bytes]:
    """The files of a set of words: Hangul words of two to eight syllables, the others are left out."""
    held: list[set[str]] = [set() for _ in range(FILES)]
    for word in words:
        if _WORD.fullmatch(word):
            held[file_of(word)].add(word)
    return [_filter(some) for some in held]


def file_of(word: str) -> int:
    """The number of the file that knows a word."""
    return bucket(word[:2], FILES)


def knows(bits: bytes, word: str) -> bool:
    """Whether a word was put into the file that ``bits`` are of."""
    return all(bits[place >> 3] >> (place & 7) & 1 for place in _places(word, 8 * len(bits)))


def _filter(words: set[str]) -> bytes:
    bits = bytearray(max(1, -(-len(words) * _BITS // 8)))
    for word in words:
        for place in _places(word, 8 * len(bits)):
            bits[place >> 3] |= 1 << (place & 7)
    return bytes(bits)


def _places(word: str, size: int) -> Iterator[int]:
    """Where a word's bits are: steps of one hash from another (Kirsch and Mitzenmacher, 2006)."""
    place, step = hashed(word), hashed(word[::-1]) | 1
    for _ in range(_PLACES):
        yield place % size
        place = place + step & 0xFFFFFFFF
