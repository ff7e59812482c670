"""Terms: the words and character pairs under which a text is found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from hyeopchi.search.normalise import runs
from hyeopchi.search.tokens import Token

GRAM = "_"
"""What the names of character pairs begin with, so that they never meet the words."""
_WITHIN, _ACROSS = 4, 3
"""Most parts of a compound: written as one word, and with spaces in it."""
_LONGEST = 12
"""Syllables of the longest term; a longer one is found by its parts."""
_SUFFIXES = frozenset("가감계과관구권금기길단당대도동력령로론료률법부비사상서선성소시실안애어역용원율인일자장재적점제조주증지집책청촌층품학형화회")
"""Syllables that end a noun which is a word without them too: 자치회, 활동가, 서대문구."""


def words(text: str, tokens: Iterable[Token]) -> Iterator[str]:
    """The word terms of a normalised text: nouns, their compounds and parts, stems, Latin, digits, Hanja."""
    yield from (run for run in runs(text) if len(run) > 1 and not "가" <= run[0] <= "힣")
    for chain in _chains(tokens):
        yield from _compounds(chain)
        for token in chain:
            yield from _parts(token)
    yield from (token.form for token in tokens if token.is_stem and _fits(token.form))


def grams(text: str) -> Iterator[str]:
    """Every pair of neighbouring Hangul or Hanja characters of a normalised text."""
    for run in runs(text):
        if run[0] > "z" and not "ㄱ" <= run[0] <= "ㅣ":
            yield from (GRAM + run[at:at + 2] for at in range(len(run) - 1))


def _chains(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    """Nouns that stand side by side, with at most one space between two."""
    chain: list[Token] = []
    for token in tokens:
        if chain and not (token.is_noun and token.start - chain[-1].end <= 1):
            yield chain
            chain = []
        if token.is_noun:
            chain.append(token)
    if chain:
        yield chain


def _compounds(chain: Sequence[Token]) -> Iterator[str]:
    """Every two to four neighbours joined, and the whole of what is written as one word."""
    for start in range(len(chain)):
        word, spaced = "", False
        for count, token in enumerate(chain[start:], start=1):
            spaced = spaced or (count > 1 and token.start > chain[start + count - 2].end)
            word += token.form
            if count > (_ACROSS if spaced else _WITHIN) and not _is_whole(chain, start, count):
                continue
            if _fits(word):
                yield word
            if spaced and count >= _ACROSS:
                break


def _is_whole(chain: Sequence[Token], start: int, count: int) -> bool:
    """Whether these neighbours are one written word from its beginning to its end."""
    end = start + count
    begins = start == 0 or chain[start].start > chain[start - 1].end
    ends = end == len(chain) or chain[end].start > chain[end - 1].end
    joined = all(chain[at].start == chain[at - 1].end for at in range(start + 1, end))
    return begins and ends and joined


def _parts(token: Token) -> Iterator[str]:
    """The words inside a noun that the analyser takes as one: 서대문 of 서대문구, 민주 of 민주주의."""
    form = token.form
    if len(form) >= 3 and form[-1] in _SUFFIXES:
        yield form[:-1]
    if len(form) >= 4 and token.tag == "NNG":
        yield form[:2]
        yield form[-2:]


def _fits(word: str) -> bool:
    return 2 <= len(word) <= _LONGEST and all("가" <= char <= "힣" for char in word)
