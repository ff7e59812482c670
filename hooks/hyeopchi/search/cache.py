"""The store: documents kept between builds, since analysing a record is most of the work."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hyeopchi.search.document import Document, Head

_LONGEST_WAIT = 60.0
"""Seconds to wait for a store that another program is writing to."""
_TABLE = "CREATE TABLE IF NOT EXISTS documents (key TEXT PRIMARY KEY, head TEXT, terms BLOB) WITHOUT ROWID"


class Store:
    """Documents in ``file`` by the hash of what they were made from; ``connection`` is open for others too."""

    def __init__(self, file: Path, connection: sqlite3.Connection) -> None:
        self.file, self.connection = file, connection
        connection.execute(_TABLE)

    def known(self) -> frozenset[str]:
        """The keys of all documents."""
        return frozenset(key for (key,) in self.connection.execute("SELECT key FROM documents"))

    def heads(self, keys: Iterable[str]) -> dict[str, Head]:
        """The heads of documents by their keys."""
        rows = (
            self.connection.execute(
                "SELECT key, head FROM documents WHERE key = ?", (key,)
            ).fetchone()
            for key in keys
        )
        return {key: Head(**json.loads(head)) for key, head in rows}

    def terms(self, key: str) -> dict[str, int]:
        """The terms of the document with a key; ``KeyError`` where there is none."""
        found = self.connection.execute(
            "SELECT terms FROM documents WHERE key = ?", (key,)
        ).fetchone()
        if found is None:
            raise KeyError(key)
        return _unpacked(found[0])

    def put(self, documents: Iterable[tuple[str, Document]]) -> None:
        """Keep documents."""
        rows = ((key, _text(one.head.as_plain()), _packed(one.terms)) for key, one in documents)
        with self.connection:
            self.connection.executemany("INSERT OR REPLACE INTO documents VALUES (?, ?, ?)", rows)

    def keep_only(self, keys: frozenset[str]) -> None:
        """Let every other document go."""
        gone = [(key,) for key in self.known() - keys]
        with self.connection:
            self.connection.executemany("DELETE FROM documents WHERE key = ?", gone)


@contextmanager
def opened(file: Path) -> Iterator[Store]:
    """The store in ``file``, made if need be; one that cannot be read is made anew.

    Raises ``sqlite3.OperationalError`` where nothing is wrong with it, but another program keeps it
    for longer than anybody waits, or the disk lets nobody write.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(file, timeout=_LONGEST_WAIT)
    try:
        store = Store(file, connection)
    except sqlite3.DatabaseError as error:
        connection.close()
        if isinstance(error, sqlite3.OperationalError):
            raise
        file.unlink()
        connection = sqlite3.connect(file, timeout=_LONGEST_WAIT)
        store = Store(file, connection)
    try:
        yield store
    finally:
        connection.close()


def _packed(terms: Mapping[str, int]) -> bytes:
    """Terms, a line each, and after a zero their weights, a byte each: read and written in half the time of JSON."""
    return zlib.compress("\n".join(terms).encode() + b"\0" + bytes(terms.values()), 1)


def _unpacked(data: bytes) -> dict[str, int]:
    names, _, weights = zlib.decompress(data).partition(b"\0")
    return dict(zip(names.decode().split("\n"), weights, strict=True)) if weights else {}


def _text(plain: Any) -> str:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
