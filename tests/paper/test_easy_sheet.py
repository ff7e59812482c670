"""Easy sheets: beside the handout of every reading of a course, as long as one page, true to the record."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from helpers.real_library import ADDRESSED as LIBRARY
from hyeopchi.paper.blocks.block import Paragraph, Tone
from hyeopchi.paper.catalogue import is_course, papers_of
from hyeopchi.paper.content.easy_sheet import easy_sheet
from hyeopchi.paper.kit.handed_out import course_of
from hyeopchi.paper.papers import of_record
from hyeopchi.paper.writers.pdf import write_pdf
from hyeopchi.records.record import Record
from support.environment import ROOT

COURSES = [record for record in LIBRARY.records if is_course(record)]
READINGS = sorted(
    {
        link.id
        for course in COURSES
        for step in course["session"]
        if (link := step.get("sheet")) and LIBRARY.by_id[link.id].get("teaching")
    }
)
EACH = pytest.mark.parametrize(
    "record", [LIBRARY.by_id[name] for name in READINGS], ids=lambda record: record.id
)


def told(record: Record) -> str:
    sheet = easy_sheet(record, LIBRARY)
    assert sheet
    return " ".join(
        run.text
        for block in sheet.blocks
        if isinstance(block, Paragraph) and block.tone is Tone.EASY
        for run in block.runs
    )


@EACH
def test_every_reading_of_a_course_is_told_in_easy_words_too(record: Record) -> None:
    assert 400 <= sum(map(len, record["teaching"]["easy"])) <= 600
    assert max(map(len, re.split(r"(?<=[.?])\s", told(record)))) <= 60


@EACH
def test_every_number_of_an_easy_sheet_stands_in_its_record(record: Record) -> None:
    source = (ROOT / record.source.path).read_text("utf-8")
    source = re.sub(r"^  easy:\n(?:    - .*\n)+", "", source, flags=re.MULTILINE)
    wanted = set(re.findall(r"\d[\d,.]*\d|\d", told(record)))
    found = set(re.findall(r"\d[\d,.]*\d|\d", source))
    dates = {str(int(part)) for text in found for part in re.split(r"\D", text) if part}
    dates |= {
        str(int(part))
        for day in re.findall(r"\d{4}-\d\d(?:-\d\d)?", source)
        for part in day.split("-")
    }
    assert wanted - found - dates == set()


def test_a_meeting_that_hands_out_a_reading_has_its_easy_sheet_for_each_table() -> None:
    course = course_of(LIBRARY.by_id["reader-three-cases"], LIBRARY, 24)
    given = [(one.paper, one.sheet.copies.count) for one in course.given_at(course.steps[1])]
    assert given[:2] == [("handout", 24), ("easy", 4)]


def test_a_record_without_easy_words_has_no_easy_sheet() -> None:
    record = next(one for one in LIBRARY.records if one.get("teaching") and one.id not in READINGS)
    assert easy_sheet(record, LIBRARY) is None
    assert f"{record.id}-easy" not in {paper.stem for paper in papers_of(record, LIBRARY)}


def test_an_easy_sheet_is_listed_made_and_fits_a_page() -> None:
    record = LIBRARY.by_id["2018-siheung4-residents-council"]
    assert f"{record.id}-easy" in {paper.stem for paper in papers_of(record, LIBRARY)}
    made = next(one for one in of_record(record, LIBRARY) if one.stem == f"{record.id}-easy")
    assert len(PdfReader(BytesIO(write_pdf(made, LIBRARY.settings))).pages) == 1
