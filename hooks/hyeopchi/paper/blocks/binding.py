"""Binding: several sheets as one book, a chapter each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hyeopchi.paper.blocks.block import Block, Code, Heading, Tone, paragraph
from hyeopchi.paper.blocks.sheet import Sheet


def bound(stem: str, title: str, sheets: Sequence[Sheet], subtitle: str) -> Sheet:
    """``sheets`` one after the other, each with how often it is copied first and its rights last."""
    blocks = tuple(block for sheet in sheets for block in _chapter(sheet))
    binds = tuple(sheet.stem for sheet in sheets)
    close = frozenset(sheet.stem for sheet in sheets if sheet.is_close)
    return Sheet(stem, title, blocks, subtitle, title, is_book=True, binds=binds, close=close)


def _chapter(sheet: Sheet) -> Iterator[Block]:
    yield Heading(sheet.head, 1)
    if sheet.copies or sheet.subtitle:
        said = filter(None, (sheet.copies_words, sheet.subtitle))
        yield paragraph(" · ".join(said), tone=Tone.SMALL)
    *before, last = sheet.blocks
    if isinstance(last, Code) and last.address:
        yield from (*before, replace(last, rights=sheet.rights))
    else:
        yield from (*before, last, paragraph(sheet.rights, tone=Tone.SMALL))
