"""Likeness: which records are like another, in which order, and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.small_library import FORUM, QUESTION, small_library
from hyeopchi.library.library import Library

OTHER_YEAR = FORUM.replace("start: 2017-06-20, end: 2018-03", "start: 2019")
OTHER_PLACE = OTHER_YEAR.replace("[geumcheon-gu]", "[mapo-gu]")
OTHER_ALTOGETHER = """
kind: case
title: 다리를 고치다
summary: 다리를 고쳤습니다.
districts: [mapo-gu]
domains: [transport-safety]
period: {start: 2017, from: {note: 1쪽}}
status: {value: done, from: {note: 1쪽}}
case_type: programme
scale: district
sources: [{key: note, title: 기록, date: 2018, rights: unknown, url_note: 종이로 봄}]
added: 2026-11-22
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return small_library(
        tmp_path,
        {
            "geumcheon-gu/2017-forum": FORUM,
            "geumcheon-gu/2019-same-place": OTHER_YEAR,
            "mapo-gu/2019-other-place": OTHER_PLACE,
            "mapo-gu/2017-bridge": OTHER_ALTOGETHER,
            "seoul/question-forums": QUESTION.replace("2017-market-forum", "2017-forum"),
        },
    )


def likes(library: Library, record_id: str, **options: object) -> list[tuple[str, str]]:
    return [
        (like.record.id, like.reason)
        for like in library.likeness.like(library.by_id[record_id], **options)
    ]


def test_the_record_that_shares_most_stands_first_with_its_reason(library: Library) -> None:
    assert likes(library, "2017-forum") == [
        (
            "2019-same-place",
            "같은 지역, 같은 이가 함께함, 같은 사람들의 일, 같은 분야, 같은 방법, 같은 디딤돌·걸림돌",
        ),
        (
            "2019-other-place",
            "같은 이가 함께함, 같은 사람들의 일, 같은 분야, 같은 방법, 같은 디딤돌·걸림돌",
        ),
    ]


def test_a_record_that_shares_nothing_has_no_likes(library: Library) -> None:
    assert likes(library, "2017-bridge") == []


def test_records_that_the_page_shows_elsewhere_are_left_out(library: Library) -> None:
    assert [
        other for other, _ in likes(library, "2017-forum", without=frozenset({"2019-same-place"}))
    ] == ["2019-other-place"]


def test_no_more_are_given_than_asked_for(library: Library) -> None:
    assert len(likes(library, "2017-forum", most=1)) == 1


def test_a_collection_is_like_no_case(library: Library) -> None:
    assert "question-forums" not in [other for other, _ in likes(library, "2017-forum")]
