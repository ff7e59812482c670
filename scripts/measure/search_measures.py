"""How well, how light and how fast the searches of built sites are, in Chromium."""

from __future__ import annotations

import gzip
import statistics
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from measure.search_engines import ENGINES, MATERIAL, OURS, program
from measure.search_queries import Query
from support.static_host import serving

_AT_MOST = 10
_WEIGHED = 24
"""Queries whose files are counted: each needs a page of its own, with nothing in its cache."""


def measured(
    sites: Mapping[str, Path], queries: Sequence[Query], browser: str, flags: Sequence[str]
) -> dict[str, Any]:
    """The figures of every engine (a key of ``ENGINES``) on its site; bytes are gzip's at level 9, times milliseconds."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=list(flags))
        return {name: _figures(name, site, queries, chromium) for name, site in sites.items()}


def found(
    name: str, site: Path, queries: Sequence[Query], browser: Browser
) -> dict[str, dict[str, float]]:
    """Recall, MRR and precision of an engine by the sort of query, and of all."""
    with serving(site) as address, _asking(name, address, browser) as page:
        return _scores(
            queries, page.evaluate(program("ask_all"), [query.text for query in queries])
        )


def _figures(name: str, site: Path, queries: Sequence[Query], browser: Browser) -> dict[str, Any]:
    with serving(site) as address:
        with _asking(name, address, browser) as page:
            answers = page.evaluate(program("ask_all"), [query.text for query in queries])
            typed = (
                page.evaluate(program("typing"), _words(queries))
                if name == OURS
                else [one["warm"] for one in answers]
            )
        weights = [
            _weight(name, site, query.text, address, browser) for query in _weighed(name, queries)
        ]
    return {
        "queries": len(queries),
        "found": _scores(queries, answers),
        "bytes": _spread([weight for _, weight in weights]),
        "requests": _spread([number for number, _ in weights]),
        "warm_ms": _spread([answer["warm"] for answer in answers]),
        "key_to_results_ms": _spread(typed),
        "missed": [
            [query.sort, query.text]
            for query, answer in zip(queries, answers, strict=True)
            if _score(query, answer["ids"])["recall"] < 0.5
        ],
    }


@contextmanager
def _asking(name: str, address: str, browser: Browser) -> Iterator[Page]:
    """A page of its own that can ``ask``; large indexes take long to load."""
    context = browser.new_context(base_url=address)
    context.set_default_timeout(600_000)
    page = context.new_page()
    page.goto(ENGINES[name].start, wait_until="networkidle")  # its fonts are no part of an answer
    page.evaluate(program(ENGINES[name].script))
    yield page
    context.close()


def _weighed(name: str, queries: Sequence[Query]) -> Sequence[Query]:
    """Some queries of every sort; Material loads the same whatever is asked."""
    return queries[:1] if name == MATERIAL else queries[:: max(1, len(queries) // _WEIGHED)]


def _weight(name: str, site: Path, text: str, address: str, browser: Browser) -> tuple[int, int]:
    """Requests and bytes between the first key and the first result."""
    with _asking(name, address, browser) as page:
        asked: list[str] = []
        page.context.on("request", lambda request: asked.append(urlsplit(request.url).path))
        page.evaluate("(text) => ask(text, 1)", text)
    return len(asked), sum(_size(site / unquote(path).lstrip("/")) for path in asked)


@cache
def _size(file: Path) -> int:
    """What a server sends of a file: what is compressed already it sends as it is."""
    return (
        min(file.stat().st_size, len(gzip.compress(file.read_bytes(), 9))) if file.is_file() else 0
    )


def _words(queries: Sequence[Query]) -> list[str]:
    return [query.text for query in queries if query.sort in ("noun", "compound", "particle")][:20]


def _scores(
    queries: Sequence[Query], answers: Sequence[Mapping[str, Any]]
) -> dict[str, dict[str, float]]:
    sorts = defaultdict(list)
    for query, answer in zip(queries, answers, strict=True):
        for sort in ("all", query.sort):
            sorts[sort].append(_score(query, answer["ids"]))
    return {
        sort: {
            name: round(statistics.mean(score[name] for score in scores), 3) for name in scores[0]
        }
        for sort, scores in sorts.items()
    }


def _score(query: Query, ids: Sequence[str]) -> dict[str, float]:
    """Recall and precision among the first ten, and one divided by the place of the first right one."""
    right = [one for one in ids if one in query.expected]
    first = next((place for place, one in enumerate(ids, start=1) if one in query.expected), 0)
    fitting = sum(one in query.fitting or one in query.expected for one in ids)
    return {
        "recall": len(right) / max(1, min(_AT_MOST, len(query.expected))),
        "mrr": 1 / first if first else 0.0,
        "precision": fitting / len(ids) if ids else 0.0,
    }


def _spread(values: Sequence[float]) -> dict[str, float]:
    ordered = sorted(values) or [0]
    return {
        "median": round(statistics.median(ordered), 1),
        "p95": round(ordered[int(0.95 * (len(ordered) - 1))], 1),
        "max": round(ordered[-1], 1),
    }
