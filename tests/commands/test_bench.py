"""The bench: what it measures, what it compares with, and how it says so."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.small_library import STORY, small_library
from measure.cost import Cost, cost_of
from measure.looks import Looks, looks_of_stock, middle_of_saves
from measure.papers import PaperFigures
from measure.papers import told as papers_told
from measure.report import Again, Figures, figures, growth, ratio, table
from measure.stock_site import as_markdown, write_stock
from support.console import Stop
from support.environment import ROOT

RECORD = """
kind: case
title: 골목에 의자를 놓다
summary: 의자를 놓았습니다.
districts: [mapo-gu]
domains: [neighbourhood]
"""

OURS = Figures(
    Cost(2.04, 1.9, 30_000_000),
    Cost(4.1, 3.96, 700_000_000),
    Cost(9.3, 8.8, 210_000_000),
    41_250,
    59_900,
    5_120_000,
    240,
    Looks(Cost(1.9, 1.8, 110_000_000), 0.204, 0.196),
    Again(Cost(0.52, 0.5, 1), Cost(6, 5.5, 1), Cost(7, 6.6, 1)),
)
_STOCK_BUILD = Cost(10, 9.1, 200_000_000)
STOCK = Figures(
    None,
    None,
    _STOCK_BUILD,
    30_000,
    31_000,
    4_000_000,
    120,
    looks_of_stock(_STOCK_BUILD),
    Again(None, _STOCK_BUILD, _STOCK_BUILD),
)


def test_the_table_sets_ours_beside_stock_with_ratios() -> None:
    assert (
        table(100, OURS, STOCK)
        == """
기록 100개
                                   협치도서관  기본 MkDocs   비율
검사 시간                               2.0초            –  0.20×
검사에 든 CPU 시간                      1.9초            –  0.21×
검사 때 가장 큰 메모리                 30.0MB            –  0.15×
하나 고치고 다시 검사하는 시간          0.5초            –  0.05×
그때 든 CPU 시간                        0.5초            –  0.05×
색인을 처음 만드는 시간                 4.1초            –  0.41×
색인을 처음 만드는 데 든 CPU 시간       4.0초            –  0.44×
색인을 만들 때 가장 큰 메모리         700.0MB            –  3.50×
짓는 시간                               9.3초       10.0초  0.93×
짓는 데 든 CPU 시간                     8.8초        9.1초  0.97×
지을 때 가장 큰 메모리                210.0MB      200.0MB  1.05×
그대로 다시 짓는 시간                   6.0초       10.0초  0.60×
그때 든 CPU 시간                        5.5초        9.1초  0.60×
하나 고치고 다시 짓는 시간              7.0초       10.0초  0.70×
그때 든 CPU 시간                        6.6초        9.1초  0.73×
미리보기의 첫 쪽까지                    1.9초       10.0초  0.19×
저장하고 그 쪽까지                     0.20초      10.00초  0.02×
저장하고 그 쪽까지 든 CPU 시간         0.20초       9.10초  0.02×
미리볼 때 가장 큰 메모리              110.0MB      200.0MB  0.55×
기록 쪽 HTML (가운데값)                41.2KB       30.0KB  1.38×
기록 쪽 HTML (가장 큰 것)              59.9KB       31.0KB  1.93×
사이트 크기                             5.1MB        4.0MB  1.28×
파일 수                                 240개        120개  2.00×
검사와 색인의 비율은 기본 MkDocs가 짓는 데 든 것에 견준 것입니다."""
    )


def test_growth_is_told_against_the_smallest_library() -> None:
    larger = OURS._replace(build=Cost(93, 88, 420_000_000))
    lines = growth({100: (OURS, STOCK), 1000: (larger, STOCK)}).splitlines()
    assert lines[1] == "기록 100개일 때의 몇 배인가"
    assert lines[2].split() == ["협치도서관", "1,000개", "기본", "MkDocs", "1,000개"]
    assert lines[11].split() == ["짓는", "시간", "10.00×", "1.00×"]


def test_what_was_not_measured_has_no_ratio() -> None:
    assert (ratio(0, 5), ratio(5, 0), ratio(1, 3)) == ("–", "–", "0.33×")


def test_a_command_costs_time_and_the_memory_of_what_it_starts(tmp_path: Path) -> None:
    inner = "block = b'x' * 80_000_000"
    outer = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}], check=True)"
    cost = cost_of([sys.executable, "-c", outer], os.environ, tmp_path / "log")
    assert cost.seconds > 0
    if hasattr(os, "wait4"):
        assert cost.memory > 80_000_000
        assert cost.processor > 0


def test_a_command_that_fails_stops_the_bench_with_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(Stop) as stop:
        cost_of(
            [sys.executable, "-c", "print('까닭'); raise SystemExit(3)"],
            {**os.environ, "PYTHONIOENCODING": "utf-8"},
            tmp_path / "log",
        )
    assert stop.value.message == "재던 명령이 실패했습니다:\n까닭"


def test_a_stock_page_says_what_ours_says_with_links_to_files() -> None:
    ours = (
        "<h1>가: 나</h1><dl><dt>분야</dt><dd><a href='../../domains/youth/'>청년</a></dd></dl>"
        "<ul><li>하나 <a href='../../cases/2017-a/#p3'>둘</a></li></ul>"
        "<table><tr><th>번호</th><th>제안</th></tr><tr><th>1</th><td>의자</td></tr></table><p>셋 &lt;넷&gt;</p>"
    )
    assert as_markdown(ours) == (
        "# 가: 나\n\n분야\n\n:    청년\n\n- 하나 [둘](2017-a.md)\n"
        "| 번호 | 제안 |\n| 1 | 의자 |\n셋 &lt;넷>\n\n"
    )


def test_the_stock_site_keeps_the_records_out_of_its_navigation(tmp_path: Path) -> None:
    small_library(tmp_path / "cases", {"mapo-gu/2017-a": RECORD})
    config = write_stock(tmp_path / "cases", tmp_path / "stock")
    assert json.loads(config.read_text("utf-8"))["not_in_nav"] == "/cases/\n"
    assert [page.name for page in (tmp_path / "stock/docs/cases").iterdir()] == ["2017-a.md"]


def test_the_figures_of_a_site_count_its_files_and_record_pages(tmp_path: Path) -> None:
    for name, length in (("cases/a", 10), ("cases/b", 20), ("cases/c", 90), ("cases", 5)):
        (tmp_path / name).mkdir(parents=True, exist_ok=True)
        (tmp_path / name / "index.html").write_bytes(b"x" * length)
    build = Cost(1, 1, 1)
    assert figures(None, None, build, tmp_path) == Figures(None, None, build, 20, 90, 125, 4)


def test_a_save_is_measured_to_the_page_that_shows_it_and_leaves_the_record(
    tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setenv("HYEOPCHI_PREVIEW", "1")
    small_library(tmp_path / "cases", STORY)
    before = {file: file.read_bytes() for file in tmp_path.rglob("*.md")}
    seconds, processor = middle_of_saves(tmp_path / "cases")
    assert processor > 0
    assert seconds > 0
    assert {file: file.read_bytes() for file in tmp_path.rglob("*.md")} == before


@pytest.mark.parametrize("wrong", [[], ["--records"], ["--records", "0"], ["--records", "많이"]])
def test_a_wrong_command_is_told_in_korean(wrong: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts/bench.py"), *wrong],
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 2
    assert done.stderr.startswith("알아듣지 못한 명령입니다.\n")


def test_the_papers_are_told_beside_what_they_may_be_at_most() -> None:
    found = PaperFigures(1.24, Cost(131.2, 240.9, 480_000_000), [1_200_000, 60_000], [60_000])
    assert (
        papers_told(found)
        == """
나눠 줄 종이
가장 오래 걸린 나눠 줄 종이의 CPU 시간: 1.2초 (한도 2초)
가장 큰 나눠 줄 종이: 60.0KB (한도 300KB)
모든 PDF: 2개, 1.3MB (한도 500MB)
모든 PDF를 만드는 시간: 131.2초 (한도 300초)
모든 PDF를 만드는 CPU 시간: 240.9초
만들 때 가장 큰 메모리: 480.0MB"""
    )
