"""Tables on paper: set smaller, then on their side, then with broken words, and never cut off."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from hyeopchi.library.settings import Settings
from hyeopchi.paper.blocks.block import Beside, Fit, Heading, Table, paragraph, runs
from hyeopchi.paper.blocks.fitting import fitted
from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.blocks.widths import line_count, width
from hyeopchi.paper.writers.document_gate import docx_faults, hwpx_faults
from hyeopchi.paper.writers.docx import write_docx
from hyeopchi.paper.writers.hwpx import write_hwpx
from hyeopchi.paper.writers.pdf import write_pdf
from hyeopchi.paper.writers.pdf_gate import faults

TWELVE = (
    "골목가꾸기주민추진위원회",
    "민관협치활성화지원센터장",
    "민관협치활성화지원조례안",
    "지역사회혁신계획추진위원",
    "주민참여예산위원회운영자",
)


def table(*rows: list[str] | tuple[str, ...], widths: tuple[float, ...] = ()) -> Table:
    head, *rest = rows
    return Table(tuple(head), tuple(tuple(runs(cell) for cell in row) for row in rest), "", widths)


WIDE = {
    "short words": (Fit.PLAIN, table("가나다", ("의자", "나무", "둘"))),
    "five columns of twelve syllables": (Fit.SMALL, table("가나다라마", TWELVE)),
    "six columns of eleven syllables": (
        Fit.SMALLEST,
        table("가나다라마바", [word[:11] for word in (*TWELVE, TWELVE[0])]),
    ),
    "eight columns of them": (Fit.LANDSCAPE, table("가나다라마바사아", TWELVE + TWELVE[:3])),
    "29 columns": (
        Fit.BROKEN,
        table([f"{at}칸" for at in range(29)], [f"낱말{at}째가나다라" for at in range(29)]),
    ),
    "a word of 60 letters": (Fit.PLAIN, table("가나", ("a" * 60, "짧은 말"))),
    "a word of 60 syllables": (Fit.SMALL, table("가나", ("가" * 60, "짧은 말"))),
    "words that no page has room for": (Fit.BROKEN, table("가나", ("가" * 130, "나" * 90))),
}
EACH = pytest.mark.parametrize(("fit", "wide"), WIDE.values(), ids=WIDE)


@EACH
def test_a_table_is_set_no_smaller_than_it_must_be(fit: Fit, wide: Table) -> None:
    assert fitted(wide, 174, 261, 9.5).fit is fit


def test_columns_take_room_from_one_another_before_words_become_smaller() -> None:
    made = fitted(table("가나다", ("골목가꾸기주민추진위원회의" * 2, "둘", "셋")), 174, 261, 9.5)
    assert made.fit is Fit.PLAIN
    assert made.widths[0] > made.widths[1] == made.widths[2]
    assert sum(made.widths) == pytest.approx(174)


def test_widths_that_are_given_stay_where_every_word_fits() -> None:
    assert fitted(table("가나", ("하나", "둘"), widths=(1, 4)), 174, 261, 9.5).widths == (1, 4)


@EACH
@pytest.mark.parametrize("is_book", [False, True])
def test_every_table_is_printed_whole_and_the_text_after_it_stands_upright(
    fit: Fit, wide: Table, is_book: bool
) -> None:
    blocks = (Heading("표", 1 if is_book else 2), wide, paragraph("표 뒤의 글"))
    sheet = Sheet("wide", "넓은 표", blocks, is_book=is_book)
    written = write_pdf(sheet, Settings())
    assert list(faults(written, sheet)) == []
    pages = PdfReader(BytesIO(written)).pages
    on_side = [page.mediabox.width > page.mediabox.height for page in pages]
    assert (any(on_side), on_side[-1]) == (fit in (Fit.LANDSCAPE, Fit.BROKEN), False)


@EACH
def test_every_table_is_written_to_be_edited(fit: Fit, wide: Table) -> None:
    sheet = Sheet("wide", "넓은 표", (wide,))
    assert list(docx_faults(write_docx(sheet, Settings()), sheet)) == []
    assert list(hwpx_faults(write_hwpx(sheet, Settings()), sheet)) == []


def test_a_table_in_one_of_two_columns_stays_there() -> None:
    sheet = Sheet("side", "두 단", (Beside((table("가나다라마", TWELVE),), (paragraph("옆"),)),))
    written = write_pdf(sheet, Settings())
    assert list(faults(written, sheet)) == []
    assert len(PdfReader(BytesIO(written)).pages) == 1


@given(
    st.lists(st.text("가a1 ", max_size=80), min_size=1, max_size=30),
    st.floats(20, 300),
    st.floats(0, 100),
)
def test_columns_never_take_more_than_the_page(cells: list[str], room: float, more: float) -> None:
    made = fitted(table(cells), room, room + more, 9.5)
    assert len(made.widths) == len(cells) and min(made.widths) > 0
    if made.widths != (1,) * len(cells):
        assert sum(made.widths) <= room + more + 0.001


@given(st.text("가나 a", max_size=300), st.floats(20, 200))
def test_lines_are_never_fewer_than_their_words_fill(text: str, room: float) -> None:
    words = "".join(text.split())
    assert line_count(text, 11.5, room) >= width(words, 11.5) / room - 0.001
