"""Footnotes of a DOCX document, which python-docx does not know."""

from __future__ import annotations

from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree
from lxml.builder import ElementMaker

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W = ElementMaker(namespace=_WORD, nsmap={"w": _WORD})
_FIRST = 1
"""Notes -1 and 0 are the lines that part them from the text."""


class Notes:
    """The footnotes of one document, numbered as they come."""

    def __init__(self, document: Any) -> None:
        self._part = document.part
        self._notes: list[str] = []

    def add(self, paragraph: Any, text: str) -> None:
        """A footnote ``text`` that the end of ``paragraph`` points to."""
        number = len(self._notes) + _FIRST
        self._notes.append(text)
        run = paragraph.add_run()
        run.font.superscript = True
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(number))
        run._r.append(reference)

    def attach(self) -> None:
        """Put the notes into the document; nothing where there are none."""
        if self._notes:
            part = Part(
                PackURI("/word/footnotes.xml"),
                CONTENT_TYPE.WML_FOOTNOTES,
                etree.tostring(
                    self._root(), encoding="UTF-8", xml_declaration=True, standalone=True
                ),
                self._part.package,
            )
            self._part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    def _root(self) -> etree._Element:
        lines = [
            _note(_W.p(_W.r(_W(kind))), number, kind)
            for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
        ]
        notes = [
            _note(_said(text), number) for number, text in enumerate(self._notes, start=_FIRST)
        ]
        return _W.footnotes(*lines, *notes)


def _note(paragraph: etree._Element, number: int, kind: str = "") -> etree._Element:
    note = _W.footnote(paragraph)
    if kind:
        note.set(qn("w:type"), kind)
    note.set(qn("w:id"), str(number))
    return note


def _said(text: str) -> etree._Element:
    small = _W.rPr(_W.sz({qn("w:val"): "17"}))
    raised = _W.rPr(_W.vertAlign({qn("w:val"): "superscript"}))
    words = _W.t(f" {text}", {qn("xml:space"): "preserve"})
    return _W.p(_W.r(raised, _W.footnoteRef()), _W.r(small, words))
