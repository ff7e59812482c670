"""Questions: the discussion questions of a case, with room to answer."""

from __future__ import annotations

from hyeopchi.library.library import Library
from hyeopchi.paper.blocks.block import (
    Block,
    Heading,
    Table,
    Together,
    Tone,
    WritingLines,
    paragraph,
    runs,
)
from hyeopchi.paper.exercises.exercise import Exercise, key_of, sheet_of
from hyeopchi.records.record import Record

PAPER = "questions"
_LINES = {1: 14, 2: 8, 3: 4, 4: 3, 5: 5, 6: 5, 7: 4, 8: 4}
"""Lines under each of so many questions: four fill one page, more fill two."""


def questions(record: Record, library: Library) -> Exercise | None:
    """The question sheet; the key has what a facilitator leads with, and the minutes."""
    asked = record.get("teaching", {}).get("questions", ())
    if not asked:
        return None
    blocks = tuple(
        _asked(number, question["text"], _LINES[len(asked)])
        for number, question in enumerate(asked, start=1)
    )
    sheet = sheet_of(
        record,
        library,
        PAPER,
        (paragraph("모둠에서 이야기한 다음, 나온 말을 적습니다.", tone=Tone.INSTRUCTION), *blocks),
    )
    rows = tuple(
        (
            runs(f"{number}"),
            runs(question["text"]),
            runs(question["hint"]),
            runs(f"{question['minutes']}분"),
        )
        for number, question in enumerate(asked, start=1)
    )
    return Exercise(
        PAPER,
        sheet,
        key_of(sheet, (Table(("번호", "질문", "길잡이", "시간"), rows, widths=(1, 5, 6, 1)),)),
    )


def _asked(number: int, text: str, lines: int) -> Block:
    return Together((Heading(text, 2, f"{number}."), WritingLines(lines)))
