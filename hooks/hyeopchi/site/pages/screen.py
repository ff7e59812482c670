"""Screen: a course without a printer, a slide for each step with a clock and a code to each sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from hyeopchi.library.addresses import screen_address, teaching_address
from hyeopchi.library.library import Library
from hyeopchi.paper.blocks.qr import drawn_code
from hyeopchi.paper.catalogue import is_course
from hyeopchi.paper.kit.course import Course, Step
from hyeopchi.paper.kit.handed_out import course_of
from hyeopchi.paper.kit.words import AGREEMENTS, SHARING, STATEMENTS
from hyeopchi.records.record import Record
from hyeopchi.site.view import TO_TEACHING, Crumb, View
from hyeopchi.text.korean import sentences


class Given(NamedTuple):
    """A sheet of a slide: its name, the record that it is of, its address in the site, its QR code.

    ``code`` leads there from anywhere, "" where the library has no public address.
    """

    name: str
    of: str
    address: str
    code: str


class Slide(NamedTuple):
    """What stands on the wall at once; ``minutes`` are on its clock, 0 where it has none."""

    anchor: str
    title: str
    said: tuple[str, ...]
    minutes: int = 0
    given: tuple[Given, ...] = ()


def screen_views(library: Library) -> Iterator[View]:
    """The page of slides of each course."""
    yield from (_view(record, library) for record in library.records if is_course(record))


def _view(record: Record, library: Library) -> View:
    name = record.title.partition(": ")[0]
    above = (
        Crumb(TO_TEACHING.label, TO_TEACHING.address),
        Crumb(name, teaching_address(record.id)),
    )
    return View(
        screen_address(record.id),
        f"화면으로 하기: {name}",
        "teach_screen.html",
        partial(_fill, record, library),
        f"프린터 없이 화면과 휴대전화로 하는 ‘{record.title}’",
        above,
        styles=("teach", "screen"),
        scripts=("teach/timer",),
        door=TO_TEACHING,
    )


def _fill(record: Record, library: Library) -> Mapping[str, Any]:
    return {"slides": tuple(slides_of(course_of(record, library)))}


def slides_of(course: Course) -> Iterator[Slide]:
    """The promise, every step, the share-back and the last questions."""
    yield Slide("agreements", "우리의 약속", AGREEMENTS)
    for step in course.steps:
        said = tuple(sentences(step.entry["activity"]))
        given = tuple(_given(course, step))
        yield Slide(f"step-{step.number}", _title(step), said, step.entry["minutes"], given)
    yield Slide("sharing", "전체가 함께 나누기", SHARING)
    asked = tuple(f"{said}: 손가락을 하나에서 다섯까지 펴 주세요." for said in STATEMENTS)
    yield Slide("evaluation", "오늘 어땠나요", asked)


def _title(step: Step) -> str:
    """Its name with its number: two steps may rest under one name."""
    return f"{step.number}. {step.name}" if "name" in step.entry else step.name


def _given(course: Course, step: Step) -> Iterator[Given]:
    site = course.library.settings.site_url
    record = course.record_of(step)
    if record is None:
        return
    for copied in course.given_at(step):
        address = f"{teaching_address(record.id)}#{copied.paper}"
        code = drawn_code(f"{site}{address}") if site else ""
        yield Given(copied.sheet.name, copied.sheet.of, address, code)
