"""The HWPX writer: a sheet as a document that 한글 edits, the same bytes for the same sheet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hwpx.document import HwpxDocument

from hyeopchi.library.settings import Settings
from hyeopchi.paper.blocks.block import Run
from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.writers.hwpx_fixes import mended
from hyeopchi.paper.writers.hwpx_styles import Styles, units
from hyeopchi.paper.writers.layout import EDGE, LONG_SIDE, MARGIN, SHORT_SIDE, laid_out
from hyeopchi.paper.writers.line_styles import Look, Shape, shapes_of
from hyeopchi.paper.writers.part import Cell, Grid, Line, Part, Picture
from hyeopchi.paper.writers.xml_text import clean, followed

_BODY = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"
_LEAST_HEIGHT = 6
"""Millimetres of a row that is as high as its words."""


def write_hwpx(sheet: Sheet, settings: Settings) -> bytes:
    """``sheet`` as HWPX: titled, with head, page numbers and footnotes."""
    document = HwpxDocument.new()
    _set_page(document, sheet)
    writer = _Writer(document, shapes_of(is_slides=sheet.is_slides))
    writer.fill(document, tuple(laid_out(sheet, settings)))
    if sheet.head:
        writer.say_head(clean(sheet.head))
    return mended(_parts(document), clean(sheet.title), clean(settings.name))


def _parts(document: HwpxDocument) -> dict[str, bytes]:
    """The parts of ``document`` as it stands.

    Its own ``to_bytes`` would also judge them, before they are mended; the gate does that afterwards.
    """
    package = document.package
    kept = {name: package.get_part(name) for name in package.part_names()}
    changed: dict[str, bytes] = document.oxml.serialize()
    return kept | changed


def _set_page(document: HwpxDocument, sheet: Sheet) -> None:
    wide, high = (LONG_SIDE, SHORT_SIDE) if sheet.is_landscape else (SHORT_SIDE, LONG_SIDE)
    document.page.setup(
        width_mm=wide,
        height_mm=high,
        orientation="landscape" if sheet.is_landscape else "portrait",
        margin_left_mm=MARGIN,
        margin_right_mm=MARGIN,
        margin_top_mm=MARGIN - EDGE,
        margin_bottom_mm=MARGIN - EDGE,
        header_margin_mm=EDGE,
        footer_margin_mm=EDGE,
    )


def _heights(grid: Grid) -> list[int]:
    """The least height of each row; a head is as high as its words."""
    return [
        units(_LEAST_HEIGHT if grid.has_head and number == 0 else grid.height or _LEAST_HEIGHT)
        for number in range(len(grid.rows))
    ]


class _Writer:
    """Writes parts into the body of a document or into a cell."""

    def __init__(self, document: HwpxDocument, shapes: Mapping[Look, Shape]) -> None:
        self._document = document
        self._styles = Styles(document, shapes)

    def say_head(self, words: str) -> None:
        """Let ``words`` run along the top of every page, in small print as all else."""
        self._document.page.set_header(text=words)
        character = str(self._styles.of(Look.SMALL).character)
        for section in self._document.oxml.sections:
            for head in section.element.iter(f"{_BODY}header"):
                for run in head.iter(f"{_BODY}run"):
                    run.set("charPrIDRef", character)

    def fill(self, place: Any, parts: tuple[Part, ...]) -> None:
        """Put ``parts`` into ``place``, a body or a cell, which has one empty paragraph to begin with."""
        for number, part in enumerate(parts or (Line(()),)):
            paragraph = place.paragraphs[0] if number == 0 else self._paragraph(place)
            match part:
                case Line():
                    self._line(paragraph, part)
                case Picture():
                    item = self._document.media.add_image(part.png, "png")
                    paragraph.add_picture(
                        str(item), width=units(part.side), height=units(part.side)
                    )
                case Grid():
                    self._grid(paragraph, part)

    def _paragraph(self, place: Any) -> Any:
        return (
            place.add_paragraph("", inherit_style=False)
            if place is self._document
            else place.add_paragraph("")
        )

    def _line(self, paragraph: Any, line: Line) -> None:
        chosen = self._styles.of(line.look)
        paragraph.style_id_ref = chosen.style
        paragraph.para_pr_id_ref = self._styles.paragraph(
            line.look, line.mark, line.group, line.keeps_next, line.start, line.indent
        )
        paragraph.char_pr_id_ref = chosen.character
        if line.starts_page:
            paragraph.element.set("pageBreak", "1")
        for run in line.runs:
            self._run(paragraph, run, line)

    def _run(self, paragraph: Any, run: Run, line: Line) -> None:
        character = self._styles.character(line.look, run.is_strong, run.is_small)
        href = followed(run.href)
        if href:
            paragraph.add_hyperlink(href, clean(run.text))
        else:
            paragraph.add_run(clean(run.text), char_pr_id_ref=character)
        if run.note:
            paragraph.add_footnote(clean(run.note))

    def _grid(self, paragraph: Any, grid: Grid) -> None:
        heights = _heights(grid)
        if grid.indent:
            paragraph.para_pr_id_ref = self._styles.paragraph(
                Look.PLAIN, None, 0, False, 1, grid.indent
            )
        table = paragraph.add_table(
            len(grid.rows),
            len(grid.widths),
            width=units(sum(grid.widths)),
            height=sum(heights),
            border_fill_id_ref=self._styles.border(grid.rule),
        )
        table.set_treat_as_char(grid.is_whole)
        if grid.has_head:
            table.element.set("repeatHeader", "1")
        for number, (row, made) in enumerate(zip(grid.rows, table.rows, strict=True)):
            for cell, made_cell, width in zip(row, made.cells, grid.widths, strict=True):
                made_cell.set_size(units(width), heights[number])
                made_cell.element.set("header", "1" if grid.has_head and number == 0 else "0")
                made_cell.element.set(
                    "borderFillIDRef", self._styles.border(grid.rule, cell.is_head)
                )
                self._cell(made_cell, cell, grid)

    def _cell(self, place: Any, cell: Cell, grid: Grid) -> None:
        place.element[0].set("vertAlign", "TOP" if grid.height > 12 else "CENTER")
        self.fill(place, cell.parts)
