"""From promise to practice: what counts as practice, how far trails reach, what stays open."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.small_library import DECLARATION, FORUM, PLAN, SCHOOL, STORY, small_library
from hyeopchi.library.library import Library
from hyeopchi.library.promises import (
    Promise,
    answers_to,
    carried_out,
    followed_up,
    is_at_or_below,
    is_open,
    promises,
    reach,
    tasks,
)
from hyeopchi.library.status import status_at
from hyeopchi.schema.link import Link


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return small_library(tmp_path, STORY)


def found(library: Library) -> dict[str, Promise]:
    of_all = promises(library.records, library.archive, library.relations)
    return {promise.link.anchor: promise for promise in of_all}


def of_plan(front_matter: str, folder: Path) -> tuple[Library, Link]:
    """A library of the plan and one case that carries out its task 1-1."""
    library = small_library(folder, {"seoul/2017-plan": PLAN, "seoul/2017-case": front_matter})
    return library, Link("2017-plan", "1-1")


def test_a_pledge_leads_over_its_task_to_the_case_that_carries_it_out(library: Library) -> None:
    (task,) = found(library)["1"].steps
    (case,) = task.next
    assert (str(task.link), str(case.link)) == ("2017-plan#1-1", "2017-market-forum")
    assert found(library)["1"].reaches_practice


def test_a_case_that_only_the_plan_describes_is_no_practice(library: Library) -> None:
    (task,) = found(library)["2"].steps
    (case,) = task.next
    assert (str(case.link), case.is_practice) == ("2017-budget-school", False)
    assert not found(library)["2"].reaches_practice


def test_a_pledge_that_nothing_answers_leads_nowhere(library: Library) -> None:
    assert found(library)["3"].steps == ()
    assert not found(library)["3"].reaches_practice


def test_what_goes_on_counts_as_practice_only_by_a_later_document_than_the_plans_own(
    tmp_path: Path,
) -> None:
    going_on = SCHOOL.replace("2017-plan#1-2", "2017-plan#1-1").replace(
        "value: planned", "value: underway"
    )
    by_the_plan, task = of_plan(going_on, tmp_path / "plan")
    later, _ = of_plan(going_on.replace("date: 2017-02-22", "date: 2019-03"), tmp_path / "later")
    assert [
        step.is_practice for step in carried_out(task, by_the_plan.archive, by_the_plan.relations)
    ] == [False]
    assert [step.is_practice for step in carried_out(task, later.archive, later.relations)] == [
        True
    ]


def test_what_was_only_announced_is_no_practice_however_late_the_document(tmp_path: Path) -> None:
    later = SCHOOL.replace("2017-plan#1-2", "2017-plan#1-1").replace(
        "date: 2017-02-22", "date: 2019-03"
    )
    library, task = of_plan(later, tmp_path)
    assert [step.is_practice for step in carried_out(task, library.archive, library.relations)] == [
        False
    ]


def test_a_resource_is_never_practice(tmp_path: Path) -> None:
    book = """
kind: resource
title: 계획을 풀어 쓴 책
summary: 계획을 풀어 썼습니다.
districts: [seoul]
domains: [civic-participation]
resource_type: textbook
issuer: [{id: seoul}]
relations: {implements: [{to: 2017-plan#1-1, basis: editor, note: 과제 이름이 같음}]}
sources: [{key: book, title: 책, date: 2020, rights: unknown, url_note: 종이로 봄}]
added: 2026-11-22
"""
    library, task = of_plan(book, tmp_path)
    assert [step.is_practice for step in carried_out(task, library.archive, library.relations)] == [
        False
    ]


def test_a_case_may_answer_a_pledge_without_a_plan_between(tmp_path: Path) -> None:
    direct = FORUM.replace("implements: [{to: 2017-plan#1-1,", "answers: [{to: 2016-pledges#3,")
    library = small_library(
        tmp_path, {"seoul/2016-pledges": DECLARATION, "geumcheon-gu/2017-forum": direct}
    )
    (step,) = found(library)["3"].steps
    assert (str(step.link), step.is_practice) == ("2017-forum", True)


def test_what_answers_a_whole_declaration_answers_none_of_its_pledges(tmp_path: Path) -> None:
    whole = FORUM.replace("implements: [{to: 2017-plan#1-1,", "answers: [{to: 2016-pledges,")
    library = small_library(
        tmp_path, {"seoul/2016-pledges": DECLARATION, "geumcheon-gu/2017-forum": whole}
    )
    answers = answers_to(Link("2016-pledges"), library.archive, library.relations)
    assert [str(step.link) for step in answers] == ["2017-forum"]
    assert [promise.steps for promise in found(library).values()] == [(), (), ()]


def test_a_task_is_carried_out_by_what_carries_out_a_part_of_it(library: Library) -> None:
    assert [
        str(step.link)
        for step in carried_out(Link("2017-plan", "1"), library.archive, library.relations)
    ] == ["2017-market-forum", "2017-budget-school"]


@pytest.mark.parametrize(
    ("anchor", "above", "expected"),
    [
        ("1-2-1", "1-2", True),
        ("1-2", "1-2", True),
        ("1-20", "1-2", False),
        ("1", "1-2", False),
        ("3-1", "", True),
    ],
)
def test_numbers_say_what_stands_below_what(anchor: str, above: str, expected: bool) -> None:
    assert is_at_or_below(anchor, above) is expected


def test_reach_counts_tasks_cases_and_practices_each_once(library: Library) -> None:
    trail = [*found(library)["1"].steps, *found(library)["1"].steps, *found(library)["2"].steps]
    far = reach(trail)
    assert (far.tasks, far.cases, far.practices, far.others) == (2, 2, 1, 0)


def test_the_lowest_numbered_levels_of_plans_are_their_tasks(library: Library) -> None:
    assert [str(link) for _, link, _ in tasks(library.records, library.schema)] == [
        "2017-plan#1-1",
        "2017-plan#1-2",
        "2017-plan#2",
    ]


def test_a_task_is_open_until_practice_or_a_later_source_shows_it(library: Library) -> None:
    open_tasks = [
        str(link)
        for _, link, entry in tasks(library.records, library.schema)
        if is_open(link, entry, library.archive, library.relations)
    ]
    assert open_tasks == ["2017-plan#1-2", "2017-plan#2"]


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [("done", False), ("partly", False), ("changed", False), ("not-done", True), ("unknown", True)],
)
def test_only_a_verdict_that_shows_something_done_closes_a_task(
    tmp_path: Path, verdict: str, expected: bool
) -> None:
    plan = PLAN.replace("verdict: partly", f"verdict: {verdict}")
    library = small_library(tmp_path, {"seoul/2017-plan": plan})
    _, link, entry = next(tasks(library.records, library.schema))
    assert is_open(link, entry, library.archive, library.relations) is expected


def test_tasks_and_proposals_with_a_later_sight_are_followed_up(library: Library) -> None:
    assert {str(link) for _, link, _ in followed_up(library.records, library.schema)} == {
        "2017-plan#1-1",
        "2017-market-forum#p2",
    }


@pytest.mark.parametrize(
    ("link", "status"),
    [
        ("2017-plan#1-2", "ended"),
        ("2017-plan#1-1", "planned"),
        ("2017-plan", "planned"),
        ("2017-market-forum#p1", "done"),
        ("2016-pledges#1", None),
    ],
)
def test_a_place_has_its_own_status_or_that_of_what_holds_it(
    library: Library, link: str, status: str | None
) -> None:
    words = status_at(Link.parse(link), library)
    assert (words.id if words else None) == status


def test_a_place_in_a_record_that_a_preview_left_out_has_no_status(library: Library) -> None:
    assert status_at(Link("2019-not-there", "1"), library) is None
