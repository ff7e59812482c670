"""Kits: one meeting's sheets from any teaching collection, with the right copies, and the same zip each time."""

from __future__ import annotations

import itertools
import zipfile
from functools import cache
from io import BytesIO

import pytest
from docx import Document
from pypdf import PdfReader

from helpers.real_library import ADDRESSED as LIBRARY
from hyeopchi.paper.blocks.block import Cards, Heading, Items, Table, Together, Tone
from hyeopchi.paper.blocks.reading import every
from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.catalogue import game_papers, is_course, papers_of
from hyeopchi.paper.game.sheets import game_sheets
from hyeopchi.paper.kit.amounts import Amounts
from hyeopchi.paper.kit.handed_out import course_of
from hyeopchi.paper.kit.kit import Kit
from hyeopchi.paper.kit.making import kit_of
from hyeopchi.paper.kit.script import shortening
from hyeopchi.paper.kit.slides import shown
from hyeopchi.paper.papers import of_record
from hyeopchi.paper.writers.docx import write_docx
from hyeopchi.paper.writers.hwpx import write_hwpx
from hyeopchi.paper.writers.pdf import write_pdf
from hyeopchi.paper.writers.zip_file import packed
from hyeopchi.records.record import Record
from hyeopchi.text.slug import slug

COURSES = [
    record for record in LIBRARY.records if record.kind == "collection" and is_course(record)
]
TUESDAY = LIBRARY.by_id["reader-three-cases"]
EACH = pytest.mark.parametrize("record", COURSES, ids=lambda record: record.id)


@cache
def kit(record: Record = TUESDAY, people: int = 24) -> Kit:
    return kit_of(course_of(record, LIBRARY, people))


def sheet(ending: str, of: Kit | None = None) -> Sheet:
    return next(sheet for sheet in (of or kit()).sheets if sheet.stem.endswith(ending))


def table(of: Sheet, head: str) -> list[list[str]]:
    found = next(
        block for block in every(of.blocks) if isinstance(block, Table) and block.head[0] == head
    )
    return [["".join(run.text for run in cell) for cell in row] for row in found.rows]


@pytest.mark.parametrize(
    ("people", "size", "groups"), [(24, 6, 4), (25, 6, 5), (1, 6, 1), (6, 6, 1), (30, 5, 6)]
)
def test_there_is_a_table_for_everyone(people: int, size: int, groups: int) -> None:
    assert Amounts(people, size).groups == groups


def test_what_is_given_to_persons_groups_and_the_meeting_is_counted_apart() -> None:
    amounts = Amounts(25, 6)
    assert (amounts.of("person", 2), amounts.of("group", 3), amounts.of("session")) == (50, 15, 1)


@EACH
def test_a_courses_steps_fill_its_time_and_it_rests_when_it_is_long(record: Record) -> None:
    steps = course_of(record, LIBRARY, 24).steps
    assert sum(step.entry["minutes"] for step in steps) == steps[-1].end == record["minutes"]
    assert all(one.end == other.start for one, other in itertools.pairwise(steps))
    assert record["minutes"] <= 60 or any(not step.is_work for step in steps)


def test_a_course_says_which_steps_fall_and_which_are_shorter_where_time_is_short() -> None:
    quarrel = LIBRARY.by_id["reader-broken-agreement"]
    shortened = course_of(quarrel, LIBRARY).shortened
    assert (shortened.minutes, list(shortening(shortened))) == (
        60,
        [
            "뺄 차례: ‘쉬는 시간’, ‘우리 동네의 다툼’.",
            "짧게 할 차례: ‘여는 말’ 8분을 6분으로.",
            "짧게 할 차례: ‘광진구, 자리를 정하는 차례’ 27분을 24분으로.",
            "짧게 할 차례: ‘동대문구, 약속을 적는 법’ 30분을 24분으로.",
        ],
    )
    assert "90분을 60분으로 줄이려면" in str(sheet("-plan", kit(quarrel)))
    assert course_of(LIBRARY.by_id["reader-basics"], LIBRARY).shortened is None


def test_there_are_courses_that_fit_a_class_and_an_evening() -> None:
    minutes = [record["minutes"] for record in COURSES]
    assert (minutes.count(50) >= 2, minutes.count(90) >= 3, max(minutes)) == (True, True, 180)


@EACH
def test_every_step_has_a_name_and_names_papers_as_the_copy_list_does(record: Record) -> None:
    papers = LIBRARY.vocabularies["papers"].label
    for step in record["session"]:
        assert step.get("name"), step["activity"]
        said = (step["activity"], *(one["what"] for one in step.get("materials", ())))
        assert [text for text in said if papers in text] == []


@EACH
def test_the_facilitator_has_words_for_every_step_but_the_rest(record: Record) -> None:
    speechless = {step.get("name") for step in record["session"] if not step.get("say")}
    assert speechless <= {"쉬는 시간"}


@EACH
def test_every_paper_of_a_step_is_in_the_copy_list(record: Record) -> None:
    listed = {line.stem for line in kit(record).lines}
    asked = {
        f"{step['sheet'].id}-{paper}"
        for step in record["session"]
        if step.get("sheet") and LIBRARY.by_id[step["sheet"].id].get("teaching")
        for paper in step.get("papers", ("handout",))
    }
    assert asked - listed == set()


def test_what_to_bring_and_what_to_do_the_day_before_stand_on_one_page() -> None:
    whole = kit().sheets[0].blocks[-1]
    assert isinstance(whole, Together)
    assert [block.text for block in whole.blocks if isinstance(block, Heading)] == [
        "준비물",
        "전날에 할 일",
    ]


@EACH
def test_every_course_gives_a_kit_with_five_to_eight_slides(record: Record) -> None:
    made = kit(record)
    assert [one.stem.rpartition("-")[2] for one in made.sheets[:4]] == [
        "readme",
        "plan",
        "script",
        "slides",
    ]
    assert 5 <= len(shown(course_of(record, LIBRARY, 24))) + 2 <= 8
    assert len({one.stem for one in made.sheets}) == len(made.sheets)


@EACH
def test_the_first_page_lists_every_sheet_and_every_material_with_its_number(
    record: Record,
) -> None:
    made = kit(record)
    first = made.sheets[0]
    assert [(row[0], row[2]) for row in table(first, "번호")] == [
        (f"{number:02}", line.words) for number, line in enumerate(made.lines)
    ]
    assert [line.stem for line in made.lines] == [one.stem for one in made.sheets]
    course = course_of(record, LIBRARY, 24)
    wanted = [
        (material["what"], f"{course.amounts.of(material['per'], material.get('count', 1))}개")
        for step in record["session"]
        for material in step.get("materials", ())
    ]
    assert [(row[0], row[3]) for row in table(first, "준비물")] == wanted


def test_the_session_for_tuesday_is_180_minutes_for_24_people_at_four_tables() -> None:
    course = course_of(TUESDAY, LIBRARY, 24)
    assert (course.steps[-1].end, course.amounts.groups, TUESDAY["group_size"]) == (180, 4, 6)
    assert [item["record"].id for item in TUESDAY["items"]] == [
        "2018-siheung4-residents-council",
        "2018-gender-governance",
        "2013-seoul-youth-network",
    ]
    assert sheet("2018-gender-governance-handout").copies_words == "복사 24부"
    assert sheet("2018-gender-governance-sorting").copies_words == "복사 4부"
    assert sheet("-key").copies_words == "진행자 1부"
    assert [block.text for block in sheet("-key").blocks if isinstance(block, Heading)] == [
        "누가 무엇을 했나: 답지 · 주민이 먼저 맡고, 서로 빨리 답한 동네",
        "디딤돌과 걸림돌 나누기: 답지 · 스물다섯 구의 여성 모임이 정책 현장을 살피고 고칠 점을 말하다",
        "차례 맞추기: 답지 · 249명으로 시작해 여섯 해 동안 모이는 방식을 바꾸어 온 청년들",
        "관계도: 답지 · 주민이 먼저 맡고, 서로 빨리 답한 동네",
    ]


def test_the_same_session_for_thirteen_people_needs_thirteen_handouts_and_three_tables() -> None:
    made = kit(TUESDAY, 13)
    assert [sheet(one, made).copies_words for one in ("network-handout", "roles")] == [
        "복사 13부",
        "복사 3부",
    ]
    assert ["이름표", "여는 말", "한 사람마다 1개", "13개"] in table(made.sheets[0], "준비물")


def test_the_plan_says_when_each_step_is_and_leaves_room_for_ones_own_clock() -> None:
    rows = table(sheet("-plan"), "때")
    assert rows[1] == [
        "10~50분",
        "40분",
        "",
        "시흥4동, 누가 무엇을 했나",
        "읽을 종이 24부, 쉬운 말 종이 4부, 누가 무엇을 했나 4부",
    ]
    assert (rows[0][0], rows[-1][0]) == ("0~10분", "170~180분")


@EACH
def test_a_plan_has_a_column_for_handouts_only_where_some_are_given(record: Record) -> None:
    made = kit(record)
    plan = next(
        block
        for one in made.sheets
        for block in one.blocks
        if isinstance(block, Table) and "우리 시각" in block.head
    )
    assert ("나눠 줄 종이" in plan.head) == any(row[-1] for row in plan.rows if len(row) == 5)


def test_the_script_has_the_words_to_say_at_every_step() -> None:
    said = str(sheet("-script"))
    assert all(step["say"] in said for step in TUESDAY["session"] if "say" in step)
    assert said.count(f"tone={Tone.SCRIPT!r}") == 6


def test_a_slide_holds_no_more_than_can_be_read_from_the_back() -> None:
    for record in COURSES:
        for block in sheet("-slides", kit(record)).blocks:
            if isinstance(block, Items):
                assert sum(len(run.text) for item in block.items for run in item) <= 190


def test_nothing_in_the_kit_needs_a_second_side_or_a_colour() -> None:
    assert "흑백 단면 인쇄용입니다" in str(kit().sheets[0])
    assert all(
        card.kind == "" or card.mark
        for one in kit().sheets
        for block in one.blocks
        if isinstance(block, Cards)
        for card in block.cards
    )


def test_the_whole_kit_is_one_document_that_begins_each_sheet_with_its_title() -> None:
    titles = [
        block.text
        for block in kit().whole.blocks
        if isinstance(block, Heading) and block.level == 1
    ]
    assert titles == [one.head for one in kit().sheets if not one.is_slides]
    assert kit().whole.stem == "kit-reader-three-cases"


@EACH
def test_a_paper_has_one_name_in_every_list_and_on_every_page(record: Record) -> None:
    made, course = kit(record), course_of(record, LIBRARY, 24)
    files = {one.stem: name for name, one in made.named}
    chapters = [block.text for block in made.whole.blocks if isinstance(block, Heading)]
    for copied in course.papers:
        step = course.steps[copied.step - 1]
        name = LIBRARY.label("papers", copied.paper)
        title = f"{name} · {course.record_of(step).title}"
        assert copied.sheet.head == title
        assert [row[1] for row in table(made.sheets[0], "번호")].count(title) == 1
        assert chapters.count(title) == 1
        assert (
            f"{name} {copied.sheet.copies.count}부"
            in table(sheet("-plan", made), "때")[step.number - 1][4]
        )
        assert f"나누어 줍니다: {name}" in str(sheet("-script", made)) or f", {name} " in str(
            sheet("-script", made)
        )
        assert f"-{slug(name)}-" in files[copied.sheet.stem]
        if step in shown(course):
            assert name in str(sheet("-slides", made))


def test_a_record_without_sheets_is_named_with_its_address() -> None:
    assert (
        "「2016 협치서울선언」. 이 기록은 따로 만든 종이가 없습니다. 기록의 쪽을 인쇄해 나누어 주세요 "
        "(https://library.example/cases/2016-seoul-governance-declaration/)."
    ) in str(sheet("-script", kit(LIBRARY.by_id["reader-basics"])))


def test_a_zip_holds_its_files_in_order_and_is_the_same_each_time() -> None:
    files = {f"pdf/{name}.pdf": one.title.encode() for name, one in kit().named}
    zipped = packed(files)
    assert zipped == packed(
        {
            f"pdf/{name}.pdf": one.title.encode()
            for name, one in kit_of(course_of(TUESDAY, LIBRARY)).named
        }
    )
    with zipfile.ZipFile(BytesIO(zipped)) as opened:
        assert opened.namelist() == list(files)
        assert {info.date_time for info in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert (
            opened.namelist()[0]
            == "pdf/00-먼저-읽어-주세요-바로-여는-세-시간-동네-성평등-청년의-세-사례로-협치-겪어-보기.pdf"
        )


def test_what_the_catalogue_names_is_what_is_made() -> None:
    council = LIBRARY.by_id["2018-siheung4-residents-council"]
    for record in (TUESDAY, council):
        assert {paper.stem for paper in papers_of(record, LIBRARY)} == {
            made.stem for made in of_record(record, LIBRARY)
        }
    assert [paper.stem for paper in game_papers()] == [made.stem for made in game_sheets(LIBRARY)]


def test_a_question_is_no_course() -> None:
    assert not any(
        is_course(record) for record in LIBRARY.records if record.get("purpose") == "question"
    )


@pytest.mark.parametrize(
    "record", [TUESDAY, LIBRARY.by_id["reader-administration"]], ids=lambda record: record.id
)
def test_every_slide_is_one_page_on_its_side(record: Record) -> None:
    pages = PdfReader(BytesIO(write_pdf(sheet("-slides", kit(record)), LIBRARY.settings))).pages
    assert len(pages) == len(shown(course_of(record, LIBRARY, 24))) + 2
    assert {page.mediabox.width > page.mediabox.height for page in pages} == {True}


def test_slides_to_edit_are_as_large_and_begin_each_on_a_page_of_its_own() -> None:
    lines = [
        line
        for line in Document(BytesIO(write_docx(sheet("-slides"), LIBRARY.settings))).paragraphs
        if line.text
    ]
    heads = [line for line in lines if line.style.name == "Heading 2"]
    assert {
        line.style.font.size.pt >= 28 and line.paragraph_format.page_break_before for line in heads
    } == {True}
    with zipfile.ZipFile(BytesIO(write_hwpx(sheet("-slides"), LIBRARY.settings))) as opened:
        assert (
            opened.read("Contents/section0.xml").decode().count('pageBreak="1"') == len(heads) == 7
        )
