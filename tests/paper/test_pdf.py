"""PDFs: what a written one holds, and what its gate refuses."""

from __future__ import annotations

import re
from io import BytesIO

import pydyf
import pytest
from pypdf import PdfReader, PdfWriter

from hyeopchi.library.settings import Settings
from hyeopchi.paper.blocks.block import (
    Beside,
    Block,
    Board,
    Card,
    Cards,
    Code,
    Heading,
    PageBreak,
    Run,
    Table,
    Together,
    Tone,
    WritingLines,
    items,
    paragraph,
    runs,
)
from hyeopchi.paper.blocks.grid import grid
from hyeopchi.paper.blocks.sheet import Copies, Sheet, Unprintable
from hyeopchi.paper.writers import pdf, pdf_gate
from hyeopchi.paper.writers.fonts import check_faces
from hyeopchi.paper.writers.page_references import page_references, references_kept
from hyeopchi.paper.writers.pdf import write_pdf
from hyeopchi.paper.writers.pdf_gate import faults
from hyeopchi.paper.writers.word_joiner import WORD_JOINER, joined, sewn
from hyeopchi.paper.writing import write_paper

SETTINGS = Settings(site_url="https://library.example/")
LONG = (
    "시흥4동의 발표는 문제가 아니라 회의표 한 장에서 시작하며 협치(協治)에 2018년 419명이 함께했습니다. "
    * 3
)
SHEET = Sheet(
    "every-block",
    "주민이 먼저 맡은 동네",
    (
        Heading("무엇이 문제였나", number="1"),
        *(paragraph(LONG, tone=tone) for tone in Tone),
        paragraph(
            "굵은 ",
            Run("말", is_strong=True),
            "과 ",
            Run("이음", href="https://library.example/"),
            "이었고 ",
            Run("각주", note="각주의 글입니다."),
        ),
        items([LONG, "둘"]),
        items(["하나", "둘"], is_ordered=True),
        items(["종이"], boxes=True),
        Table(
            ("때", "무엇"),
            ((runs("2016"), runs(LONG)), (runs("2017"), runs())),
            "표의 이름",
            (1, 3),
            20,
            True,
        ),
        WritingLines(3, "우리 모둠의 생각"),
        Beside((Heading("디딤돌", 3), paragraph(LONG)), (Heading("걸림돌", 3), paragraph(LONG))),
        Together((Heading("함께"), paragraph(LONG))),
        Code("https://library.example/cases/x/", "이 기록의 쪽"),
        PageBreak(),
        Cards(
            tuple(
                Card(f"카드 {number}", runs("짧은 글"), "디딤돌", "▲", "어느 기록")
                for number in range(9)
            )
        ),
        PageBreak(),
        Board(((runs("출발"), runs("회의")), (runs("제안"), runs("결정")))),
    ),
    "시흥4동 주민자치회",
    "읽을 종이",
    "나눠 먹는 점심",
    "글은 협치도서관이 썼습니다.",
    Copies(24, "person"),
)
BOOK = Sheet(
    "some-book",
    "읽는 책",
    (
        Heading("첫째 장", 1, anchor="first"),
        paragraph(LONG),
        Heading("첫째 절"),
        paragraph(LONG * 40),
        Heading("둘째 장", 1, anchor="second"),
        items([runs(Run("첫째 장", href="#first")), runs(Run("둘째 장", href="#second"))]),
    ),
    "부제",
    "읽는 책",
    is_book=True,
)


@pytest.fixture(scope="module")
def written() -> bytes:
    return write_pdf(SHEET, SETTINGS)


@pytest.fixture(scope="module")
def book() -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(write_pdf(BOOK, SETTINGS))).pages]


def text(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)


def test_the_gate_finds_nothing_wrong_with_any_sort_of_block(written: bytes) -> None:
    assert list(faults(written, SHEET)) == []


def test_the_same_sheet_gives_the_same_bytes(written: bytes) -> None:
    assert write_pdf(SHEET, SETTINGS) == written


def test_hanja_show_and_only_what_is_used_of_a_font_is_in_the_file(written: bytes) -> None:
    assert "협치(協治)에" in text(written)
    assert len(written) < 100_000


def test_bookmarks_are_the_headings_with_their_numbers(written: bytes) -> None:
    def titles(outline: list) -> list:
        return [titles(one) if isinstance(one, list) else one.title for one in outline]

    assert titles(PdfReader(BytesIO(written)).outline) == [
        "주민이 먼저 맡은 동네",
        ["1 무엇이 문제였나", ["디딤돌", "걸림돌"], "함께"],
    ]


def test_cards_go_on_on_another_page_once_one_is_full(written: bytes) -> None:
    pages = [page.extract_text() for page in PdfReader(BytesIO(written)).pages]
    assert [
        [f"카드 {number}" in page for number in (0, 7, 8)] for page in pages if "카드" in page
    ] == [[True, True, False], [False, False, True]]


def test_cards_are_cut_along_dashes_that_no_second_line_closes() -> None:
    sheet = Sheet("cut", "오릴 카드", (Cards((Card("가"), Card("나")), 2, 1),))
    drawn = PdfReader(BytesIO(write_pdf(sheet, SETTINGS))).pages[0].get_contents().get_data()
    numbers = rb" ".join([rb"([\d.]+)"] * 4) + rb" re\b"
    boxes = {tuple(round(float(side)) for side in box) for box in re.findall(numbers, drawn)}
    upright = [(left, high) for left, _, wide, high in boxes if wide == 1 and 1 < high < 10]
    lines = {left for left, _ in upright}
    height = 232 * 96 / 25.4
    assert len(lines) == 3
    for line in lines:
        assert 0.4 < sum(high for left, high in upright if left == line) / height < 0.6


@pytest.mark.parametrize("letters", [40, 90, 150, 300, 600, 1200])
def test_a_grid_has_room_for_the_longest_of_its_cards(letters: int) -> None:
    card = Card(
        "기관장과 대표의 의지와 권한 나누기",
        runs((LONG * 9)[:letters]),
        "디딤돌",
        "○",
        f"「{LONG[:60]}」 · library.example/cases/x",
    )
    cards = grid((card, Card("짧은 카드")))
    assert write_pdf(Sheet("cards", "카드", (PageBreak(), cards)), SETTINGS).startswith(b"%PDF")


@pytest.mark.parametrize(
    "block",
    [
        Cards((Card("긴 카드", runs(LONG * 9)), Card("짧은 카드"))),
        Board(((runs(LONG * 4), ()),), 20),
        Together((Board(((runs("짧은 칸"), ()),), 20), Board(((runs(LONG * 4), ()),), 20))),
    ],
)
def test_a_card_or_a_field_grows_until_its_words_fit(block: Block) -> None:
    sheet = Sheet("long", "긴 글", (PageBreak(), block))
    assert list(faults(write_pdf(sheet, SETTINGS), sheet)) == []


@pytest.mark.parametrize(
    ("block", "named"),
    [
        (
            Cards((Card("짧은"), Card("긴 카드", runs(LONG * 30), foot="「기록」 · x"))),
            "긴 카드 「기록」 · x",
        ),
        (Board(((runs(LONG * 30), ()),), 20), LONG[:20]),
    ],
)
def test_words_are_never_cut_off_at_the_edge_of_a_card_or_a_field(block: Block, named: str) -> None:
    with pytest.raises(Unprintable) as stop:
        write_pdf(Sheet("long", "긴 글", (PageBreak(), block)), SETTINGS)
    assert re.sub(r"\d+쪽", "_쪽", str(stop.value)) == (
        f"long.pdf의 _쪽에 글이 다 들어가지 않는 칸이 있습니다: ‘{named}’. 그 칸에 실리는 글을 줄여 주세요."
    )


@pytest.mark.parametrize("blocks", [(paragraph("가" * 90),), (items(["a" * 200]),)])
def test_a_word_longer_than_a_line_stays_on_the_page(blocks: tuple[Block, ...]) -> None:
    laid = PdfReader(BytesIO(write_pdf(Sheet("word", "긴 낱말", blocks), SETTINGS))).pages[0]
    assert len([line for line in laid.extract_text().splitlines() if set(line) & set("가a")]) >= 2


def test_a_landscape_sheet_lies_on_its_side() -> None:
    sheet = Sheet("wide", "넓은 판", (paragraph("글"),), is_landscape=True)
    box = PdfReader(BytesIO(write_pdf(sheet, SETTINGS))).pages[0].mediabox
    assert box.width > box.height


def test_a_books_contents_and_index_say_the_pages(book: list[str]) -> None:
    assert "첫째 장" in book[2]
    last = len(book)
    assert [re.sub(r"[ .]+", " ", line) for line in book[1].splitlines()[1:4]] == [
        "첫째 장 3",
        "첫째 절 3",
        f"둘째 장 {last}",
    ]
    assert ["첫째 장, 3쪽" in book[-1], f"둘째 장, {last}쪽" in book[-1]] == [True, True]


def test_a_books_pages_bear_the_name_of_their_chapter(book: list[str]) -> None:
    assert "첫째 장" in book[3].splitlines()[-3:]


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("협치", "협+치"),
        ("2018년 12월", "2018+년 12+월"),
        ("협치(協治)에", "협+치(協+治)+에"),
        ("한 말", "한 말"),
        ("city", "city"),
        ("20%까지", "20%+까+지"),
        ("‘말’이다", "‘말’+이+다"),
    ],
)
def test_a_joiner_stands_wherever_a_line_would_cut_a_word(words: str, whole: str) -> None:
    assert joined(words).replace(WORD_JOINER, "+") == whole


def test_a_word_that_goes_on_after_a_link_stays_whole() -> None:
    assert [
        run.text.replace(WORD_JOINER, "+")
        for run in sewn((Run("협치", href="#x"), Run("였습니다"), Run(" 끝")))
    ] == ["협치", "+였습니다", " 끝"]


def test_the_gate_finds_a_word_that_a_line_cuts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "joined", str)
    pdf._environment.cache_clear()
    sheet = Sheet("cut", "잘린 글", (paragraph("가나다라마바사아자차 " * 30),))
    monkeypatch.setattr(pdf, "sewn", iter)
    found = list(faults(write_pdf(sheet, SETTINGS), sheet))
    pdf._environment.cache_clear()
    assert found == ["온전하게 뽑히지 않는 낱말이 1개 있습니다: 가나다라마바사아자차"]


def test_the_gate_finds_a_font_that_is_not_ours(
    written: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_gate, "FONTS", {"Library-Print"})
    assert [re.sub(r"[A-Z]{6}", "", fault) for fault in faults(written, SHEET)] == [
        "다른 글꼴이 섞였습니다: +Library-Print-Bold."
    ]


def test_the_gate_finds_what_a_plain_pdf_lacks() -> None:
    plain = BytesIO()
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    writer.write(plain)
    assert list(faults(plain.getvalue(), Sheet("plain", "제목", ()))) == [
        "읽기 프로그램을 위한 꼬리표(태그)가 없습니다.",
        "글의 언어가 한국어로 적혀 있지 않습니다.",
        "문서 제목이 ‘제목’이 아닙니다.",
        "책갈피가 없습니다.",
        "PDF/UA라는 표시가 없습니다.",
        "온전하게 뽑히지 않는 낱말이 1개 있습니다: 제목",
    ]


def test_the_gate_refuses_what_is_no_pdf() -> None:
    assert list(faults(b"nothing", SHEET)) == ["PDF로 읽히지 않습니다."]


def test_a_missing_font_is_named_with_the_way_to_get_it_back(tmp_path) -> None:
    with pytest.raises(
        Unprintable,
        match=r"^인쇄용 글꼴이 없습니다: NotoSansKR-Bold\.ttf\. git checkout hooks/hyeopchi/paper/writers/template/fonts로 되돌리세요.$",
    ):
        check_faces((tmp_path / "NotoSansKR-Bold.ttf",))


def test_a_file_that_is_judged_bad_leaves_the_one_before_in_its_place(tmp_path) -> None:
    (tmp_path / "strange.pdf").write_bytes(b"before")
    sheet = Sheet("strange", "없는 곳", (paragraph(Run("글", href="#nowhere")),))
    assert write_paper(sheet, tmp_path, SETTINGS, "pdf").faults != ()
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [
        ("strange.pdf", b"before")
    ]


def test_the_references_of_pages_are_pydyfs_own_and_made_once_for_as_many_pages() -> None:
    own, written = pydyf.PDF.page_references, pydyf.PDF()
    for _ in range(3):
        written.add_page(pydyf.Dictionary({"Type": "/Page"}))
        assert page_references(written) == own.fget(written)
    with references_kept():
        assert written.page_references is written.page_references
    assert pydyf.PDF.page_references is own
