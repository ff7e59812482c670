"""What only some vocabularies' terms say of themselves, and the form that the code relies on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from typing import NamedTuple

from hyeopchi.files.nodes import Listing, Node, Scalar
from hyeopchi.files.nodes import Mapping as MappingNode
from hyeopchi.files.problem import START, Problem
from hyeopchi.files.rule import Rule
from hyeopchi.schema.vocabulary import Vocabulary
from hyeopchi.text.quoting import quoted


class _Extra(NamedTuple):
    """A key of a vocabulary's terms: a pattern of its text, or the vocabulary of its words."""

    vocabulary: str
    key: str
    example: str
    pattern: str = ""
    words: str = ""
    needed: bool = False


_EXTRAS = (
    _Extra("actors", "sector", "civic", words="sectors", needed=True),
    _Extra("actors", "district", "mapo-gu", words="districts"),
    _Extra("glossary", "see", "[governance]", words="glossary"),
    _Extra("glossary", "covers", "[거리공론장]", pattern=r"[^\n]{1,40}"),
    _Extra("units", "won", "1000", pattern=r"[0-9]{1,12}"),
    _Extra(
        "qualifiers",
        "pattern",
        "약 {value}{unit}",
        pattern=r"[^{}]*\{value\}[^{}]*\{unit\}[^{}]*",
        needed=True,
    ),
    _Extra("statuses", "sentence", "{year}년에 하기로 했음", pattern=r"(?:[^{}]|\{year\})*"),
    _Extra("relations", "acyclic", "true", pattern="true"),
    _Extra("papers", "per", "group", words="per", needed=True),
    _Extra("answers", "step", "3", pattern=r"[0-9]", needed=True),
    _Extra("city", "way", "120에 물어보세요.", pattern=r"[^\n]{1,120}", needed=True),
    _Extra("city", "as_of", "2025-04-01", pattern=r"\d{4}-\d{2}-\d{2}", needed=True),
    _Extra("city", "url", "https://www.open.go.kr", pattern=r"https://[^\s]+"),
    _Extra("city", "source_url", "https://example.org", pattern=r"https://[^\s]+", needed=True),
    _Extra("themes", "check", "서로 믿고 일하나요?", pattern=r"[^\n]{5,60}[?]"),
    _Extra("kinds", "shape", "◈", pattern=r"\S", needed=True),
    _Extra("kinds", "book", "6", pattern=r"[0-9]"),
    _Extra("synonyms", "leads.page", "domains/youth/", pattern=r"(?:[a-z0-9-]+/)+"),
    _Extra("synonyms", "leads.name", "청년이 한 일", pattern=r"[^\n]{2,40}"),
    _Extra("synonyms", "leads.words", "누구에게 물어보나요", pattern=r"[^\n]{2,80}"),
    _Extra("kinds", "depth.full", "10", pattern=r"[0-9]{1,3}", needed=True),
    _Extra("kinds", "depth.thin", "3", pattern=r"[0-9]{1,3}", needed=True),
)


def missing_vocabularies(found: Set[str], shown: str) -> Iterator[Problem]:
    """The vocabularies that the code relies on and that are not among those ``found`` in ``shown``."""
    for name in sorted({extra.vocabulary for extra in _EXTRAS} - found):
        yield Problem.at(
            f"{shown}/{name}.yml",
            START,
            Rule.MISSING_VOCABULARY,
            "낱말 목록 파일이 없습니다",
            "지운 파일을 되살려 주세요",
        )


def extra_problems(
    name: str, terms: Mapping[str, MappingNode], vocabularies: Mapping[str, Vocabulary], path: str
) -> Iterator[Problem]:
    """What is wrong with the extras of the vocabulary ``name``; ``terms`` are its nodes by id."""
    for extra in _EXTRAS:
        for term, node in terms.items() if extra.vocabulary == name else ():
            found = _find(node, extra.key)
            if found is None and extra.needed:
                yield _problem(path, node, extra, f"{quoted(term)}에 {extra.key} 칸이 없습니다")
            for value in _values(found):
                if not _fits(value, extra, vocabularies):
                    said = quoted(value.text) if isinstance(value, Scalar) else "묶음"
                    yield _problem(
                        path,
                        value,
                        extra,
                        f"{quoted(term)}의 {extra.key}에 쓸 수 없는 값입니다: {said}",
                    )


def _find(node: MappingNode, key: str) -> Node | None:
    """The value at ``key``, whose parts are parted by a point."""
    found: Node = node
    for part in key.split("."):
        pair = found.find(part) if isinstance(found, MappingNode) else None
        if pair is None:
            return None
        found = pair.value
    return found


def _values(node: Node | None) -> tuple[Node, ...]:
    if node is None:
        return ()
    return tuple(node.items) if isinstance(node, Listing) else (node,)


def _fits(value: Node, extra: _Extra, vocabularies: Mapping[str, Vocabulary]) -> bool:
    if not isinstance(value, Scalar):
        return False
    if extra.words:
        words = vocabularies.get(extra.words, ())
        return not words or value.text in words
    return re.fullmatch(extra.pattern, value.text) is not None


def _problem(path: str, node: Node, extra: _Extra, message: str) -> Problem:
    return Problem.at(
        path, node.place, Rule.VOCABULARY_EXTRA, message, f"예: {extra.key}: {extra.example}"
    )
