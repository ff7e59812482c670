"""Copy lists: how many sheets of paper a meeting takes, as the files that are handed out have pages."""

from __future__ import annotations

import re
import zipfile
from html import unescape
from io import BytesIO
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from helpers.real_library import ADDRESSED as LIBRARY
from helpers.small_library import page, said
from hyeopchi.library.library import Library
from hyeopchi.paper.blocks.block import Table
from hyeopchi.paper.blocks.sheet import Copies
from hyeopchi.paper.catalogue import is_course, zip_of
from hyeopchi.paper.kit.amounts import Amounts
from hyeopchi.paper.kit.copy_list import Line, by_people, for_people, total_words
from hyeopchi.paper.kit.handed_out import course_of
from hyeopchi.paper.kit.making import kit_of

QUARREL = LIBRARY.by_id["reader-broken-agreement"]
READ = Line("read", "읽을 종이", "", Copies(20, "person"), 3)
CARDS = Line("cards", "카드", "", Copies(4, "group"), 3, is_cut=True)
PLAN, SLIDES = Line("plan", "시간표", "", Copies(1), 1), Line("slides", "슬라이드", "", None, 7)
COUNTED = re.compile(r"(\d+)쪽 × ([\d,]+)부 = ([\d,]+)장")


def test_a_line_says_pages_copies_and_sheets() -> None:
    assert [line.words for line in (READ, CARDS, PLAN, SLIDES)] == [
        "3쪽 × 20부 = 60장",
        "3쪽 × 4부 = 12장",
        "1쪽 × 1부 = 1장",
        "화면에 띄웁니다",
    ]


def test_cards_to_cut_and_slides_are_not_printed_on_both_sides() -> None:
    assert total_words((READ, CARDS, PLAN, SLIDES)) == "모두 73장, 양면으로 찍으면 53장"


def test_nothing_is_added_up_while_the_pages_of_one_paper_are_unknown() -> None:
    unknown = Line("read", "읽을 종이", "", Copies(20, "person"))
    assert (unknown.words, total_words((unknown, CARDS))) == ("20부", "")


@given(st.integers(5, 60), st.integers(2, 8), st.integers(1, 9))
def test_any_number_of_people_gets_a_copy_each_and_every_table_one(
    people: int, size: int, pages: int
) -> None:
    lines = for_people(
        (
            Line("read", "읽을 종이", "", Copies(1, "person"), pages),
            Line("map", "관계도", "", Copies(1, "group"), 1),
            PLAN,
        ),
        Amounts(people, size),
    )
    tables = -(-people // size)
    assert total_words(lines) == (
        f"모두 {people * pages + tables + 1:,}장, "
        f"양면으로 찍으면 {people * ((pages + 1) // 2) + tables + 1:,}장"
    )


def test_a_page_tells_five_to_sixty_people_without_a_script() -> None:
    told = list(by_people((READ, PLAN), 5))
    assert [amounts.people for amounts, _ in told] == list(range(5, 61, 5))
    assert (told[0][1], told[-1][1]) == (
        "모두 16장, 양면으로 찍으면 11장",
        "모두 181장, 양면으로 찍으면 121장",
    )


def test_a_kits_first_page_and_its_whole_say_what_was_counted() -> None:
    made = kit_of(course_of(QUARREL, LIBRARY, 20))
    counted = made.counted({line.stem: 2 for line in made.lines})
    for sheet in (counted.sheets[0], counted.whole):
        rows = [
            "".join(run.text for run in row[2])
            for block in sheet.blocks
            if isinstance(block, Table) and block.head[:2] == ("번호", "종이")
            for row in block.rows
        ]
        assert rows == [line.words for line in counted.lines]
        assert "2쪽 × 20부 = 40장" in rows
    assert "부 = " not in str(made.sheets[0])


def test_a_courses_page_adds_up_what_was_counted_and_asks_for_nothing_unknown() -> None:
    lines = kit_of(course_of(QUARREL, LIBRARY)).lines
    pages = {zip_of(QUARREL): {line.stem: 3 for line in lines}}
    counted = Library(LIBRARY.archive, LIBRARY.settings, pages=pages)
    words = said(page(counted, "teach/reader-broken-agreement/"))
    assert "3쪽 × 24부 = 72장 한 사람마다 1부" in words
    assert re.search(r"모두 \d+장, 양면으로 찍으면 \d+장 쪽수는 PDF로 세었습니다.", words)
    assert "60명 12모둠 모두" in words
    without = said(page(LIBRARY, "teach/reader-broken-agreement/"))
    assert "쪽수와 종이의 장수는 파일까지 지은 도서관에서 셉니다." in without
    assert COUNTED.search(without) is None


def test_every_kit_counts_the_pages_that_its_files_have(released: Path) -> None:
    courses = [record for record in LIBRARY.records if is_course(record)]
    for record in courses:
        with zipfile.ZipFile(released / "site" / zip_of(record)) as kit:
            printed = [
                PdfReader(BytesIO(kit.read(name)))
                for name in kit.namelist()
                if name.startswith("pdf/")
            ]
        pages = [len(one.pages) for one in printed]
        slides = next(at for at, one in enumerate(printed) if one.pages[0].mediabox.width > 800)
        told = "".join(one.extract_text() for one in printed[0].pages)
        counted = [(int(one), int(all.replace(",", ""))) for one, _, all in COUNTED.findall(told)]
        assert [one for one, _ in counted] == pages[:slides] + pages[slides + 1 :], record.id
        html = (released / f"site/teach/{record.id}/index.html").read_text("utf-8")
        assert [
            (int(one), int(all.replace(",", ""))) for one, _, all in COUNTED.findall(unescape(html))
        ] == counted
        total = f"모두 {sum(all for _, all in counted):,}장"
        assert (total in told, total in html) == (True, True), record.id


def test_a_bound_kit_counts_the_pages_that_its_chapters_have(released: Path) -> None:
    reader = PdfReader(released / "site/papers/kit-reader-broken-agreement.pdf")
    starts = [
        reader.get_destination_page_number(one)
        for one in reader.outline
        if not isinstance(one, list)
    ]
    ends = [*starts[1:], len(reader.pages)]
    told = "".join(page.extract_text() for page in reader.pages[starts[0] : ends[0]])
    assert [int(one) for one, _, _ in COUNTED.findall(told)] == [
        end - start for start, end in zip(starts, ends, strict=True)
    ]
