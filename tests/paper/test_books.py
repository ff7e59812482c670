"""Books: pamphlets of collections, the basic reader and everything, with what stands at their back."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.real_library import ARCHIVE
from helpers.small_library import BOOK, FORUM, QUESTION, STORY, small_library
from hyeopchi.library.library import Library
from hyeopchi.library.settings import Settings
from hyeopchi.paper.blocks.block import Heading, Run
from hyeopchi.paper.blocks.reading import every, lines
from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.catalogue import Paper, books_of, formats_of, papers_of
from hyeopchi.paper.content.books import basics, everything, pamphlet
from hyeopchi.paper.papers import all_papers

LIBRARY = Library(ARCHIVE, Settings(version="2026.11"))
WITHDRAWN = """
kind: case
title: 장터에서 동네 예산을 이야기하다
added: 2026-11-22
withdrawn: {date: 2026-12-01, reason: 두 기록을 하나로 합쳤습니다., replaced_by: nd-first-book}
"""


@pytest.fixture(scope="module")
def whole() -> Sheet:
    return everything(LIBRARY)


def chapters(sheet: Sheet) -> list[str]:
    return [block.text for block in sheet.blocks if isinstance(block, Heading) and block.level == 1]


def test_a_pamphlet_reads_its_records_in_its_order_and_each_once() -> None:
    record = LIBRARY.by_id["question-youth"]
    told = chapters(pamphlet(record, LIBRARY))
    assert told == [
        "이 묶음은",
        *dict.fromkeys(LIBRARY.by_id[item["record"].id].title for item in record["items"]),
        "펴낸 정보",
    ]


def test_a_pamphlet_says_why_each_record_is_read_and_what_to_ask_at_home() -> None:
    record = LIBRARY.by_id["question-youth"]
    told = list(lines(pamphlet(record, LIBRARY)))
    assert [item["why"] for item in record["items"] if item["why"] not in told] == []
    assert [question for question in record["ask"] if question not in told] == []


def test_where_a_record_was_withdrawn_a_pamphlet_says_when_and_why_and_what_to_read(
    tmp_path: Path,
) -> None:
    library = small_library(
        tmp_path,
        {
            "geumcheon-gu/2017-market-forum": WITHDRAWN,
            "seoul/nd-first-book": BOOK,
            "seoul/question-together": QUESTION.replace(
                "[2017-market-forum#p2]", "[2017-market-forum]"
            ),
        },
    )
    told = list(lines(pamphlet(library.by_id["question-together"], library)))
    assert (
        "이 기록은 2026년 12월 1일에 거두었습니다. 까닭: 두 기록을 하나로 합쳤습니다. 대신 볼 기록: 협치를 처음 배우는 책"
        in told
    )


def test_the_basic_reader_ends_with_glossary_sources_index_and_colophon() -> None:
    (book,) = basics(LIBRARY)
    assert (book.stem, book.is_book) == ("book-basics", True)
    assert chapters(book)[-4:] == ["용어 풀이", "자료 목록", "찾아보기", "펴낸 정보"]


def test_a_library_without_the_basic_collection_has_no_basic_reader(tmp_path: Path) -> None:
    library = small_library(tmp_path, STORY)
    assert list(basics(library)) == []
    assert books_of(library) == (Paper("모든 기록을 묶은 책", "book-all"),)


def test_the_whole_volume_holds_every_record(whole: Sheet) -> None:
    assert [record.id for record in LIBRARY.records if record.title not in chapters(whole)] == []


def test_the_index_leads_from_every_district_and_domain_to_chapters(whole: Sheet) -> None:
    anchors = {
        block.anchor for block in whole.blocks if isinstance(block, Heading) and block.anchor
    }
    entries = [
        run
        for block in every(whole.blocks)
        for item in getattr(block, "items", ())
        for run in item
        if isinstance(run, Run) and run.href.startswith("#")
    ]
    assert {entry.href.removeprefix("#") for entry in entries} == anchors
    told = list(lines(whole))
    assert [
        term.label
        for name in ("districts", "domains")
        for term in LIBRARY.vocabularies[name]
        if LIBRARY.index.of(name, term.id) and term.label not in told
    ] == []


def test_the_colophon_says_version_date_and_who_runs_the_library(whole: Sheet) -> None:
    told = list(lines(whole))
    latest = max(record.latest_change for record in LIBRARY.by_id.values())
    assert told[told.index("펴낸 정보") + 1 :][:4] == [
        "도서관: 협치도서관",
        "서울시의 공식 책자가 아닙니다.",
        "판: 2026.11",
        f"날짜: {latest.year}년 {latest.month}월 {latest.day}일",
    ]


def test_tasks_and_pledges_bear_the_numbers_of_their_pages(whole: Sheet) -> None:
    numbers = {block.number for block in every(whole.blocks) if isinstance(block, Heading)}
    plan = LIBRARY.by_id["2018-basic-plan"]
    assert {
        task["number"] for strategy in plan["strategies"] for task in strategy["tasks"]
    } <= numbers


def test_a_record_without_teaching_has_no_papers_of_its_own(tmp_path: Path) -> None:
    library = small_library(tmp_path, {"geumcheon-gu/2017-market-forum": FORUM})
    assert papers_of(library.by_id["2017-market-forum"], library) == ()


def test_every_paper_that_pages_lead_to_is_made_and_books_only_as_pdf() -> None:
    made = {paper.stem for paper in all_papers(LIBRARY)}
    named = {paper.stem for record in LIBRARY.records for paper in papers_of(record, LIBRARY)} | {
        paper.stem for paper in books_of(LIBRARY)
    }
    assert named - made == set()
    assert (formats_of("book-all"), formats_of("question-youth")) == (
        ("pdf",),
        ("pdf", "hwpx", "docx"),
    )
