"""Terms: the words and character pairs under which a written word is found."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from hyeopchi.files.pickled import pickled_as_call
from hyeopchi.search.normalise import numbered, spans
from hyeopchi.search.particles import readings
from hyeopchi.search.tokens import Token

GRAM = "_"
"""What the names of character pairs begin with, so that they never meet the words."""
_WITHIN, _ACROSS = 4, 3
"""Most parts of a compound: written as one word, and with spaces in it."""
_TERM = re.compile("[가-힣]{2,12}")
"""A longer one is found by its parts."""
_SUFFIXES = frozenset(
    "가감계과관구권금기길단당대도동력령로론료률법부비사상서선성소시실안애어역용원율인일자장재적점제조주증지집책청촌층품학형화회"
)
"""Syllables that end a noun which is a word without them too: 자치회, 활동가, 서대문구."""


@pickled_as_call
@dataclass(frozen=True, slots=True)
class Reading:
    """What a written word says: its terms, and the nouns with which it begins and ends.

    ``is_noun``: it is nouns from its beginning to its end.
    """

    words: tuple[str, ...]
    grams: tuple[str, ...]
    head: tuple[str, ...] = ()
    tail: tuple[str, ...] = ()
    is_noun: bool = False


def read_hangul(word: str, tokens: Sequence[Token]) -> Reading:
    """The reading of a Hangul word from its tokens."""
    nouns = [token.form if token.is_noun else "" for token in tokens]
    words = {term for chain in _chains(tokens) for term in (*_compounds(chain), *_all_parts(chain))}
    words |= {token.form for token in tokens if token.is_stem and _fits(token.form)}
    if _is_odd(nouns):
        words |= {one for one in readings(word)[1:] or [word] if _fits(one)}
    head, tail = _leading(nouns), _leading(nouns[::-1])[::-1]
    return Reading(tuple(sorted(words)), _grams(word), head, tail, all(nouns))


def read_other(word: str) -> Reading:
    """The reading of Latin, digits or Hanja: itself."""
    is_hanja = word[0] > "z" and not "ㄱ" <= word[0] <= "ㅣ"
    return Reading((word,) if len(word) > 1 else (), _grams(word) if is_hanja else ())


def count_terms(text: str, reading: Callable[[str], Reading]) -> tuple[Counter[str], Counter[str]]:
    """How often each word and each pair of characters stands in a normalised text."""
    read = [(reading(run), start, stop) for run, start, stop in spans(text)]
    words = Counter(itertools.chain.from_iterable(one.words for one, _, _ in read))
    grams = Counter(itertools.chain.from_iterable(one.grams for one, _, _ in read))
    words.update(_across(read))
    words.update(numbered(text))
    return words, grams


def _across(read: Sequence[tuple[Reading, int, int]]) -> Iterator[str]:
    """Compounds that are written with spaces: two or three nouns, one after the other."""
    for chain in _noun_chains(read):
        if chain and chain[0][1] != chain[-1][1]:  # most stand in one word as it is written
            yield from _spaced(chain)


def _noun_chains(read: Sequence[tuple[Reading, int, int]]) -> Iterator[list[tuple[str, int]]]:
    """Nouns that follow each other, each with the number of the word that it stands in."""
    chain: list[tuple[str, int]] = []
    end = -1
    for number, (found, start, stop) in enumerate(read):
        if start != end + 1 or not found.head:
            yield chain
            chain = []
        chain += [(noun, number) for noun in (found.head if chain or found.is_noun else found.tail)]
        if not found.is_noun:
            yield chain
            chain = [(noun, number) for noun in found.tail]
        end = stop if found.tail else -1
    yield chain


def _spaced(chain: Sequence[tuple[str, int]]) -> Iterator[str]:
    """Neighbours in a chain that do not all stand in one word as it is written, joined."""
    for start in range(len(chain)):
        for stop in range(start + 2, min(start + _ACROSS, len(chain)) + 1):
            if chain[start][1] != chain[stop - 1][1]:
                word = "".join(noun for noun, _ in chain[start:stop])
                if _fits(word):
                    yield word


def _is_odd(nouns: Sequence[str]) -> bool:
    """Whether a noun follows what is none: a name that the analyser does not know, found as it stands."""
    return any(noun and not before for before, noun in itertools.pairwise(nouns))


def _grams(word: str) -> tuple[str, ...]:
    return tuple(GRAM + word[at : at + 2] for at in range(len(word) - 1))


def _leading(nouns: Sequence[str]) -> tuple[str, ...]:
    stop = next((at for at, noun in enumerate(nouns) if not noun), len(nouns))
    return tuple(nouns[:stop])


def _chains(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Nouns that stand side by side."""
    chain: list[Token] = []
    for token in tokens:
        if token.is_noun:
            chain.append(token)
        elif chain:
            yield chain
            chain = []
    if chain:
        yield chain


def _compounds(chain: Sequence[Token]) -> Iterator[str]:
    """Every one to four neighbours joined, and the whole chain."""
    for start in range(len(chain)):
        for stop in range(start + 1, len(chain) + 1):
            if stop - start > _WITHIN and (start, stop) != (0, len(chain)):
                continue
            word = "".join(token.form for token in chain[start:stop])
            if _fits(word):
                yield word


def _all_parts(chain: Sequence[Token]) -> Iterator[str]:
    """The words inside nouns that the analyser takes as one: 서대문 of 서대문구, 민주 of 민주주의."""
    for token in chain:
        form = token.form
        if len(form) >= 3 and form[-1] in _SUFFIXES:
            yield form[:-1]
        if len(form) >= 4 and token.tag == "NNG":
            yield form[:2]
            yield form[-2:]


def _fits(word: str) -> bool:
    return _TERM.fullmatch(word) is not None
