"""Talking: the rules of the room, what to do when it gets heated, the share-back and the last round."""

from __future__ import annotations

from collections.abc import Iterator

from hyeopchi.paper.blocks.block import (
    Block,
    Heading,
    Table,
    Together,
    Tone,
    WritingLines,
    items,
    paragraph,
    runs,
)
from hyeopchi.paper.kit.course import Course
from hyeopchi.paper.kit.words import (
    AGREEMENTS,
    CLOSING,
    HEATED,
    NO_NAMES,
    OPEN_QUESTIONS,
    SHARING,
    STATEMENTS,
)

_GRADES = ("전혀 아니다", "아니다", "보통", "그렇다", "매우 그렇다")


def talking_blocks(course: Course) -> Iterator[Block]:
    """What holds the room together, from the first minute to the last."""
    yield Heading("우리의 약속")
    yield paragraph("크게 적어 벽에 붙이고, 시작할 때 한 사람이 한 줄씩 읽습니다.")
    yield items(AGREEMENTS)
    yield Heading("뜨거워질 때")
    yield Table(
        ("이럴 때", "이렇게 말하고 합니다"),
        tuple((runs(when), runs(then)) for when, then in HEATED),
        widths=(4, 9),
        has_row_heads=True,
    )
    sharing = (Heading("전체가 함께 나누기"), items(SHARING, is_ordered=True), _shared(course))
    yield Together(sharing)
    yield Together((Heading("마치는 한 바퀴"), items(CLOSING, is_ordered=True)))


def _shared(course: Course) -> Table:
    """A row for each table, to be filled in where everybody sees it."""
    return Table(
        ("모둠", "우리가 고른 것 하나", "기록의 어디에서", "누가 풀 수 있나"),
        tuple((runs(f"{number}"), (), (), ()) for number in range(1, course.amounts.groups + 1)),
        "함께 나누기 표",
        widths=(1, 5, 3, 3),
        row_height=14,
        has_row_heads=True,
    )


def evaluation_blocks(course: Course) -> Iterator[Block]:
    """A page without a name: what one thinks of the meeting, whether its aims were reached, three words."""
    yield paragraph(NO_NAMES, tone=Tone.INSTRUCTION)
    yield Table(
        ("오늘 이 자리에서", *_GRADES),
        tuple((runs(said), *(() for _ in _GRADES)) for said in STATEMENTS),
        widths=(8, *(2,) * len(_GRADES)),
        row_height=10,
        has_row_heads=True,
    )
    aims = course.record.get("aims", ())
    if aims:
        yield Table(
            ("이제 나는", *_GRADES),
            tuple((runs(aim), *(() for _ in _GRADES)) for aim in aims),
            widths=(8, *(2,) * len(_GRADES)),
            row_height=10,
            has_row_heads=True,
        )
    yield from (WritingLines(2, asked) for asked in OPEN_QUESTIONS)
