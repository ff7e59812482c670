"""Tokens: what Kiwi, a Korean morphological analyser, says of texts. Only here is it known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from typing import NamedTuple

NOUNS = frozenset({"NNG", "NNP", "NNB", "NR", "XPN", "XSN", "XR"})
_STEMS = frozenset({"VV", "VA", "VV-R", "VA-R", "VV-I", "VA-I"})


class Token(NamedTuple):
    """One morpheme: its form, its tag in the Sejong tag set, where it starts and ends."""

    form: str
    tag: str
    start: int
    end: int

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


class Analyser:
    """Kiwi with the library's own words. Loading it takes a second or two."""

    def __init__(self, words: Iterable[str]) -> None:
        from kiwipiepy import Kiwi
        self._kiwi = Kiwi()
        for word in self._unknown(sorted(set(words))):
            self._kiwi.add_user_word(word, "NNP")

    def analyse(self, texts: Sequence[str]) -> Iterator[list[Token]]:
        """The tokens of every text, in order; several texts are analysed at once."""
        for found in self._kiwi.tokenize(list(texts)):
            yield [Token(token.form, token.tag, token.start, token.end) for token in found]

    def _unknown(self, words: Sequence[str]) -> list[str]:
        """The words that Kiwi does not already read as nouns; the others keep their parts."""
        return [word for word, tokens in zip(words, self.analyse(words), strict=True)
                if not all(token.is_noun for token in tokens)]
