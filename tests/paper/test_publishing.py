"""Publishing papers: what cannot be printed is left out by itself, is told, and stops no site."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from helpers.small_library import STORY, page, said, small_library
from hyeopchi.build import Site
from hyeopchi.library.settings import Settings
from hyeopchi.paper.blocks.block import Heading, Run, paragraph
from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.sparing import spared
from hyeopchi.paper.writing import write_paper

LONG = "주민들이 골목에서 의자를 두고 오래도록 이야기했습니다. " * 120
TAUGHT = STORY["geumcheon-gu/2017-market-forum"].replace(
    "relations:",
    f"""obstacles: [{{theme: trust, what: "{LONG.strip()}", said_by: participants, from: {{note: 7쪽}}}}]
teaching:
  audience: [residents]
  minutes: 50
  activity: 30∼40명이 둘러앉아 CO₂와 😀을 이야기합니다.
  cut: 무엇이-달라졌나
  questions: [{{text: 누가 빠졌나요?, hint: 명단을 봅니다., minutes: 10}}]
relations:""",
)
PRINTED = Settings(papers=True, site_url="https://library.example/")
HINT = "사이트는 이것 없이 지었습니다. 기록에 아주 긴 글이 있으면 나누어 주세요"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, Path]:
    """A site with a record whose card fills more than a page, and where its papers are."""
    folder = tmp_path_factory.mktemp("printed")
    (folder / "cases").mkdir()
    records = {**STORY, "geumcheon-gu/2017-market-forum": TAUGHT}
    library = small_library(folder / "cases", records, PRINTED)
    return Site(library).with_papers(folder / "site"), folder / "site/papers"


def test_a_card_larger_than_a_page_leaves_out_its_paper_and_its_chapter_with_the_record_named(
    built: tuple[Site, Path],
) -> None:
    site, _ = built
    record = site.library.by_id["2017-market-forum"]
    assert [re.sub(r"\d+쪽", "_쪽", problem.text()) for problem in site.unprinted] == [
        f"{record.source.path}:1:1: 주의: 책에서 한 장을 뺐습니다(papers/2017-market-forum-exercises.pdf): "
        f"디딤돌·걸림돌 카드 · {record.title} → {HINT}",
        "papers/board-game-cards.pdf:1:1: 주의: 종이 하나를 만들지 못해 뺐습니다(papers/board-game-cards.pdf): "
        "board-game-cards.pdf의 _쪽에 글이 다 들어가지 않는 칸이 있습니다: ‘신뢰 「장터에서 동네 예산을 이야기하다」 · "
        f"2017-market-forum’. 그 칸에 실리는 글을 줄여 주세요. → {HINT}",
    ]


def test_everything_else_is_made(built: tuple[Site, Path]) -> None:
    site, papers = built
    made = {file.name for file in papers.iterdir()}
    assert {"book-all.pdf", "2017-market-forum-handout.pdf", "board-game-cards.docx"} <= made
    assert site.library.left_out == {"papers/board-game-cards.pdf"}
    assert "board-game-cards.pdf" not in made
    text = "".join(
        one.extract_text() for one in PdfReader(papers / "2017-market-forum-facilitator.pdf").pages
    )
    assert "30∼40명이 둘러앉아 CO₂와 〓을 이야기합니다." in " ".join(text.split())


def test_no_page_leads_to_a_paper_that_was_left_out(built: tuple[Site, Path]) -> None:
    html = page(built[0].library, "teach/game/")
    assert "papers/board-game-cards.pdf" not in html and "papers/board-game-cards.docx" in html


def test_a_paper_in_no_format_says_so(built: tuple[Site, Path]) -> None:
    every = {f"papers/2017-market-forum-outcome.{ending}" for ending in ("pdf", "hwpx", "docx")}
    html = page(replace(built[0].library, left_out=frozenset(every)), "cases/2017-market-forum/")
    assert "둘째 종이 만들지 못했습니다" in said(html)


@pytest.mark.parametrize(
    ("settings", "tells_how"),
    [(Settings(), True), (Settings(preview=True), True), (Settings(release=True), False)],
    ids=["built", "preview", "published"],
)
def test_a_site_without_papers_says_so_where_they_would_be_and_how_to_make_them(
    settings: Settings, tells_how: bool, tmp_path: Path
) -> None:
    library = small_library(tmp_path, STORY, settings)
    addresses = ("cases/question-together/", "collections/")
    for told in (said(page(library, address)) for address in addresses):
        assert "이 사이트는 PDF와 한글(HWPX)·DOCX 파일 없이 지었습니다." in told
        assert ("python3 scripts/build.py --papers" in told) == tells_how
    assert 'id="papers"' in page(library, "guide/maintainers/")


BOOK = Sheet(
    "book-x",
    "책",
    (
        Heading("첫째", 1, anchor="first"),
        paragraph("하나"),
        Heading("둘째", 1, anchor="second"),
        paragraph(Run("없는 곳", href="#nowhere")),
        Heading("셋째", 1, anchor="third"),
        paragraph(Run("첫째", href="#first"), " 그리고 ", Run("둘째", href="#second")),
    ),
    is_book=True,
)


def test_a_book_does_without_the_chapter_that_cannot_be_printed(tmp_path: Path) -> None:
    written = write_paper(BOOK, tmp_path, Settings(), "pdf")
    assert (written.faults, written.without) == ((), ("second",))
    text = "".join(one.extract_text() for one in PdfReader(tmp_path / "book-x.pdf").pages)
    assert "이 장은 인쇄할 수 없어 뺐습니다. 도서관의 쪽에서 읽어 주세요." in " ".join(text.split())
    assert "하나" in text and "없는 곳" not in text


@pytest.mark.parametrize("bad", [set(), {3}, {0, 7}, set(range(8))])
def test_exactly_the_bad_chapters_of_a_book_are_found(bad: set[int]) -> None:
    chapters = [(Heading(f"{at}", 1), paragraph(f"글 {at}.")) for at in range(8)]
    book = Sheet("b", "책", tuple(block for chapter in chapters for block in chapter), is_book=True)
    made, names = spared(book, lambda sheet: not any(f"글 {at}." in str(sheet) for at in bad))
    assert names == tuple(map(str, sorted(bad)))
    assert [f"글 {at}." in str(made) for at in range(8)] == [at not in bad for at in range(8)]


def test_whatever_a_writer_trips_over_is_told_as_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trip(*_: object) -> bytes:
        raise IndexError("list index out of range")

    monkeypatch.setattr("hyeopchi.paper.writing.writer", lambda ending: trip)
    sheet = Sheet("x", "글", (paragraph("글"),))
    assert write_paper(sheet, tmp_path, Settings(), "docx").faults == (
        "DOCX를 짜다가 멈췄습니다: IndexError: list index out of range",
    )
