"""The reference: what words mean and what fields hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import groupby
from types import MappingProxyType
from typing import Any

from hyeopchi.library.library import Library
from hyeopchi.schema.vocabulary import Term
from hyeopchi.site.view import View

_FIRST_SYLLABLE, _SYLLABLES_PER_INITIAL = ord("가"), 588
_INITIALS = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"
_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "text": "한 줄 글",
        "prose": "여러 줄 글",
        "integer": "정수",
        "number": "수",
        "boolean": "예/아니오(true, false)",
        "date": "날짜",
        "edtf": "아는 만큼의 때",
        "url": "웹 주소",
        "slug": "영문 소문자 이름",
        "anchor": "이 기록 안의 자리",
        "link": "다른 기록이나 그 안의 자리",
        "term": "정해진 낱말",
        "citations": "자료의 자리",
    }
)
_NEEDS: Mapping[str, str] = MappingProxyType(
    {"always": "꼭 적기", "expected": "적거나, 모른다고 밝히기", "": "있으면 적기"}
)


def reference_views(library: Library) -> Iterator[View]:
    """``/glossary/`` and ``/fields/``."""
    glossary = library.vocabularies["glossary"]
    yield View(
        "glossary/",
        "낱말 풀이",
        "glossary.html",
        partial(_fill_glossary, library),
        glossary.definition,
        door=None,
    )
    yield View(
        "fields/",
        "기록의 칸",
        "fields.html",
        partial(dict, types=_TYPES, needs=_NEEDS),
        "기록에 무엇을 어떻게 적는지 밝힌 목록",
        door=None,
    )


def _fill_glossary(library: Library) -> Mapping[str, Any]:
    terms = sorted(
        library.vocabularies["glossary"], key=lambda term: (_initial(term) == "기타", term.label)
    )
    return {
        "groups": tuple((initial, tuple(found)) for initial, found in groupby(terms, key=_initial))
    }


def _initial(term: Term) -> str:
    """The first consonant of a term, doubled ones with the single ones; 기타 where it is not Hangul."""
    at = (ord(term.label[0]) - _FIRST_SYLLABLE) // _SYLLABLES_PER_INITIAL
    return _INITIALS[at] if 0 <= at < len(_INITIALS) else "기타"
