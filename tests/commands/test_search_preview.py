"""The preview: its pages stand at once, and the index that a process beside it makes comes into them."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from helpers.servers import free_port, heed_interrupts
from helpers.small_library import small_library
from support.environment import ROOT

RECORD = """
kind: case
title: 골목에 의자를 놓다
summary: 주민이 함께 의자를 놓았습니다.
districts: [mapo-gu]
domains: [neighbourhood]
"""


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[tuple[subprocess.Popen, str, Path]]:
    """The preview of one record in a project of its own: the process, its address, the record."""
    for name in ("docs", "hooks", "scripts"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for file in (ROOT / "mkdocs.yml", *ROOT.glob("requirements-*.txt")):
        shutil.copy(file, tmp_path)
    (tmp_path / ".venv").symlink_to(ROOT / ".venv")
    small_library(tmp_path / "cases", {"mapo-gu/2017-a": RECORD})
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "scripts/serve.py", "--port", str(port)],
        cwd=tmp_path,
        encoding="utf-8",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        preexec_fn=heed_interrupts,
    )
    try:
        yield server, f"http://127.0.0.1:{port}", tmp_path / "cases/mapo-gu/2017-a.md"
    finally:
        os.killpg(server.pid, signal.SIGINT)
        server.communicate(timeout=120)


def read_until(server: subprocess.Popen, *wanted: str) -> None:
    """Read what the preview says until all of it was said, in any order."""
    waiting = set(wanted)
    while waiting:
        line = server.stdout.readline()
        assert line, f"the preview ended without {waiting}"
        waiting -= {one for one in waiting if line.startswith(one)}


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C cannot be sent to one process there")
def test_the_index_comes_into_the_preview_and_follows_an_edit(preview) -> None:
    server, address, record = preview
    read_until(server, "미리보기 주소: ", "찾아보기 색인이 다 되었습니다: 기록 1개")
    before = other_manifest(address, {})
    assert before["records"] == 1
    record.write_text(record.read_text("utf-8") + "\n별빛마을에도 놓았습니다.\n", "utf-8")
    read_until(server, "찾아보기 색인이 다 되었습니다: 기록 1개", "바뀐 파일이 있어 다시 짓습니다.")
    assert other_manifest(address, before)["files"]["words"] != before["files"]["words"]


def other_manifest(address: str, before: dict) -> dict:
    """The preview's manifest once it is another; while a site is built again there may be none."""
    last = time.monotonic() + 60
    while time.monotonic() < last:
        with (
            suppress(OSError, ValueError),
            urllib.request.urlopen(f"{address}/search/manifest.json") as answer,
        ):
            found = json.load(answer)
            if found != before:
                return found
    raise AssertionError("no other manifest came")
