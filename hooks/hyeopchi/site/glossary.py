"""The glossary in the text: the first time a page uses a term, it leads to what the term means."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from markupsafe import Markup, escape

from hyeopchi.schema.vocabulary import Vocabulary

_TAG = re.compile(r"(<[^>]*>)")
_WORD = re.compile(r"[가-힣A-Za-z][가-힣A-Za-z·]*")
_CLOSED = frozenset({"a", "code", "pre", "h2", "h3", "h4", "dfn"})
"""Elements in which no term is explained."""


class Glossary:
    """Knows every form in which a glossary term may stand in a text."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._seen: dict[str, tuple[str, str] | None] = {}

    @cached_property
    def _forms(self) -> Mapping[str, str]:
        return {
            form: term.id for term in self._vocabulary for form in term.forms if " " not in form
        }

    @cached_property
    def _lengths(self) -> tuple[int, ...]:
        return tuple(sorted({len(form) for form in self._forms}, reverse=True))

    def reader(self, address: str) -> GlossaryReader:
        """A reader of one page; ``address`` leads from the page to the glossary."""
        return GlossaryReader(self, address)

    def term_at(self, word: str) -> tuple[str, str] | None:
        """The longest form that ``word`` begins with, and its term; particles may follow."""
        if word not in self._seen:
            self._seen[word] = self._found(word)
        return self._seen[word]

    def _found(self, word: str) -> tuple[str, str] | None:
        for length in self._lengths:
            if length <= len(word) and word[:length] in self._forms:
                return word[:length], self._forms[word[:length]]
        return None

    def definition(self, term: str) -> str:
        """What a term means."""
        return self._vocabulary[term].definition


class GlossaryReader:
    """Reads the texts of one page in order and explains each term where it first stands."""

    def __init__(self, glossary: Glossary, address: str) -> None:
        self._glossary, self._address = glossary, address
        self._seen: set[str] = set()

    def explain(self, text: Markup | str) -> Markup:
        """``text`` (escaped where it is no markup) with its new terms linked."""
        open_tags: list[str] = []
        pieces = []
        for piece in _TAG.split(str(escape(text))):
            if piece.startswith("<"):
                _follow(piece, open_tags)
            elif not any(tag in _CLOSED for tag in open_tags):
                piece = _WORD.sub(self._linked, piece)
            pieces.append(piece)
        return Markup("".join(pieces))

    def _linked(self, match: re.Match[str]) -> str:
        found = self._glossary.term_at(match[0])
        if found is None or found[1] in self._seen:
            return match[0]
        form, term = found
        self._seen.add(term)
        said = escape(self._glossary.definition(term))
        return f'<a class="term" href="{escape(self._address)}#{term}" title="{said}">{form}</a>{match[0][len(form) :]}'


def _follow(tag: str, open_tags: list[str]) -> None:
    name = tag.strip("</>").split()[0].lower() if tag.strip("</> ") else ""
    if tag.startswith("</"):
        if name in open_tags:
            del open_tags[len(open_tags) - 1 - open_tags[::-1].index(name) :]
    elif not tag.endswith("/>") and name not in ("br", "hr", "img"):
        open_tags.append(name)
