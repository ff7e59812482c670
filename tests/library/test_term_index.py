"""The index of terms: which records carry which word, which year, and whose neighbours took part."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.small_library import DECLARATION, FORUM, STORY, small_library
from hyeopchi.library.library import Library
from hyeopchi.library.term_index import NO_YEAR
from hyeopchi.records.years import sort_year


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return small_library(tmp_path, STORY)


def ids(records: tuple) -> list[str]:
    return [record.id for record in records]


@pytest.mark.parametrize(
    ("vocabulary", "term", "expected"),
    [
        ("districts", "geumcheon-gu", ["2017-market-forum"]),
        ("kinds", "declaration", ["2016-pledges"]),
        ("themes", "trust", ["2017-market-forum", "2017-budget-school"]),
        ("methods", "street-forum", ["2017-market-forum"]),
        ("sectors", "research", ["2017-market-forum", "nd-first-book"]),
        ("districts", "mapo-gu", []),
    ],
)
def test_a_term_leads_to_the_records_that_carry_it(
    library: Library, vocabulary: str, term: str, expected: list[str]
) -> None:
    assert ids(library.index.of(vocabulary, term)) == expected


def test_a_record_stands_in_every_year_that_it_touches(library: Library) -> None:
    assert {year: set(ids(records)) for year, records in library.index.by_year.items()} == {
        2016: {"2016-pledges"},
        2017: {"2017-market-forum", "2017-plan", "2017-budget-school"},
        2018: {"2017-market-forum"},
        NO_YEAR: {"question-together", "nd-first-book"},
    }


def test_a_declaration_stands_in_the_year_it_was_declared_too(tmp_path: Path) -> None:
    prepared = DECLARATION.replace(
        "period: {start: 2016-11-27,", "period: {start: 2014, end: 2015,"
    )
    library = small_library(tmp_path, {"seoul/2016-pledges": prepared})
    assert sorted(library.index.by_year) == [2014, 2015, 2016]


def test_records_stand_deepest_first_then_newest_then_by_id(library: Library) -> None:
    depths = library.index.depths
    keys = [
        (("full", "thin", "stub").index(depths[record.id]), -sort_year(record), record.id)
        for record in library.records
    ]
    assert keys == sorted(keys)
    assert len({depth for depth, _, _ in keys}) > 1


def test_every_record_stands_under_its_depth(library: Library) -> None:
    assert {
        record.id: depth
        for depth in ("full", "thin", "stub")
        for record in library.index.of("depths", depth)
    } == dict(library.index.depths)


def test_where_an_actor_comes_from_does_not_make_the_record_that_places(tmp_path: Path) -> None:
    guest = FORUM.replace("{id: seoul-institute, role: 기록}", "{id: seodaemun-governance-council}")
    library = small_library(tmp_path, {"geumcheon-gu/2017-market-forum": guest})
    assert ids(library.index.of("districts", "seodaemun-gu")) == []
    assert [
        (record.id, actor) for record, actor in library.index.by_actor_district["seodaemun-gu"]
    ] == [("2017-market-forum", "seodaemun-governance-council")]


def test_a_withdrawn_record_stands_in_no_list(tmp_path: Path) -> None:
    gone = FORUM + "withdrawn: {date: 2026-12-01, reason: 다른 기록과 합쳤습니다.}\n"
    library = small_library(tmp_path, {"geumcheon-gu/2017-market-forum": gone})
    assert library.records == ()
    assert dict(library.index.by_term) == {}
    assert list(library.by_id) == ["2017-market-forum"]
