"""What people write arrives whole on paper too: the page's words, in its order, its lines apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hwp2md.convert import convert
from hypothesis import given, settings
from lxml import etree
from pypdf import PdfReader

from helpers.bodies import BODIES, structure, words_of
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
    sheet = Sheet("made", TITLE, tuple(block for under in blocks for block in under))
    written = writer(ending)(sheet, SETTINGS)
    assert list(judge(ending)(written, sheet)) == []
    return written


def lines_of_page(body: str) -> list[str]:
    """The lines of the page, each block and each line of it apart; rules as signs."""
    return lines_of("".join(section.html for section in Renderer(lambda target: None).body(body)))


def lines_of(html: str) -> list[str]:
    """The words of blocks, each line of each by itself."""
    shown = (line.strip() for line in structure(html))
    said = (re.sub(r"</?\w+>", "", line[1:-1]) for line in shown if line.startswith("'"))
    return [part.strip() for line in said for part in line.split("⏎")]


def lines_of_document(written: bytes, part: str) -> list[str]:
    """The lines of a DOCX or HWPX document, paragraph by paragraph, without its title and its end."""
    root = etree.fromstring(ZipFile(BytesIO(written)).read(part))
    found = [
        " ".join(line.split())
        for paragraph in root.iter("{*}p")
        for line in "".join(_pieces(paragraph)).split("\n")
    ]
    return [line for line in found if line and line != "* * *"][1:-1]


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
        assert lines_of_document(on_paper(body, ending), part) == lines_of_page(body)

    has_them()


@settings(max_examples=10)
@given(BODIES)
def test_a_pdf_has_the_words_of_the_page_in_their_order(body: str) -> None:
    pages = PdfReader(BytesIO(on_paper(body, "pdf"))).pages
    words = words_of("\n".join(page.extract_text() for page in pages).replace("\u2060", ""))
    said = [word for line in lines_of_page(body) for word in words_of(line)]
    around = words_of(f"{TITLE} {SETTINGS.name}")  # on every page
    assert [word for word in words if word not in around] == said


def test_a_book_for_the_screen_has_the_lines_of_the_page_in_their_order() -> None:
    @settings(max_examples=30)
    @given(BODIES)
    def has_them(body: str) -> None:
        blocks = [block for under in prose(_record(body), "").values() for block in under]
        written = Chapter(lambda anchor: "").written(blocks)
        html = "".join(etree.tostring(one, encoding="unicode") for one in written)
        assert [line for line in lines_of(html) if line != "* * *"] == lines_of_page(body)

    has_them()


def test_lists_on_paper_keep_their_numbers_and_tables_in_quotes_stay_tables(tmp_path: Path) -> None:
    made = tmp_path / "made.hwpx"
    made.write_bytes(on_paper(LISTS, "hwpx"))
    assert convert(made, tmp_path).markdown.split("\n\n")[1:-1] == [
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
