"""Counting pages: of a written PDF, and of each sheet that is bound in it."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from itertools import pairwise

from pypdf import PdfReader
from pypdf.generic import Destination

from hyeopchi.paper.blocks.sheet import Sheet


def pages_of(pdf: bytes, sheet: Sheet) -> Mapping[str, int]:
    """The pages of ``sheet``, printed as ``pdf``, and of every sheet that it binds, by their stems."""
    reader = PdfReader(BytesIO(pdf))
    found = {sheet.stem: len(reader.pages)}
    if sheet.binds:
        chapters = [one for one in reader.outline if isinstance(one, Destination)]
        starts = [reader.get_destination_page_number(one) or 0 for one in chapters]
        ends = pairwise([*starts, len(reader.pages)])
        found |= {stem: end - start for stem, (start, end) in zip(sheet.binds, ends, strict=True)}
    return found
