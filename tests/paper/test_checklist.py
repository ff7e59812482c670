"""The checklist: every question rests on what records tell, on paper as on the page."""

from __future__ import annotations

import re
from itertools import pairwise

from helpers.real_library import ADDRESSED as LIBRARY
from helpers.small_library import page, said
from hyeopchi.paper.blocks.block import Heading, Table
from hyeopchi.paper.blocks.reading import lines
from hyeopchi.paper.catalogue import Paper, formats_of, papers_of
from hyeopchi.paper.content.chapters import chapter
from hyeopchi.paper.papers import of_record
from hyeopchi.paper.writers.formats import judge, writer
from hyeopchi.site.pages.check import questions

RECORD = LIBRARY.by_id["checklist-impact"]
(SHEET,) = of_record(RECORD, LIBRARY)
PAGE = page(LIBRARY, "cases/checklist-impact/")


def test_its_questions_follow_the_stages_from_the_first_to_the_last() -> None:
    asked = list(dict.fromkeys(check["stage"] for check in RECORD["checks"]))
    assert asked == [term.id for term in LIBRARY.vocabularies["stages"]]


def test_every_question_rests_on_what_helped_or_hindered_or_was_learned() -> None:
    fields = {
        passage.field.name if passage else str(link)
        for check in RECORD["checks"]
        for link in check["rests_on"]
        for passage in [LIBRARY.passage(link)]
    }
    assert fields == {"obstacles", "enablers", "lessons"}


def test_every_question_rests_on_an_obstacle_or_a_lesson() -> None:
    assert [
        check["text"]
        for check in RECORD["checks"]
        if not any(re.search("#(obstacle|lesson)-", str(link)) for link in check["rests_on"])
    ] == []


def test_its_questions_are_not_those_of_the_two_eyes() -> None:
    own = {check["text"] for check in RECORD["checks"]}
    assert own & {str(question.theme.check) for question in questions(LIBRARY)} == set()


def test_on_paper_each_question_has_its_boxes_and_the_numbers_of_its_records() -> None:
    tables = [block for block in SHEET.blocks if isinstance(block, Table)]
    rows = [[cell[0].text for cell in row] for table in tables for row in table.rows]
    assert [row[1] for row in rows] == [check["text"] for check in RECORD["checks"]]
    assert {tuple(row[2:5]) for row in rows} == {("□", "□", "□")}
    assert (rows[0][0], rows[0][5]) == ("의제발굴", "1, 2, 3")
    passage = LIBRARY.passage(RECORD["checks"][0]["rests_on"][0])
    title = LIBRARY.by_id["2013-gangseo-special-school"].title
    assert passage is not None
    assert f"배울 점: {passage.text} (행정의 말) — 「{title}」" in list(lines(SHEET))


def test_it_is_made_to_print_and_to_edit_and_each_file_is_good() -> None:
    assert papers_of(RECORD, LIBRARY) == (Paper("점검표", "checklist-impact"),)
    assert formats_of("checklist-impact") == ("pdf", "hwpx", "docx")
    for ending in formats_of("checklist-impact"):
        written = writer(ending)(SHEET, LIBRARY.settings)
        assert list(judge(ending)(written, SHEET)) == []


def test_its_page_asks_every_question_and_leads_to_the_records_and_to_the_two_eyes() -> None:
    told = said(PAGE)
    assert [check["text"] for check in RECORD["checks"] if check["text"] not in told] == []
    assert PAGE.count('type="radio"') == 3 * len(RECORD["checks"])
    assert [
        str(link)
        for check in RECORD["checks"]
        for link in check["rests_on"]
        if f'href="../../{link.address}"' not in PAGE
    ] == []
    assert 'href="../../check/"' in PAGE


def test_the_two_eyes_lead_to_it() -> None:
    assert 'href="../cases/checklist-impact/"' in page(LIBRARY, "check/")


def test_as_a_chapter_its_questions_do_not_follow_the_facts_as_if_one_table() -> None:
    blocks = list(chapter(RECORD, LIBRARY))
    below = [
        (one, other)
        for one, other in pairwise(blocks)
        if isinstance(one, Table) and isinstance(other, Table)
    ]
    assert below == []
    assert "스스로 묻는 물음" in [block.text for block in blocks if isinstance(block, Heading)]
