"""The white paper: what it tells stands in the records that it leads to, and both its files hold it all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from helpers.real_library import ADDRESSED as LIBRARY
from helpers.small_library import STORY, small_library
from hyeopchi.library.library import Library
from hyeopchi.library.settings import Settings
from hyeopchi.paper.blocks.block import (
    Block,
    Card,
    Cards,
    Heading,
    Run,
    Table,
    items,
    paragraph,
    runs,
)
from hyeopchi.paper.blocks.reading import every, lines
from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.catalogue import book_names, formats_of
from hyeopchi.paper.content.citing import cited
from hyeopchi.paper.content.told import told_book
from hyeopchi.paper.writers.epub.gate import faults
from hyeopchi.paper.writers.epub.package import write_epub
from hyeopchi.paper.writers.zip_file import packed, unpacked
from hyeopchi.paper.writing import write_paper

BOOK = LIBRARY.by_id["book-white-paper"]
SHEET = told_book(BOOK, LIBRARY)
EPUB = write_epub(SHEET, LIBRARY.settings)

STORYBOOK = """
kind: collection
title: 장터의 책
summary: 장터의 일을 이야기합니다.
districts: [seoul]
domains: [civic-participation]
purpose: book
items: [{record: 2017-market-forum, why: 장터의 기록입니다.}]
added: 2026-11-22
---

책에 앞서 적습니다.

## 1장 장터에서 생긴 일

장터에서 [등을 달자는 말](2017-market-forum#p2)이 나왔고 [서로 믿었습니다](2017-market-forum#enabler-1). 앞서 [다짐](2016-pledges#1)이 있었습니다.
"""
FIGURE = re.compile(r"\d[\d,.]*\d|\d")


def paragraphs() -> Iterator[str]:
    """What the chapters say, paragraph by paragraph."""
    told = BOOK.source.text[BOOK.headings()[0][1] :]
    return (one for one in re.split(r"\n\s*\n", told) if one.strip() and not one.startswith("#"))


def figures(text: str) -> set[str]:
    """The numbers in ``text``: "1,513" and "1513" are one, and so are "09" and "9"."""
    return {found[0].replace(",", "").lstrip("0") or "0" for found in FIGURE.finditer(text)}


def said_by_records(paragraph: str) -> set[str]:
    """The numbers of the records that ``paragraph`` leads to, and those of chapters it names."""
    records = {LIBRARY.by_id[link.id] for link in cited(paragraph, LIBRARY)}
    chapters = set(re.findall(r"(\d+)장(?:에서|부터)", paragraph))
    return {number for record in records for number in figures(record.source.text)} | chapters


def headings(sheet: Sheet, level: int) -> list[str]:
    return [
        block.text
        for block in every(sheet.blocks)
        if isinstance(block, Heading) and block.level == level
    ]


def test_every_number_of_a_paragraph_stands_in_a_record_that_it_leads_to() -> None:
    unfounded = {
        one[:30]: missing
        for one in paragraphs()
        if (missing := figures(re.sub(r"\]\([^)]*\)", "]", one)) - said_by_records(one))
    }
    assert unfounded == {}


def test_it_tells_of_most_of_what_happened() -> None:
    cases = {record.id for record in LIBRARY.of_kind("case")}
    told = {link.id for link in cited(BOOK.body, LIBRARY)}
    assert len(cases & told) / len(cases) > 0.8


def test_its_chapters_are_its_own_and_lists_made_of_fields_follow() -> None:
    own = [text for text, _ in BOOK.headings()]
    assert len(own) >= 8
    assert headings(SHEET, 1) == [
        "이 책을 읽기 전에",
        *own,
        "약속에서 현장까지",
        "해마다 시작된 일",
        "자료 목록",
        "찾아보기",
        "펴낸 정보",
    ]


def test_the_trail_follows_every_pledge_to_tasks_cases_and_what_became_of_them() -> None:
    declaration = LIBRARY.by_id["2016-seoul-governance-declaration"]
    told = list(lines(SHEET))
    assert [
        pledge
        for pledge in declaration["pledges"]
        if f"{pledge['number']} {pledge['text']}" not in told
    ] == []
    assert any(
        line.startswith(
            "세부 과제 1-2-1 지역사회혁신계획 수립·실행 지원 (「참여에서 권한으로, 2017년에 하기로 한 열한 가지 일」, 도서관의 판단) 사례: "
        )
        and "2018년 12월 6일 자료: 일부 했음(도서관의 판단)." in line
        for line in told
    )


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("told")
    return small_library(
        folder, {**STORY, "seoul/book-market": STORYBOOK.rstrip().removesuffix("---")}
    )


def test_a_note_says_the_record_and_the_places_in_its_numbered_sources(story: Library) -> None:
    notes = [
        run.note
        for block in every(told_book(story.by_id["book-market"], story).blocks)
        for run in getattr(block, "runs", ())
        if run.note
    ]
    assert notes == [
        "「장터에서 동네 예산을 이야기하다」, 제안 2, 자료 2 5쪽.",
        "같은 기록, 디딤돌 1, 자료 2 7쪽.",
        "「함께 정하자는 다짐」, 약속 1, 자료 1 1쪽.",
    ]


def test_a_book_is_asked_for_by_its_short_name_and_has_a_file_to_hear() -> None:
    assert book_names(LIBRARY) == {
        "white-paper": "book-white-paper",
        "basics": "book-basics",
        "all": "book-all",
    }
    assert formats_of("book-white-paper") == ("pdf", "epub")


def test_its_epub_is_whole_and_the_same_each_time() -> None:
    assert list(faults(EPUB, SHEET)) == []
    assert write_epub(told_book(BOOK, LIBRARY), LIBRARY.settings) == EPUB


def test_its_epub_says_who_can_read_it_and_is_in_korean() -> None:
    package = unpacked(EPUB)["EPUB/package.opf"].decode()
    assert {
        name: value
        for name, value in re.findall(r'property="schema:(\w+)">([^<]{1,20})<', package)
        if name != "accessibilityFeature"
    } == {"accessMode": "textual", "accessModeSufficient": "textual", "accessibilityHazard": "none"}
    assert "<dc:language>ko</dc:language>" in package
    assert f"<dc:rights>{SHEET.rights}</dc:rights>" in package and SHEET.rights
    assert (
        "<dc:rights>"
        not in unpacked(write_epub(replace(SHEET, rights=""), Settings()))[
            "EPUB/package.opf"
        ].decode()
    )


def test_a_note_of_the_epub_leads_back_to_its_words() -> None:
    pages = unpacked(EPUB)
    chapter = pages["EPUB/chapter-02.xhtml"].decode()
    assert re.findall(r'id="ref-1" href="#note-1" role="doc-noteref"', chapter) != []
    assert re.findall(r'<li id="note-1".*?href="#ref-1" role="doc-backlink"', chapter) != []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda parts: {**parts, "EPUB/extra.xhtml": b"<p/>"}, "책의 목록과 든 것이 다릅니다: EPUB/extra.xhtml"),
        (lambda parts: {**parts, "EPUB/nav.xhtml": b"<p>"}, "XML로 읽히지 않습니다: EPUB/nav.xhtml"),
        (
            lambda parts: {**parts, "EPUB/nav.xhtml": parts["EPUB/nav.xhtml"].replace(b"chapter-02", b"chapter-99")},
            "없는 곳으로 이어집니다: EPUB/nav.xhtml → chapter-99.xhtml",
        ),
        (
            lambda parts: {name: parts[name] for name in reversed(parts)},
            "맨 앞에 EPUB라는 표시(mimetype)가 없습니다.",
        ),
        (
            lambda parts: {name: part for name, part in parts.items() if name != "EPUB/package.opf"},
            "책의 목록(package)을 찾을 수 없습니다.",
        ),
    ],
)  # fmt: skip
def test_the_gate_refuses_an_epub_that_is_not_whole(change, said: str) -> None:  # type: ignore[no-untyped-def]
    assert said in list(faults(packed(change(unpacked(EPUB))), SHEET))


def test_the_gate_tells_what_it_cannot_open_and_what_the_pages_lost() -> None:
    assert list(faults(b"no zip", SHEET)) == ["EPUB로 열리지 않습니다."]
    more = replace(SHEET, blocks=(*SHEET.blocks, paragraph("없던말입니다")))
    assert list(faults(EPUB, more)) == ["책에 실리지 않은 글이 1군데 있습니다: 없던말입니다"]


def test_what_people_write_stays_words_in_an_epub() -> None:
    hostile: tuple[Block, ...] = (
        Heading("<script>alert(1)</script>", 1, anchor="첫-장"),
        paragraph(
            Run("이음", href="javascript:alert(1)"), Run("\x00글\n둘째 줄", note="<b>각주</b>")
        ),
        items([runs(Run("처음", href="#첫-장")), "둘 & 셋"], is_ordered=True),
        Table(("<td>", "둘"), ((runs("&amp;"), runs("]]>")),), "표", has_row_heads=True),
    )
    sheet = Sheet("book-x", "<책> & ‘책’", hostile, "부제", is_book=True)
    made = write_epub(sheet, Settings())
    assert list(faults(made, sheet)) == []
    with ZipFile(BytesIO(made)) as archive:
        text = archive.read("EPUB/chapter-01.xhtml").decode()
    assert "<script" not in text and "javascript" not in text


def test_cards_are_no_part_of_a_book_and_what_holds_them_is_said(tmp_path: Path) -> None:
    sheet = Sheet("book-x", "책", (Heading("장", 1), Cards((Card("카드"),))), is_book=True)
    written = write_paper(replace(sheet, is_book=False), tmp_path, Settings(), "epub")
    assert written.faults == (
        "EPUB를 짜다가 멈췄습니다: TypeError: <class 'hyeopchi.paper.blocks.block.Cards'>",
    )
