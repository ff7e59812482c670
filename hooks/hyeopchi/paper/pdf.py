"""The PDF writer: a sheet as tagged PDF/UA, the same bytes for the same sheet."""

from __future__ import annotations

import hashlib
import logging
from base64 import b64encode
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from hyeopchi.code import code_file
from hyeopchi.library import Settings
from hyeopchi.paper.block import Block, Heading
from hyeopchi.paper.fonts import FOLDER, check_letters
from hyeopchi.paper.reading import every, lines
from hyeopchi.paper.sheet import Sheet, Unprintable
from hyeopchi.paper.word_joiner import joined, sewn

_ROOM, _ROOM_LANDSCAPE = 232, 145
"""The height of a page's cards in millimetres; what is left of the page is for a heading."""
_LONGEST_CONTENTS = 40
"""Lines of contents beyond which only the chapters are listed."""
_BASE = FOLDER.as_uri() + "/"
_LOG = logging.getLogger("weasyprint")


def write_pdf(sheet: Sheet, settings: Settings) -> bytes:
    """``sheet`` as a PDF: tagged, titled, with bookmarks. Raises ``Unprintable``."""
    check_letters("".join(lines(sheet)))
    html = as_html(sheet, settings)
    fonts = FontConfiguration()
    with _warnings() as warnings:
        document = HTML(string=html, base_url=_BASE, url_fetcher=URLFetcher(allowed_protocols=("file", "data")))
        styles = CSS(filename=str(FOLDER / "sheet.css"), font_config=fonts)
        written = document.write_pdf(font_config=fonts, stylesheets=[styles], pdf_variant="pdf/ua-1",
                                     pdf_identifier=hashlib.sha256(html.encode()).digest()[:16])
    if warnings:
        raise Unprintable(f"{sheet.stem}.pdf를 짜다가 걸렸습니다: {warnings[0]}")
    return written


def as_html(sheet: Sheet, settings: Settings) -> str:
    """The page that is printed."""
    headings = tuple(block for block in every(sheet.blocks) if isinstance(block, Heading))
    places = [heading.anchor or f"heading-{place}" for place, heading in enumerate(headings)]
    deepest = 2 if sum(heading.level < 3 for heading in headings) <= _LONGEST_CONTENTS else 1
    contents = [(heading, place) for heading, place in zip(headings, places, strict=True) if heading.level <= deepest]
    template = _environment().get_template("sheet.html")
    return template.render(sheet=sheet, settings=settings, contents=contents, next_place=iter(places).__next__,
                           room=_ROOM_LANDSCAPE if sheet.is_landscape else _ROOM)


@cache
def _environment() -> Environment:
    environment = Environment(loader=FileSystemLoader(FOLDER), autoescape=True, trim_blocks=True, lstrip_blocks=True,
                              undefined=StrictUndefined, finalize=_finalised)
    environment.filters.update(plain=_plain, sewn=sewn, code=_code_image, pages=_pages, name=_block_name)
    return environment


def _finalised(value: Any) -> Any:
    """Words are escaped and kept whole; markup and numbers stay as they are."""
    return Markup(joined(str(escape(value)))) if isinstance(value, str) and not isinstance(value, Markup) else value


def _plain(text: str) -> Markup:
    """``text`` as it is, for what is read and not set: titles, bookmarks, addresses."""
    return escape(text)


def _block_name(block: Block) -> str:
    """The name of the template's macro for a block."""
    return type(block).__name__.lower()


def _pages(cards: Sequence[Any], most: int) -> Iterator[Sequence[Any]]:
    """``cards`` as pages of ``most``."""
    return (cards[start:start + most] for start in range(0, len(cards), most))


def _code_image(address: str) -> str:
    """A QR code as the address of an image."""
    return f"data:image/svg+xml;base64,{b64encode(code_file(address)).decode()}"


class _warnings(logging.Handler):
    """Collects what WeasyPrint warns of while it works."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self._said.append(record.getMessage())

    def __enter__(self) -> list[str]:
        _LOG.addHandler(self)
        return self._said

    def __exit__(self, *_: object) -> None:
        _LOG.removeHandler(self)
