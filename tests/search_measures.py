"""How well, how light and how fast the search of a built site is, in Chromium."""

from __future__ import annotations

import gzip
import statistics
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from browsing import serving
from playwright.sync_api import Page, sync_playwright
from search_queries import Query, Shelf, made_queries, written_queries

_ANSWER = """async (queries) => {
    const { Index, find } = await import("/assets/javascripts/search/box.js");
    const text = await (await fetch("/search/manifest.json")).text();
    const found = [];
    for (const query of queries) {
        const index = new Index(text);
        const answer = await find(index, query);
        if (answer.records.length) await index.card(answer.records[0]);
        const files = [...index.files.keys()];
        const began = performance.now();
        await find(index, query);
        const warm = performance.now() - began;
        const cards = await Promise.all(answer.records.slice(0, 10).map((record) => index.card(record)));
        found.push({ ids: cards.map((card) => card.id), files, warm });
    }
    return found;
}"""
_TYPING = """async (queries) => {
    const input = document.querySelector(".search-box input"), list = document.querySelector(".search-list");
    const typed = async (text) => {
        const changed = new Promise((done) => {
            const seen = new MutationObserver(() => (seen.disconnect(), done()));
            seen.observe(list, { childList: true });
            setTimeout(done, 3000);
        });
        input.value = text;
        const began = performance.now();
        input.dispatchEvent(new Event("input"));
        await changed;
        return performance.now() - began;
    };
    const warm = [];
    for (const query of queries) for (const again of [false, true]) for (let end = 2; end <= query.length; end++) {
        const took = await typed(query.slice(0, end));
        if (again) warm.push(took);
    }
    return warm;
}"""


def measured(site: Path, cases: Path, queries: Path | None, count: int, browser: str,
             flags: Sequence[str]) -> dict[str, Any]:
    """All figures; bytes are gzip's at level 9, times milliseconds."""
    shelf = Shelf(cases)
    asked = list(written_queries(queries, shelf) if queries else made_queries(shelf, count, seed=4))
    with serving(site) as address, sync_playwright() as playwright:
        page = playwright.chromium.launch(executable_path=browser, args=list(flags)).new_page(base_url=address)
        page.goto("/about/")
        answers = page.evaluate(_ANSWER, [query.text for query in asked])
        typing = _typing(page, asked)
    sorts = defaultdict(list)
    for query, answer in zip(asked, answers, strict=True):
        for sort in (query.sort, "all"):
            sorts[sort].append(_score(query, answer["ids"]))
    weights = [_weight(site, answer["files"]) for answer in answers]
    return {"records": len(shelf.texts), "queries": len(asked),
            "found": {sort: {name: round(statistics.mean(score[name] for score in scores), 3) for name in scores[0]}
                      for sort, scores in sorts.items()},
            "bytes": _spread([weight for _, weight in weights]), "requests": _spread([number for number, _ in weights]),
            "warm_ms": _spread([answer["warm"] for answer in answers]), "key_to_results_ms": _spread(typing),
            "missed": [[query.sort, query.text] for query, answer in zip(asked, answers, strict=True)
                       if _score(query, answer["ids"])["recall"] < 0.5]}


def _typing(page: Page, asked: Sequence[Query]) -> list[float]:
    words = [query.text for query in asked if query.sort in ("noun", "compound", "particle")][:20]
    return page.evaluate(_TYPING, words)


def _score(query: Query, ids: Sequence[str]) -> dict[str, float]:
    """Recall and precision among the first ten, and one divided by the place of the first right one."""
    right = [one for one in ids if one in query.expected]
    first = next((place for place, one in enumerate(ids, start=1) if one in query.expected), 0)
    fitting = sum(one in query.fitting or one in query.expected for one in ids)
    return {"recall": len(right) / max(1, min(10, len(query.expected))), "mrr": 1 / first if first else 0.0,
            "precision": fitting / len(ids) if ids else 0.0}


def _weight(site: Path, files: Sequence[str]) -> tuple[int, int]:
    """Requests and bytes of the manifest and the files before the first result."""
    return len(files) + 1, sum(_size(site / "search" / name) for name in ("manifest.json", *files))


@cache
def _size(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9))


def _spread(values: Sequence[float]) -> dict[str, float]:
    ordered = sorted(values) or [0]
    return {"median": round(statistics.median(ordered), 1), "p95": round(ordered[int(0.95 * (len(ordered) - 1))], 1),
            "max": round(ordered[-1], 1)}


def printed(found: dict[str, Any]) -> str:
    """The figures as lines of text."""
    lines = [f"기록 {found['records']:,}개, 물음 {found['queries']}개"]
    lines += [f"  {sort:9} " + "  ".join(f"{name} {value:.3f}" for name, value in scores.items())
              for sort, scores in found["found"].items()]
    for name in ("bytes", "requests", "warm_ms", "key_to_results_ms"):
        lines.append(f"  {name:18} " + "  ".join(f"{one} {value:,}" for one, value in found[name].items()))
    lines.append(f"  찾지 못한 물음: {found['missed']}")
    return "\n".join(lines)
