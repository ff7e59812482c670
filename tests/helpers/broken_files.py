"""Small folders of records for tests: what a file there is said to be wrong with."""

from __future__ import annotations

import shutil
from pathlib import Path

from helpers.same_words import SAME_WORDS
from hyeopchi.records.reader import read_archive
from hyeopchi.rules.checking import check
from support.environment import ROOT

VOCABULARY = ROOT / "cases/_vocabulary"

CASE = """\
---
kind: case
title: 주민이 마을 모임을 열다
summary: 주민이 마을 모임을 열었습니다.
districts: [mapo-gu]
domains: [neighbourhood]
period: {start: 2017, from: {list: 1쪽}}
status: {value: planned, from: {list: 1쪽}}
case_type: event
scale: district
sources: [{key: list, title: 모임 목록, date: 2017, rights: unknown, url_note: 종이로 봄}]
added: 2026-11-22
---
"""
"""A record with nothing wrong; its domain begins at 6:11."""


def shelf(folder: Path, files: dict[str, str | bytes] | None = None) -> Path:
    """A folder ``cases`` below ``folder``: the real vocabularies, and ``files`` by their paths."""
    cases = folder / "cases"
    shutil.copytree(VOCABULARY, cases / "_vocabulary")
    for name, text in (files or {}).items():
        path = cases / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    return cases


def problems(cases: Path) -> list[str]:
    """Every line that the checker has to say about the folder."""
    return [problem.text() for problem in check(read_archive(cases, memory=SAME_WORDS))]


def changed(old: str, new: str, text: str = CASE, most: int = -1) -> str:
    """``text`` with ``new`` in the place of ``old``, which it must have; at most ``most`` times."""
    assert old in text
    return text.replace(old, new, most)
