"""What people write arrives whole on paper too: the page's words, in its order, its lines apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import accumulate
from pathlib import Path
from zipfile import ZipFile

import pytest
from hwp2md.convert import convert
from hypothesis import assume, given, settings
from lxml import etree
from pypdf import PdfReader

from helpers.bodies import BODIES, numbers_of, structure, words_of
from helpers.printed import printed_blocks
from hyeopchi.contribute.documents.document import read_document
from hyeopchi.contribute.documents.story import lines
from hyeopchi.files.source import SourceFile
from hyeopchi.library.settings import Settings
from hyeopchi.markup.renderer import Renderer
from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.content.prose import prose
from hyeopchi.paper.writers.epub.xhtml import Chapter
from hyeopchi.paper.writers.formats import judge, writer
from hyeopchi.records.record import Record
from hyeopchi.schema.entry import Entry

SETTINGS = Settings(name="시험 도서관")
TITLE = "첫 장"
LEAD = "이 종이의 첫 줄은 한쪽 끝에서 다른 쪽 끝까지 이어집니다. 짧은 말만 아래로 늘어선 종이는 세로로 쓴 글로 읽힙니다."
"""A line as wide as the page: of few narrow words below each other, readers of PDF take them for columns."""
RULE = "* * *"
"""What a line between two parts is on paper."""
LISTS = """7. 일곱째 의자
    - 나무로 짠다
    - 등받이를 단다
8. 여덟째 의자
10. 열째 의자

주소는 이렇습니다.  
망원동 골목  
둘째 집 앞

> | 의자 | 수 |
> |---|---|
> | 나무 | 12 |

- 모임은 두 번 했습니다

    둘째 모임에는 열두 명이 왔습니다
"""


def _record(body: str) -> Record:
    return Record("2016-x", "mapo-gu", SourceFile("2016-x.md", body), Entry({}), 0)


def on_paper(body: str, ending: str) -> bytes:
    """A body alone on a sheet."""
    blocks = prose(_record(body), "").values()
    sheet = Sheet("made", TITLE, tuple(block for under in blocks for block in under), LEAD)
    written = writer(ending)(sheet, SETTINGS)
    assert list(judge(ending)(written, sheet)) == []
    return written


def html_of_page(body: str) -> str:
    """A body as its page has it."""
    return "".join(section.html for section in Renderer(lambda target: None).body(body))


def lines_of_page(body: str) -> list[str]:
    """The lines of the page, each block and each line of it apart; rules as signs."""
    return lines_of(html_of_page(body))


def lines_of(html: str) -> list[str]:
    """The words of blocks, each line of each by itself."""
    return [line for block in blocks_of(html) for line in block]


def blocks_of(html: str) -> list[list[str]]:
    """The words of each block, each line of it by itself."""
    shown = (line.strip() for line in structure(html))
    said = (re.sub(r"</?\w+>", "", line[1:-1]) for line in shown if line.startswith("'"))
    return [[part.strip() for part in line.split("⏎")] for line in said]


def lines_of_document(written: bytes, part: str) -> list[str]:
    """The lines of a DOCX or HWPX document, paragraph by paragraph, without its title and its end."""
    root = etree.fromstring(ZipFile(BytesIO(written)).read(part))
    found = [
        " ".join(line.split())
        for paragraph in root.iter("{*}p")
        for line in "".join(_pieces(paragraph)).split("\n")
    ]
    return [line for line in found if line and line != RULE][2:-1]


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element:
        name = etree.QName(child).localname
        if name in ("br", "lineBreak"):
            yield "\n"
        elif name == "t":
            yield child.text or ""
        if name not in ("p", "tbl"):
            yield from _pieces(child)
        yield (child.tail or "") if name == "lineBreak" else ""


@pytest.mark.parametrize(
    ("ending", "part"), [("docx", "word/document.xml"), ("hwpx", "Contents/section0.xml")]
)
def test_a_document_has_the_lines_of_the_page_in_their_order(ending: str, part: str) -> None:
    @settings(max_examples=30)
    @given(BODIES)
    def has_them(body: str) -> None:
        written = on_paper(body, ending)
        assert lines_of_document(written, part) == lines_of_page(body)
        begun = (re.match(r"(\d+)\. ", line) for line in lines(read_document(written).blocks))
        assert [int(one[1]) for one in begun if one] == numbers_of(html_of_page(body))

    has_them()


@settings(max_examples=10)
@given(BODIES)
def test_a_pdf_has_the_blocks_of_the_page_their_numbers_and_the_ends_of_their_lines(
    body: str,
) -> None:
    html = html_of_page(body)
    assume(not is_to_be_written_in(html))
    title, lead, *heard = printed_blocks(on_paper(body, "pdf"))
    said = (one.pieces for one in heard if one.name != "Lbl")
    pieces = [one for one in said if _whole(one).strip() != RULE]
    assert words_of(_whole(title.pieces)) + words_of(_whole(lead.pieces)) == words_of(
        f"{TITLE} {LEAD}"
    )
    assert [words_of(_whole(one)) for one in pieces] == [
        [word for line in block for word in words_of(line)] for block in blocks_of(html)
    ]
    for printed, block in zip(pieces, blocks_of(html), strict=True):
        assert _ends(block) <= _ends(printed)
    marks = [_whole(one.pieces).strip() for one in heard if one.name == "Lbl"]
    assert [mark for mark in marks if mark[0].isdecimal()] == [f"{at}." for at in numbers_of(html)]


def is_to_be_written_in(html: str) -> bool:
    """Whether a table has mostly empty cells: such a one is read as lines, a row each."""
    tables = re.findall(r"<table>.*?</table>", html, re.DOTALL)
    cells = (re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", table, re.DOTALL) for table in tables)
    return any(sum(not cell.strip() for cell in one) > len(one) / 2 for one in cells)


def _whole(pieces: Iterable[str]) -> str:
    return "".join(pieces).replace("\u2060", "")


def _ends(parts: Iterable[str]) -> set[int]:
    """Behind how many letters of the whole each part ends."""
    return set(accumulate(len("".join(words_of(part))) for part in parts))


def test_a_book_for_the_screen_has_the_lines_of_the_page_in_their_order() -> None:
    @settings(max_examples=30)
    @given(BODIES)
    def has_them(body: str) -> None:
        blocks = [block for under in prose(_record(body), "").values() for block in under]
        written = Chapter(lambda anchor: "").written(blocks)
        html = "".join(etree.tostring(one, encoding="unicode") for one in written)
        assert [line for line in lines_of(html) if line != RULE] == lines_of_page(body)

    has_them()


def test_a_table_of_an_item_is_heard_behind_its_words_over_the_end_of_a_page() -> None:
    paragraphs = [f"{number}째 글" for number in range(24)]
    table = "\n".join(f"   > {row}" for row in ("| 광장 |", "|---|", *["| 의제 |"] * 4))
    body = "\n\n".join([*paragraphs, f"1. 예산\n{table}\n"])
    heard = printed_blocks(on_paper(body, "pdf"))
    said = [_whole(one.pieces).strip() for one in heard[2:]]
    assert said == [*paragraphs, "1.", "예산", "광장", *["의제"] * 4]


def test_lists_on_paper_keep_their_numbers_and_tables_in_quotes_stay_tables(tmp_path: Path) -> None:
    made = tmp_path / "made.hwpx"
    made.write_bytes(on_paper(LISTS, "hwpx"))
    assert convert(made, tmp_path).markdown.split("\n\n")[2:-1] == [
        "7. 일곱째 의자\n- 나무로 짠다\n- 등받이를 단다\n8. 여덟째 의자\n10. 열째 의자",
        "주소는 이렇습니다.\n망원동 골목\n둘째 집 앞",
        "| 의자 | 수 |\n|---|---|\n| 나무 | 12 |",
        "- 모임은 두 번 했습니다",
        "둘째 모임에는 열두 명이 왔습니다",
    ]
    pages = PdfReader(BytesIO(on_paper(LISTS, "pdf"))).pages
    assert re.findall(r"^(\d+)\. ", pages[0].extract_text(), re.MULTILINE) == ["7", "8", "10"]
    docx = ZipFile(BytesIO(on_paper(LISTS, "docx"))).read("word/numbering.xml").decode()
    assert [re.search(f'start w:val="{number}"', docx) is None for number in (7, 10)] == [False] * 2
