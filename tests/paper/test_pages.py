"""What each page carries: no sheet of paper for a footer, a title or one question, and the case's title on all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from helpers.printed import PrintedPage, printed_pages
from helpers.real_library import ADDRESSED as LIBRARY
from hyeopchi.paper.blocks.block import Heading
from hyeopchi.paper.blocks.reading import every
from hyeopchi.paper.catalogue import is_course, papers_of
from hyeopchi.paper.content.handouts import of
from hyeopchi.paper.exercises import exercises_of, workbook
from hyeopchi.paper.kit.handed_out import course_of
from hyeopchi.paper.kit.making import kit_of
from hyeopchi.paper.writers.page_count import pages_of
from hyeopchi.paper.writers.pdf import write_pdf
from hyeopchi.records.record import Record

TAUGHT = [record for record in LIBRARY.records if record.get("teaching")]
FEWEST_LETTERS, FEWEST_LINES = 90, 8
"""What a page holds at least: words, or the lines of a table, a board, cards or room to write."""
_RECTANGLE = re.compile(rb"([\d.-]+) ([\d.-]+) re\b")
"""The width and the height of a rectangle: lines and boxes are drawn as such."""


class Carried(NamedTuple):
    """A page of a paper: its letters without the running head and foot, and how many long lines it draws."""

    paper: str
    page: int
    letters: int
    lines: int

    @property
    def is_bare(self) -> bool:
        return self.letters < FEWEST_LETTERS and self.lines < FEWEST_LINES


def carried(paper: str, pages: Sequence[PrintedPage], head: str) -> Iterator[Carried]:
    """What each page carries."""
    running = letters_of(f"{head}협치도서관")
    for number, page in enumerate(pages, start=1):
        told = letters_of(page.text) - running
        yield Carried(paper, number, told, sum(map(is_long, _RECTANGLE.findall(page.drawn))))


def is_long(rectangle: tuple[bytes, ...]) -> bool:
    """Whether what a page draws is longer than a square of a QR code or a bullet."""
    return max(abs(float(side)) for side in rectangle) > 40


def letters_of(text: str) -> int:
    """Hangul letters and no others: numbers and signs say little by themselves."""
    return len(re.findall(r"[가-힣]", text))


def closed_up(text: str) -> str:
    """The Hangul of ``text``: fonts draw some signs as others."""
    return "".join(re.findall(r"[가-힣]", text))


def test_a_page_that_holds_only_a_footer_is_told_from_one_to_write_on() -> None:
    assert Carried("x", 2, 40, 2).is_bare
    assert not Carried("x", 2, 40, 12).is_bare
    assert not Carried("x", 2, 300, 0).is_bare


@pytest.mark.parametrize(
    ("record_id", "paper"),
    [
        ("2009-gwangjin-hospital-mediation", "facilitator"),
        ("2016-dongdaemun-street-stalls", "handout"),
    ],
)
def test_a_sheet_is_set_closer_rather_than_to_print_its_footer_alone(
    record_id: str, paper: str
) -> None:
    sheet = next(
        sheet for sheet in of(LIBRARY.by_id[record_id], LIBRARY) if sheet.stem.endswith(paper)
    )
    printed = printed_pages(write_pdf(sheet, LIBRARY.settings))
    pages = list(carried(sheet.stem, printed, sheet.head))
    assert [page for page in pages if page.is_bare or page.letters < 250] == []


def test_four_questions_stand_on_one_page_and_more_on_two() -> None:
    asked = {len(record["teaching"]["questions"]): record for record in TAUGHT}
    for count, record in asked.items():
        exercise = next(one for one in exercises_of(record, LIBRARY) if one.paper == "questions")
        pages = printed_pages(write_pdf(exercise.sheet, LIBRARY.settings))
        assert len(pages) == (1 if count <= 4 else 2), record.id
        if count > 4:
            texts = [
                block.text for block in every(exercise.sheet.blocks) if isinstance(block, Heading)
            ]
            last = closed_up(pages[-1].text)
            assert sum(closed_up(text) in last for text in texts) > 1, record.id


def test_a_book_of_exercises_has_no_cover_and_no_bare_page() -> None:
    (book,) = workbook(LIBRARY.by_id["2009-gwangjin-hospital-mediation"], LIBRARY)
    pages = printed_pages(write_pdf(book, LIBRARY.settings))
    assert [page for page in carried(book.stem, pages, book.head) if page.is_bare] == []
    assert "차례" in pages[0].text


def test_the_keys_of_a_book_of_exercises_follow_one_another() -> None:
    (book,) = workbook(LIBRARY.by_id["2018-siheung4-residents-council"], LIBRARY)
    pdf = write_pdf(book, LIBRARY.settings)
    assert pages_of(pdf, book)["2018-siheung4-residents-council-key"] == 2
    told = " ".join(page.text for page in printed_pages(pdf)[-2:])
    assert closed_up(told).count(closed_up("진행하는 사람만 봅니다.")) == 1
    for name in ("질문지", "차례 맞추기", "디딤돌과 걸림돌 나누기", "누가 무엇을 했나", "관계도"):
        assert closed_up(name) in closed_up(told), name


def test_what_the_facilitator_says_leaves_no_page_of_a_bound_kit_with_a_few_lines() -> None:
    for record_id in ("reader-basics", "reader-youth"):
        made = kit_of(course_of(LIBRARY.by_id[record_id], LIBRARY)).whole
        pdf = write_pdf(made, LIBRARY.settings)
        pages = pages_of(pdf, made)
        start = 1 + sum(
            pages[stem] for stem in made.binds[: made.binds.index(f"{made.stem}-script")]
        )
        script = printed_pages(pdf)[start : start + pages[f"{made.stem}-script"]]
        assert all(letters_of(page.text) > 250 for page in script), record_id


def test_no_page_of_a_released_paper_is_bare_and_each_names_its_case(released: Path) -> None:
    bare: list[Carried] = []
    nameless: list[tuple[str, int]] = []
    for record in [*TAUGHT, *filter(is_course, LIBRARY.records)]:
        for stem, pages, head in papers(record, released / "site/papers"):
            bare += [page for page in carried(stem, pages, head) if page.is_bare]
            nameless += [
                (stem, number)
                for number, page in enumerate(pages, start=1)
                if not stem.startswith(("kit-", record.id + "-exercises"))
                and closed_up(record.title) not in closed_up(page.text)
            ]
    assert (bare, nameless) == ([], [])


def papers(record: Record, folder: Path) -> Iterator[tuple[str, tuple[PrintedPage, ...], str]]:
    """The papers of a record that people copy, each with what runs along its top."""
    for paper in papers_of(record, LIBRARY):
        if paper.stem != record.id:
            yield (
                paper.stem,
                printed_pages((folder / f"{paper.stem}.pdf").read_bytes()),
                f"{paper.name} · {record.title}",
            )
