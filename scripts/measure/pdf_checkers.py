"""What two programs that others wrote, pdfua and outloud, find wrong with a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import outloud
import pdfua
import pikepdf
from outloud.findings import Finding
from pdfua.document import as_integer
from pdfua.rules import structure

_RUNNING = "PAG-001"
"""Lines that stand near the edge of several pages: running heads, says the rule."""
_TOP, _BOTTOM = 22 * 72 / 25.4, 20 * 72 / 25.4
"""The margins that running heads stand in, in points: those of ``sheet.css``."""


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
    """Whether lines taken for running heads stand where the text does: three pages may begin alike."""
    if found.rule != _RUNNING:
        return False
    with pikepdf.open(file) as document:
        heights = [float(page.mediabox[3]) for page in document.pages]
    return bool(found.boxes) and all(_is_in_text(box, heights) for box in found.boxes)


def _is_in_text(box: dict[str, Any], heights: list[float]) -> bool:
    low, high = float(box["y0"]), float(box["y1"])
    return low >= _BOTTOM and high <= heights[box["page"] - 1] - _TOP
