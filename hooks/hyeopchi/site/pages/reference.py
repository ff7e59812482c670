"""The reference: what words mean, what fields hold, and what this library is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import groupby
from types import MappingProxyType
from typing import Any, NamedTuple

from hyeopchi.library.gaps import gaps
from hyeopchi.library.library import Library
from hyeopchi.schema.vague_date import VagueDate
from hyeopchi.schema.vocabulary import Term
from hyeopchi.site.view import View

_MOST_SOURCES = 12
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


class SourceUse(NamedTuple):
    """A source, and how many records rest on it."""

    title: str
    publisher: str
    date: VagueDate | None
    records: int


def reference_views(library: Library) -> Iterator[View]:
    """``/glossary/``, ``/fields/`` and ``/about/``."""
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
    yield View(
        "about/",
        "이 도서관은",
        "about.html",
        partial(_fill_about, library),
        f"{library.settings.name}에 무엇이 있고 무엇이 없는지, 어떻게 적었는지",
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


def _fill_about(library: Library) -> Mapping[str, Any]:
    used = sources(library)
    dated = sorted(use.date.year for use in used if use.date)
    withdrawn = sum(record.is_withdrawn for record in library.by_id.values())
    counts = Counter((record.kind, library.index.depths[record.id]) for record in library.records)
    return {
        "sources": used[:_MOST_SOURCES],
        "source_count": len(used),
        "seen": Counter(
            one.entry.get("seen", "") for one in library.archive.documents.by_id.values()
        ),
        "first": dated[0] if dated else None,
        "last": dated[-1] if dated else None,
        "withdrawn": withdrawn,
        "counts": counts,
        "gaps": gaps(library),
    }


def sources(library: Library) -> tuple[SourceUse, ...]:
    """The sources that records rest on, the most used first."""
    uses: Counter[tuple[str, str, VagueDate | None]] = Counter()
    for record in library.records:
        uses.update(
            {
                (source["title"], source.get("publisher", ""), source.get("date"))
                for source in record.get("sources", ())
                if "title" in source
            }
        )
    ordered = sorted(uses.items(), key=lambda pair: (-pair[1], pair[0][:2], str(pair[0][2])))
    return tuple(SourceUse(*source, count) for source, count in ordered)
