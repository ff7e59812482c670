"""The gate of PDFs: what keeps a written one from being handed out.

It trusts no writer: it reads the file itself, as another program does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from io import BytesIO

from pikepdf import Array, Dictionary, Object, Pdf, PdfError
from pypdfium2 import PdfDocument, PdfiumError

from hyeopchi.paper.blocks.block import Fit, Table
from hyeopchi.paper.blocks.fitting import fitted_sheet
from hyeopchi.paper.blocks.reading import every, lines
from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.writers.word_joiner import WORD_JOINER
from hyeopchi.text.print_letters import with_stand_ins

_FAMILIES = ("Print", "Latin", "Signs", "Marks", "Math", "Hanja")
FONTS = frozenset(f"Library-{name}{weight}" for name in _FAMILIES for weight in ("", "-Bold"))
"""The only fonts that a PDF may hold, under the names that it gives them."""

_NOTHING = Dictionary()
_LONGEST = 12
"""Syllables of a word that fits everywhere; a longer one may break where its line is too short."""
_WORD = re.compile(r"[가-힣一-鿿]+")


def faults(pdf: bytes, sheet: Sheet) -> Iterator[str]:
    """What is wrong with ``pdf`` as a print of ``sheet``, a Korean sentence each."""
    try:
        text = tuple(text_of(pdf))
        with Pdf.open(BytesIO(pdf)) as document:
            found = (*_unstructured(document, sheet), *_foreign_fonts(document))
    except (PdfError, PdfiumError):
        yield "PDF로 읽히지 않습니다."
        return
    yield from found
    yield from _lost_words(text, sheet)


def text_of(pdf: bytes) -> Iterator[str]:
    """The text of each page of ``pdf``, as a reader copies it. Raises ``PdfiumError``."""
    with PdfDocument(pdf) as document:
        for page in document:
            yield page.get_textpage().get_text_range()


def _unstructured(document: Pdf, sheet: Sheet) -> Iterator[str]:
    root = document.Root
    if not root.get("/MarkInfo", _NOTHING).get("/Marked") or "/StructTreeRoot" not in root:
        yield "읽기 프로그램을 위한 꼬리표(태그)가 없습니다."
    if root.get("/Lang") != "ko":
        yield "글의 언어가 한국어로 적혀 있지 않습니다."
    if document.docinfo.get("/Title") != sheet.title:
        yield f"문서 제목이 ‘{sheet.title}’이 아닙니다."
    if "/First" not in root.get("/Outlines", _NOTHING):
        yield "책갈피가 없습니다."
    if b"pdfuaid" not in (root.Metadata.read_bytes() if "/Metadata" in root else b""):
        yield "PDF/UA라는 표시가 없습니다."


def _foreign_fonts(document: Pdf) -> Iterator[str]:
    found = {font for page in document.pages for font in _fonts(page.obj)}
    for name, is_embedded in sorted(found):
        if not is_embedded:
            yield f"글꼴이 들어 있지 않습니다: {name}"
        elif name.partition("+")[2] not in FONTS:
            yield f"다른 글꼴이 섞였습니다: {name}."


def _fonts(page: Object) -> Iterator[tuple[str, bool]]:
    """The fonts of a page by their names, and whether the file holds them."""
    for _, font in page.get("/Resources", _NOTHING).get("/Font", _NOTHING).items():
        inner = font.get("/DescendantFonts", Array([font]))[0]
        descriptor = inner.get("/FontDescriptor", _NOTHING)
        is_embedded = any(f"/FontFile{end}" in descriptor for end in ("", "2", "3"))
        yield str(font.BaseFont).lstrip("/"), is_embedded


def _lost_words(pages: Iterable[str], sheet: Sheet) -> Iterator[str]:
    """Words of the sheet that cannot be read out of the pages whole: cut by a line's end, or lost."""
    text = "\n".join(pages)
    if WORD_JOINER in text:
        yield "뽑아낸 글에 보이지 않는 글자가 섞여 있습니다."
    missing = _words(map(with_stand_ins, lines(sheet))) - _words([text])
    broken = _broken_on_purpose(sheet)
    together = "".join(text.split())
    lost = [
        word
        for word in missing
        if not (word in together and (len(word) > _LONGEST or word in broken))
    ]
    if lost:
        yield f"온전하게 뽑히지 않는 낱말이 {len(lost)}개 있습니다: {', '.join(sorted(lost)[:5])}"


def _broken_on_purpose(sheet: Sheet) -> Set[str]:
    """The words of tables that are too wide for any page."""
    tables = [
        block
        for block in every(fitted_sheet(sheet).blocks)
        if isinstance(block, Table) and block.fit is Fit.BROKEN
    ]
    return _words(map(with_stand_ins, lines(replace(sheet, blocks=tuple(tables))))).keys()


def _words(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in _WORD.findall(text))
