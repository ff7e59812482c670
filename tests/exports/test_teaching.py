"""The files that answer who, how long and in what groups: right, and small however much can be taught."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as some

from helpers.small_library import COURSE, STORY, small_library
from hyeopchi.exports.teaching import FOLDER, write_teaching
from hyeopchi.library.teachable import MOST_LISTED, Answers, Teachable, found_for_each
from hyeopchi.records.record import Record

ASKED = Answers((("residents", "주민"), ("students", "학생")), (40, 60, 90, 200), (4, 6))
TOLD = some.builds(
    Teachable,
    record=some.just(cast("Record", None)),
    audience=some.sampled_from([("residents",), ("students",), ("residents", "students"), ()]),
    minutes=some.sampled_from([20, 40, 41, 60, 90, 200]),
    group_size=some.sampled_from([0, 4, 6]),
    least=some.sampled_from([0, 0, 30]),
)


def written(folder: Path, records: dict[str, str]) -> dict[str, bytes]:
    """The files of a library of ``records``, by their names."""
    write_teaching(small_library(folder / "cases", records), folder / "site")
    return {file.name: file.read_bytes() for file in (folder / "site" / FOLDER).iterdir()}


def courses(count: int) -> dict[str, str]:
    return {**STORY, **{f"seoul/reader-course-{number:03}": COURSE for number in range(count)}}


@given(some.lists(TOLD, max_size=12))
def test_each_answer_holds_what_fits_in_the_order_of_all(every: list[Teachable]) -> None:
    answered = {(one.audience, one.group_size): one for one in found_for_each(every, ASKED)}
    assert len(answered) == 9
    for (audience, size), found in answered.items():
        for span, most in enumerate(ASKED.minutes):
            fitting = [
                one
                for one in every
                if (not audience or audience in one.audience)
                and (not size or one.group_size in (0, size))
                and (one.least or one.minutes) <= most
            ]
            assert [one for own, one in found.listed if own <= span] == fitting
            assert sum(found.counts[: span + 1]) == len(fitting)


def test_a_file_tells_the_address_the_title_and_what_is_to_be_known(tmp_path: Path) -> None:
    files = written(tmp_path, courses(1))
    assert sorted(files) == ["any-any.json", "mixed-any.json"]
    assert json.loads(files["mixed-any.json"]) == {
        "counts": [1, 0, 0, 0, 0],
        "listed": [
            [
                0,
                "teach/reader-course-000/",
                "함께 정하기를 배우기",
                "수업 · 120분(줄이면 30분) · 민관이 함께",
            ]
        ],
    }


def test_twice_as_many_courses_make_no_more_files_and_none_that_is_longer(
    tmp_path: Path,
) -> None:
    for name in ("few", "many"):
        (tmp_path / name).mkdir()
    few = written(tmp_path / "few", courses(MOST_LISTED + 10))
    many = written(tmp_path / "many", courses(2 * MOST_LISTED + 20))
    assert {name: len(text) for name, text in many.items()} == {
        name: len(text) for name, text in few.items()
    }
    told: Any = json.loads(many["mixed-any.json"])
    assert sum(told["counts"]) == 220 and len(told["listed"]) == MOST_LISTED


def test_a_library_without_anything_to_teach_has_no_files(tmp_path: Path) -> None:
    assert written(tmp_path, {}) == {}


@pytest.mark.parametrize(("size", "words"), [(6, " · 한 모둠 6명"), (0, "")])
def test_a_line_says_the_minutes_when_shortened_and_the_group(
    tmp_path: Path, size: int, words: str
) -> None:
    library = small_library(tmp_path / "cases", {})
    one = Teachable(cast("Record", _Case()), ("mixed", "students"), 90, size, 60)
    assert one.said(library) == f"사례 · 90분(줄이면 60분) · 민관이 함께, 학생{words}"


class _Case:
    kind = "case"
