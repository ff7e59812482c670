"""Making papers as a person asks for them: from the command line, and with the site."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import pdf
from helpers.real_library import LIBRARY
from helpers.small_library import BOOK, QUESTION, STORY, page, small_library
from hyeopchi.build import Site
from hyeopchi.library.library import Library
from hyeopchi.library.settings import Settings
from hyeopchi.paper.blocks.block import Run, paragraph
from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.kit.kit import Kit
from support import pango
from support.console import Stop
from support.environment import ROOT

GONE = """
kind: case
title: 장터에서 동네 예산을 이야기하다
added: 2026-11-22
withdrawn: {date: 2026-12-01, reason: 두 기록을 하나로 합쳤습니다., replaced_by: nd-first-book}
"""


@pytest.fixture(scope="module")
def library() -> Library:
    return LIBRARY


def refusal(ids: list[str], library: Library) -> tuple[str, int]:
    with pytest.raises(Stop) as stop:
        pdf.sheets(ids, False, library, 24)
    return stop.value.message, stop.value.code


def test_one_case_becomes_its_papers_in_the_folder_asked_for(tmp_path: Path) -> None:
    done = subprocess.run(
        [
            sys.executable,
            str(ROOT / "scripts/pdf.py"),
            "2016-youth-assembly",
            "--format",
            "pdf",
            "--out",
            str(tmp_path / "a/b"),
        ],
        capture_output=True,
        encoding="utf-8",
    )
    assert (done.returncode, done.stderr) == (0, "")
    made = sorted(path.name for path in (tmp_path / "a/b").iterdir())
    assert made == [
        f"2016-youth-assembly-{ending}.pdf"
        for ending in ("exercises", "facilitator", "handout", "outcome")
    ]
    assert max(path.stat().st_size for path in (tmp_path / "a/b").iterdir()) < 300_000
    assert (
        re.sub(r"[\d.]+(?=MB|초)", "_", done.stdout.splitlines()[-1])
        == f"4개(_MB)를 _초에 만들었습니다: {tmp_path / 'a/b'}"
    )


def test_an_unknown_id_is_answered_with_the_nearest(library: Library) -> None:
    assert refusal(["2018-siheung4-resident"], library) == (
        "그런 기록이 없습니다: 2018-siheung4-resident\n혹시 ‘2018-siheung4-residents-council’인가요?",
        2,
    )
    assert refusal(["2018-siheung4-residents-council", "zzz"], library) == (
        "그런 기록이 없습니다: zzz",
        2,
    )


def test_a_book_is_asked_for_by_name_and_an_unknown_one_is_answered_with_those_there_are(
    library: Library,
) -> None:
    assert pdf.stems(["white-paper"], library) == ["book-white-paper"]
    assert [sheet.stem for sheet in pdf.sheets(["book-white-paper"], False, library, 24)] == [
        "book-white-paper"
    ]
    with pytest.raises(Stop) as stop:
        pdf.stems(["white-papers"], library)
    assert (stop.value.message, stop.value.code) == (
        "그런 책이 없습니다: white-papers\n혹시 ‘white-paper’인가요? 만들 수 있는 책: white-paper, basics, all",
        2,
    )


def test_a_record_without_papers_is_answered_with_what_has_some(library: Library) -> None:
    assert refusal(["2018-basic-plan"], library) == (
        "나누어 줄 종이가 없는 기록입니다: 2018-basic-plan\n"
        "교육에 쓰기(teaching)를 적은 사례와 읽기 묶음만 만들 수 있습니다. 다른 기록은 그 쪽에서 바로 인쇄하세요.",
        2,
    )


def test_a_withdrawn_record_is_answered_with_what_took_its_place(tmp_path: Path) -> None:
    gone = small_library(
        tmp_path, {"geumcheon-gu/2017-market-forum": GONE, "seoul/nd-first-book": BOOK}
    )
    assert refusal(["2017-market-forum"], gone) == (
        "거둔 기록이라 만들지 않습니다: 2017-market-forum\n대신할 기록: nd-first-book",
        2,
    )


def test_a_folder_that_cannot_be_written_is_named_with_the_option_to_change_it(
    library: Library, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(
        Stop, match=r"^파일을 쓰지 못했습니다: .*\n--out에 쓸 수 있는 폴더를 적어 주세요.$"
    ):
        pdf.make([], tmp_path / "file/papers", library, ("pdf",))


def test_a_sheet_that_cannot_be_made_does_not_keep_others_from_it(
    library: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheets = [
        Sheet("bad", "없는 곳", (paragraph(Run("글", href="#nowhere")),)),
        Sheet("good", "좋은 글", (paragraph("글"),)),
    ]
    assert pdf.make(sheets, tmp_path, library, ("pdf",)) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["good.pdf"]
    assert capsys.readouterr().err.splitlines() == [
        "bad.pdf: bad.pdf를 짜다가 걸렸습니다: Content discarded: target points to undefined anchor ('string', '#nowhere')",
        "1개는 만들지 못했습니다. 위의 까닭을 보세요.",
    ]


@pytest.mark.parametrize(
    ("system", "how"),
    [
        ("darwin", "brew install pango"),
        ("win32", "MSYS2를 설치하고 그 안에서: pacman -S mingw-w64-x86_64-pango"),
    ],
)
def test_a_missing_library_of_the_system_is_named_with_the_way_to_get_it(
    system: str, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pango, "loads", lambda: False)
    monkeypatch.setattr(pango, "install", lambda *_: False)
    monkeypatch.setattr(pango.sys, "platform", system)
    with pytest.raises(Stop) as stop:
        pango.ready()
    assert stop.value.message == (
        "인쇄물을 짜는 데 쓰는 글자 배치 라이브러리(Pango)가 없습니다. 설치하고 다시 실행하세요.\n  "
        + how
    )


@pytest.mark.parametrize(
    ("settings", "says_how"),
    [
        (Settings(preview=True), True),
        (Settings(), True),
        (Settings(release=True, contact="desk@example.org"), False),
    ],
)
def test_pages_without_papers_say_so_and_whoever_builds_them_how_to_make_them(
    tmp_path: Path, settings: Settings, says_how: bool
) -> None:
    records = {**STORY, "seoul/question-together": QUESTION}
    library = small_library(tmp_path, records, settings)
    for address in ("cases/question-together/", "collections/"):
        html = page(library, address)
        assert "이 사이트는 PDF와 한글(HWPX)·DOCX 파일 없이 지었습니다." in html
        assert ("<code>python3 scripts/build.py --papers</code>로 짓습니다." in html) is says_how
        assert ("guide/maintainers/#papers" in html) is says_how


def test_pages_lead_to_papers_only_where_these_are_made_with_the_site(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    records = {**STORY, "seoul/question-together": QUESTION}
    plain, printed = (
        small_library(tmp_path / "a", records),
        small_library(tmp_path / "b", records, Settings(papers=True)),
    )
    addresses = ("cases/question-together/", "collections/")
    assert [address for address in addresses if "papers/" in page(plain, address)] == []
    found = [
        name
        for address in addresses
        for name in re.findall(r'href="(?:\.\./)+papers/([^"]+)"', page(printed, address))
    ]
    assert found == [
        "question-together.pdf",
        "question-together.hwpx",
        "question-together.docx",
        "book-all.pdf",
    ]
    assert Site(plain).with_papers(tmp_path / "a/site").unprinted == ()
    assert Site(printed).with_papers(tmp_path / "b/site").unprinted == ()
    made = {path.name for path in (tmp_path / "b/site/papers").iterdir()}
    assert (set(found) - made, (tmp_path / "a/site").exists()) == (set(), False)


def test_a_kit_is_made_for_as_many_people_as_are_asked_for(library: Library) -> None:
    kit = next(
        made
        for made in pdf.sheets(["reader-broken-agreement"], False, library, 33)
        if isinstance(made, Kit)
    )
    assert {line.copies.count for line in kit.lines if line.copies} == {1, 7, 33}


@pytest.mark.parametrize("people", [0, -3, 501])
def test_so_many_people_that_cannot_meet_are_refused(people: int) -> None:
    with pytest.raises(Stop) as stop:
        pdf.number_of_people(people)
    assert (stop.value.message, stop.value.code) == (
        f"--people에는 1에서 500 사이의 수를 적어 주세요: {people}",
        2,
    )
