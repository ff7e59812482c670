"""A record's page: what it says in which order, what it says once, and what stands folded."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from helpers.small_library import FORUM, PLAN, page, said, small_library
from hyeopchi.library.schedule import by_strategy
from hyeopchi.library.wording import SharedPlaces, SourceMark, shared_places
from hyeopchi.schema.link import Citation

STAGES = """
stages:
  - stage: agenda
    what: 물음을 모았습니다.
    activities:
      - {name: 첫 모임, from: {note: 3쪽}}
      - {name: 둘째 모임, from: {note: 3쪽}}
    from: {note: 3쪽}
  - {stage: decision, what: 함께 골랐습니다., from: {note: 8쪽}}
lessons: [{what: 먼저 물어야 합니다., said_by: participants, from: {note: 9쪽}}]
outcomes: [{what: 등이 달렸습니다., said_by: participants, from: {note: 6쪽}}]
voices: [{role: 주민, what: 다시 오고 싶다고 했습니다., from: {note: 7쪽}}]
unknown: [{field: budget, note: 쓴 돈}]
relations:"""
BODY = """
---
## 무엇이 문제였나

짧게 말합니다.

## 누가 무엇을 했나

주민이 모였습니다.

{long}

## 배울 점

| 구 | 낸 제안 | 고른 제안 |
|---|---|---|
| 가 구 | 3 | 1 |
"""
LONG = "그리고 여러 번 더 모여 하나씩 따져 보았습니다. " * 8
FIRST, SECOND = Citation("note", "3쪽"), Citation("note", "8쪽")


def case(folder: Path, more: str = STAGES, body: str = BODY.format(long=LONG)) -> str:
    record = FORUM.replace("\nrelations:", more).rstrip() + body
    return page(
        small_library(
            folder, {"geumcheon-gu/2017-market-forum": record, "seoul/2017-plan": PLAN_ALONE}
        ),
        "cases/2017-market-forum/",
    )


PLAN_ALONE = re.sub(r"\n +answers:.*", "", PLAN)


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> str:
    return case(tmp_path_factory.mktemp("case"))


def section(html: str, name: str) -> str:
    """The section whose heading has this id."""
    return re.search(rf'<section[^>]*aria-labelledby="{name}".*?(?=<section|\Z)', html, re.DOTALL)[
        0
    ]


def test_a_case_is_told_from_what_it_is_to_what_its_sources_do_not_say(html: str) -> None:
    assert re.findall(r'<h2 id="([^"]+)"', html) == [
        "easy",
        "facts",
        "무엇이-문제였나",
        "stages",
        "누가-무엇을-했나",
        "무엇이-달라졌나",
        "디딤돌과-걸림돌",
        "배울-점",
        "voices",
        "proposals",
        "silence",
        "whom",
        "lineage",
        "sources",
        "cite",
        "history",
        "use",
    ]


def test_the_stages_stand_in_one_line_and_what_they_share_is_said_once(html: str) -> None:
    stages = section(html, "stages")
    assert said(re.search(r"<summary>.*?</summary>", stages, re.DOTALL)[0]) == (
        "언제 무엇을 했나 의제발굴 심의·결정"
    )
    assert stages.count("알 수 없") == 1
    assert re.findall(r"자료 1</a> (\d+쪽)", stages) == ["8쪽", "3쪽"]
    assert "따로 적지 않은 것의 자리: 자료 1 3쪽" in said(stages)


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([(FIRST,), (FIRST,)], SharedPlaces((FIRST,), True)),
        ([(FIRST,), (SECOND,), (FIRST,)], SharedPlaces((FIRST,), False)),
        ([(FIRST,), (SECOND,)], SharedPlaces()),
        ([(FIRST,)], SharedPlaces()),
        ([(FIRST,), (FIRST,), ()], SharedPlaces()),
        ([], SharedPlaces()),
    ],
)
def test_a_place_is_shared_by_two_and_lent_to_none(
    places: list[tuple[Citation, ...]], expected: SharedPlaces
) -> None:
    assert shared_places([{"from": one} if one else {} for one in places]) == expected


def test_a_long_telling_before_what_changed_shows_its_first_paragraph(html: str) -> None:
    actions = section(html, "누가-무엇을-했나")
    before, _, after = actions.partition('<details class="more">')
    assert "주민이 모였습니다." in before and "여러 번 더" in after
    assert said(after).startswith(f"이어 읽기 {len(LONG.strip())}자")
    assert "<details" not in section(html, "무엇이-문제였나")


def test_what_is_folded_says_how_much_it_holds(html: str) -> None:
    folded = re.findall(
        r'<summary><h2 id="(\w+)">[^<]+</h2>(?: <span class="count">([^<]+)</span>)?', html
    )
    assert folded == [
        ("stages", ""),
        ("voices", "1개"),
        ("proposals", "2개"),
        ("whom", "곳 5, 질문 2개"),
        ("lineage", "1개"),
        ("cite", ""),
        ("history", "1번"),
    ]


def test_a_table_of_the_text_scrolls_by_itself_under_the_names_of_its_heads(html: str) -> None:
    assert (
        '<div class="table-scroll" tabindex="0" role="group" aria-label="표: 구, 낸 제안, 고른 제안"><table>'
        in html
    )


@pytest.mark.parametrize(
    ("seen", "words"),
    [
        ("whole", "자료 1 7쪽"),
        ("beginning", "자료 1 7쪽 앞부분만 보고 적음"),
        ("quoted", "자료 1 7쪽 다른 자료가 옮긴 것을 보고 적음"),
    ],
)
def test_a_source_that_was_not_read_whole_says_so_beside_each_citation(
    tmp_path: Path, seen: str, words: str
) -> None:
    record = FORUM.replace("rights: unknown", f"rights: unknown, seen: {seen}")
    library = small_library(
        tmp_path, {"geumcheon-gu/2017-market-forum": record, "seoul/2017-plan": PLAN_ALONE}
    )
    assert f"당사자의 말 ({words})" in said(page(library, "cases/2017-market-forum/"))
    assert f"({words})".replace("(", "(그 기록의 ") in said(page(library, "lessons/trust/"))


@pytest.mark.parametrize(
    ("beside", "where", "words"),
    [
        ("앞부분만 보고 적음", "앞부분", ""),
        ("앞부분만 보고 적음", "둘째 문단", "둘째 문단"),
        ("다른 자료가 옮긴 것을 보고 적음", "앞부분", "앞부분"),
        ("", "앞부분", "앞부분"),
    ],
)
def test_a_place_that_says_no_more_than_how_little_was_read_is_not_said_beside_it(
    beside: str, where: str, words: str
) -> None:
    assert SourceMark(1, beside).place(where) == words


def test_a_schedule_stands_by_strategy_and_what_belongs_to_none_comes_last() -> None:
    first, second = {"number": "1"}, {"number": "2"}
    rows = [{"what": "나", "task": "2-1"}, {"what": "늘"}, {"what": "가", "task": "1-1-2"}]
    found = [
        (part.strategy, [row["what"] for row in part.rows])
        for part in by_strategy(rows, [first, second])
    ]
    assert found == [(first, ["가"]), (second, ["나"]), (None, ["늘"])]
