"""Queries for the search: hand-written ones, and ones made from whatever records there are."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from hyeopchi.records.folder import read_shelf
from hyeopchi.search.initials import initials
from hyeopchi.search.normalise import normalise, runs
from hyeopchi.search.particles import readings
from hyeopchi.text.korean import josa

_PARTICLES = (
    "은/는",
    "이/가",
    "을/를",
    "과/와",
    "으로/로",
    "에서/에서",
    "의/의",
    "에는/에는",
    "까지/까지",
    "들의/들의",
)
_TITLE = re.compile(r"^(?:title|official_name): *(.+)$", re.MULTILINE)


class Query(NamedTuple):
    """What is typed, the sort of query it is, and the ids that answer it.

    ``expected`` must be found; ``fitting`` may be: whatever holds the words that are meant.
    """

    sort: str
    text: str
    expected: frozenset[str]
    fitting: frozenset[str]


class Shelf:
    """The records of a folder as texts without spaces."""

    def __init__(self, cases: Path) -> None:
        written = {
            file.stem: file.read_text("utf-8") for file in read_shelf(cases, cases.name).records
        }
        kept = {
            name: normalise(text) for name, text in written.items() if "\nwithdrawn:" not in text
        }
        self.titles = {name: normalise(" ".join(_TITLE.findall(written[name]))) for name in kept}
        self.texts = {name: re.sub(r"\s+", "", text) for name, text in kept.items()}
        self._starts = {
            name: {initials(run) for run in runs(text) if run >= "가"}
            for name, text in kept.items()
        }

    def holding(self, *words: str) -> frozenset[str]:
        """The ids of the records that hold all words."""
        return frozenset(
            name for name, text in self.texts.items() if all(word in text for word in words)
        )

    def sounding(self, letters: str) -> frozenset[str]:
        """The ids of the records with a written word that begins with these initial consonants."""
        return frozenset(
            name
            for name, starts in self._starts.items()
            if any(one.startswith(letters) for one in starts)
        )

    def nouns(self) -> list[str]:
        """Words of titles, without the endings that they have there, if they stand alone elsewhere."""
        alone = {run for title in self.titles.values() for run in runs(title)}
        words = {
            min((one for one in readings(run) if one in alone), key=len)
            for run in alone
            if "가" <= run[0] <= "힣"
        }
        return sorted(word for word in words if 3 <= len(word) <= 8 and readings(word) == [word])


def written_queries(file: Path, shelf: Shelf) -> Iterator[Query]:
    """The queries of a file that people wrote."""
    for given in yaml.safe_load(file.read_text("utf-8")):
        words = [re.sub(r"\s+", "", normalise(str(word))) for word in given["means"]]
        yield Query(
            given["sort"], given["query"], frozenset(given["expect"]), shelf.holding(*words)
        )


def made_queries(shelf: Shelf, count: int, seed: int) -> Iterator[Query]:
    """Queries of every sort from the titles' words; the same seed makes the same."""
    chance = random.Random(seed)
    nouns = shelf.nouns()
    makers = tuple(_MAKERS.items())
    for number in range(count):
        sort, make = makers[number % len(makers)]
        word = chance.choice(nouns)
        text = make(word, chance)
        if sort == "spelling" and (
            shelf.holding(text) or any(_is_near(text, one) for one in nouns if one != word)
        ):
            continue  # a word of its own, or a slip of two words: nobody can tell which was meant
        found = shelf.sounding(text) if sort == "initials" else shelf.holding(word)
        yield Query(sort, text, found, found)


def _is_near(one: str, other: str) -> bool:
    """Whether two words differ in one letter of one syllable."""
    differ = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
    return (
        len(one) == len(other)
        and len(differ) == 1
        and sum(a != b for a, b in zip(_letters(differ[0][0]), _letters(differ[0][1]), strict=True))
        == 1
    )


def _letters(syllable: str) -> tuple[int, int, int]:
    """The initial, the vowel and the final of a syllable."""
    code = ord(syllable) - 0xAC00
    return code // 588, code // 28 % 21, code % 28


def _particle(word: str, chance: random.Random) -> str:
    return josa(word, chance.choice(_PARTICLES))


def _spaced(word: str, chance: random.Random) -> str:
    at = 2 if len(word) > 3 else chance.choice((1, 2))
    return f"{word[:at]} {word[at:]}"


def _misspelt(word: str, chance: random.Random) -> str:
    """One vowel or one final consonant is another, as a slip of a finger makes it."""
    at = chance.randrange(len(word))
    initial, vowel, final = _letters(word[at])
    if chance.random() < 0.7:
        vowel = chance.choice([one for one in (0, 4, 8, 13, 18, 20, 1, 5) if one != vowel])
    else:
        final = chance.choice([one for one in (0, 1, 4, 8, 16, 21) if one != final])
    return word[:at] + chr(0xAC00 + initial * 588 + vowel * 28 + final) + word[at + 1 :]


_MAKERS: Mapping[str, Callable[[str, random.Random], Any]] = {
    "noun": lambda word, _: word,
    "particle": _particle,
    "spacing": _spaced,
    "spelling": _misspelt,
    "initials": lambda word, _: initials(word),
}
