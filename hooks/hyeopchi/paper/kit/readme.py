"""The kit's first page: what to copy and how often, what to bring, what to do the day before and on the day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hyeopchi.paper.blocks.block import (
    Block,
    Heading,
    Runs,
    Table,
    Together,
    Tone,
    items,
    paragraph,
    runs,
)
from hyeopchi.paper.kit.copy_list import Line, copy_blocks
from hyeopchi.paper.kit.course import Course
from hyeopchi.paper.kit.words import DAY_BEFORE


def readme(course: Course, lines: Sequence[Line]) -> Iterator[Block]:
    """The first page; ``lines`` are its copy list."""
    amounts = course.amounts
    yield paragraph(
        f"{amounts.people}명이 {amounts.groups}모둠(한 모둠 {amounts.group_size}명까지)으로 앉습니다. "
        f"모두 {course.steps[-1].end}분 걸립니다.",
        tone=Tone.LEAD,
    )
    yield Heading("복사할 종이")
    yield paragraph(
        "모두 흑백 단면 인쇄용입니다. 파일 이름은 이 번호로 시작합니다.", tone=Tone.INSTRUCTION
    )
    yield from copy_blocks(lines)
    yield Together((*_to_bring(course), Heading("전날에 할 일"), items(DAY_BEFORE, boxes=True)))


def _to_bring(course: Course) -> Iterator[Block]:
    """What to bring: on the page of what to do the day before, however long the copy list is."""
    materials = tuple(_materials(course))
    if materials:
        yield Heading("준비물")
        yield Table(("준비물", "어느 차례", "나누는 단위", "모두"), materials, widths=(6, 5, 3, 2))


def _materials(course: Course) -> Iterator[tuple[Runs, ...]]:
    for step in course.steps:
        for material in step.entry.get("materials", ()):
            each = material.get("count", 1)
            yield (
                runs(material["what"]),
                runs(step.name),
                runs(course.per_words(material["per"], each)),
                runs(f"{course.amounts.of(material['per'], each):,}개"),
            )
