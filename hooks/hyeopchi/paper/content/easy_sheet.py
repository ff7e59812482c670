"""Easy sheets: a case told in easy words as far as its cut, beside the handout."""

from __future__ import annotations

from hyeopchi.library.library import Library
from hyeopchi.paper.blocks.block import Together, Tone, WritingLines, paragraph
from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.catalogue import EASY
from hyeopchi.paper.content.origin import code_of, rights_of, status_line
from hyeopchi.records.record import Record

_LINES = 2
_ASK = "이야기는 여기에서 멈춥니다. 다음에 무슨 일이 있었을까요? 나라면 어떻게 할까요?"


def easy_sheet(record: Record, library: Library) -> Sheet | None:
    """A paragraph for each thought, large, then a question; None where ``record`` has no words for it."""
    words = record.get("teaching", {}).get("easy", ())
    if not words or record.is_withdrawn:
        return None
    name = library.label("papers", EASY)
    told = (paragraph(said, tone=Tone.EASY) for said in words)
    asked = (paragraph(_ASK, tone=Tone.INSTRUCTION), WritingLines(_LINES))
    return Sheet(
        f"{record.id}-{EASY}",
        record.title,
        (status_line(record, library), *told, Together(asked), code_of(record, library)),
        name=name,
        of=record.title,
        rights=rights_of(record, library),
    )
