"""A memory for records of a test: vocabularies of the same texts are read once, whatever folder they lie in."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from hyeopchi.files.memory import Memory

Made = TypeVar("Made")

_MOST = 4
"""Sets of vocabularies that are remembered: a test that changes them changes them in its own way."""


class SameWords(Memory):
    """Remembers the vocabularies and the fields of the last few sets of texts, and nothing else."""

    def __init__(self) -> None:
        self._made: dict[tuple[object, ...], Any] = {}

    def kept(self, key: Hashable, made_of: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """``made_of`` is compared by equality."""
        if key != "words":
            return make()
        if made_of not in self._made:
            self._made = dict([*self._made.items()][1 - _MOST :])
            self._made[made_of] = make()
        return self._made[made_of]


SAME_WORDS = SameWords()
