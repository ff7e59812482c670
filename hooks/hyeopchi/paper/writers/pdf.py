"""The PDF writer: a sheet as tagged PDF/UA, the same bytes for the same sheet."""

from __future__ import annotations

import hashlib
import logging
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import count
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from hyeopchi.library.settings import Settings
from hyeopchi.paper.blocks.block import Block, Heading, runs
from hyeopchi.paper.blocks.endnotes import Endnotes, with_room_for_notes
from hyeopchi.paper.blocks.fitting import SCALE, fitted_sheet, points_of
from hyeopchi.paper.blocks.grid import room_for_cards
from hyeopchi.paper.blocks.growing import grown, words_in
from hyeopchi.paper.blocks.linking import linked
from hyeopchi.paper.blocks.qr import code_file
from hyeopchi.paper.blocks.reading import every
from hyeopchi.paper.blocks.sheet import Sheet, Unprintable
from hyeopchi.paper.writers.fonts import FOLDER, check_faces
from hyeopchi.paper.writers.page_references import references_kept
from hyeopchi.paper.writers.tags.finish import finishing
from hyeopchi.paper.writers.word_joiner import joined, sewn
from hyeopchi.text.print_letters import with_stand_ins

_LONGEST_CONTENTS = 40
"""Lines of contents beyond which only the chapters are listed."""
_END, _LITTLE = "paper-end", 0.4
"""The anchor of a sheet's last words; the part of a last page's height that is too little for a page."""
_BOX, _ROUNDING = "box-", 0.5
"""How the anchors of cards and fields begin; the CSS pixels that a sum of heights may be off by."""
_BASE = FOLDER.as_uri() + "/"
_LOG = logging.getLogger("weasyprint")


def write_pdf(sheet: Sheet, settings: Settings) -> bytes:
    """``sheet`` as a PDF: tagged, titled, with bookmarks. Raises ``Unprintable``."""
    check_faces()
    with _warnings() as warnings, references_kept():
        html, laid = _laid_out(sheet, settings)
        written: bytes = laid.write_pdf(
            pdf_tags=True,
            pdf_version="1.7",
            pdf_identifier=hashlib.sha256(html.encode()).digest()[:16],
            finisher=finishing(
                {place: _words(heading) for heading, place in _placed_headings(sheet)}
            ),
        )
    if warnings:
        raise Unprintable(f"{sheet.stem}.pdf를 짜다가 걸렸습니다: {warnings[0]}")
    return written


def _laid_out(sheet: Sheet, settings: Settings) -> tuple[str, Document]:
    """The HTML of ``sheet`` and its pages; set closer where that spares a last page with little on it.

    Bound sheets are set closer in any case: each of them has a last page; and so is what only one
    person reads. Raises ``Unprintable``.
    """
    if sheet.binds or sheet.is_close:
        return _grown_to_fit(sheet, settings, 2 if sheet.is_close else 1)
    found = _grown_to_fit(sheet, settings, 0)
    for closer in (1, 2):
        if sheet.is_slides or sheet.is_book or not _ends_with_little(found[1]):
            break
        other = _grown_to_fit(sheet, settings, closer)
        if len(other[1].pages) < len(found[1].pages):
            return other
    return found


def _ends_with_little(laid: Document) -> bool:
    """Whether the last page of several ends in its upper part."""
    *before, last = laid.pages
    *_, bottom = last.anchors.get(_END, (0, 0, 0, last.height))
    return bool(before) and bottom < last.height * _LITTLE


def _grown_to_fit(sheet: Sheet, settings: Settings, closer: int) -> tuple[str, Document]:
    """The HTML of ``sheet`` and its pages; what does not fit into its card or field gets more room.

    Raises ``Unprintable`` where a whole page is too small for one card.
    """
    while True:
        html = as_html(sheet, settings, closer)
        laid = _rendered(html)
        full = tuple(_overflowing(laid))
        if not full:
            return html, laid
        larger = grown(sheet, (box for box, _ in full), _room(sheet))
        if larger is None:
            box, page = full[0]
            raise Unprintable(
                f"{sheet.stem}.pdf의 {page}쪽에 글이 다 들어가지 않는 칸이 있습니다: ‘{words_in(sheet, box)}’. "
                "그 칸에 실리는 글을 줄여 주세요."
            )
        sheet = larger


def _rendered(html: str) -> Document:
    fonts, styles = _look()
    document = HTML(
        string=html, base_url=_BASE, url_fetcher=URLFetcher(allowed_protocols=("file", "data"))
    )
    return document.render(font_config=fonts, stylesheets=[styles])


@cache
def _look() -> tuple[FontConfiguration, CSS]:
    """The fonts and the styles of every sheet, read once."""
    fonts = FontConfiguration()
    return fonts, CSS(filename=str(FOLDER / "sheet.css"), font_config=fonts)


def _overflowing(laid: Document) -> Iterator[tuple[int, int]]:
    """The cards and fields that hold more words than they have room for, each with its page."""
    for number, page in enumerate(laid.pages, start=1):
        for box, (*_, bottom) in page.anchors.items():
            if box.startswith(_BOX) and page.anchors[_inside(box)][3] > bottom + _ROUNDING:
                yield int(box.removeprefix(_BOX)), number


def _room(sheet: Sheet) -> int:
    """The height in millimetres of a page's cards."""
    return room_for_cards(is_landscape=sheet.is_landscape)


def _inside(box: str) -> str:
    """The anchor of what stands in the box of the anchor ``box``."""
    return f"in-{box}"


def as_html(sheet: Sheet, settings: Settings, closer: int = 0) -> str:
    """The page that is printed; ``closer`` sets it closer in steps from 0 to 2."""
    sheet = with_room_for_notes(fitted_sheet(sheet))
    placed = _placed_headings(sheet)
    deepest = 2 if sum(heading.level < 3 for heading, _ in placed) <= _LONGEST_CONTENTS else 1
    contents = [(heading, place) for heading, place in placed if heading.level <= deepest]
    template = _environment().get_template("sheet.html")
    return template.render(
        sheet=sheet,
        settings=settings,
        closer=closer,
        end=_END,
        contents=contents,
        next_place=(place for _, place in placed).__next__,
        next_level=_steps((heading.level for heading, _ in placed), sheet).__next__,
        endnotes=Endnotes(),
        next_stem=iter(sheet.binds).__next__,
        next_box=map(f"{_BOX}{{}}".format, count()).__next__,
        room=_room(sheet),
        points=points_of(sheet),
        scale=SCALE,
    )


def _placed_headings(sheet: Sheet) -> tuple[tuple[Heading, str], ...]:
    """The headings of ``sheet``, each with the anchor that it has in the page."""
    headings = (block for block in every(sheet.blocks) if isinstance(block, Heading))
    return tuple((one, one.anchor or f"heading-{place}") for place, one in enumerate(headings))


def _steps(levels: Iterable[int], sheet: Sheet) -> Iterator[int]:
    """``levels`` without a jump: one below the title's or the last heading's at most."""
    last = 0 if sheet.is_book else 1
    for level in levels:
        last = min(level, last + 1)
        yield last


def _words(heading: Heading) -> str:
    return f"{heading.number} {heading.text}".strip()


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_finalised,
    )
    environment.filters.update(
        plain=_plain,
        shown=_shown,
        sewn=sewn,
        linked=linked,
        told=runs,
        code=_code_image,
        drawing=_svg_image,
        pages=_pages,
        name=_block_name,
        inside=_inside,
    )
    return environment


def _finalised(value: Any) -> Any:
    """Words are escaped, drawn and kept whole; markup and numbers stay as they are."""
    return (
        Markup(joined(str(_shown(value))))
        if isinstance(value, str) and not isinstance(value, Markup)
        else value
    )


def _plain(text: str) -> Markup:
    """``text`` as it is, for what is read and not set: titles, bookmarks, addresses."""
    return escape(text)


def _shown(text: str) -> Markup:
    """``text`` in letters that the fonts draw."""
    return escape(with_stand_ins(text))


def _block_name(block: Block) -> str:
    """The name of the template's macro for a block."""
    return type(block).__name__.lower()


def _pages(cards: Sequence[Any], most: int) -> Iterator[Sequence[Any]]:
    """``cards`` as pages of ``most``."""
    return (cards[start : start + most] for start in range(0, len(cards), most))


def _code_image(address: str) -> str:
    """A QR code as the address of an image."""
    return _image(code_file(address))


def _svg_image(svg: str) -> str:
    """A drawing as the address of an image."""
    return _image(svg.encode())


def _image(svg: bytes) -> str:
    return f"data:image/svg+xml;base64,{b64encode(svg).decode()}"


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
