"""Frames, widths and heights of DOCX tables."""

from __future__ import annotations

from typing import Any

from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from hyeopchi.paper.writers.part import Grid, Rule

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_LINES = {
    Rule.ALL: ("single", _SIDES),
    Rule.CUT: ("dashed", _SIDES),
    Rule.NONE: ("nil", _SIDES),
    Rule.BELOW: ("single", ("bottom", "insideH")),
}
_SHADE = "EEEEEE"
_ROOM = (("top", "45"), ("left", "100"), ("bottom", "45"), ("right", "100"))
"""Twentieths of a point between a cell's lines and its words."""


def framed(table: Any, grid: Grid) -> None:
    """Give ``table`` the lines, widths, heights and shades of ``grid``."""
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    _draw(table, grid.rule)
    if grid.indent:
        _set_in(table, grid.indent)
    for column, width in zip(table.columns, grid.widths, strict=True):
        column.width = Mm(width)
    for number, (row, made) in enumerate(zip(grid.rows, table.rows, strict=True)):
        if grid.height and not (grid.has_head and number == 0):
            made.height, made.height_rule = Mm(grid.height), WD_ROW_HEIGHT_RULE.AT_LEAST
        for cell, made_cell, width in zip(row, made.cells, grid.widths, strict=True):
            made_cell.width = Mm(width)
            if cell.is_head:
                _shade(made_cell)


def _set_in(table: Any, indent: float) -> None:
    """Move ``table`` to the right by so many millimetres."""
    moved = OxmlElement("w:tblInd")
    moved.set(qn("w:w"), str(round(Mm(indent).twips)))
    moved.set(qn("w:type"), "dxa")
    table._tbl.tblPr.insert_element_before(
        moved, "w:tblBorders", "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook"
    )


def _draw(table: Any, rule: Rule) -> None:
    line, sides = _LINES[rule]
    size = "8" if rule is Rule.CUT else "4"
    borders = OxmlElement("w:tblBorders")
    for side in sides:
        border = OxmlElement(f"w:{side}")
        for name, value in (("val", line), ("sz", size), ("space", "0"), ("color", "000000")):
            border.set(qn(f"w:{name}"), value)
        borders.append(border)
    properties = table._tbl.tblPr
    properties.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
    properties.insert_element_before(_room(), "w:tblLook")


def _room() -> Any:
    margins = OxmlElement("w:tblCellMar")
    for side, room in _ROOM:
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), room)
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    return margins


def _shade(cell: Any) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", _SHADE)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def repeated(row: Any, rule: Rule, *, is_head: bool) -> None:
    """Keep a ``row`` that has lines on one page, and say it again on every page where it is the head."""
    properties = row._tr.get_or_add_trPr()
    if rule is not Rule.NONE:
        properties.append(OxmlElement("w:cantSplit"))
    if is_head:
        properties.append(OxmlElement("w:tblHeader"))


def unbroken(table: Any) -> None:
    """Keep the whole table on one page."""
    for row in table.rows[:-1]:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True
