"""Gathering: the documents of a folder of records, analysed only where something has changed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from hyeopchi.files.code_version import code_of
from hyeopchi.files.leftovers import is_leftover
from hyeopchi.files.memory import Stamp
from hyeopchi.processes import Crew
from hyeopchi.records.archive import Archive
from hyeopchi.records.folder import VOCABULARY_FOLDER, read_shelf
from hyeopchi.records.source_documents_reader import read_documents
from hyeopchi.schema.fields_reader import read_schema
from hyeopchi.schema.vocabulary import Vocabularies
from hyeopchi.schema.vocabulary_reader import read_vocabularies
from hyeopchi.search.analysis import Analysis, File
from hyeopchi.search.cache import Store, opened
from hyeopchi.search.dictionary import kept_filters, names_of
from hyeopchi.search.document import Head
from hyeopchi.search.tokens import Analyser, dictionary
from hyeopchi.search.weights import FORMULA

_CITED = re.compile(rb"\bid: *([a-z0-9-]+)")
"""What may be the id of a document that a record cites."""


@dataclass(frozen=True, slots=True)
class Found:
    """A document's key in the store, and its head."""

    key: str
    head: Head


class Gatherer:
    """Keeps the vocabularies and the analyser between two gatherings of one folder.

    ``dictionary`` is the file of the store of what does not hang on the records, for all folders.
    After a gathering, ``version`` is the hash of the words and of the code that read the records,
    and ``empty`` the keys of the files that hold nothing to find.
    """

    def __init__(self, cases: Path, dictionary: Path) -> None:
        self._cases, self._dictionary = cases, dictionary
        self.version = ""
        self._cited = ""
        self.empty: frozenset[str] = frozenset()
        self._archive: Archive
        self._analyser = Analyser()
        self._names: tuple[str, ...] = ()
        self._heads: dict[str, Head] = {}
        self._seen: dict[Path, tuple[Stamp, File]] = {}

    def gather(self, store: Store) -> list[Found]:
        """The documents of all records that are not withdrawn, in the order of their numbers."""
        self._look_at_the_words()
        known = store.known()
        files = (
            [] if self._archive.problems else list(self._files(known))
        )  # by broken words all would seem wrong
        new = [one for one in files if one.key not in known]
        if new:
            analysis = Analysis(self._archive, self._names, self._dictionary, self._analyser)
            with nullcontext() if known else self.crew.beside(self.filters):
                analysis.put(new, store.file)
        keys = frozenset(one.key for one in files)
        self._heads = {key: head for key, head in self._heads.items() if key in keys}
        self._heads |= store.heads(keys - self._heads.keys())
        found = [Found(one.key, self._heads[one.key]) for one in files]
        self.empty = frozenset(one.key for one in found if not one.head.id)
        return sorted(
            (one for one in found if one.head.id), key=lambda one: (*one.head.rank, one.head.id)
        )

    def filters(self) -> list[bytes]:
        """The files of all words that there are: the analyser's and the vocabularies'."""
        with opened(self._dictionary) as store:
            return kept_filters(store.connection, self._names, dictionary)

    @property
    def crew(self) -> Crew:
        """Those that may share the work on an index."""
        return self._analyser.crew

    @property
    def vocabularies(self) -> Vocabularies:
        """The words of the records."""
        return self._archive.vocabularies

    def _look_at_the_words(self) -> None:
        """Read the vocabularies again where they, or the code that reads records, have changed."""
        words = sorted((self._cases / VOCABULARY_FOLDER).glob("*.yml"))
        digest = _digest_of(
            [
                *(file for file in words if not is_leftover(file.name)),
                *code_of("search.index"),
                FORMULA,
            ]
        )
        if digest != self.version:
            folder = self._cases / VOCABULARY_FOLDER
            vocabularies = read_vocabularies(folder)
            schema = read_schema(folder, vocabularies)
            self._archive = Archive(
                (), schema, vocabularies, (*vocabularies.problems, *schema.problems)
            )
            self._names = tuple(sorted(set(names_of(self._archive.vocabularies))))
            self._cited = ""
            self.version = digest

    def _look_at_the_sources(self, files: Sequence[Path]) -> None:
        """Read the source documents again where one has changed: records tell what theirs say."""
        digest = _digest_of(files)
        if digest != self._cited:
            schema, vocabularies = self._archive.schema, self._archive.vocabularies
            found = read_documents([(file, file.name) for file in files], schema, vocabularies)
            self._archive = replace(self._archive, documents=found)
            self._seen = {}
            self._cited = digest

    def _files(self, known: frozenset[str]) -> Iterator[File]:
        """Every file; one that is as it was when its document was made is not read again."""
        shelf = read_shelf(self._cases, self._cases.name)
        self._look_at_the_sources(shelf.documents)
        seen, self._seen = self._seen, {}
        for file in shelf.records:
            try:
                stamp = Stamp.of(file.stat())
                same = seen.get(file)
                if same is None or same[0] != stamp or same[1].key not in known:
                    same = stamp, self._read(file)
                self._seen[file] = same[0], same[1]._replace(raw=b"")
                yield same[1]
            except OSError:  # it went away while the folder was read
                continue

    def _read(self, file: Path) -> File:
        raw = file.read_bytes()
        place = f"{self.version}\0{file.parent.name}/{file.name}\0".encode()
        documents = self._archive.documents.by_id
        cited = (documents.get(name.decode()) for name in sorted(set(_CITED.findall(raw))))
        told = "\0".join(one.source.text for one in cited if one).encode()
        return File(file, hashlib.sha256(place + told + raw).hexdigest()[:32], raw)


def _digest_of(files: Iterable[Path]) -> str:
    found = hashlib.sha256()
    for file in files:
        found.update(file.name.encode() + b"\0" + file.read_bytes())
    return found.hexdigest()
