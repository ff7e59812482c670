"""What two programs that others wrote, pdfua and outloud, find wrong with a PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import outloud
import pdfua
import pikepdf
from outloud.findings import Finding
from outloud.model import Document
from pdfua.document import as_integer
from pdfua.rules import structure

_RUNNING = "PAG-001"
"""Running heads and page numbers that are read aloud, says the rule: see ``_is_chance``."""
_TOP, _BOTTOM = 22 * 72 / 25.4, 20 * 72 / 25.4
"""The margins that running heads stand in, in points: those of ``sheet.css``."""
_ROUNDING = 1
"""Points by which a letter may reach over the edge of its line."""


def _number(value: object) -> int | None:
    """What ``pdfua`` asks of every value, of arrays too, which its PDF library refuses to answer."""
    return None if isinstance(value, (pikepdf.Array, pikepdf.Dictionary)) else as_integer(value)


vars(structure)["as_integer"] = _number


def complaints(file: Path) -> list[str]:
    """Every error and warning of both, and every rule that could not be tried."""
    return [*_of_pdfua(file), *_of_outloud(file)]


def _of_pdfua(file: Path) -> Iterator[str]:
    for outcome in pdfua.validate(str(file)).outcomes:
        yield from (f"pdfua {outcome.rule_id}: {found.message}" for found in outcome.findings)
        if outcome.skipped_reason:
            yield f"pdfua {outcome.rule_id}: {outcome.skipped_reason}"


def _of_outloud(file: Path) -> Iterator[str]:
    result = outloud.check(str(file))
    if result.error:
        yield f"outloud: {result.error}"
    yield from (
        f"outloud {run.rule}: {run.reason}" for run in result.runs if run.status == "crashed"
    )
    for found in result.sorted_findings():
        if found.severity != "info" and not _is_chance(found, file):
            yield f"outloud {found.rule}: {found.page}: {found.message} {found.evidence or ''}"


def _is_chance(found: Finding, file: Path) -> bool:
    """Whether the lines that are taken for running heads are the text's own.

    The rule means what recurs in the same place on most pages. It asks less: that three pages have,
    anywhere in the outer 12 % of their height, lines that differ in nothing but digits. Our text
    begins and ends inside these 12 %, so three pages of cards of one kind, or three that end with
    "근거: 자료 1 …", are told. Heads and numbers stand in the margins. So it is waived where nothing
    in the margins of any page is tagged, not even a part of a line, and nowhere else.
    """
    if found.rule != _RUNNING:
        return False
    document = Document(str(file))
    try:
        return not any(
            line.tagged_share > 0 and not _is_in_text(line.bbox, page.height)
            for page in document.pages
            for line in document.content(page.index).lines
        )
    finally:
        document.close()


def _is_in_text(box: Sequence[float], height: float) -> bool:
    return box[1] >= _BOTTOM - _ROUNDING and box[3] <= height - _TOP + _ROUNDING
