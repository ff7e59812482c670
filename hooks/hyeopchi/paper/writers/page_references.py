"""Page references: what each tag of a PDF says of its page.

pydyf 0.13 makes the references of all pages whenever it is asked for one, and WeasyPrint 70 asks for
each tag: 34 million of them in a book of 543 pages, a sixth of its time, and it grows with the square
of the pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pydyf

_KEPT = "kept_page_references"


def page_references(pdf: pydyf.PDF) -> tuple[bytes, ...]:
    """The references of all pages of ``pdf`` in their order, made once for as many pages as there are."""
    numbers = pdf.pages["Kids"]
    kept: tuple[bytes, ...] = getattr(pdf, _KEPT, ())
    if 3 * len(kept) != len(numbers):
        kept = tuple(f"{number} 0 R".encode("ascii") for number in numbers[::3])
        setattr(pdf, _KEPT, kept)
    return kept


@contextmanager
def references_kept() -> Iterator[None]:
    """Let pydyf keep what it made, in the block."""
    own = pydyf.PDF.page_references
    pydyf.PDF.page_references = property(page_references)
    try:
        yield
    finally:
        pydyf.PDF.page_references = own
