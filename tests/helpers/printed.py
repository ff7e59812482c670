"""What a PDF carries, read by programs that had no part in writing it."""

from __future__ import annotations

from io import BytesIO
from typing import NamedTuple

from pikepdf import Pdf

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
