"""A plan's page: its schedule and its budget, drawn beside the words that say them."""

from __future__ import annotations

import re

import pytest

from helpers.small_library import PLAN, small_library
from helpers.small_library import page as page_of
from hyeopchi.library.schedule import Bar, bar_of, by_year
from hyeopchi.schema.vague_date import VagueDate

SCHEDULE = """
schedule:
  - {task: 1-1, what: 널리 알리기, from: {plan: 5쪽}}
  - {task: 1-2, what: 다음 해 일, start: 2018-03, end: 2018-05, from: {plan: 5쪽}}
  - {task: 1-1, what: 첫 모임, start: 2017-02-14, end: 2017-03, from: {plan: 5쪽}}
  - {task: 1-1, what: 상반기 모임, start: 2017-40, end: 2017-40, from: {plan: 5쪽}}
budget_items:
  - {item: 자리 마련, group: 모임, amount: {value: 25, unit: 백만원}, from: {plan: 6쪽}}
  - {item: 계, total: true, amount: {value: 100, unit: 백만원}, from: {plan: 6쪽}}
sources:"""


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> str:
    plan = PLAN.replace("\nsources:", SCHEDULE)
    return page_of(
        small_library(tmp_path_factory.mktemp("plan"), {"seoul/2017-plan": plan}),
        "cases/2017-plan/",
    )


@pytest.mark.parametrize(
    ("start", "end", "ongoing", "expected"),
    [
        ("2017-02-14", "2017-03", False, Bar(2, 3, False, False)),
        ("2017-06", None, False, Bar(6, 6, False, False)),
        ("2017-40", "2017-40", False, Bar(1, 6, True, False)),
        ("2017-22", "2017-23", False, Bar(6, 11, True, False)),
        ("2017-24", None, False, Bar(12, 12, True, True)),
        ("2017", "2017", False, Bar(1, 12, True, False)),
        ("2017-04", None, True, Bar(4, 12, False, True)),
        ("2017-11", "2018-02", False, Bar(11, 12, False, True)),
        (None, "2017-06", False, Bar(6, 6, False, False)),
    ],
)
def test_a_bar_covers_the_months_that_the_plan_names(
    start: str | None, end: str | None, ongoing: bool, expected: Bar
) -> None:
    said = {
        "start": start and VagueDate.parse(start),
        "end": end and VagueDate.parse(end),
        "ongoing": ongoing,
    }
    assert bar_of({name: value for name, value in said.items() if value}) == expected


def test_rows_stand_by_year_in_the_plans_order_and_those_without_a_time_last() -> None:
    rows = [
        {"what": "언제든"},
        {"what": "나중", "start": VagueDate(2018)},
        {"what": "가", "start": VagueDate(2017, 5)},
        {"what": "나", "start": VagueDate(2017, 2)},
    ]
    assert [(year, [row["what"] for row, _ in found]) for year, found in by_year(rows)] == [
        (2017, ["가", "나"]),
        (2018, ["나중"]),
        (None, ["언제든"]),
    ]


def test_the_schedule_draws_a_bar_for_each_row_with_a_time_and_says_it_too(html: str) -> None:
    assert re.findall(r'<th scope="col" class="months"><span [^>]*>([^<]+)', html) == [
        "2017년",
        "2018년",
        "때가 적히지 않음",
    ]
    assert html.count('<svg class="months__bar"') == 3
    assert '<rect class="months__span" x="21" y="3" width="38" height="8"/>' in html
    assert "2017년 2월 14일 ~ 2017년 3월" in html
    assert 'class="months__span months__span--vague"' in html


def test_the_bars_of_the_budget_are_in_proportion(html: str) -> None:
    assert re.findall(r'class="share(?: share--total)?"[^>]*><rect width="([\d.]+)"', html) == [
        "25.00",
        "100.00",
    ]


def test_what_is_drawn_is_silent(html: str) -> None:
    assert [
        drawn for drawn in re.findall(r"<svg[^>]*>", html) if 'aria-hidden="true"' not in drawn
    ] == []


def test_bars_are_as_long_as_the_months_and_the_money(page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("/cases/2017-seoul-governance-plan/")
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    year = page.locator(".months__span--vague").first.bounding_box()
    month = page.locator(
        "rect.months__span:not(.months__span--vague)[width='18']"
    ).first.bounding_box()
    assert 6 <= year["width"] / month["width"] <= 13.5
    total, whole = (
        page.locator(".share--total").last.locator(one).bounding_box()
        for one in ("rect", "xpath=.")
    )
    assert abs(total["width"] - whole["width"]) < 1


def test_the_five_steps_of_taking_part_are_drawn_with_their_words(page) -> None:
    page.goto("/cases/2018-siheung4-residents-council/")
    assert page.locator(".level__step").all_inner_texts() == [
        "알림",
        "의견 듣기",
        "함께 살핌",
        "함께 정함",
        "시민이 정함",
    ]
    assert page.locator(".level__step--here").inner_text() == "함께 정함"
    assert page.locator(".level").get_attribute("aria-hidden") == "true"
