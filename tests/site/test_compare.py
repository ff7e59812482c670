"""Compare: records side by side, chosen by the address, in words that the record's own page uses."""

from __future__ import annotations

import json
from pathlib import Path

from helpers.data_files import write_data_files
from helpers.small_library import STORY, small_library
from hyeopchi.library.comparison import facts_in_words
from support.environment import ROOT

FORUM, SCHOOL = "2018-siheung4-residents-council", "2017-governance-school"


def test_the_facts_of_every_kind_stand_in_the_same_rows(tmp_path: Path) -> None:
    library = small_library(tmp_path, STORY)
    labels = {
        tuple(row["label"] for row in facts_in_words(record, library)["rows"])
        for record in library.records
    }
    assert len(labels) == 1


def test_a_fact_is_said_as_on_the_records_page_and_a_lack_gives_its_reason(tmp_path: Path) -> None:
    library = small_library(tmp_path / "cases", STORY)
    write_data_files(library, tmp_path / "site")
    told = json.loads((tmp_path / "site/cases/2017-market-forum/facts.json").read_text("utf-8"))
    rows = {row["label"]: (row["said"], row["is_known"]) for row in told["rows"]}
    assert (told["shape"], told["kind"]) == ("●", "사례")
    assert rows["기간"] == (["2017년 6월 20일 ~ 2018년 3월"], True)
    assert rows["방법"] == (["거리공론장"], True)
    assert rows["예산"] == (["아직 적지 않음"], False)
    assert rows["자료의 갈래"] == ([], False)
    assert rows["디딤돌"] == (["신뢰"], True)


def test_a_withdrawn_record_is_not_compared(tmp_path: Path) -> None:
    gone = "kind: case\ntitle: 거둔 기록\nadded: 2026-11-22\nwithdrawn: {date: 2026-12-01, reason: 합쳤습니다.}"
    write_data_files(
        small_library(tmp_path / "cases", {"seoul/2017-gone": gone}), tmp_path / "site"
    )
    assert [file.name for file in (tmp_path / "site/cases/2017-gone").iterdir()] == ["record.json"]


def test_only_the_page_that_compares_turns_its_paper() -> None:
    turned = [
        file.name
        for file in (ROOT / "docs/assets/stylesheets").rglob("*.css")
        if "landscape" in file.read_text("utf-8")
    ]
    assert turned == ["compare.css"]
    assert "compare.css" not in (ROOT / "mkdocs.yml").read_text("utf-8")


def test_one_picks_records_on_their_pages_and_sees_them_side_by_side(page) -> None:
    for record in (FORUM, SCHOOL):
        page.goto(f"/cases/{record}/")
        page.get_by_role("button", name="견주기에 담기").click()
    page.get_by_role("link", name="나란히 보기 (2개)").click()
    page.wait_for_url(f"**/compare/?r={FORUM}&r={SCHOOL}")
    page.get_by_role("table").wait_for()
    assert page.get_by_role("columnheader").count() == 2
    district = page.locator(".compare tbody tr").filter(
        has=page.get_by_role("rowheader", name="지역", exact=True)
    )
    assert district.locator("td").all_inner_texts() == ["금천구", "서울특별시"]
    page.get_by_role("link", name="빼기").first.click()
    page.wait_for_url(f"**/compare/?r={SCHOOL}")
    assert (
        page.locator(".compare__said").inner_text()
        == "기록을 두 개 넘게 담으면 나란히 볼 수 있습니다."
    )


def test_a_record_that_is_not_there_is_named_and_one_too_many_is_left_out(
    page, page_problems: list[str]
) -> None:
    page.goto(
        f"/compare/?r={FORUM}&r=no-such&r=../x&r=2017-policy-debates&r={SCHOOL}&r=2016-policy-forums"
    )
    page.get_by_role("table").wait_for()
    assert (
        page.locator(".compare__said").inner_text()
        == "찾지 못한 기록: no-such. 기록은 4개까지 견줄 수 있습니다."
    )
    assert page.get_by_role("columnheader").count() == 3
    page_problems[:] = [problem for problem in page_problems if "404" not in problem]


def test_four_records_print_on_one_sheet(page) -> None:
    page.goto(
        f"/compare/?r={FORUM}&r=2018-gender-governance&r=2017-seoul-governance-plan&r=2016-governance-ordinance"
    )
    page.get_by_role("table").wait_for()
    printed = page.pdf(prefer_css_page_size=True)
    assert printed.count(b"/Type /Page\n") == 1
    assert b"/MediaBox [0 0 841" in printed


def test_nothing_moves_when_the_table_comes(page) -> None:
    page.add_init_script(
        "new PerformanceObserver(list => list.getEntries().forEach(entry => {"
        " window.moved = (window.moved ?? 0) + entry.value })).observe({type: 'layout-shift', buffered: true})"
    )
    page.goto(f"/compare/?r={FORUM}&r={SCHOOL}")
    page.get_by_role("table").wait_for()
    page.wait_for_timeout(300)
    assert page.evaluate("window.moved ?? 0") < 0.1


def test_what_changed_stands_first_and_every_entry_can_be_opened(page) -> None:
    page.goto(f"/compare/?r={FORUM}&r=2018-gender-governance")
    page.get_by_role("table").wait_for()
    first = page.locator(".compare tbody tr").first
    assert first.get_by_role("rowheader").inner_text() == "달라진 점"
    told = first.locator("td").first
    told.locator("summary").focus()
    page.keyboard.press("Enter")
    assert [one.is_visible() for one in told.locator("li").all()] == [True] * 4


def test_differences_are_told_by_what_differs(page) -> None:
    """A row that differs throughout carries no mark; what all share in one that differs partly does."""
    page.goto(f"/compare/?r={FORUM}&r=2019-guro-residents-council")
    page.get_by_role("table").wait_for()
    rows = {
        row.locator("th").inner_text().split("\n")[0]: row
        for row in page.locator(".compare tbody tr").all()
    }
    assert rows["지역"].locator(".compare__shared, .compare__own, .compare__mark").count() == 0
    assert rows["사례의 갈래"].locator("th").inner_text() == "사례의 갈래\n= 모두 같음"
    methods = rows["방법"].locator("td")
    assert methods.nth(1).locator("li").all_text_contents() == ["= 주민자치회 (모두 같음)"]
    assert methods.nth(0).locator(".compare__own").all_text_contents() == [
        "주민총회",
        "민관협의체",
        "분과회의",
        "워크숍",
    ]
