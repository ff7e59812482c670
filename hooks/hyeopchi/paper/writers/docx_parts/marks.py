"""Page numbers and list marks of a DOCX document."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from hyeopchi.paper.writers.part import Line, Mark

_LIST = """<w:abstractNum {space} w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>
<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>
<w:pPr><w:ind w:left="{left}" w:hanging="{hang}"/></w:pPr></w:lvl></w:abstractNum>"""
_TWIPS = 56.7
"""In a millimetre."""
_FORMS = {
    Mark.NUMBER: ("decimal", "%1."),
    Mark.BULLET: ("bullet", Mark.BULLET.value),
    Mark.BOX: ("bullet", Mark.BOX.value),
}


def page_number(paragraph: Any) -> None:
    """The page's own number at the end of ``paragraph``."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


class Lists:
    """The lists of one document; ``hang`` is in millimetres."""

    def __init__(self, document: Any, hang: float) -> None:
        self._hang = round(hang * _TWIPS)
        self._numbering = document.part.numbering_part.element
        self._made: dict[tuple[Mark, int, int, float], str] = {}

    def put(self, paragraph: Any, line: Line, mark: Mark) -> None:
        """Make ``paragraph`` an item with ``mark`` of the list that ``line`` belongs to."""
        counts = (line.group, line.start) if mark is Mark.NUMBER else (0, 1)
        key = (mark, *counts, line.indent)
        if key not in self._made:
            self._made[key] = self._list(mark, line)
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = int(self._made[key])

    def _list(self, mark: Mark, line: Line) -> str:
        forms = self._numbering.findall(qn("w:abstractNum"))
        number = 1 + max(int(form.get(qn("w:abstractNumId"))) for form in forms)
        form, text = _FORMS[mark]
        forms[-1].addnext(
            parse_xml(
                _LIST.format(
                    space=nsdecls("w"),
                    number=number,
                    form=form,
                    text=text,
                    start=line.start,
                    hang=self._hang,
                    left=self._hang + round(line.indent * _TWIPS),
                )
            )
        )
        return str(self._numbering.add_num(number).numId)
