"""Counting pages: of a written PDF, and of each sheet that is bound in it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from pypdfium2 import PdfDocument

from hyeopchi.paper.blocks.sheet import Sheet


def pages_of(pdf: bytes, sheet: Sheet) -> Mapping[str, int]:
    """The pages of ``sheet``, printed as ``pdf``, and of every sheet that it binds, by their stems."""
    with PdfDocument(pdf) as document:
        count = len(document)
        found = {sheet.stem: count}
        if sheet.binds:
            chapters = [one.get_dest() for one in document.get_toc() if one.level == 0]
            starts = [dest.get_index() if dest else 0 for dest in chapters]
            ends = pairwise([*starts, count])
            found |= {
                stem: end - start for stem, (start, end) in zip(sheet.binds, ends, strict=True)
            }
    return found
