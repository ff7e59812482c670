"""The lexicon: every written word of the library and how it is read, kept between builds.

What the analyser says of a word hangs on nothing but the words that it was taught, so that all
folders of records share one store.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from importlib.metadata import version

from hyeopchi.search.normalise import runs
from hyeopchi.search.terms import Reading, read_hangul, read_other
from hyeopchi.search.tokens import Analyser, Token

_TABLE = "CREATE TABLE IF NOT EXISTS words (taught TEXT, word TEXT, tokens TEXT, PRIMARY KEY (taught, word))"
_LATEST = "SELECT taught FROM words GROUP BY taught ORDER BY max(rowid) DESC LIMIT 4"
"""Those that stay: folders of records may have other vocabularies."""
_KEPT = (
    "SELECT word, tokens FROM words WHERE taught = ? AND word IN (SELECT value FROM json_each(?))"
)


class Lexicon:
    """Reads words; their tokens are kept in the store of ``connection``.

    ``names`` are the words of the vocabularies: the analyser is taught those that it does not
    read as nouns already; the others keep their parts.
    """

    def __init__(
        self, connection: sqlite3.Connection, names: Iterable[str], analyser: Analyser
    ) -> None:
        self._connection = connection
        self._analyser = analyser
        connection.execute(_TABLE)
        plain = self._tokens(sorted(set(names)), ())
        self._taught = tuple(
            name for name, tokens in plain.items() if not all(token.is_noun for token in tokens)
        )

    def learn(self, words: Iterable[str]) -> Mapping[str, Reading]:
        """The readings of words of normalised texts; those that nobody has read yet the analyser reads."""
        given = set(words)
        hangul = sorted(word for word in given if "가" <= word[0] <= "힣")
        tokens = self._tokens(hangul, self._taught)
        return {word: read_other(word) for word in given.difference(hangul)} | {
            word: read_hangul(word, found) for word, found in tokens.items()
        }

    def _tokens(self, words: Sequence[str], taught: tuple[str, ...]) -> dict[str, list[Token]]:
        """The tokens of every word, in the order of the words, by an analyser that was taught some."""
        key = _key(taught)
        kept = dict(self._connection.execute(_KEPT, (key, json.dumps(words))))
        unread = [word for word in words if word not in kept]
        read = {}
        if unread:
            read = dict(zip(unread, self._analyser.analyse(unread, taught), strict=True))
            self._keep(read, key)
        return {
            word: read[word] if word in read else [Token(*one) for one in json.loads(kept[word])]
            for word in words
        }

    def _keep(self, read: dict[str, list[Token]], key: str) -> None:
        rows = (
            (key, word, json.dumps(tokens, ensure_ascii=False)) for word, tokens in read.items()
        )
        with self._connection:
            self._connection.executemany("INSERT OR REPLACE INTO words VALUES (?, ?, ?)", rows)
            self._connection.execute(
                f"DELETE FROM words WHERE taught NOT IN ({_LATEST}) AND taught != ?", (_key(()),)
            )


def words_in(texts: Iterable[str]) -> set[str]:
    """Every different word of normalised texts."""
    return {run for text in texts for run in runs(text)}


def _key(taught: tuple[str, ...]) -> str:
    """What the tokens of an analyser of this version are kept under that was taught some words."""
    which = " ".join([version("kiwipiepy"), version("kiwipiepy-model"), *taught])
    return sha256(which.encode()).hexdigest()[:16]
