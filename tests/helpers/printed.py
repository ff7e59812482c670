"""What a PDF carries, read by programs that had no part in writing it."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any, NamedTuple

from pikepdf import Dictionary, Pdf
from pypdf import PageObject, PdfReader

from hyeopchi.paper.writers.pdf_gate import text_of


class PrintedPage(NamedTuple):
    """A page: its text as a reader copies it, and the operators that draw it."""

    text: str
    drawn: bytes


def printed_pages(pdf: bytes) -> tuple[PrintedPage, ...]:
    """The pages of ``pdf``."""
    with Pdf.open(BytesIO(pdf)) as document:
        drawn = [b"\n".join(_streams(page.obj.Contents)) for page in document.pages]
    return tuple(map(PrintedPage, text_of(pdf), drawn))


def _streams(contents) -> list[bytes]:
    return [
        one.read_bytes() for one in (contents if contents._type_name == "array" else [contents])
    ]


class PrintedBlock(NamedTuple):
    """A heading, paragraph, cell or mark of a list as readers hear it: its type, and its words in pieces.

    A piece ends where a line of the page does, or the look of its letters changes: never two lines in one.
    """

    name: str
    pieces: list[str]


_INLINE = frozenset({"/Span", "/NonStruct", "/Link", "/Reference", "/Strong", "/Em", "/Code"})
"""Types of elements that stand in a line."""


def printed_blocks(pdf: bytes) -> list[PrintedBlock]:
    """The blocks of a tagged ``pdf`` that say something, in the order of its structure."""
    texts = [_marked(page) for page in PdfReader(BytesIO(pdf)).pages]
    with Pdf.open(BytesIO(pdf)) as document:
        pages = {page.obj.objgen: texts[number] for number, page in enumerate(document.pages)}
        blocks = [PrintedBlock("Document", [])]
        _hear(document.Root.StructTreeRoot.K[0], pages, blocks)
    return [one for one in blocks if "".join(one.pieces).strip()]


def _hear(
    element: Dictionary, pages: Mapping[Any, Mapping[int, str]], blocks: list[PrintedBlock]
) -> None:
    """Add the blocks below an element; the last of ``blocks`` is the one that goes on."""
    for kid in element.get("/K", ()):
        if not isinstance(kid, Dictionary):
            blocks[-1].pieces.append(pages[element.Pg.objgen].get(int(kid), ""))
        elif "/S" in kid and str(kid.S) in _INLINE:
            _hear(kid, pages, blocks)
        elif "/S" in kid:
            blocks.append(PrintedBlock(str(kid.S).removeprefix("/"), []))
            _hear(kid, pages, blocks)
            blocks.append(PrintedBlock(blocks[-1].name, []))


def _marked(page: PageObject) -> dict[int, str]:
    """The text of each marked-content sequence of a page, by its number."""
    texts: dict[int, str] = {}
    opened: list[int | None] = []

    def operator(name: bytes, operands: Any, *_: Any) -> None:
        if name in (b"BDC", b"BMC"):
            traits = operands[1] if len(operands) > 1 else None
            opened.append(traits.get("/MCID") if isinstance(traits, dict) else None)
        elif name == b"EMC":
            opened.pop()

    def said(text: str, *_: Any) -> None:
        number = opened[-1] if opened else None
        if number is not None:
            texts[number] = texts.get(number, "") + text

    page.extract_text(visitor_operand_before=operator, visitor_text=said)
    return texts
