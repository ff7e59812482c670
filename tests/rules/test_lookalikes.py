"""Lookalikes: when a new record is said to look like one that is there, and an actor like a listed one."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.broken_files import CASE, changed, shelf
from hyeopchi.records.reader import read_archive
from hyeopchi.rules.lookalikes import lookalikes

OTHER = "주민들이 마을에서 모임을 열다"
LINK = "relations: {follows: [{to: 2017-meeting, basis: editor, note: 이듬해 모임}]}\nadded:"


def said(folder: Path, new: str, old: str = CASE) -> list[str]:
    """What is said of a new record beside an old one."""
    archive = read_archive(
        shelf(folder, {"mapo-gu/2017-meeting.md": old, "mapo-gu/2017-new.md": new})
    )
    return [problem.text() for problem in lookalikes(archive.by_id["2017-new"], archive)]


def near(title: str = OTHER, old: str = CASE) -> str:
    """The new record with a title like the old one's."""
    return changed("주민이 마을 모임을 열다", title, old)


def test_a_near_title_of_one_place_and_year_is_told(tmp_path: Path) -> None:
    assert said(tmp_path, near()) == [
        "cases/mapo-gu/2017-new.md:3:8: 주의: 같은 지역, 같은 때에 제목이 비슷한 기록이 있습니다: 2017-meeting "
        "'주민이 마을 모임을 열다' → 같은 일이면 그 기록을 고치고, 다른 일이면 relations에 이어 주세요"
    ]


def test_the_order_of_the_words_does_not_hide_it(tmp_path: Path) -> None:
    assert len(said(tmp_path, near("마을 모임을 주민이 열다"))) == 1


def test_an_official_name_tells_it_too(tmp_path: Path) -> None:
    named = changed(
        "title: 주민이 마을 모임을 열다",
        "title: 골목 이야기\nofficial_name: 주민이 마을 모임을 열다",
    )
    assert len(said(tmp_path, named)) == 1


@pytest.mark.parametrize(
    ("new", "why"),
    [
        (near("겨울에 골목의 눈을 치우다"), "another title"),
        (changed("start: 2017", "start: 2019", near()), "another year"),
        (changed("districts: [mapo-gu]", "districts: [seoul]", near()), "another place"),
        (changed("added:", LINK, near()), "linked"),
        (changed("kind: case", "kind: plan", near()), "another kind"),
    ],
    ids=lambda value: value if len(value) < 20 else "",
)
def test_what_is_another_thing_is_not_told(tmp_path: Path, new: str, why: str) -> None:
    assert said(tmp_path, new) == []


def test_a_withdrawn_record_is_none_to_be_like(tmp_path: Path) -> None:
    gone = changed("added:", "withdrawn: {date: 2026-11-23, reason: 합쳤습니다.}\nadded:")
    assert said(tmp_path, near(), gone) == []


def test_an_actor_like_a_listed_one_is_told(tmp_path: Path) -> None:
    named = changed(
        "added:",
        "actors: [{name: 서울시 협치 협의회, sector: joint}, {name: 골목 모임, sector: resident}]\nadded:",
    )
    assert said(tmp_path, changed("주민이 마을 모임을 열다", "골목 이야기", named)) == [
        "cases/mapo-gu/2017-new.md:12:17: 주의: 목록에 이름이 비슷한 이가 있습니다: '서울시 협치 협의회', 목록에는 '서울협치협의회' "
        "→ 같은 곳이면 name을 지우고 'id: seoul-governance-council'로 적어 주세요"
    ]


def test_a_name_that_is_a_listed_one_is_left_to_its_rule(tmp_path: Path) -> None:
    named = changed("added:", "actors: [{name: 서울 특별시, sector: public}]\nadded:")
    assert said(tmp_path, changed("주민이 마을 모임을 열다", "골목 이야기", named)) == []
