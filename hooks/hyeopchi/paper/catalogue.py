"""The catalogue: which papers the library makes of what, without making any."""

from __future__ import annotations

from collections.abc import Set
from typing import NamedTuple

from hyeopchi.library.library import Library
from hyeopchi.paper.writers.formats import TO_EDIT, TO_READ
from hyeopchi.records.record import Record
from hyeopchi.schema.conventions import BOOK, CHECKLIST, COLLECTION_PREFIXES
from hyeopchi.schema.kinds import Kind

BASICS = "reader-basics"
"""The collection that the basic reader is made of."""

_BOOK = COLLECTION_PREFIXES[BOOK]
"""Begins the stems of books, which are to be read and not to be edited."""
FOLDER = "papers"
"""Where a site keeps them, below its root."""
HANDOUTS = ("handout", "outcome", "facilitator")
"""What a case to teach with becomes: terms of the papers, which name the sheets and end their files' stems."""

EASY = "easy"
"""What it becomes too where it has easy words for it: a term of the papers."""
EXERCISES = ("exercises", "연습")
"""Its exercises, bound with their keys: the ending of the file's stem, and its name."""
PAMPHLET, KIT, CHECKLIST_NAME = "읽기 묶음", "꾸러미 한 권", "점검표"
"""What a collection becomes, and a course besides."""
GAME = (("rules", "규칙"), ("first", "10분 첫 판"), ("board", "판"), ("cards", "카드"))
"""The same for the board game made of the whole library."""
GAME_STEM = "board-game"


class Paper(NamedTuple):
    """A paper by its name and the stem of its files."""

    name: str
    stem: str

    def files(self, left_out: Set[str] = frozenset()) -> tuple[tuple[str, str], ...]:
        """Each of its formats with its address from the site's root, less the addresses ``left_out``."""
        return tuple(
            (ending.upper(), address)
            for ending in formats_of(self.stem)
            if (address := f"{FOLDER}/{self.stem}.{ending}") not in left_out
        )


BOOKS = (Paper("기본 읽기 책", f"{_BOOK}basics"), Paper("모든 기록을 묶은 책", f"{_BOOK}all"))
"""The bound volumes of the whole library."""


def formats_of(stem: str) -> tuple[str, ...]:
    """The endings of a paper's files, the one to print first."""
    if stem in {paper.stem for paper in BOOKS}:
        return ("pdf",)
    return TO_READ if stem.startswith(_BOOK) else TO_EDIT


def books_of(library: Library) -> tuple[Paper, ...]:
    """The books that ``library`` has: those it tells itself, then the volumes; the basic reader only with its collection."""
    basics = library.by_id.get(BASICS)
    told = (record for record in library.records if is_book(record))
    return (
        *(paper for record in told for paper in papers_of(record, library)),
        *(BOOKS if basics is not None and not basics.is_withdrawn else BOOKS[1:]),
    )


def book_names(library: Library) -> dict[str, str]:
    """The stems of the books by the names that a command knows them by."""
    return {paper.stem.removeprefix(_BOOK): paper.stem for paper in books_of(library)}


def is_book(record: Record) -> bool:
    """Whether a collection tells its own chapters, and is no list of what to read."""
    return not record.is_withdrawn and record.get("purpose") == BOOK


def is_course(record: Record) -> bool:
    """Whether a kit is made of ``record``: a teaching collection with steps."""
    return (
        not record.is_withdrawn
        and record.get("purpose") == "teaching"
        and bool(record.get("session"))
    )


def zip_of(record: Record) -> str:
    """The address of a course's zip from the site's root: every sheet of its kit in every format."""
    return f"{FOLDER}/kit-{record.id}.zip"


def papers_of(record: Record, library: Library) -> tuple[Paper, ...]:
    """The papers that are made of ``record`` alone."""
    if record.is_withdrawn:
        return ()
    if is_book(record):
        return (Paper(record.title, record.id),)
    if record.kind == Kind.COLLECTION:
        if record.get("purpose") == CHECKLIST:
            return (Paper(CHECKLIST_NAME, record.id),)
        kit = (Paper(KIT, f"kit-{record.id}"),) if is_course(record) else ()
        return (Paper(PAMPHLET, record.id), *kit)
    if "teaching" in record.entry:
        easy = (EASY,) if record["teaching"].get("easy") else ()
        named = ((paper, library.label("papers", paper)) for paper in (*HANDOUTS, *easy))
        return tuple(Paper(name, f"{record.id}-{ending}") for ending, name in (*named, EXERCISES))
    return ()


def game_papers() -> tuple[Paper, ...]:
    """The papers of the board game."""
    return tuple(Paper(name, f"{GAME_STEM}-{ending}") for ending, name in GAME)
