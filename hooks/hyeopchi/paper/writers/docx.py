"""The DOCX writer: a sheet as a document that Word, 한글 and LibreOffice edit, the same bytes for the same sheet."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

from hyeopchi.library.settings import Settings
from hyeopchi.paper.blocks.block import Run
from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.writers.docx_parts.marks import page_number
from hyeopchi.paper.writers.docx_parts.notes import Notes
from hyeopchi.paper.writers.docx_parts.runs import add_link, add_run
from hyeopchi.paper.writers.docx_parts.styles import Styles, styled_document
from hyeopchi.paper.writers.docx_parts.tables import framed, repeated, unbroken
from hyeopchi.paper.writers.layout import EDGE, LONG_SIDE, MARGIN, SHORT_SIDE, laid_out
from hyeopchi.paper.writers.part import Cell, Grid, Line, Part, Picture
from hyeopchi.paper.writers.xml_text import clean, followed
from hyeopchi.paper.writers.zip_file import made, packed, unpacked

_LONGEST_PROPERTY = 255
"""Letters; python-docx takes no more for a property of the document."""


def write_docx(sheet: Sheet, settings: Settings) -> bytes:
    """``sheet`` as DOCX: titled, with head, page numbers and footnotes."""
    document = styled_document(is_slides=sheet.is_slides)
    _set_page(document.sections[0], sheet)
    writer = _Writer(document, Styles(document, is_slides=sheet.is_slides))
    writer.fill(document, tuple(laid_out(sheet, settings)))
    writer.notes.attach()
    _sign(document.core_properties, sheet, settings)
    out = BytesIO()
    document.save(out)
    return packed(unpacked(out.getvalue()))


def _set_page(section: Any, sheet: Sheet) -> None:
    wide, high = (LONG_SIDE, SHORT_SIDE) if sheet.is_landscape else (SHORT_SIDE, LONG_SIDE)
    section.orientation = WD_ORIENT.LANDSCAPE if sheet.is_landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(wide), Mm(high)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(
        MARGIN
    )
    section.header_distance = section.footer_distance = Mm(EDGE)
    section.header.paragraphs[0].text = clean(sheet.head)
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    page_number(foot)


def _sign(properties: Any, sheet: Sheet, settings: Settings) -> None:
    moment = made().replace(tzinfo=None)
    properties.title, properties.subject = clean(sheet.title), _property(sheet.subtitle)
    properties.author = properties.last_modified_by = clean(settings.name)
    properties.created = properties.modified = moment
    properties.comments, properties.keywords = _property(sheet.rights), ""
    properties.language = "ko-KR"


def _property(text: str) -> str:
    """``text``, cut at its end where it is too long: all of it stands on the paper."""
    whole = clean(text)
    return whole if len(whole) <= _LONGEST_PROPERTY else f"{whole[: _LONGEST_PROPERTY - 1]}…"


class _Writer:
    """Writes parts into the body of a document or into a cell."""

    def __init__(self, document: Any, styles: Styles) -> None:
        self._styles = styles
        self.notes = Notes(document)

    def fill(self, place: Any, parts: tuple[Part, ...]) -> None:
        """Put ``parts`` into ``place``: a document, or a cell with one empty paragraph, which Word needs at the end."""
        spare = list(place.paragraphs)
        for part in parts:
            match part:
                case Line():
                    self._line(spare.pop() if spare else place.add_paragraph(), part)
                case Picture():
                    paragraph = spare.pop() if spare else place.add_paragraph()
                    paragraph.add_run().add_picture(BytesIO(part.png), width=Mm(part.side))
                case Grid():
                    self._grid(place, part)
        for paragraph in spare:
            paragraph._p.style = self._styles.smallest

    def _line(self, paragraph: Any, line: Line) -> None:
        self._styles.apply(paragraph, line)
        for run in line.runs:
            self._run(paragraph, run)

    def _run(self, paragraph: Any, run: Run) -> None:
        href = followed(run.href)
        if href:
            add_link(paragraph, clean(run.text), href)
        else:
            add_run(paragraph, clean(run.text), run)
        if run.note:
            self.notes.add(paragraph, clean(run.note))

    def _grid(self, place: Any, grid: Grid) -> None:
        table = self._table(place, grid)
        framed(table, grid)
        for number, (row, made_row) in enumerate(zip(grid.rows, table.rows, strict=True)):
            repeated(made_row, grid.rule, is_head=grid.has_head and number == 0)
            for cell, made_cell in zip(row, made_row.cells, strict=True):
                self._cell(made_cell, cell)
        if grid.is_whole:
            unbroken(table)

    def _table(self, place: Any, grid: Grid) -> Any:
        return place.add_table(len(grid.rows), len(grid.widths))

    def _cell(self, place: Any, cell: Cell) -> None:
        self.fill(place, cell.parts)
