"""Sparing: a book less the chapters that cannot be printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import replace

from hyeopchi.paper.blocks.block import Block, Heading, Tone, paragraph
from hyeopchi.paper.blocks.sheet import Sheet

_SAID = "이 장은 인쇄할 수 없어 뺐습니다. 도서관의 쪽에서 읽어 주세요."

Chapter = tuple[Block, ...]


def spared(sheet: Sheet, is_good: Callable[[Sheet], bool]) -> tuple[Sheet, tuple[str, ...]]:
    """``sheet`` with a sentence in the place of every chapter that keeps it from being good.

    Also the anchors of these chapters, or their titles. Halves of the book are tried, then halves
    of those that are bad, so that a long book is not written once for each of its chapters.
    """
    chapters = tuple(_chapters(sheet.blocks))
    bad = frozenset(_bad(range(len(chapters)), sheet, chapters, is_good))
    whole = frozenset(range(len(chapters))) - bad
    names = tuple(_name(chapters[at]) for at in sorted(bad))
    return _with_only(whole, sheet, chapters), names


def _chapters(blocks: Sequence[Block]) -> Iterator[Chapter]:
    """The blocks from each heading of level 1 to the next."""
    starts = [
        at
        for at, block in enumerate(blocks)
        if at == 0 or (isinstance(block, Heading) and block.level == 1)
    ]
    for start, end in zip(starts, [*starts[1:], len(blocks)], strict=True):
        yield tuple(blocks[start:end])


def _bad(
    places: Sequence[int],
    sheet: Sheet,
    chapters: Sequence[Chapter],
    is_good: Callable[[Sheet], bool],
) -> Iterator[int]:
    if not places or is_good(_with_only(frozenset(places), sheet, chapters)):
        return
    if len(places) == 1:
        yield places[0]
        return
    half = len(places) // 2
    for part in (places[:half], places[half:]):
        yield from _bad(part, sheet, chapters, is_good)


def _with_only(whole: Set[int], sheet: Sheet, chapters: Sequence[Chapter]) -> Sheet:
    """``sheet`` whose other chapters are a heading, which links may lead to, and a sentence."""
    blocks = [
        block
        for at, chapter in enumerate(chapters)
        for block in (chapter if at in whole else _left_out(chapter))
    ]
    return replace(sheet, blocks=tuple(blocks))


def _left_out(chapter: Chapter) -> Chapter:
    headings = [block for block in chapter[:1] if isinstance(block, Heading)]
    return (*headings, paragraph(_SAID, tone=Tone.SMALL))


def _name(chapter: Chapter) -> str:
    first = chapter[0]
    return (first.anchor or first.text) if isinstance(first, Heading) else ""
