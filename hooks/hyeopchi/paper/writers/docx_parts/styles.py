"""The styles of a DOCX document: every look under its name, headings as Word's own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from hyeopchi.paper.writers.docx_parts.marks import Lists
from hyeopchi.paper.writers.line_styles import SMALL_SIZE, Look, Shape, shapes_of
from hyeopchi.paper.writers.part import Line

_FONT = "맑은 고딕"
_LEADING = 1.35


def styled_document(*, is_slides: bool) -> Any:
    """An empty document that has a style for every look."""
    empty, _ = _styled(is_slides=is_slides)
    return Document(BytesIO(empty))


class Styles:
    """Gives paragraphs of a styled document their looks. ``smallest`` is the id of the style that takes the least room."""

    def __init__(self, document: Any, *, is_slides: bool) -> None:
        self._shapes = shapes_of(is_slides=is_slides)
        self._lists = Lists(document, self._shapes[Look.ITEM].hang)
        _, self._styles = _styled(is_slides=is_slides)
        self.smallest = self._styles[Look.GAP]

    def apply(self, paragraph: Any, line: Line) -> None:
        """Set ``paragraph`` as ``line`` wants it."""
        paragraph._p.style = self._styles[line.look]
        if line.mark is not None:
            self._lists.put(paragraph, line, line.mark)
        elif line.indent:
            paragraph.paragraph_format.left_indent = Mm(
                self._shapes[line.look].indent + line.indent
            )
        if line.runs and all(run.is_small for run in line.runs):
            _set_mark_small(paragraph)
        if line.keeps_next:
            paragraph.paragraph_format.keep_with_next = True
        if line.starts_page:
            paragraph.paragraph_format.page_break_before = True


def _set_mark_small(paragraph: Any) -> None:
    """Set the paragraph's mark, which a list's number and the height of a line follow, in small print."""
    marked = OxmlElement("w:rPr")
    for name in ("w:sz", "w:szCs"):
        size = OxmlElement(name)
        size.set(qn("w:val"), str(round(SMALL_SIZE * 2)))
        marked.append(size)
    paragraph._p.get_or_add_pPr().append(marked)


@cache
def _styled(*, is_slides: bool) -> tuple[bytes, Mapping[Look, str]]:
    """The bytes of a styled document, and the ids of its styles: making them takes two fifths of a sheet's time."""
    document = Document()
    shapes = shapes_of(is_slides=is_slides)
    _speak_korean(document.styles.element)
    _set_font(document.styles["Normal"], Shape())
    ids = {look: _made(document.styles, look, shapes[look]).style_id for look in Look}
    out = BytesIO()
    document.save(out)
    return out.getvalue(), ids


def _made(styles: Any, look: Look, shape: Shape) -> Any:
    style = (
        styles[f"Heading {shape.level}"]
        if shape.level
        else styles.add_style(look.value, WD_STYLE_TYPE.PARAGRAPH)
    )
    _set_font(style, shape)
    layout = style.paragraph_format
    layout.space_before, layout.space_after = Pt(shape.before), Pt(shape.after)
    layout.left_indent, layout.line_spacing = Mm(shape.indent), _LEADING
    layout.keep_with_next, layout.widow_control = shape.keeps_next, True
    return style


def _set_font(style: Any, shape: Shape) -> None:
    font = style.font
    font.name, font.size, font.bold, font.italic = _FONT, Pt(shape.size), shape.is_strong, False
    font.color.rgb = RGBColor(0, 0, 0)
    names = style.element.rPr.rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        names.attrib.pop(qn(f"w:{theme}"), None)
    names.set(qn("w:eastAsia"), _FONT)


def _speak_korean(styles: Any) -> None:
    """Say that the words are Korean: Word then breaks lines between them."""
    properties = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    language = properties.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        properties.append(language)
    language.set(qn("w:val"), "en-US")
    language.set(qn("w:eastAsia"), "ko-KR")
