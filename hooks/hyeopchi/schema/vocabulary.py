"""Vocabularies: the closed lists of terms that records use, each term explained."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType

from hyeopchi.files.problem import Problem
from hyeopchi.files.source import SourceFile
from hyeopchi.text.nearest import nearest

Extra = str | tuple[str, ...] | Mapping[str, str]

_SHORTEST_PART = 4
"""Letters of an id's part, such as housing in housing-regeneration, that may stand for the id."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a vocabulary.

    ``extras`` holds what only this vocabulary's terms have (a district's ``bjd_code``, a
    unit's ``won``), as text.
    """

    id: str
    label: str
    definition: str
    source: str = ""
    aliases: tuple[str, ...] = ()
    extras: Mapping[str, Extra] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def forms(self) -> tuple[str, ...]:
        """Every word in a text that this term explains: its names and the words it covers."""
        covers = self.extras.get("covers", ())
        return (
            self.label,
            *self.aliases,
            *((covers,) if isinstance(covers, str) else tuple(covers)),
        )

    def __getattr__(self, name: str) -> Extra | None:
        """An extra by its name, for templates; None where the term lacks it."""
        if name.startswith("_"):
            raise AttributeError(name)
        return self.extras.get(name)


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """The terms of one facet. ``listed``: every term has a page with the list of its records."""

    id: str
    label: str
    definition: str
    source: str
    listed: bool
    terms: Mapping[str, Term]

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms.values())

    def __len__(self) -> int:
        return len(self.terms)

    def __contains__(self, term_id: object) -> bool:
        return term_id in self.terms

    def __getitem__(self, term_id: str) -> Term:
        return self.terms[term_id]

    @cached_property
    def _words(self) -> Mapping[str, str]:
        """Every way to write a term (id, label, alias, part of an id), lower-cased, and its id."""
        words: dict[str, str] = {}
        for term in self:
            for word in (term.id, term.label, *term.aliases):
                words.setdefault(word.lower(), term.id)
        for term in self:
            for part in term.id.split("-"):
                if len(part) >= _SHORTEST_PART:
                    words.setdefault(part, term.id)
        return words

    def suggest(self, word: str) -> str | None:
        """The id of the term that ``word`` most likely means: by label, alias or likeness."""
        found = nearest(word, self._words)
        return self._words[found] if found else None


NO_VOCABULARY = Vocabulary("", "", "", "", False, MappingProxyType({}))
"""Stands for a vocabulary whose file is missing, which is a problem of its own."""


def money(units: Vocabulary) -> Vocabulary:
    """The units that are worth so many won."""
    terms = {term.id: term for term in units if term.extras.get("won")}
    return replace(units, terms=MappingProxyType(terms))


@dataclass(frozen=True, eq=False)
class Vocabularies:
    """All vocabularies by id, what was wrong with their files, and the files' texts."""

    by_id: Mapping[str, Vocabulary]
    problems: tuple[Problem, ...] = ()
    sources: tuple[SourceFile, ...] = ()

    def __getitem__(self, vocabulary_id: str) -> Vocabulary:
        return self.by_id.get(vocabulary_id, NO_VOCABULARY)

    def __iter__(self) -> Iterator[Vocabulary]:
        return iter(self.by_id.values())

    def __contains__(self, vocabulary_id: object) -> bool:
        return vocabulary_id in self.by_id

    def label(self, vocabulary_id: str, term_id: str) -> str:
        """The Korean label of a term; the id itself where there is no such term."""
        vocabulary = self.by_id.get(vocabulary_id)
        return vocabulary[term_id].label if vocabulary and term_id in vocabulary else term_id
