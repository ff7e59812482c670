"""The lexicon: every written word of the library and how it is read, kept between builds."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable
from importlib.metadata import version

from hyeopchi.search.normalise import runs
from hyeopchi.search.terms import Reading, read_hangul, read_other
from hyeopchi.search.tokens import Analyser, Token

_TABLE = "CREATE TABLE IF NOT EXISTS words (word TEXT, names TEXT, tokens TEXT, PRIMARY KEY (names, word)) WITHOUT ROWID"


class Lexicon:
    """Readings by word. ``names``: the hash of the words that the analyser is taught."""

    def __init__(
        self, connection: sqlite3.Connection, names: str, analyser: Callable[[], Analyser]
    ) -> None:
        self._connection = connection
        self._names = f"{version('kiwipiepy')} {names}"
        self._analyser = analyser
        self._readings: dict[str, Reading] = {}
        connection.execute(_TABLE)
        with connection:
            connection.execute("DELETE FROM words WHERE names != ?", (self._names,))

    def __call__(self, word: str) -> Reading:
        """The reading of a word that was learned before."""
        return self._readings[word]

    def learn(self, texts: Iterable[str]) -> None:
        """Read every word of normalised texts, those that nobody has read yet with the analyser."""
        new = {run for text in texts for run in runs(text)} - self._readings.keys()
        hangul = sorted(word for word in new if "가" <= word[0] <= "힣")
        self._readings |= {word: read_other(word) for word in new.difference(hangul)}
        kept = {word: tokens for word in hangul if (tokens := self._kept(word)) is not None}
        unread = [word for word in hangul if word not in kept]
        read = dict(zip(unread, self._analyser().analyse(unread), strict=True)) if unread else {}
        self._readings |= {
            word: read_hangul(word, tokens) for word, tokens in (kept | read).items()
        }
        rows = (
            (word, self._names, json.dumps(tokens, ensure_ascii=False))
            for word, tokens in read.items()
        )
        with self._connection:
            self._connection.executemany("INSERT OR REPLACE INTO words VALUES (?, ?, ?)", rows)

    def _kept(self, word: str) -> list[Token] | None:
        found = self._connection.execute(
            "SELECT tokens FROM words WHERE names = ? AND word = ?", (self._names, word)
        ).fetchone()
        return [Token(*token) for token in json.loads(found[0])] if found else None
