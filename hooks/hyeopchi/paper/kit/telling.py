"""Telling: half a page on which a facilitator says how the meeting went, for the next one who leads it."""

from __future__ import annotations

from collections.abc import Iterator

from hyeopchi.contribute.session_form import (
    COURSE,
    IN_WORDS,
    MINUTES,
    MINUTES_HELP,
    TITLE,
    WORDS,
    labels,
)
from hyeopchi.library.addresses import public_address
from hyeopchi.paper.blocks.block import Block, Run, Runs, Table, Tone, paragraph, runs
from hyeopchi.paper.kit.course import Course
from hyeopchi.schema.link import Link

_ASKED = (
    "마친 뒤 5분이면 적습니다. 사람의 이름과 연락처는 적지 마세요. 이 파일에 적어 보내거나, "
    "종이를 보며 누리집의 ‘해 본 기록’에 옮기면 다음에 이 수업을 이끌 분이 봅니다."
)
_ONE_LINE, _THREE_LINES = 8, 22
"""Millimetres of a row to write a number in, and of one to write sentences in."""


def telling_blocks(course: Course) -> Iterator[Block]:
    """A row for each answer, the course filled in."""
    site = public_address(Link("x"), course.library.settings).partition("cases/")[0]
    yield paragraph(_ASKED, tone=Tone.INSTRUCTION)
    counted = [label for label in labels(course.record) if label not in WORDS.values()]
    filled = (runs(COURSE), runs(course.record.id))
    yield _asked(TITLE, (filled, *((runs(label), ()) for label in counted)), _ONE_LINE)
    yield _asked(IN_WORDS, tuple((runs(label), ()) for label in WORDS.values()), _THREE_LINES)
    yield paragraph(
        f"{MINUTES}: {MINUTES_HELP}. ",
        Run(f"{site}contribute/session/", href=f"{site}contribute/session/") if site else "",
        tone=Tone.SMALL,
    )


def _asked(title: str, rows: tuple[tuple[Runs, ...], ...], height: int) -> Table:
    return Table((title, "적는 곳"), rows, widths=(6, 7), row_height=height, has_row_heads=True)
