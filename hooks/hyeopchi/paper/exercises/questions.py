"""Questions: the discussion questions of a case, with room to answer."""

from __future__ import annotations

from hyeopchi.library.library import Library
from hyeopchi.paper.blocks.block import (
    Block,
    Heading,
    Run,
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
_LINES = 4


def questions(record: Record, library: Library) -> Exercise | None:
    """The question sheet; the key has what a facilitator leads with, and the minutes."""
    asked = record.get("teaching", {}).get("questions", ())
    if not asked:
        return None
    blocks = tuple(
        _asked(number, question["text"]) for number, question in enumerate(asked, start=1)
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


def _asked(number: int, text: str) -> Block:
    return Together(
        (Heading(f"질문 {number}", 2), paragraph(Run(text, is_strong=True)), WritingLines(_LINES))
    )
