"""Analysis: from files to documents. All processes read and weigh, one analyser tells what words are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from hyeopchi.files.problem import Problem
from hyeopchi.files.source import decode
from hyeopchi.records.archive import Archive
from hyeopchi.records.reader import read_record
from hyeopchi.records.record import Record
from hyeopchi.search.cache import opened
from hyeopchi.search.document import Document, Head, head_of, terms_in
from hyeopchi.search.lexicon import Lexicon, words_in
from hyeopchi.search.terms import Reading
from hyeopchi.search.texts import Texts, texts_of
from hyeopchi.search.tokens import Analyser

_AT_ONCE = 200
"""Documents that are written together; others wait for it."""


class File(NamedTuple):
    """A file of a record, the key of its document, and its bytes where they are still needed."""

    file: Path
    key: str
    raw: bytes


class _Told(NamedTuple):
    """What a file tells: the key of its document, its head, and its texts."""

    key: str
    head: Head
    texts: Texts


_NOBODY = Head("", (0, 0), "", "", {}, {})


@dataclass(frozen=True)
class Analysis:
    """Makes the documents of files by the words and sources of ``archive``.

    ``names`` are the words of its vocabularies, ``dictionary`` the file of the store of words.
    """

    archive: Archive
    names: tuple[str, ...]
    dictionary: Path
    analyser: Analyser

    def put(self, files: Sequence[File], documents: Path) -> None:
        """Put the documents of some files into the store in the file ``documents``.

        Loading the analyser takes seconds, so that there is one. Where much is to be weighed
        afterwards a helper has it, and this process can still be copied.
        """
        crew = self.analyser.crew
        shares = crew.share(self._read, files)
        words = set().union(*(words for _, words in shares))
        learn = partial(self._learn, words)
        readings = crew.elsewhere(learn) if len(shares) > 1 else learn()
        weigh = partial(_weigh, documents, readings.__getitem__)
        self.analyser.crew.share(weigh, [one for told, _ in shares for one in told])

    def _learn(self, words: Iterable[str]) -> Mapping[str, Reading]:
        """The readings of some words."""
        with opened(self.dictionary) as store:
            return Lexicon(store.connection, self.names, self.analyser).learn(words)

    def _read(self, files: Sequence[File]) -> tuple[list[_Told], set[str]]:
        """What some files tell, and all of its words."""
        told = [self._told(one) for one in files]
        return told, words_in(text for one in told for text in one.texts)

    def _told(self, one: File) -> _Told:
        """What a file tells; nothing where it holds a tombstone, or what cannot be read."""
        record = self._record(one.file, one.raw)
        if record is None:
            return _Told(one.key, _NOBODY, Texts("", ""))
        texts = texts_of(record, self.archive)
        return _Told(one.key, head_of(record, texts, self.archive), texts)

    def _record(self, file: Path, raw: bytes) -> Record | None:
        source = decode(raw, file.name)
        if isinstance(source, Problem):
            return None
        schema, words = self.archive.schema, self.archive.vocabularies
        documents = self.archive.documents
        record, _ = read_record(source, file.stem, file.parent.name, schema, words, documents)
        is_there = record.kind in words["kinds"] and not record.is_withdrawn
        return record if is_there else None


def _weigh(documents: Path, reading: Callable[[str], Reading], told: Sequence[_Told]) -> None:
    """Put what was told into the store in the file ``documents``."""
    with opened(documents) as store:
        for start in range(0, len(told), _AT_ONCE):
            some = told[start : start + _AT_ONCE]
            store.put([(one.key, Document(one.head, terms_in(one.texts, reading))) for one in some])
