"""The page that searches the library; without scripts it leads to the pages that list it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from hyeopchi.library.library import Library
from hyeopchi.search.facets import FACETS
from hyeopchi.site.view import View

_WAYS = (
    ("cases/", "모든 기록", "깊이 읽을 것부터"),
    ("districts/", "자치구", "어디에서 한 일인가"),
    ("domains/", "분야", "무엇에 관한 일인가"),
    ("timeline/", "연표", "언제 한 일인가"),
    ("actors/", "함께한 이들", "누가 함께했나"),
    ("vocabulary/", "그 밖의 분류", "방법, 단계, 갈래 …"),
    ("city/", "누구에게 묻나", "기록에 없으면 어디에 물을까"),
)


class FacetBox(NamedTuple):
    """A facet on the page: its name in the address, and what it is called."""

    name: str
    label: str


def search_views(library: Library) -> Iterator[View]:
    """``/search/``."""
    yield View(
        "search/",
        "찾아보기",
        "search.html",
        partial(_fill, library),
        "낱말과 조건으로 기록을 찾습니다.",
        styles=("search-page",),
        scripts=("search/page",),
    )


def _fill(library: Library) -> Mapping[str, Any]:
    boxes = [
        FacetBox(name, library.vocabularies[vocabulary].label)
        for name, vocabulary in FACETS.items()
    ]
    return {"facets": boxes, "ways": _WAYS}
