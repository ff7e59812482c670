"""Tokens: what Kiwi, a Korean morphological analyser, says of words. Only here is it known.

It is given each written word alone: a library has far fewer different words than words, so that
each is analysed once, and an edit that brings no new word needs no analyser at all.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple

from hyeopchi.processes import ALONE, Crew, crew_at_hand

if TYPE_CHECKING:
    from kiwipiepy import Kiwi

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
            found = kiwi.morpheme(number)
        except ValueError:  # past the last one
            return
        if found.tag in _LOOKED_UP:
            yield found.form
        elif found.tag in _STEMS:
            yield f"{found.form}다"


class Analyser:
    """Kiwi, loaded when there are words to analyse. Loading it takes seconds, and so does teaching it."""

    def __init__(self) -> None:
        self._kiwi: Kiwi | None = None
        self._taught: tuple[str, ...] = ()

    @property
    def is_loaded(self) -> bool:
        """Whether it is there, with its threads."""
        return self._kiwi is not None

    @property
    def crew(self) -> Crew:
        """Those that may share work. It has threads of its own: with it, a process cannot be copied."""
        return ALONE if self.is_loaded else crew_at_hand()

    def analyse(self, words: Sequence[str], taught: tuple[str, ...] = ()) -> Iterator[list[Token]]:
        """The tokens of every word, in order, as it reads them once it knows the words ``taught``."""
        for found in self._that_knows(taught).tokenize(list(words)):
            yield [Token(token.form, token.tag) for token in found]

    def _that_knows(self, taught: tuple[str, ...]) -> Kiwi:
        if self._kiwi is None or (self._taught and self._taught != taught):
            from kiwipiepy import Kiwi

            self._kiwi, self._taught = Kiwi(), ()
        if self._taught != taught:
            for word in taught:
                self._kiwi.add_user_word(word, "NNP")
            self._taught = taught
        return self._kiwi
