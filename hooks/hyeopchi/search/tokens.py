"""Tokens: what Kiwi, a Korean morphological analyser, says of words. Only here is it known.

It is given each written word alone: a library has far fewer different words than words, so that
each is analysed once, and an edit that brings no new word needs no analyser at all.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from typing import NamedTuple

NOUNS = frozenset({"NNG", "NNP", "NNB", "NR", "XPN", "XSN", "XR"})
_STEMS = frozenset({"VV", "VA", "VV-R", "VA-R", "VV-I", "VA-I"})
_LOOKED_UP = NOUNS | {"NP", "MAG", "MAJ", "MM", "IC"}
"""Tags of the words that stand in a dictionary as they are; verbs stand there with 다."""


class Token(NamedTuple):
    """One morpheme: its form, and its tag in the Sejong tag set."""

    form: str
    tag: str

    @property
    def is_noun(self) -> bool:
        """Whether it can be a part of a noun compound."""
        return self.tag in NOUNS

    @property
    def is_stem(self) -> bool:
        """Whether it is the stem of a verb or an adjective."""
        return self.tag in _STEMS


def is_available() -> bool:
    """Whether the analyser is installed; nothing is imported to know it."""
    return find_spec("kiwipiepy") is not None


def dictionary() -> Iterator[str]:
    """Every word of the analyser's own dictionary, verbs and adjectives as 정하다. It takes seconds."""
    from kiwipiepy import Kiwi

    kiwi = Kiwi(load_multi_dict=False)
    for number in itertools.count():
        try:
            form, tag, *_ = kiwi.morpheme(number)
        except ValueError:  # past the last one
            return
        if tag in _LOOKED_UP:
            yield form
        elif tag in _STEMS:
            yield f"{form}다"


class Analyser:
    """Kiwi with the library's own words. Loading it takes a second or two."""

    def __init__(self, words: Iterable[str]) -> None:
        from kiwipiepy import Kiwi

        self._kiwi = Kiwi()
        for word in self._unknown(sorted(set(words))):
            self._kiwi.add_user_word(word, "NNP")

    def analyse(self, words: Sequence[str]) -> Iterator[list[Token]]:
        """The tokens of every word, in order."""
        for found in self._kiwi.tokenize(list(words)):
            yield [Token(token.form, token.tag) for token in found]

    def _unknown(self, words: Sequence[str]) -> list[str]:
        """The words that Kiwi does not already read as nouns; the others keep their parts."""
        return [
            word
            for word, tokens in zip(words, self.analyse(words), strict=True)
            if not all(token.is_noun for token in tokens)
        ]
