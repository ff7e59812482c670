"""The preview as a person runs it: its pages are as the files are, and the index beside it comes into them."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from helpers.servers import free_port, heed_interrupts
from helpers.small_library import BOOK, small_library
from hyeopchi.search.cache import opened
from hyeopchi.search.index import Index
from support.environment import ROOT

_IMPATIENT = (
    "from support import environment, indexing; environment.enter = lambda group: None; "
    "from hyeopchi.search import cache; cache._LONGEST_WAIT = 0.0; indexing.run(indexing.main)"
)
"""Makes the preview's index, and waits for no other program."""


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[tuple[subprocess.Popen, str, Path]]:
    """The preview of one record in a project of its own: the process, its address, the record."""
    for name in ("docs", "hooks", "scripts"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for file in (ROOT / "mkdocs.yml", *ROOT.glob("requirements-*.txt")):
        shutil.copy(file, tmp_path)
    (tmp_path / ".venv").symlink_to(ROOT / ".venv")
    small_library(tmp_path / "cases", {"seoul/nd-first-book": BOOK})
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
        yield server, f"http://127.0.0.1:{port}", tmp_path / "cases/seoul/nd-first-book.md"
    finally:
        with suppress(ProcessLookupError):
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
def test_the_preview_says_its_address_follows_changes_and_ends_quietly(preview) -> None:
    server, address, record = preview
    assert server.stdout.readline() == "미리보기를 준비하고 있습니다.\n"
    read_until(
        server,
        f"미리보기 주소: {address}/ (끝내려면 Ctrl+C)\n",
        "찾아보기 색인이 다 되었습니다: 기록 1개",
    )
    before = other_manifest(address, {})
    assert before["records"] == 1
    edited = record.read_text("utf-8").replace("협치를 처음", "별빛마을을 처음")
    record.write_text(edited, "utf-8")
    assert "<h1>별빛마을을 처음 배우는 책</h1>" in page(address, "cases/nd-first-book/")
    changed = "바뀐 파일을 다시 읽었습니다: cases/seoul/nd-first-book.md\n"
    read_until(server, changed, "찾아보기 색인이 다 되었습니다: 기록 1개")
    assert other_manifest(address, before)["files"]["words"] != before["files"]["words"]
    record.write_text(edited.replace("kind: resource", "kind: resort"), "utf-8")
    assert "resort" in page(address, "cases/nd-first-book/")
    read_until(server, changed, "cases/seoul/nd-first-book.md:2:7: ")
    os.killpg(server.pid, signal.SIGINT)
    said, _ = server.communicate(timeout=120)
    assert (said[-len("\n미리보기를 끝냈습니다.\n") :], server.returncode) == (
        "\n미리보기를 끝냈습니다.\n",
        0,
    )


def page(address: str, place: str) -> str:
    with urllib.request.urlopen(f"{address}/{place}") as answer:
        return answer.read().decode()


def other_manifest(address: str, before: dict) -> dict:
    """The preview's manifest once it is another."""
    last = time.monotonic() + 60
    while time.monotonic() < last:
        with suppress(OSError, ValueError):
            found = json.loads(page(address, "search/manifest.json"))
            if found != before:
                return found
    raise AssertionError("no other manifest came")


def test_an_index_that_another_program_keeps_is_told_without_a_traceback(tmp_path: Path) -> None:
    small_library(tmp_path / "cases", {"seoul/nd-first-book": BOOK})
    cache = tmp_path / "cache"
    store = Index(tmp_path / "cases", cache).shelf.folder.parent / "documents.sqlite3"
    with opened(store):
        other = sqlite3.connect(store, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    server = subprocess.Popen(
        [sys.executable, "-c", _IMPATIENT, str(tmp_path / "cases")],
        env={
            **os.environ,
            "HYEOPCHI_CACHE": str(cache),
            "PYTHONPATH": os.pathsep.join((str(ROOT / "scripts"), str(ROOT / "hooks"))),
        },
        encoding="utf-8",
        stdin=subprocess.PIPE,  # as the preview's, it ends when nobody waits any more
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert server.stdout.read() == (
        "찾아보기 색인을 쓰지 못했습니다: database is locked. "
        f"{cache} 폴더에 쓸 권한과 디스크에 남은 자리가 있는지 확인하세요.\n"
    )
    assert server.wait() == 1
    other.close()
