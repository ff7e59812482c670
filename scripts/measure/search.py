"""What the search costs and how well it finds, ours beside its peers: for bench.py and bench_search.py."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from measure.report import aligned, size
from support.chromium import FLAGS, chromium


class SearchFigures(NamedTuple):
    """Seconds that the index took after one edit, and what the engines found."""

    edit: float
    engines: Mapping[str, Mapping[str, Any]]


class Row(NamedTuple):
    """A line of the table: what of an engine's figures it tells, and how."""

    label: str
    of: Callable[[Mapping[str, Any]], float]
    told: Callable[[float], str]


def share(value: float) -> str:
    """0.973"""
    return f"{value:.3f}"


def milliseconds(value: float) -> str:
    """12.3ms"""
    return f"{value:,.1f}ms"


def times(value: float) -> str:
    """4번"""
    return f"{value:,.0f}번"


ROWS = (
    Row("재현율(앞 10개)", lambda one: one["found"]["all"]["recall"], share),
    Row("첫 정답의 자리(MRR)", lambda one: one["found"]["all"]["mrr"], share),
    Row("정확도(앞 10개)", lambda one: one["found"]["all"]["precision"], share),
    Row("첫 결과까지 받는 양 (가운데값)", lambda one: one["bytes"]["median"], size),
    Row("첫 결과까지 받는 양 (95%)", lambda one: one["bytes"]["p95"], size),
    Row("첫 결과까지의 요청 (가장 많을 때)", lambda one: one["requests"]["max"], times),
    Row("글자를 친 뒤 결과까지 (95%)", lambda one: one["key_to_results_ms"]["p95"], milliseconds),
)
SORTS = {
    "noun": "낱말",
    "compound": "합친 말",
    "particle": "조사",
    "spacing": "띄어쓰기",
    "spelling": "잘못 적은 말",
    "initials": "첫소리",
    "name": "이름",
    "year": "해",
    "question": "물음",
}


def sites_of(ours: Path, stock: Path | None) -> dict[str, Path]:
    """Engine → the site that it searches; Pagefind only where it has indexed the stock site."""
    from measure.search_engines import MATERIAL, OURS, PAGEFIND

    peers = {} if stock is None else {MATERIAL: stock, PAGEFIND: stock}
    return {OURS: ours} | {
        name: site
        for name, site in peers.items()
        if name != PAGEFIND or (site / "pagefind").is_dir()
    }


def engines(
    sites: Mapping[str, Path], cases: Path, queries: Path | None, count: int
) -> dict[str, Any]:
    """The figures of every engine for a file of queries, or for ``count`` made from the records."""
    from measure.search_measures import measured
    from measure.search_queries import Shelf, made_queries, written_queries

    shelf = Shelf(cases)
    asked = list(written_queries(queries, shelf) if queries else made_queries(shelf, count, seed=4))
    return measured(sites, asked, str(chromium(None)), FLAGS)


def table(found: Mapping[str, Mapping[str, Any]]) -> str:
    """The engines side by side: all queries, then the recall of every sort."""
    lines: list[Sequence[str]] = [("찾아보기", *found)]
    lines += [(row.label, *(row.told(row.of(one)) for one in found.values())) for row in ROWS]
    sorts = [sort for sort in SORTS if any(sort in one["found"] for one in found.values())]
    lines += [
        (f"재현율: {SORTS[sort]}", *(share(one["found"][sort]["recall"]) for one in found.values()))
        for sort in sorts
    ]
    return aligned(lines)


def told(figures: SearchFigures) -> str:
    """The table, and what making the index anew takes."""
    return f"{table(figures.engines)}\n한 곳을 고친 뒤 색인 만들기: {figures.edit:.2f}초"


def write(found: Mapping[str, Any], file: Path) -> None:
    """Keep the figures as JSON."""
    file.write_text(json.dumps(found, ensure_ascii=False, indent=2), encoding="utf-8")
