"""The page of a collection: what a question rests on, and how a course runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from helpers.small_library import BOOK, COURSE, STORY, rendered, said, small_library

SURVEY = (
    BOOK
    + """
figures:
  - what: 함께 정한 동네
    values: [{label: 있음, value: "7", unit: 개}, {label: 없음, value: "18", unit: 개}]
    from: {list: 3쪽}
"""
)
QUESTION = """
kind: collection
title: 몇 곳에서 함께 정했나요?
summary: 함께 정한 동네를 셉니다.
districts: [seoul]
domains: [civic-participation]
purpose: question
answer: {better: [{what: 일곱 곳이 있습니다., rests_on: [nd-first-book#figure-1]}]}
items: [{record: nd-first-book, why: 몇 곳인지 봅니다.}]
added: 2026-11-22
"""
SENTENCE = "함께 정한 동네를 차례로 찾아갔습니다. "


def page(tmp_path: Path, **records: str) -> str:
    """The words of the one page of these records that is a collection."""
    story = {
        place: text
        for place, text in STORY.items()
        if "question" not in place and "nd-" not in place
    }
    library = small_library(tmp_path, {**story, "seoul/nd-first-book": SURVEY, **records})
    made = next(place.rpartition("/")[2] for place in records)
    return said(rendered(library)[f"cases/{made}/"])


def test_a_figure_that_an_answer_rests_on_shows_its_values(tmp_path: Path) -> None:
    assert "함께 정한 동네 (있음 7개, 없음 18개)" in page(
        tmp_path, **{"seoul/question-count": QUESTION}
    )


def test_a_sheet_says_which_part_of_the_record_is_handed_out(tmp_path: Path) -> None:
    assert "나눌 기록: 다짐을 지키려는 계획 — 과제 1-1 공론장 열기" in page(
        tmp_path, **{"seoul/reader-course": COURSE}
    )


def test_a_course_says_its_time_and_its_aims_before_it_begins(tmp_path: Path) -> None:
    words = page(tmp_path, **{"seoul/reader-course": COURSE})
    assert "걸리는 시간 120분" in words
    assert words.index("약속과 과제를 이을 수 있다") < words.index("이 묶음을 쓰는 법을 적습니다.")


@pytest.mark.parametrize(
    ("times", "folded"), [(300, [("1장-봄", "6599자"), ("2장-여름", "21자")]), (3, [])]
)
def test_the_chapters_of_a_book_are_folded_and_those_of_a_page_are_not(
    tmp_path: Path, times: int, folded: list[tuple[str, str]]
) -> None:
    chapters = f"## 1장 봄\n\n{SENTENCE * times}\n\n## 2장 여름\n\n{SENTENCE}\n\n## 끝"
    book = f"{QUESTION.strip()}\n---\n\n{chapters}"
    library = small_library(tmp_path, {"seoul/nd-first-book": SURVEY, "seoul/book-count": book})
    html = rendered(library)["cases/book-count/"]
    found = re.findall(r'<summary><h2 id="(\d[^"]+)">[^<]+</h2> <span class="count">(\d+자)<', html)
    assert found == folded
    assert html.count('<h2 id="1장-봄">') == 1
