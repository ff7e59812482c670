"""Inversion: from the terms of documents to the files of terms, all of them or the touched ones."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from operator import call

from hyeopchi.processes import ALONE, Crew
from hyeopchi.search.initials import sound_key, tail_key
from hyeopchi.search.layout import (
    GRAMS,
    TABLES,
    WORDS,
    Layout,
    layout_of,
    size_key,
    table_size,
    term_size,
)
from hyeopchi.search.postings import Postings, decode, encode

Address = tuple[str, int]
"""Family and number of a file."""
_LONGEST_MISSPELT = 8


@dataclass
class Changes:
    """Postings to put in and records to take out, by term."""

    added: defaultdict[str, Postings] = field(
        default_factory=lambda: defaultdict(lambda: array("I"))
    )
    removed: defaultdict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    def replace(self, number: int, old: Mapping[str, int], new: Mapping[str, int]) -> None:
        """Let the record with this number carry the terms ``new`` instead of ``old``."""
        added, place = self.added, number << 4
        for term, weight in new.items():
            if not old or old.get(term) != weight:
                added[term].append(place | weight)
        for term, weight in old.items():
            if new.get(term) != weight:
                self.removed[term].add(number)

    @property
    def terms(self) -> set[str]:
        """Every term that is touched."""
        return self.added.keys() | self.removed.keys()


@dataclass(frozen=True)
class Inversion:
    """The new content of the files that changed, and the sizes that the layout follows from."""

    layout: Layout
    sizes: Mapping[str, int]
    files: Mapping[Address, bytes]


def invert(
    changes: Changes,
    count: int,
    sizes: Mapping[str, int],
    read: Callable[[Address], bytes] | None,
    crew: Crew = ALONE,
) -> Inversion | None:
    """What the files become. ``read`` gives the bytes of a file as it is; None starts from nothing.

    None where the layout changes: then everything is to be inverted anew.
    """
    before = layout_of(sizes)
    terms = _terms_before(changes, before, count, read)
    counts = {term: len(terms.get(term, ())) for term in changes.terms}
    for term in changes.terms:
        terms[term] = _changed(terms.get(term), changes.added.get(term), changes.removed.get(term))
    now = Counter(sizes)
    words = [(term, counts[term], len(terms[term])) for term in changes.terms]
    _reckon(words, now)
    layout = layout_of(now)
    if read and layout != before:
        return None
    works: tuple[Callable[[], Mapping[Address, bytes]], ...] = (
        lambda: dict(_term_files(terms, layout, count)),
        lambda: _table_files(words, layout, read),
    )
    of_terms, of_tables = crew.map(call, works, least=len(works))
    sizes = {key: size for key, size in sorted(now.items()) if size}
    return Inversion(layout, sizes, {**of_terms, **of_tables})


def _terms_before(
    changes: Changes, layout: Layout, count: int, read: Callable[[Address], bytes] | None
) -> dict[str, Postings]:
    if read is None:
        return {}
    terms: dict[str, Postings] = {}
    for address in sorted({layout.file_of(term) for term in changes.terms}):
        terms |= decode(read(address), count)
    return terms


def _changed(before: Postings | None, added: Postings | None, removed: set[int] | None) -> Postings:
    if not before:
        return added if added is not None else array("I")
    gone: Set[int] = removed or frozenset()
    kept = [posting for posting in before if posting >> 4 not in gone]
    return array("I", sorted([*kept, *(added or ())]))


def _reckon(words: Iterable[tuple[str, int, int]], sizes: Counter[str]) -> None:
    for term, before, now in words:
        sizes[size_key(term)] += term_size(term, now) - term_size(term, before)
        if is_spelt(term):
            sizes[TABLES] += table_size(term, now) - table_size(term, before)


def _term_files(
    terms: Mapping[str, Postings], layout: Layout, count: int
) -> Iterator[tuple[Address, bytes]]:
    files: defaultdict[Address, dict[str, Postings]] = defaultdict(dict)
    for term, postings in terms.items():
        if postings:
            files[layout.file_of(term)][term] = postings
        else:
            files[layout.file_of(term)]
    for address, held in files.items():
        yield address, encode(held, count)


def is_spelt(term: str) -> bool:
    """Whether a term stands in the tables of spelling."""
    return "가" <= term[0] <= "힣" and term.isalpha() and len(term) <= _LONGEST_MISSPELT


def _table_files(
    words: Iterable[tuple[str, int, int]], layout: Layout, read: Callable[[Address], bytes] | None
) -> Mapping[Address, bytes]:
    """The tables in which a word came, went or became much more frequent."""
    tables: dict[int, dict[str, str]] = {}
    for word, before, now in words:
        if not is_spelt(word) or frequency(before) == frequency(now):
            continue
        for key in {sound_key(word), f"-{tail_key(word)}"}:
            number = layout.table_of(key)
            if number not in tables:
                tables[number] = _read_table(read((TABLES, number))) if read else {}
            if now:
                tables[number][word] = frequency(now)
            else:
                tables[number].pop(word, None)
    return {(TABLES, number): _write_table(table) for number, table in tables.items()}


def frequency(records: int) -> str:
    """How many records carry a word, as one digit: how often the number can be halved; "" for none."""
    return str(min(records.bit_length() - 1, 9)) if records else ""


def _read_table(data: bytes) -> dict[str, str]:
    return {line[:-1]: line[-1] for line in data.decode().splitlines()}


def _write_table(table: Mapping[str, str]) -> bytes:
    return "".join(f"{word}{often}\n" for word, often in sorted(table.items())).encode()


def empty_file(family: str) -> bytes:
    """A file that holds nothing."""
    return b"" if family == TABLES else encode({}, 0)


FAMILIES = (WORDS, GRAMS, TABLES)
