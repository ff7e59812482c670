"""What readers who do not see a PDF are told of it: confirmed by programs that others wrote."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path
from typing import get_args

import outloud
import pikepdf
import pytest

from hyeopchi.library.settings import Settings
from hyeopchi.paper.blocks.binding import bound
from hyeopchi.paper.blocks.block import (
    Beside,
    Block,
    Board,
    Card,
    Cards,
    Code,
    Drawing,
    Heading,
    Listed,
    PageBreak,
    Quote,
    Run,
    Table,
    Together,
    WritingLines,
    items,
    paragraph,
    runs,
)
from hyeopchi.paper.blocks.linking import linked
from hyeopchi.paper.blocks.reading import every
from hyeopchi.paper.blocks.sheet import Copies, Sheet
from hyeopchi.paper.writers import pdf
from hyeopchi.paper.writers.pdf import write_pdf
from hyeopchi.paper.writers.tags.painting import painted_in_order
from measure.pdf_checkers import complaints

SETTINGS = Settings(site_url="https://library.example/")
WORDS = "주민이 모여 동네의 일을 함께 이야기하고 정했습니다. "
ROWS = tuple(
    (runs(f"{number}번"), runs(f"{WORDS}{number}째"), runs("마쳤음")) for number in range(60)
)
LONG_TABLE = Table(("번호", "한 일", "결과"), ROWS, "한 일의 목록", has_row_heads=True)
SHEET = Sheet(
    "every",
    "읽어 주는 종이",
    (
        Heading("한 일"),
        paragraph(WORDS * 3),
        items([WORDS, "둘", "셋"]),
        items(["하나", "둘", "셋"], is_ordered=True),
        Listed(((paragraph("하나"), items(["안의 것"])), (paragraph("둘"),)), (3, 4)),
        LONG_TABLE,
        Table(
            ("누구", "한 일"),
            ((runs("주민"), runs("말함")), (runs("구"), runs("들음"))),
            has_row_heads=True,
        ),
        Table(("", "때"), ((runs("시작"), runs("봄")), (runs("끝"), runs("가을")))),
        PageBreak(),
        Cards(tuple(Card(f"카드 {number}", runs(WORDS), "말", "○") for number in range(8))),
        PageBreak(),
        Board(tuple((runs(f"{WORDS}{row}"), runs(WORDS)) for row in range(4))),
    ),
    "머리 아래의 글",
    "종이의 이름",
    "기록의 제목",
    "글은 https://library.example/cases/a/에서 왔습니다. 물음은 library@example.org로 보내세요.",
    Copies(24, "person"),
)
BOOK = Sheet(
    "book-x",
    "읽는 책",
    tuple(
        block
        for number in range(1, 4)
        for block in (
            Heading(f"{number}장의 이름", 1, anchor=f"chapter-{number}"),
            paragraph(f"{number}. {WORDS}", Run("첫 장", href="#chapter-1"), " 끝."),
            Heading("건너뛴 절", 3),
            paragraph(WORDS),
        )
    ),
    name="읽는 책",
    is_book=True,
)


REST = Sheet(
    "rest",
    "그 밖의 것이 든 종이",
    (
        Heading("옮긴 말"),
        Quote((paragraph(WORDS), items(["하나", "둘"]))),
        Beside((Heading("왼쪽", 3), paragraph(WORDS)), (Heading("오른쪽", 3), items([WORDS]))),
        Together((Heading("물음"), WritingLines(3, "적는 곳"))),
        Drawing(
            '<svg xmlns="http://www.w3.org/2000/svg" width="60mm" height="20mm"><rect width="50" height="20"/></svg>',
            "상자 하나",
            60,
            20,
            Board(((runs("상자"),),)),
        ),
        Code("https://library.example/cases/a/", "이 기록의 쪽"),
    ),
    name="그 밖의 것이 든 종이",
    rights="글은 도서관에서 왔습니다.",
    is_landscape=True,
)
SLIDES = Sheet(
    "slides",
    "띄우는 쪽",
    tuple(
        block
        for name in ("여는 말", "묻는 말", "맺는 말")
        for block in (Heading(name), items([WORDS]))
    ),
    name="슬라이드",
    is_landscape=True,
    is_slides=True,
)
SHORT = replace(REST, stem="short", is_landscape=False, is_close=True)
BOUND = bound("bound", "묶은 종이", [SHORT, replace(SHORT, stem="again", is_close=False)], "")
SHEETS = (SHEET, BOOK, REST, SLIDES, BOUND)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("tags")
    for sheet in SHEETS:
        (made / sheet.stem).write_bytes(write_pdf(sheet, SETTINGS))
    return made


@pytest.fixture(scope="module")
def opened(folder: Path) -> dict[str, pikepdf.Pdf]:
    return {sheet.stem: pikepdf.open(folder / sheet.stem) for sheet in (SHEET, BOOK)}


def elements(document: pikepdf.Pdf, name: str) -> list[pikepdf.Object]:
    """The elements of a type, in the order in which they are read."""
    found: list[pikepdf.Dictionary] = []
    left = [document.Root.StructTreeRoot.K[0]]
    while left:
        element = left.pop()
        found += [element] if f"/{name}" == element.S else []
        kids = [kid for kid in element.get("/K", []) if isinstance(kid, pikepdf.Dictionary)]
        left += [kid for kid in reversed(kids) if kid.Type == "/StructElem"]
    return found


@pytest.mark.parametrize("stem", [sheet.stem for sheet in SHEETS])
def test_two_other_programs_find_nothing_wrong(folder: Path, stem: str) -> None:
    assert complaints(folder / stem) == []


def test_what_they_look_at_has_every_kind_of_block_and_of_sheet() -> None:
    outer = [block for sheet in SHEETS for block in sheet.blocks]
    inner = [block for sheet in SHEETS for block in every(sheet.blocks)]
    assert {type(block) for block in (*outer, *inner)} == set(get_args(Block))
    looks = {
        field.name
        for sheet in SHEETS
        for field in fields(sheet)
        if field.name.startswith("is_") and getattr(sheet, field.name)
    }
    assert looks | {"is_close"} == {one.name for one in fields(Sheet) if one.name.startswith("is_")}
    assert BOUND.close and len(BOUND.close) < len(BOUND.binds)


def test_pages_that_begin_alike_have_no_running_head_but_a_head_that_is_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alike = [
        block for number in range(7) for block in (paragraph(f"근거: 자료 {number}"), PageBreak())
    ]
    sheet = replace(SHORT, stem="alike", blocks=(*alike, paragraph(WORDS)))
    file = tmp_path / "alike"
    file.write_bytes(write_pdf(sheet, SETTINGS))
    assert "PAG-001" in {found.rule for found in outloud.check(str(file)).sorted_findings()}
    assert complaints(file) == []
    monkeypatch.setattr(pdf, "finishing", lambda names: None)
    file.write_bytes(write_pdf(sheet, SETTINGS))
    assert any("PAG-001" in complaint for complaint in complaints(file))


def test_they_would_find_what_is_left_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "finishing", lambda names: None)
    (tmp_path / "raw").write_bytes(write_pdf(SHEET, SETTINGS))
    told = {complaint.split(":")[0] for complaint in complaints(tmp_path / "raw")}
    assert {
        "pdfua UA-15-003",
        "outloud LNK-004",
        "outloud ORD-001",
        "outloud PAG-001",
        "outloud TBL-002",
        "outloud TBL-010",
    } <= told


def test_a_table_over_several_pages_is_one_with_its_heads_said_once(
    opened: dict[str, pikepdf.Pdf],
) -> None:
    first, pairs, seasons = elements(opened["every"], "Table")
    assert [kid.S for kid in first.K] == ["/Caption", "/THead", "/TBody"]
    assert len(first.K[2].K) == len(ROWS)
    assert [(cell.S, cell.A.Scope) for cell in first.K[1].K[0].K] == [("/TH", "/Column")] * 3
    assert {(row.K[0].S, row.K[0].A.Scope) for row in first.K[2].K} == {("/TH", "/Row")}
    assert {cell.S for row in pairs.K[1].K for cell in row.K} == {"/TD"}
    assert [cell.S for cell in seasons.K[0].K[0].K] == ["/TD", "/TH"]


def test_a_table_to_write_in_is_read_as_lines(tmp_path: Path) -> None:
    rows = ((runs("주민"), (), ()), (runs("구청"), (), ()), ((), (), ()))
    sheet = Sheet("form", "적는 표", (Table(("누구", "한 일", "느낌"), rows, "적어 보세요"),))
    (tmp_path / "form").write_bytes(write_pdf(sheet, SETTINGS))
    assert complaints(tmp_path / "form") == []
    with pikepdf.open(tmp_path / "form") as document:
        assert elements(document, "Table") == []
        assert [len(line.K) for line in elements(document, "P")] == [1, 3, 1, 1]


def test_running_heads_and_page_numbers_are_told_by_nobody(opened: dict[str, pikepdf.Pdf]) -> None:
    for page in opened["every"].pages:
        marks = [
            [str(part) for part in one.operands]
            for one in pikepdf.parse_content_stream(page)
            if str(one.operator) == "BDC"
        ]
        artifacts = [kind for tag, kind in marks if tag == "/Artifact"]
        assert len(artifacts) >= 4 and all("/Pagination" in kind for kind in artifacts)


def test_a_links_name_is_where_it_leads_and_every_link_is_printed(
    opened: dict[str, pikepdf.Pdf],
) -> None:
    book, sheet = opened["book-x"], opened["every"]
    notes = [
        note
        for document in (book, sheet)
        for page in document.pages
        for note in page.get("/Annots", [])
    ]
    assert {int(note.F) for note in notes} == {4}
    assert [str(note.Contents) for note in book.pages[1].Annots] == [
        "1장의 이름",
        "2장의 이름",
        "3장의 이름",
    ]
    assert [str(note.A.URI) for note in sheet.pages[-1].Annots] == [
        "https://library.example/cases/a/",
        "mailto:library@example.org",
    ]


def test_no_heading_skips_a_level(opened: dict[str, pikepdf.Pdf]) -> None:
    assert [len(elements(opened["book-x"], name)) for name in ("H1", "H2", "H3")] == [3, 3, 0]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("글 https://a.kr/b/.", [("글 ", ""), ("https://a.kr/b/", "https://a.kr/b/"), (".", "")]),
        ("곳(https://a.kr/)에서", [("곳(", ""), ("https://a.kr/", "https://a.kr/"), (")에서", "")]),
        ("a@b.kr", [("a@b.kr", "mailto:a@b.kr")]),
        ("주소 없음", [("주소 없음", "")]),
        ("", [("", "")]),
    ],
)
def test_a_printed_address_can_be_followed(text: str, parts: list[tuple[str, str]]) -> None:
    assert [(run.text, run.href) for run in linked([Run(text)])] == parts


def test_a_note_stays_behind_its_words_once() -> None:
    cut = list(linked([Run("https://a.kr/ 끝", note="쪽지")]))
    assert [(run.text, run.note) for run in cut] == [("https://a.kr/", ""), (" 끝", "쪽지")]


PAGE = [
    b"1 0 0 -1 0 800 cm",
    b"q",
    b"2 0 0 2 0 0 cm",
    b"1 0 0 rg",
    "/Span", {"MCID": 0}, b"BDC", b"/F 1 Tf", b"(second) Tj", b"EMC",
    "/Artifact", b"BMC", b"0 0 9 9 re", b"f", b"EMC",
    b"Q",
    b"q",
    b"0 1 0 rg",
    "/Span", {"MCID": 1}, b"BDC", b"(first) Tj", b"EMC",
    b"Q",
]  # fmt: skip
"""A page whose words are painted in another order than the tree's: the other way round."""


def test_words_are_painted_in_their_order_as_they_were_set() -> None:
    assert painted_in_order(PAGE, [0, 1]) == PAGE
    painted = painted_in_order(PAGE, [1, 0])
    assert painted[:14] == [
        *PAGE[:4], b"/F 1 Tf", *PAGE[10:18], b"Q",
    ]  # fmt: skip
    assert painted[14:] == [
        b"q", b"q", b"0 1 0 rg", *PAGE[18:23], b"Q", b"Q",
        b"q", b"2 0 0 2 0 0 cm", b"q", b"1 0 0 rg", *PAGE[4:10], b"Q", b"Q",
    ]  # fmt: skip
