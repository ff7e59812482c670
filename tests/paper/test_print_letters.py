"""Letters on paper: fallbacks draw what the print font lacks, and the check tells what none draws."""

from __future__ import annotations

import unicodedata
import zipfile
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from hyeopchi.files.source import SourceFile
from hyeopchi.library.settings import Settings
from hyeopchi.paper.blocks.block import Heading, Run, Table, items, paragraph, runs
from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.writers.document_gate import docx_faults, hwpx_faults
from hyeopchi.paper.writers.docx import write_docx
from hyeopchi.paper.writers.fonts import FACES
from hyeopchi.paper.writers.hwpx import write_hwpx
from hyeopchi.paper.writers.pdf import write_pdf
from hyeopchi.paper.writers.pdf_gate import faults
from hyeopchi.rules.print_letters import RULES
from hyeopchi.rules.text import unusual
from hyeopchi.text.print_letters import STAND_IN, nearest_drawn, undrawn, with_stand_ins

TYPED = "∼․∙⋅・ㆍ·☑☐☒✔✓✗✘❍₁₂₃₄ⁿ⅓⅔⅛≒≠㎡㎞㈜㉠㉮①⑳❶❷➊➔➜⟶☞✆☎◈∎‣⁃ː★⭐〃〒﹡＊，．㏊℃㉿Ⅳⅳ½㎍αЖęé協隙寧龘"
"""What 한글 and its users type; the print font alone lacks 42 of them."""
SENTENCE = f"하루 30∼40명이 CO₂를 줄였습니다. {TYPED} 끝."
SHEET = Sheet(
    "letters",
    "30∼40명과 隙",
    (
        Heading("☑ 표를 한 것"),
        paragraph(SENTENCE),
        paragraph(Run(SENTENCE, is_strong=True)),
        Table(("값 ≒ ⅓", "한자"), ((runs(TYPED), runs("龘")),)),
        items(["그림 글자 😀와 𠀋"]),
    ),
    name="머리 ∼😀",
)
SETTINGS = Settings(name="협치도서관")


def check(text: str) -> list[str]:
    return [problem.text() for rule in RULES for problem in rule(SourceFile("a.md", text))]


def test_the_list_of_letters_is_what_the_fonts_draw() -> None:
    drawn = {code for face in FACES for code in TTFont(face, lazy=True).getBestCmap()}
    shown = {code for code in range(0x110000) if unicodedata.category(chr(code))[0] in "LMNPSZ"}
    listed = {code for code in shown if not any(undrawn(chr(code)))}
    lines = {0x2028, 0x2029}
    assert (drawn & shown) ^ listed == lines - drawn


def test_the_rule_leaves_out_no_letter_that_is_not_drawn() -> None:
    letters = "".join(map(chr, range(0x110000)))
    assert list(undrawn(unusual(letters))) == list(undrawn(letters))


@pytest.mark.parametrize("letter", TYPED)
def test_what_people_type_is_drawn(letter: str) -> None:
    assert list(undrawn(letter)) == []


def test_the_same_letters_stand_in_every_format() -> None:
    written = write_pdf(SHEET, SETTINGS)
    assert list(faults(written, SHEET)) == []
    text = PdfReader(BytesIO(written)).pages[0].extract_text()
    assert "하루 30∼40명이 CO₂를 줄였습니다." in text
    assert [letter for letter in "☑☐✔❍⅓≒隙龘" if letter not in text] == []
    docx, hwpx = write_docx(SHEET, SETTINGS), write_hwpx(SHEET, SETTINGS)
    assert (list(docx_faults(docx, SHEET)), list(hwpx_faults(hwpx, SHEET))) == ([], [])
    for document, part in ((docx, "word/document.xml"), (hwpx, "Contents/section0.xml")):
        with zipfile.ZipFile(BytesIO(document)) as opened:
            told = opened.read(part).decode()
        assert (SENTENCE in told, "그림 글자 😀와 𠀋" in told) == (True, True)


def test_what_no_font_draws_is_printed_as_a_stand_in() -> None:
    text = PdfReader(BytesIO(write_pdf(SHEET, SETTINGS))).pages[0].extract_text()
    assert ("그림 글자 〓와 〓" in text, "머리 ∼〓" in text) == (True, True)


@given(st.text())
def test_stand_ins_leave_every_letter_in_its_place_and_all_are_drawn(text: str) -> None:
    printed = with_stand_ins(text)
    assert len(printed) == len(text) and list(undrawn(printed)) == []
    assert all(one in (other, STAND_IN) for one, other in zip(printed, text, strict=True))


@given(st.characters())
def test_what_is_proposed_for_a_letter_is_drawn(letter: str) -> None:
    assert list(undrawn(nearest_drawn(letter))) == []


def test_the_check_names_a_letter_its_number_its_place_and_the_nearest() -> None:
    assert check("첫 줄\n모임 ✅ 끝 😀\n30∼40명") == [
        "a.md:2:4: 주의: 인쇄용 글꼴에 없는 글자가 있습니다: ‘✅’(U+2705) → ‘✔’로 바꿔 주세요. 그대로 두면 종이(PDF)에는 〓로 찍힙니다",
        "a.md:2:8: 주의: 인쇄용 글꼴에 없는 글자가 있습니다: ‘😀’(U+1F600) → 같은 뜻의 다른 글자로 바꿔 주세요. 그대로 두면 종이(PDF)에는 〓로 찍힙니다",
    ]


def test_what_another_rule_tells_is_not_told_twice() -> None:
    assert check("마\u200b포 \ue000 \ufe0f \ufdd0") == []
