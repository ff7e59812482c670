"""scripts/confirm.py: what it looks at, and what it says is wrong with the pages that others draw."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pymupdf
import pytest

from hyeopchi.library.settings import Settings
from hyeopchi.paper.blocks.block import PageBreak, paragraph
from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.writers.formats import writer
from measure import rendering
from measure.rendering import faults_of, own_fonts, picture
from support.console import Stop
from support.environment import ROOT

SHEET = Sheet(
    "made", "동네 의자", (paragraph("골목에 의자를 두었습니다."), PageBreak(), paragraph("끝"))
)


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    for ending in ("pdf", "hwpx", "docx"):
        (tmp_path / f"made.{ending}").write_bytes(writer(ending)(SHEET, Settings()))
    return tmp_path


@pytest.mark.parametrize("ending", ["hwpx", "docx"])
def test_pages_with_every_word_of_a_document_are_good(papers: Path, ending: str) -> None:
    assert list(faults_of(papers / f"made.{ending}", papers / "made.pdf")) == []


def test_lost_words_and_empty_pages_are_told(papers: Path) -> None:
    with pymupdf.open() as empty:
        empty.new_page()
        empty.save(papers / "empty.pdf")
    assert list(faults_of(papers / "made.docx", papers / "empty.pdf")) == [
        "1쪽이 비었습니다.",
        "그려지지 않은 낱말이 7개 있습니다: 동네, 의자, 골목에, 의자를, 두었습니다",
    ]


def test_a_word_may_begin_on_a_page_and_end_on_the_next(papers: Path) -> None:
    pages = (
        {760: "동네 의자 골목에 의자를 두었", 810: "협치도서관"},
        {40: "동네 의자", 80: "습니다."},
    )
    with pymupdf.open() as drawn:
        for lines in pages:
            page = drawn.new_page()
            for height, words in lines.items():
                page.insert_text((60, height), words, fontname="korea")
        drawn.save(papers / "drawn.pdf")
    assert list(faults_of(papers / "made.docx", papers / "drawn.pdf")) == [
        "그려지지 않은 낱말이 1개 있습니다: 끝"
    ]


def test_pages_are_saved_as_pictures_in_grey(papers: Path) -> None:
    assert picture(papers / "made.pdf", papers / "made-docx") == 2
    drawn = pymupdf.Pixmap(str(papers / "made-docx-2.png"))
    assert (drawn.n, drawn.width) == (1, 662)


def test_programs_that_draw_find_the_librarys_fonts_and_write_nothing_beside_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("FONTCONFIG_FILE", "mine")
    with own_fonts() as folder:
        told = Path(rendering.os.environ["FONTCONFIG_FILE"]).read_text("utf-8")
        assert f"<dir>{folder}/fonts</dir>" in told
        assert (folder / "fonts/NotoSansKR-Regular.ttf").is_file()
    assert rendering.os.environ["FONTCONFIG_FILE"] == "mine"


def test_without_libreoffice_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering.shutil, "which", lambda name: None)
    monkeypatch.setattr(rendering, "install", lambda *packages: False)
    monkeypatch.setattr(rendering.sys, "platform", "linux")
    with pytest.raises(Stop) as stop:
        rendering.libreoffice()
    assert str(stop.value) == (
        "DOCX를 그려 볼 LibreOffice가 없습니다. 설치하고 다시 실행하세요.\n"
        "  Debian·Ubuntu: apt install libreoffice-writer-nogui\n"
        "  Fedora: dnf install libreoffice-writer"
    )


def test_a_folder_without_papers_is_told(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts/confirm.py"), str(tmp_path)],
        capture_output=True,
        encoding="utf-8",
    )
    assert (done.returncode, done.stderr) == (
        2,
        "볼 종이가 없습니다. 먼저 만드세요: python3 scripts/pdf.py --all\n",
    )
