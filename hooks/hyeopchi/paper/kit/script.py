"""The facilitator's papers: the plan by the minute, and what to say at each step."""

from __future__ import annotations

from collections.abc import Iterator

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
from hyeopchi.paper.content.origin import address_of
from hyeopchi.paper.content.prose import prose
from hyeopchi.paper.kit.course import Course, Shortened, Step
from hyeopchi.paper.kit.words import NO_HANDOUT
from hyeopchi.text.slug import slug


def minute_plan(course: Course) -> Iterator[Block]:
    """The plan of the whole meeting, with room for one's own clock."""
    yield paragraph(course.record["summary"], tone=Tone.LEAD)
    if course.record.get("aims"):
        yield Heading("마치고 나면")
        yield items(course.record["aims"])
    yield Heading(f"시간표 ({course.steps[-1].end}분)")
    columns = 5 if course.papers else 4
    yield Table(
        ("때", "시간", "우리 시각", "무엇을", "나눠 줄 종이")[:columns],
        tuple(_row(course, step)[:columns] for step in course.steps),
        widths=(3, 2, 3, 7, 6)[:columns],
    )
    if course.shortened:
        heading = Heading(f"{course.steps[-1].end}분을 {course.shortened.minutes}분으로 줄이려면")
        yield Together((heading, items(shortening(course.shortened))))


def shortening(shortened: Shortened) -> Iterator[str]:
    """Which steps fall and which take less time, a sentence each."""
    if shortened.fallen:
        names = ", ".join(f"‘{step.name}’" for step in shortened.fallen)
        yield f"뺄 차례: {names}."
    for step, minutes in shortened.shorter:
        yield f"짧게 할 차례: ‘{step.name}’ {step.entry['minutes']}분을 {minutes}분으로."


def _row(course: Course, step: Step) -> tuple[Runs, ...]:
    given = ", ".join(_given(course, step))
    return (
        runs(f"{step.start}~{step.end}분"),
        runs(f"{step.entry['minutes']}분"),
        (),
        runs(step.name),
        runs(given),
    )


def _given(course: Course, step: Step) -> Iterator[str]:
    return (
        f"{copied.sheet.name} {copied.sheet.copies.count}부"
        for copied in course.given_at(step)
        if copied.sheet.copies
    )


def script(course: Course) -> Iterator[Block]:
    """What to say and to do, step by step, then what the collection itself tells its facilitator."""
    for step in course.steps:
        yield from _told(course, step)
    headings = {slug(text): text for text, _ in course.record.headings()}
    for name, blocks in prose(course.record, course.library.settings.site_url).items():
        yield Together((Heading(headings.get(name, "이 묶음을 쓰는 법")), blocks[0]))
        yield from blocks[1:]


def _told(course: Course, step: Step) -> Iterator[Block]:
    heading = Heading(
        f"{step.name} ({step.start}~{step.end}분)",
        number=f"{step.number}." if step.entry.get("name") else "",
    )
    said = (paragraph(step.entry["say"], tone=Tone.SCRIPT),) if step.entry.get("say") else ()
    yield Together((heading, *said, paragraph(step.entry["activity"])))
    todo = tuple(_todo(course, step))
    if todo:
        yield items(todo, boxes=True)


def _todo(course: Course, step: Step) -> Iterator[str]:
    """What to have ready at a step."""
    given = tuple(_given(course, step))
    record = course.record_of(step)
    if given:
        yield f"나누어 줍니다: {', '.join(given)}."
    elif record and not any(
        copied.sheet.stem.startswith(f"{record.id}-") for copied in course.papers
    ):
        yield f"「{record.title}」. {NO_HANDOUT} ({address_of(record, course.library) or record.id})."
    for material in step.entry.get("materials", ()):
        each = material.get("count", 1)
        yield (
            f"{material['what']}: {course.per_words(material['per'], each)}, "
            f"모두 {course.amounts.of(material['per'], each):,}개."
        )
