"""The command that lets the W3C's checker judge the pages: what it says of what was found."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import check_html
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
