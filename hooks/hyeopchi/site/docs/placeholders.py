"""Placeholders: ``{{ name }}`` in a page below ``docs/`` stands for what the library counts and lists.

A name is one of ``PLACEHOLDERS``, a vocabulary (its terms) or ``vocabulary/term`` (a label).
Nothing else may stand between the braces: no code, no condition, no filter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from hyeopchi.schema.vocabulary import Vocabularies
from hyeopchi.site.docs.page import DocsPage
from hyeopchi.text.korean import josa

PLACEHOLDERS: Mapping[str, str] = MappingProxyType(
    {
        "library-name": "도서관의 이름",
        "contact": "어디로 연락하는지 적은 한 문장",
        "decided-by": "고치거나 내려 달라는 요청을 누가 언제까지 정하는지 적은 두 문장",
    }
)
"""What stands within a sentence, and what it says."""
BLOCKS: Mapping[str, str] = MappingProxyType(
    {
        "sources-used": "기록이 기댄 자료의 수와 많이 쓴 자료",
        "verdict-rubric": "그 뒤의 판정의 뜻과 판",
        "counts": "종류와 깊이마다 있는 기록의 수",
        "gaps": "아직 빈 곳과 기록이 없는 자치구",
        "data-files": "받을 수 있는 데이터 파일의 목록",
        "operator": "누가 꾸리고 원본이 어디 있는지",
        "form-files": "내려받는 서식의 목록",
        "form-receiver": "다 적은 서식을 어디로 보내는지",
    }
)
"""What stands on a line of its own, and what it says."""

_WRITTEN = re.compile(r"\{\{[ \t]*([^{}\n]*?)[ \t]*\}\}")
_PAIRS = "은/는|이/가|을/를|과/와|으로/로|이라는/라는"
_ALONE = re.compile("<p>\ue000([^\ue001]+)\ue001</p>")
_WITHIN = re.compile(f"\ue000([^\ue001]+)\ue001(?:([’”'\")]*)({_PAIRS}))?")
_TAGS = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Found:
    """A placeholder in a file, from ``start`` to ``end``; ``is_alone``: with blank lines around it."""

    name: str
    start: int
    end: int
    is_alone: bool


def placeholders(page: DocsPage) -> Iterator[Found]:
    """The placeholders of ``page`` in order; what stands in code is none."""
    for one in _WRITTEN.finditer(page.plain):
        yield Found(one[1], one.start(), one.end(), _is_alone(page.plain, one.start(), one.end()))


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether the lines before and after are blank and nothing but a definition's colon is beside it."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    beside = text[first:start] + text[end:last]
    before = text[text.rfind("\n", 0, max(0, first - 1)) + 1 : max(0, first - 1)]
    after = text[last + 1 : (text.find("\n", last + 1) + 1 or len(text) + 1) - 1]
    return not beside.strip(" \t:") and not before.strip() and not after.strip()


def is_known(name: str, vocabularies: Vocabularies) -> bool:
    """Whether ``name`` may stand between braces."""
    vocabulary, slash, term = name.partition("/")
    if slash:
        return vocabulary in vocabularies and term in vocabularies[vocabulary]
    return name in PLACEHOLDERS or name in BLOCKS or name in vocabularies


def is_block(name: str) -> bool:
    """Whether what stands for ``name`` on a line of its own is more than words."""
    return "/" not in name and name not in PLACEHOLDERS


def known_names(vocabularies: Vocabularies) -> Iterator[str]:
    """All that may stand between braces."""
    yield from (*PLACEHOLDERS, *BLOCKS)
    for vocabulary in vocabularies:
        yield vocabulary.id
        yield from (f"{vocabulary.id}/{term.id}" for term in vocabulary)


def guarded(page: DocsPage, vocabularies: Vocabularies) -> str:
    """The Markdown of ``page`` with its placeholders as signs that no rule of Markdown touches."""
    text, parts, at = page.source.text, [], page.body_offset
    for one in placeholders(page):
        if is_known(one.name, vocabularies):
            parts += [text[at : one.start], f"\ue000{one.name}\ue001"]
            at = one.end
    return "".join([*parts, text[at:]])


def filled(markup: str, fill: Callable[[str, bool], str]) -> str:
    """``markup`` made of a ``guarded`` text, with ``fill(name, is_alone)`` in the signs' places.

    ``fill`` gives HTML. A pair such as 은/는 after a placeholder becomes the fitting particle.
    """

    def alone(match: re.Match[str]) -> str:
        html = fill(match[1], True)
        return html if is_block(match[1]) else f"<p>{html}</p>"

    def within(match: re.Match[str]) -> str:
        html, closing, pair = fill(match[1], False), match[2], match[3]
        words = _TAGS.sub("", html)
        return html + closing + josa(words, pair)[len(words) :] if pair else html

    return _WITHIN.sub(within, _ALONE.sub(alone, markup))
