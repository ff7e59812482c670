"""Vocabularies: the closed lists of terms that records use, each term explained."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from hyeopchi.nearest import nearest
from hyeopchi.nodes import Listing, Node, Scalar
from hyeopchi.nodes import Mapping as MappingNode
from hyeopchi.problem import Place, Problem
from hyeopchi.source import SourceFile, read_source
from hyeopchi.strict_yaml import read_yaml

Extra = str | tuple[str, ...] | Mapping[str, str]

_TERM_KEYS = ("id", "label", "definition", "source", "aliases")
_NEEDED_TERM_KEYS = ("id", "label", "definition")
_ID = re.compile(r"[\w%][\w%. -]*")


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

    def __contains__(self, term_id: object) -> bool:
        return term_id in self.terms

    def __getitem__(self, term_id: str) -> Term:
        return self.terms[term_id]

    @cached_property
    def _words(self) -> Mapping[str, str]:
        """Every way to write a term (id, label, alias), lower-cased, and the term's id."""
        words: dict[str, str] = {}
        for term in self:
            for word in (term.id, term.label, *term.aliases):
                words.setdefault(word.lower(), term.id)
        return words

    def suggest(self, word: str) -> str | None:
        """The id of the term that ``word`` most likely means: by label, alias or likeness."""
        found = nearest(word, self._words)
        return self._words[found] if found else None


@dataclass(frozen=True, eq=False)
class Vocabularies:
    """All vocabularies by id, and what was wrong with their files."""

    by_id: Mapping[str, Vocabulary]
    problems: tuple[Problem, ...] = ()

    def __getitem__(self, vocabulary_id: str) -> Vocabulary:
        return self.by_id[vocabulary_id]

    def __iter__(self) -> Iterator[Vocabulary]:
        return iter(self.by_id.values())

    def __contains__(self, vocabulary_id: object) -> bool:
        return vocabulary_id in self.by_id

    def label(self, vocabulary_id: str, term_id: str) -> str:
        """The Korean label of a term; the id itself where there is no such term."""
        vocabulary = self.by_id.get(vocabulary_id)
        return vocabulary[term_id].label if vocabulary and term_id in vocabulary else term_id


def read_vocabularies(folder: Path, shown: str = "cases/_vocabulary") -> Vocabularies:
    """All ``*.yml`` of ``folder`` but ``fields.yml``, in the order of their names.

    ``shown`` is the path under which problems are reported. Never raises on a bad file.
    """
    vocabularies: dict[str, Vocabulary] = {}
    problems: list[Problem] = []
    for file in sorted(folder.glob("*.yml")):
        if file.name == "fields.yml":
            continue
        source = read_source(file, f"{shown}/{file.name}")
        if isinstance(source, Problem):
            problems.append(source)
            continue
        vocabulary = _vocabulary(source, problems)
        vocabularies[file.stem] = vocabulary
        if vocabulary.id != file.stem:
            problems.append(Problem(source.path, 1, 1, "vocabulary-id",
                                    f"id가 파일 이름과 다릅니다: '{vocabulary.id}'", f"id: {file.stem}"))
    return Vocabularies(MappingProxyType(vocabularies), tuple(problems))


def _vocabulary(source: SourceFile, problems: list[Problem]) -> Vocabulary:
    root, found = read_yaml(source.text, source.path)
    problems.extend(found)
    terms: dict[str, Term] = {}
    for node in _items(root):
        term = _term(node, source.path, problems)
        if term is None:
            continue
        if term.id in terms:
            problems.append(_problem(source.path, node.place, f"같은 id가 두 번 나옵니다: '{term.id}'"))
        terms.setdefault(term.id, term)
    if _text(root, "order") == "label":
        terms = dict(sorted(terms.items(), key=lambda pair: pair[1].label))
    return Vocabulary(_text(root, "id"), _text(root, "label"), _text(root, "definition"),
                      _text(root, "source"), _text(root, "listed") == "true", MappingProxyType(terms))


def _items(root: MappingNode) -> tuple[Node, ...]:
    pair = root.find("terms")
    return tuple(pair.value.items) if pair and isinstance(pair.value, Listing) else ()


def _term(node: Node, path: str, problems: list[Problem]) -> Term | None:
    if not isinstance(node, MappingNode):
        problems.append(_problem(path, node.place, "낱말은 'id: …'로 시작하는 묶음이어야 합니다"))
        return None
    missing = [key for key in _NEEDED_TERM_KEYS if not _text(node, key)]
    if missing:
        problems.append(_problem(path, node.place, f"낱말에 {', '.join(missing)} 칸이 없습니다"))
        return None
    term_id = _text(node, "id")
    if not _ID.fullmatch(term_id) or term_id == "page":
        problems.append(_problem(path, node.place, f"쓸 수 없는 id입니다: '{term_id}'"))
        return None
    extras = {pair.key.text: _extra(pair.value) for pair in node.pairs if pair.key.text not in _TERM_KEYS}
    return Term(term_id, _text(node, "label"), _text(node, "definition"), _text(node, "source"),
                _texts(node, "aliases"), MappingProxyType(extras))


def _problem(path: str, place: Place, message: str) -> Problem:
    return Problem.at(path, place, "vocabulary-term", message,
                      "예: - id: youth, label: 청년, definition: 청년이 자기 삶의 정책을 다루는 일")


def _text(node: MappingNode, key: str) -> str:
    pair = node.find(key)
    return pair.value.text if pair and isinstance(pair.value, Scalar) else ""


def _texts(node: MappingNode, key: str) -> tuple[str, ...]:
    pair = node.find(key)
    value = _extra(pair.value) if pair else ()
    return value if isinstance(value, tuple) else (str(value),)


def _extra(node: Node) -> Extra:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Listing):
        return tuple(item.text for item in node.items if isinstance(item, Scalar))
    return MappingProxyType({pair.key.text: pair.value.text for pair in node.pairs
                             if isinstance(pair.value, Scalar)})
