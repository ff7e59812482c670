"""What a kit gives to whoever runs the room: where things stand, who does what, how one talks and ends."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from functools import cache
from io import BytesIO

import pytest
from pypdf import PdfReader

from helpers.real_library import ADDRESSED as LIBRARY
from hyeopchi.paper.blocks.block import Drawing, Items, Table, WritingLines
from hyeopchi.paper.blocks.reading import every, lines
from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.kit.amounts import Amounts
from hyeopchi.paper.kit.handed_out import course_of
from hyeopchi.paper.kit.making import kit_of
from hyeopchi.paper.kit.room import room_plan, seats_of
from hyeopchi.paper.kit.setting_up import helpers
from hyeopchi.paper.writers.docx import write_docx
from hyeopchi.paper.writers.pdf import write_pdf

TUESDAY = LIBRARY.by_id["reader-three-cases"]
SVG = "{http://www.w3.org/2000/svg}"


@cache
def sheet(part: str, people: int = 24) -> Sheet:
    kit = kit_of(course_of(TUESDAY, LIBRARY, people))
    return next(one for one in kit.sheets if one.stem == f"kit-{TUESDAY.id}-{part}")


def tables(of: Sheet) -> list[Table]:
    return [block for block in every(of.blocks) if isinstance(block, Table)]


def words(cell: tuple) -> str:
    return "".join(run.text for run in cell)


@pytest.mark.parametrize("people", [3, 10, 24, 40, 60])
def test_everybody_has_a_seat_in_the_plan_of_the_room(people: int) -> None:
    amounts = Amounts(people, 6)
    drawn = ElementTree.fromstring(room_plan(amounts).svg)
    assert len(drawn.findall(f"{SVG}circle")) == people
    assert sum(seats_of(amounts, group) for group in range(amounts.groups)) == people
    labels = [one.text for one in drawn.findall(f"{SVG}text")]
    assert [one for one in labels if one.startswith("모둠")] == [
        f"모둠 {number}" for number in range(1, amounts.groups + 1)
    ]


def test_the_plan_is_drawn_in_black_white_and_grey_and_said_in_words() -> None:
    plan = room_plan(Amounts(24, 6))
    assert set(re.findall(r"#[0-9a-f]+", plan.svg)) == {"#000", "#eee"}
    assert plan.words == (
        "자리 그림: 앞쪽에 왼쪽부터 문, 화면과 진행자, 나눠 줄 종이가 있고, 그 뒤에 모둠 책상 4개가 "
        "한 줄에 4개까지 놓여 있습니다. 책상 사이와 문까지는 120cm를 비우고, 맨 뒤에 쉬는 자리와 물을 둡니다."
    )
    said = {words(field) for row in plan.board.rows for field in row}
    drawn = {one.text for one in ElementTree.fromstring(plan.svg).findall(f"{SVG}text")}
    assert drawn == said


def test_the_sheet_of_the_room_has_its_drawing_in_every_format() -> None:
    made = sheet("room")
    assert any(isinstance(block, Drawing) for block in every(made.blocks))
    text = "".join(
        page.extract_text() for page in PdfReader(BytesIO(write_pdf(made, LIBRARY.settings))).pages
    )
    assert "비워 둘 길 120cm" in text
    assert "모둠 4" in set(lines(made))
    assert write_docx(made, LIBRARY.settings)


@pytest.mark.parametrize(("people", "count"), [(10, 0), (12, 0), (18, 2), (24, 2), (40, 4)])
def test_one_helper_looks_after_two_tables(people: int, count: int) -> None:
    assert helpers(Amounts(people, 6)) == count


def test_a_facilitator_of_ten_helps_at_small_tables_too() -> None:
    assert helpers(Amounts(10, 4)) == 0


@pytest.mark.parametrize("size", [3, 4, 5, 6])
def test_no_seat_stands_on_a_table_or_on_another_seat(size: int) -> None:
    drawn = ElementTree.fromstring(room_plan(Amounts(40, size)).svg)
    seats = [(float(one.get("cx")), float(one.get("cy"))) for one in drawn.findall(f"{SVG}circle")]
    boxes = [
        tuple(float(one.get(name)) for name in ("x", "y", "width", "height"))
        for one in drawn.findall(f"{SVG}rect")
    ]
    radius = 2.2
    for x, y in seats:
        for left, top, width, height in boxes:
            away = (max(left - x, 0, x - left - width), max(top - y, 0, y - top - height))
            assert away[0] ** 2 + away[1] ** 2 >= radius**2
    for number, one in enumerate(seats):
        for other in seats[number + 1 :]:
            assert (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 >= (2 * radius) ** 2


def test_four_tables_have_four_parts_with_room_for_names() -> None:
    parts = next(one for one in tables(sheet("room")) if one.head[0] == "모둠의 몫")
    assert parts.head[1:] == ("모둠 1", "모둠 2", "모둠 3", "모둠 4")
    assert [words(row[0]).partition(":")[0] for row in parts.rows] == [
        "이끔이",
        "적는 이",
        "시간 보는 이",
        "알리는 이",
    ]
    assert all(cell == () for row in parts.rows for cell in row[1:])


def test_ten_and_forty_people_are_told_apart_in_every_kit() -> None:
    scales = next(one for one in tables(sheet("room")) if one.head[0] == "사람")
    assert [[words(cell) for cell in row[:3]] for row in scales.rows] == [
        ["10명", "2모둠", "없음"],
        ["24명", "4모둠", "2명"],
        ["40명", "7모둠", "4명"],
    ]


def test_the_room_has_rules_and_something_to_do_when_it_gets_heated() -> None:
    made = sheet("talking")
    agreements = next(block for block in every(made.blocks) if isinstance(block, Items))
    assert len(agreements.items) == 6
    heated, shared = tables(made)
    assert [words(row[0]) for row in heated.rows][:2] == [
        "한 사람이 오래 말할 때",
        "주민과 공무원이 서로를 탓할 때",
    ]
    assert len(shared.rows) == 4


def test_the_share_back_has_a_row_for_every_table() -> None:
    assert [words(row[0]) for row in tables(sheet("talking", 40))[1].rows] == list("1234567")


def test_an_evaluation_asks_for_the_courses_own_aims_on_one_page_without_a_name() -> None:
    made = sheet("evaluation")
    assert [words(row[0]) for row in tables(made)[1].rows] == list(TUESDAY["aims"])
    assert sum(isinstance(block, WritingLines) for block in made.blocks) == 3
    assert "이름은 적지 않습니다." in str(made)
    assert (made.copies.count, made.copies.per) == (24, "person")
    assert len(PdfReader(BytesIO(write_pdf(made, LIBRARY.settings))).pages) == 1
