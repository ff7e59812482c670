"""Handouts: what each of a case's three sheets tells, and what it keeps to itself."""

from __future__ import annotations

import re
from functools import cache

import pytest

from helpers.real_library import ADDRESSED as LIBRARY
from hyeopchi.library.library import Library
from hyeopchi.library.wording import status_words
from hyeopchi.paper.blocks.block import Code, Heading, Listed, WritingLines
from hyeopchi.paper.blocks.reading import every, lines
from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.content.cut import cut_of
from hyeopchi.paper.content.grounds import cited_in
from hyeopchi.paper.content.handouts import of

TAUGHT = [record.id for record in LIBRARY.records if record.get("teaching")]
COUNCIL, PLANNED = "2018-siheung4-residents-council", "2017-yeongdeungpo-innovation-plan"


@cache
def sheets(record_id: str) -> tuple[Sheet, ...]:
    return tuple(of(LIBRARY.by_id[record_id], LIBRARY))


def headings(sheet: Sheet) -> list[str]:
    return [block.text for block in every(sheet.blocks) if isinstance(block, Heading)]


def test_every_case_that_is_told_in_full_becomes_three_sheets() -> None:
    full = [
        record.id for record in LIBRARY.of_kind("case") if LIBRARY.index.depths[record.id] == "full"
    ]
    assert [name for name in full if len(sheets(name)) != 3] == []
    assert [sheet.stem for sheet in sheets(COUNCIL)] == [
        f"{COUNCIL}-handout",
        f"{COUNCIL}-outcome",
        f"{COUNCIL}-facilitator",
    ]


def test_a_record_that_is_not_to_be_taught_becomes_none() -> None:
    assert list(of(LIBRARY.by_id["2016-governance-ordinance"], LIBRARY)) == []


@pytest.mark.parametrize("record_id", TAUGHT)
def test_participants_do_not_read_what_came_after_the_cut(record_id: str) -> None:
    record = LIBRARY.by_id[record_id]
    told = "\n".join(lines(sheets(record_id)[0]))
    cut = cut_of(record, LIBRARY)
    hidden = [stage["what"] for stage in record.get("stages", ())[cut.stages_before :]]
    hidden += [
        one["what"]
        for name in ("outcomes", "enablers", "obstacles", "lessons", "voices")
        for one in record.get(name, ())
    ]
    hidden += [question["hint"] for question in record["teaching"]["questions"]]
    hidden += [record["summary"], *record.get("easy", ())]
    assert [text for text in hidden if text in told] == []


@pytest.mark.parametrize("record_id", TAUGHT)
def test_the_three_sheets_together_hold_the_whole_case(record_id: str) -> None:
    record = LIBRARY.by_id[record_id]
    first, second, facilitator = ("\n".join(lines(sheet)) for sheet in sheets(record_id))
    told = [stage["what"] for stage in record.get("stages", ())]
    told += [
        one["what"]
        for name in ("outcomes", "enablers", "obstacles", "lessons", "voices")
        for one in record.get(name, ())
    ]
    assert [text for text in told if text not in first and text not in second] == []
    told += [
        question[name] for question in record["teaching"]["questions"] for name in ("text", "hint")
    ]
    assert [text for text in told if text not in facilitator] == []


@pytest.mark.parametrize("record_id", TAUGHT)
def test_the_facilitators_sheet_tells_the_whole_under_each_heading_once(record_id: str) -> None:
    told = [
        block.text
        for block in every(sheets(record_id)[2].blocks)
        if isinstance(block, Heading) and block.level == 2
    ]
    assert told == list(dict.fromkeys(told))


def test_a_sheet_that_stops_at_a_heading_tells_all_stages_before_it() -> None:
    assert headings(sheets(COUNCIL)[0])[:3] == [
        "무엇이 문제였나",
        "언제 무엇을 했나",
        "의제발굴: 분과회의",
    ]
    assert headings(sheets(COUNCIL)[0])[6:8] == ["누가 무엇을 했나", "여러분이라면?"]


def test_a_sheet_that_stops_at_a_stage_leaves_what_was_done_to_the_second() -> None:
    first, second, _ = sheets(PLANNED)
    assert "누가 무엇을 했나" not in headings(first)
    assert headings(second)[:3] == [
        "언제 무엇을 했나",
        "심의·결정: 협치사업심의",
        "누가 무엇을 했나",
    ]


@pytest.mark.parametrize(
    ("record_id", "count", "lines"), [("2009-gwangjin-hospital-mediation", 4, 3), (COUNCIL, 5, 2)]
)
def test_every_question_has_room_for_an_answer_and_less_where_there_are_many(
    record_id: str, count: int, lines: int
) -> None:
    blocks = list(every(sheets(record_id)[0].blocks))
    questions = [question["text"] for question in LIBRARY.by_id[record_id]["teaching"]["questions"]]
    assert [
        blocks[number + 1]
        for number, block in enumerate(blocks)
        if isinstance(block, Heading) and block.text in questions
    ] == [WritingLines(lines)] * count


def test_participants_read_the_proposals_that_they_are_asked_about_and_not_what_came_of_them() -> (
    None
):
    record = LIBRARY.by_id["2018-youth-assembly"]
    told = list(lines(sheets(record.id)[0]))
    assert told[told.index("제안 목록") :][2:5] == ["번호", "제안", "맡은 부서"]
    asked = [
        "\n".join(filter(None, (one["title"], one.get("what")))) for one in record["proposals"]
    ]
    assert [one for one in asked if one not in told] == []
    assert [
        after["what"]
        for one in record["proposals"]
        for after in one.get("followups", ())
        if after["what"] in "\n".join(told)
    ] == []


def test_the_second_sheet_says_what_the_sources_do_not_say() -> None:
    council = list(lines(sheets(COUNCIL)[1]))
    assert "자료가 말하지 않는 것" in council
    assert "기간: 주민자치회가 언제 시작했는지와 모든 회의와 사업의 날짜" in council
    without = next(name for name in TAUGHT if not LIBRARY.by_id[name].get("outcomes"))
    assert "무엇이 달라졌는지 따로 적은 성과는 자료에 없습니다." in lines(sheets(without)[1])


@pytest.mark.parametrize("record_id", TAUGHT)
def test_what_was_only_planned_says_so_on_every_sheet(record_id: str) -> None:
    status = status_words(LIBRARY.by_id[record_id], LIBRARY)
    if status and status.id == "planned":
        assert [
            sheet.stem
            for sheet in sheets(record_id)
            if f"{status.sentence}." not in "\n".join(lines(sheet))
        ] == []


@pytest.mark.parametrize("record_id", TAUGHT)
def test_every_sheet_bears_its_attribution_and_quotes_titles_of_sources_only_in_its_list(
    record_id: str,
) -> None:
    record = LIBRARY.by_id[record_id]
    for sheet in sheets(record_id):
        assert sheet.rights.startswith(f"「{record.title}」, 협치도서관, ")
        assert sheet.rights.endswith("출처를 밝히면 누구나 옮기고 고쳐 쓸 수 있습니다.")
        told = "\n".join(lines(sheet))
        on_list = [record["sources"][number - 1]["title"] for number in listed(sheet)]
        others = {source["title"] for source in record["sources"]} - {*on_list}
        assert [title for title in on_list if f"「{title}」" not in told] == []
        assert [title for title in others if f"「{title}」" in told] == []


def test_a_sheet_leads_back_to_its_page_only_where_the_library_has_an_address() -> None:
    record = LIBRARY.by_id[COUNCIL]
    assert [block for block in sheets(COUNCIL)[0].blocks if isinstance(block, Code)] == [
        Code(f"https://library.example/cases/{COUNCIL}/", "이 기록의 쪽")
    ]
    assert [
        block
        for sheet in of(record, Library(LIBRARY.archive))
        for block in sheet.blocks
        if isinstance(block, Code)
    ] == []


def listed(sheet: Sheet) -> tuple[int, ...]:
    """The numbers of the sources on a sheet's list."""
    blocks = list(sheet.blocks)
    block = blocks[blocks.index(Heading("자료")) + 1]
    return block.numbers if isinstance(block, Listed) else tuple(range(1, len(block.items) + 1))


def numbers_named(line: str) -> list[int]:
    """The numbers of sources in a printed line of grounds."""
    found = re.findall(r"(?:^근거: |, )자료 (\d+)", line) if line.startswith("근거: ") else ()
    return [int(number) for number in found]


def test_the_first_sheet_lists_what_it_names_since_other_titles_may_tell_the_end() -> None:
    record_id = "2022-seodaemun-yonsei-ro"
    all_ = tuple(range(1, len(LIBRARY.by_id[record_id]["sources"]) + 1))
    assert [listed(sheet) for sheet in sheets(record_id)] == [(2, 3, 4), all_, all_]
    said = "다른 번호의 자료는 둘째 종이에 있습니다."
    assert [said in lines(sheet) for sheet in sheets(record_id)] == [True, False, False]


@pytest.mark.parametrize("record_id", TAUGHT)
def test_every_source_that_a_sheet_names_is_on_its_list(record_id: str) -> None:
    for sheet in sheets(record_id):
        named = {number for line in lines(sheet) for number in numbers_named(line)}
        assert cited_in(sheet.blocks) == named <= set(listed(sheet))
