"""Making kits: everything that one meeting needs, ready to print the day before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hyeopchi.contribute.session_form import TITLE
from hyeopchi.paper.blocks.binding import bound
from hyeopchi.paper.blocks.block import Block
from hyeopchi.paper.blocks.sheet import Copies, Sheet
from hyeopchi.paper.catalogue import KIT
from hyeopchi.paper.content.origin import rights_of
from hyeopchi.paper.kit.copy_list import lines_of
from hyeopchi.paper.kit.course import Course
from hyeopchi.paper.kit.kit import Kit
from hyeopchi.paper.kit.readme import readme
from hyeopchi.paper.kit.script import minute_plan, script
from hyeopchi.paper.kit.setting_up import setting_up_blocks
from hyeopchi.paper.kit.slides import slides
from hyeopchi.paper.kit.talking import evaluation_blocks, talking_blocks
from hyeopchi.paper.kit.telling import telling_blocks

_ONE = Copies(1)


def kit_of(course: Course) -> Kit:
    """Everything that a course's meeting needs."""
    own = (
        _sheet(course, "plan", "시간표", minute_plan(course)),
        replace(_sheet(course, "script", "진행자의 말", script(course)), is_close=True),
        slides(course),
        _sheet(course, "room", "준비와 자리", setting_up_blocks(course)),
        _sheet(course, "talking", "약속과 나누기", talking_blocks(course)),
    )
    ending = _sheet(
        course,
        "evaluation",
        "오늘 어땠나요",
        evaluation_blocks(course),
        Copies(course.amounts.people, "person"),
    )
    papers = (copied.sheet for copied in course.papers)
    rest = (*own, *papers, ending, told_sheet(course), *course.keys)
    title = "먼저 읽어 주세요"
    blank = _sheet(course, "readme", title, iter(()))
    steps = {copied.sheet.stem: copied.step for copied in course.papers}
    lines = lines_of((blank, *rest), course.record.title, steps)
    sheets = (_sheet(course, "readme", title, readme(course, lines)), *rest)
    return Kit(sheets, _whole(course, sheets), lines)


def told_sheet(course: Course) -> Sheet:
    """On which a facilitator tells how the meeting went."""
    return _sheet(course, "told", TITLE, telling_blocks(course))


def _sheet(
    course: Course,
    part: str,
    title: str,
    blocks: Iterator[Block],
    copies: Copies = _ONE,
) -> Sheet:
    return Sheet(
        f"kit-{course.record.id}-{part}",
        title,
        tuple(blocks),
        name=title,
        of=course.record.title,
        copies=copies,
        rights=rights_of(course.record, course.library),
    )


def _whole(course: Course, sheets: tuple[Sheet, ...]) -> Sheet:
    """All sheets but the slides bound together."""
    return bound(
        f"kit-{course.record.id}",
        f"{course.record.title}: {KIT}",
        [sheet for sheet in sheets if not sheet.is_slides],
        f"{course.amounts.people}명, {course.amounts.groups}모둠, {course.steps[-1].end}분",
    )
