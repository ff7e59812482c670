"""The search finds what people mean: the written queries on the real library, with goals for each sort."""

from __future__ import annotations

from measure.search_engines import OURS
from measure.search_measures import found
from measure.search_queries import Shelf, written_queries
from support.environment import ROOT

GOALS = {
    "all": {"recall": 0.97, "mrr": 0.85, "precision": 0.85},
    "spelling": {"recall": 0.9},
    "initials": {"recall": 0.9},
}


def test_the_written_queries_find_what_they_should(browser, site) -> None:
    queries = list(written_queries(ROOT / "tests/data/queries.yml", Shelf(ROOT / "cases")))
    assert len(queries) >= 60
    scores = found(OURS, site, queries, browser)
    assert [
        (sort, name, scores[sort][name])
        for sort, goals in GOALS.items()
        for name, goal in goals.items()
        if scores[sort][name] < goal
    ] == []
