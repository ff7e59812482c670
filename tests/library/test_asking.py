"""Whom one may ask, and what: doors from one file with their sources, questions that the record leaves open."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.small_library import BOOK, FORUM, SCHOOL, STORY, page, said, small_library
from hyeopchi.library.asking import questions_of

UNKNOWN = """
unknown:
  - {field: budget, note: 마을기금의 목표액}
  - {field: participants}
  - {field: methods, note: 모임의 이름}
sources:"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            SCHOOL,
            ("2017년 자료에 하기로 한 일로 나옵니다. 그 뒤 어떻게 되었나요?",),
        ),
        (
            SCHOOL.replace("{start: 2017-40,", "{start: 2017-40, end: 2017-12,"),
            ("2017년 12월까지 하기로 한 일은 어떻게 되었나요?",),
        ),
        (FORUM, ("그때 달라졌다고 한 것은 그 뒤에도 이어졌나요?",)),
        (
            FORUM.replace("\nsources:", UNKNOWN),
            (
                "그때 달라졌다고 한 것은 그 뒤에도 이어졌나요?",
                "예산을 알 수 있는 자료가 있나요? (마을기금의 목표액)",
                "참여한 사람을 알 수 있는 자료가 있나요?",
            ),
        ),
        (BOOK, ("기간을 알 수 있는 자료가 있나요? (낸 때)",)),
    ],
)
def test_a_record_gives_the_questions_that_it_leaves_open(
    tmp_path: Path, text: str, expected: tuple[str, ...]
) -> None:
    library = small_library(tmp_path, STORY | {"seoul/2017-asked": text})
    assert questions_of(library.by_id["2017-asked"], library) == expected


def whom(html: str) -> str:
    """The part of a page that says whom to ask."""
    return said(html[html.index('id="whom"') :].partition("</section>")[0])


def test_record_district_and_question_say_whom_to_ask(tmp_path: Path) -> None:
    library = small_library(tmp_path, STORY)
    for address in (
        "cases/2017-market-forum/",
        "districts/geumcheon-gu/",
        "cases/question-together/",
    ):
        told = whom(page(library, address))
        assert "전화 120" in told and "정보공개청구" in told and "동 주민센터" in told
    assert "이 일을 한 곳: 서울연구원 기록" in whom(page(library, "cases/2017-market-forum/"))
    assert "구청에서 협치를 맡은 부서 금천구:" in whom(page(library, "districts/geumcheon-gu/"))
    assert (
        "‘장터에서 동네 예산을 이야기하다’: 그때 달라졌다고 한 것은 그 뒤에도 이어졌나요?"
        in whom(page(library, "districts/geumcheon-gu/"))
    )


def test_every_door_names_its_source_and_its_date(tmp_path: Path) -> None:
    library = small_library(tmp_path, STORY)
    html = page(library, "city/")
    for door in library.vocabularies["city"]:
        assert f'<a href="{door.source_url}" rel="external noopener noreferrer">' in html
        assert f"{door.source}, {door.as_of}" in said(html)
