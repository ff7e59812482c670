"""Runs and links in a DOCX paragraph."""

from __future__ import annotations

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.run import Run as DocxRun

from hyeopchi.paper.blocks.block import Run
from hyeopchi.paper.writers.line_styles import SMALL_SIZE

_INK = "1A4FA3"


def add_run(paragraph: Any, text: str, run: Run) -> None:
    """The words of ``run`` at the end of ``paragraph``."""
    added = paragraph.add_run(text)
    if run.is_strong:
        added.bold = True
    if run.is_small:
        added.bold, added.font.size = run.is_strong, Pt(SMALL_SIZE)


def add_link(paragraph: Any, text: str, href: str) -> None:
    """A link to ``href`` at the end of ``paragraph``."""
    link = OxmlElement("w:hyperlink")
    link.set(
        qn("r:id"), paragraph.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    )
    element: Any = OxmlElement("w:r")
    link.append(element)
    paragraph._p.append(link)
    added = DocxRun(element, paragraph)
    added.text, added.underline = text, True
    colour: Any = OxmlElement("w:color")
    colour.set(qn("w:val"), _INK)
    added._r.get_or_add_rPr().append(colour)
