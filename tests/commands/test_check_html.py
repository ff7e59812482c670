"""The command that lets the W3C's checker judge the pages: what it says of what was found."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import check_html
from helpers.site_pages import page_types
from support.console import Stop
from support.environment import ROOT


def test_an_error_is_told_by_its_page_line_and_column(tmp_path: Path) -> None:
    wrong = {
        "type": "error",
        "url": (tmp_path / "cases/가/index.html").as_uri(),
        "lastLine": 12,
        "firstColumn": 5,
        "message": "Stray end tag “div”.",
    }
    known = {"type": "info", "url": wrong["url"], "message": "Trailing slash on void elements."}
    assert list(check_html.errors({"messages": [wrong, known]}, tmp_path)) == [
        "cases/가/index.html:12:5: Stray end tag “div”."
    ]


def test_a_folder_without_pages_is_named(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "scripts/check_html.py"), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (
        1,
        f"지은 쪽이 없습니다: {tmp_path}\n먼저 'python3 scripts/build.py'를 실행하세요.\n",
    )


def test_without_a_java_it_says_what_is_needed(monkeypatch) -> None:
    monkeypatch.setattr(check_html.shutil, "which", lambda _: None)
    with pytest.raises(Stop) as stop:
        check_html.java()
    assert stop.value.message == "자바가 없습니다. 자바(11 이상)를 설치한 뒤 다시 실행하세요."


def test_the_checker_finds_nothing_on_any_type_of_page_where_a_java_is_at_hand(
    site: Path, tmp_path: Path
) -> None:
    """On every page of the site: ``python3 scripts/check_html.py``."""
    java = shutil.which("java")
    if java is None:
        return
    for name, address in page_types(site).items():
        page = "404.html" if name == "404" else f"{address}index.html"
        (tmp_path / page).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(site / page, tmp_path / page)
    found = check_html.report(java, tmp_path)
    assert list(check_html.errors(found, tmp_path)) == []
