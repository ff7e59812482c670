"""The promise's clock: until when, and whether a later source speaks of it, whatever day it is today."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest

from helpers.data_files import write_data_files
from helpers.small_library import FORUM, PLAN_WITHOUT_PLEDGES, rendered, said, small_library
from hyeopchi.library.library import Library
from hyeopchi.library.promise_clock import clock_at, clocks
from hyeopchi.schema.link import Link

SCHEDULE = """
schedule:
  - {task: 1-1, what: 첫 모임, start: 2017-03, end: 2017-04, from: {plan: 5쪽}}
  - {task: 1-1, what: 모두 모임, start: 2017-11, end: 2017-12, from: {plan: 5쪽}}
  - {task: 1-2, what: 학교, start: 2017-05, end: 2017-06, from: {plan: 5쪽}}
  - {task: "2", what: 알리기, start: 2017-05, ongoing: true, from: {plan: 5쪽}}
sources:"""
FOLLOWED = "2017년 12월까지 하기로 했음 · 그 뒤 자료: 2018년 12월"
PASSED = "2017년 12월까지 하기로 했음 · 때가 지났고 자료가 없음"
EARLY = "2017년 12월까지 하기로 했음 · 그때 뒤의 자료가 아직 없음"
WITH_SCHEDULE = PLAN_WITHOUT_PLEDGES.replace("\nsources:", SCHEDULE)
UNFOLLOWED = re.sub(r"\n +followups:\n +- .*", "", WITH_SCHEDULE)
NO_LATER = re.sub(r"\n +status: \{value: ended.*", "", UNFOLLOWED).replace(
    "\n  - {key: later, title: 나중 자료, date: 2018-12-06, rights: unknown, url_note: 종이로 봄}",
    "",
)
PLANNED = (
    FORUM.replace("value: done", "value: planned")
    .replace("end: 2018-03", "end: 2019-03")
    .replace("date: 2018-12-06", "date: 2017-02-22")
    .replace(
        "followups: [{as_of: 2018, what: 등이 달렸습니다., verdict: done, basis: source, from: {note: 6쪽}}]",
        "",
    )
)


def library(folder: Path, plan: str = WITH_SCHEDULE, **others: str) -> Library:
    return small_library(
        folder,
        {"seoul/2017-plan": plan} | {f"geumcheon-gu/{name}": text for name, text in others.items()},
    )


def words(found: Library, place: str) -> str:
    clock = clock_at(Link.parse(place), found)
    return clock.words if clock else ""


def test_a_task_is_told_by_the_last_end_of_its_schedule_and_its_newest_later_source(
    tmp_path: Path,
) -> None:
    assert words(library(tmp_path), "2017-plan#1-1") == FOLLOWED


def test_a_strategy_and_the_plan_are_told_by_all_below_them(tmp_path: Path) -> None:
    found = library(tmp_path)
    assert [words(found, place) for place in ("2017-plan", "2017-plan#1")] == [FOLLOWED] * 2


def test_what_went_on_without_an_end_or_had_ended_has_no_clock(tmp_path: Path) -> None:
    found = library(tmp_path)
    assert [words(found, place) for place in ("2017-plan#2", "2017-plan#1-2")] == ["", ""]


def test_a_promise_whose_time_passed_without_a_source_says_so(tmp_path: Path) -> None:
    assert words(library(tmp_path, UNFOLLOWED), "2017-plan#1-1") == PASSED


def test_it_is_judged_by_the_newest_source_of_the_library_and_never_by_today(
    tmp_path: Path,
) -> None:
    assert words(library(tmp_path, NO_LATER), "2017-plan#1-1") == EARLY


def test_a_later_source_that_was_approved_that_day_is_told_so(tmp_path: Path) -> None:
    approved = WITH_SCHEDULE.replace(
        "title: 나중 자료,", "title: 나중 자료, document: {approval: 시장 방침 제1호},"
    )
    assert words(library(tmp_path, approved), "2017-plan#1-1") == f"{FOLLOWED} 결재"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (PLANNED, "2019년 3월까지 하기로 했음 · 그 뒤 자료: 2018년 12월"),
        (
            PLANNED.replace(
                "relations:\n  implements: [{to: 2017-plan#1-1, basis: source, from: {note: 1쪽}}]\n",
                "",
            ),
            "2019년 3월까지 하기로 했음 · 그때 뒤의 자료가 아직 없음",
        ),
        (PLANNED.replace(", end: 2019-03", ""), ""),
        (FORUM, ""),
    ],
)
def test_a_planned_case_is_told_by_its_period_and_what_is_said_of_its_task(
    tmp_path: Path, case: str, expected: str
) -> None:
    found = library(tmp_path, **{"2017-market-forum": case})
    assert words(found, "2017-market-forum") == expected


def test_page_lists_promises_and_exports_say_the_same(tmp_path: Path) -> None:
    found = library(tmp_path / "cases", UNFOLLOWED)
    pages = rendered(found)
    saying = {address for address, html in pages.items() if PASSED in said(html)}
    assert {
        "cases/2017-plan/",
        "districts/seoul/",
        "domains/governance-system/",
        "promises/open/",
    } <= saying
    write_data_files(found, tmp_path / "site")
    (record,) = json.loads((tmp_path / "site/data/records.json").read_text("utf-8"))
    assert record["promise_clocks"][0] == {
        "at": "",
        "due": "2017-12",
        "is_past": True,
        "words": PASSED,
    }
    assert [one["at"] for one in record["promise_clocks"]] == [
        at for at, _ in clocks(found.by_id["2017-plan"], found)
    ]
    with (tmp_path / "site/data/records.csv").open(encoding="utf-8-sig", newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert row["하기로 한 때와 그 뒤"] == PASSED
