"""Slides: what stands on the wall while the tables work, five to eight pages of large words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from hyeopchi.paper.blocks.block import Block, Heading, Table, Tone, items, paragraph, runs
from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.kit.course import Course, Step
from hyeopchi.text.korean import sentences

_STEPS = 6
"""Steps with a slide of their own: with the title and the plan there are eight."""
_LETTERS = 190
"""What a slide holds at this size; the script has the rest."""


def slides(course: Course) -> Sheet:
    """The title, the plan, and a slide for each of the longest steps in which something is done."""
    title, _, rest = course.record.title.partition(": ")
    return Sheet(
        f"kit-{course.record.id}-slides",
        title,
        tuple(_pages(course, rest)),
        name="슬라이드",
        of=course.record.title,
        is_landscape=True,
        is_slides=True,
    )


def _pages(course: Course, rest: str) -> Iterator[Block]:
    yield paragraph(rest, tone=Tone.LEAD)
    yield paragraph(f"{course.steps[-1].end}분 · {course.amounts.groups}모둠")
    yield Heading("오늘의 차례")
    yield Table(
        ("번호", "무엇을", "시간"),
        tuple(
            (runs(f"{step.number}"), runs(step.name), runs(f"{step.entry['minutes']}분"))
            for step in course.steps
        ),
        widths=(1, 9, 2),
    )
    for step in shown(course):
        yield Heading(f"{step.name} · {step.entry['minutes']}분")
        yield _sentences(step.entry["activity"])
        papers = ", ".join(copied.sheet.name for copied in course.given_at(step))
        if papers:
            yield paragraph(f"나눠 줄 종이: {papers}", tone=Tone.SMALL)


def shown(course: Course) -> tuple[Step, ...]:
    """The steps that have a slide, in their order."""
    longest = sorted(
        (step for step in course.steps if step.is_work), key=lambda step: -step.entry["minutes"]
    )[:_STEPS]
    return tuple(sorted(longest, key=lambda step: step.number))


def _sentences(text: str) -> Block:
    """The sentences of ``text`` that a slide holds, one a line; the first in any case."""
    said = sentences(text)
    lengths = accumulate(map(len, said))
    kept = [
        sentence for sentence, length in zip(said, lengths, strict=True) if length <= _LETTERS
    ] or said[:1]
    return items(kept, is_ordered=True) if len(kept) > 1 else paragraph(kept[0])
