"""Reading again with a memory: as if for the first time, and what has not changed is the same object."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.small_library import STORY, small_library
from hyeopchi.files.memory import FORGETFUL, LastingMemory, Memory
from hyeopchi.records.archive import Archive
from hyeopchi.records.reader import read_archive
from hyeopchi.records.record import Record
from hyeopchi.rules.checking import check

FORUM = "geumcheon-gu/2017-market-forum.md"
DOCUMENT = (
    "title: 시민의 다짐\npublisher: 서울시\nrights: unknown\nseen: whole\nurl_note: 종이로 봄\n"
)


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    """A folder of six records, one of which cites a document."""
    folder = tmp_path / "cases"
    small_library(folder, STORY)
    (folder / "_sources").mkdir()
    (folder / "_sources/pledges.yml").write_text(DOCUMENT, "utf-8")
    edit(folder / "seoul/2016-pledges.md", "{key: paper, title: 다짐문", "{key: paper, id: pledges")
    edit(
        folder / "seoul/2016-pledges.md",
        " date: 2016-11-27, rights: unknown, url_note: 종이로 봄",
        "",
    )
    return folder


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def read(cases: Path, memory: Memory) -> tuple[Archive, list[str]]:
    archive = read_archive(cases, memory=memory)
    return archive, [problem.text() for problem in check(archive, memory=memory)]


EDITS: dict[str, Callable[[Path], object]] = {
    "a record": lambda cases: edit(cases / FORUM, "419명이", "419명의 주민이"),
    "a target of links": lambda cases: edit(
        cases / "seoul/2017-plan.md", 'number: "1"', 'number: "7"'
    ),
    "a document": lambda cases: edit(cases / "_sources/pledges.yml", "시민의", "시민과 시의"),
    "another document": lambda cases: (cases / "_sources/later.yml").write_text(DOCUMENT, "utf-8"),
    "no document": lambda cases: (cases / "_sources/pledges.yml").unlink(),
    "a word": lambda cases: edit(cases / "_vocabulary/domains.yml", "id: civic-", "id: civil-"),
    "a field": lambda cases: edit(cases / "_vocabulary/fields.yml", "length: 200", "length: 20"),
    "broken words": lambda cases: (cases / "_vocabulary/domains.yml").write_text("id: [", "utf-8"),
    "a new record": lambda cases: (cases / "seoul/2018-new.md").write_text("---\n", "utf-8"),
    "no record": lambda cases: (cases / FORUM).unlink(),
    "a move": lambda cases: (cases / FORUM).rename(cases / "seoul/2017-market-forum.md"),
    "what is no text": lambda cases: (cases / FORUM).write_bytes(b"\xff"),
    "a list": lambda cases: (cases / "_received.yml").write_text(
        "received: [{number: 1}]", "utf-8"
    ),
}


def test_after_any_edit_all_is_as_if_read_for_the_first_time(cases: Path) -> None:
    memory = LastingMemory()
    read(cases, memory)
    kept = cases.with_name("kept")
    shutil.copytree(cases, kept)
    for name, change in EDITS.items():
        change(cases)
        again, said = read(cases, memory)
        anew, said_anew = read(cases, FORGETFUL)
        assert (name, said) == (name, said_anew)
        assert [told(one) for one in again.records] == [told(one) for one in anew.records]
        shutil.rmtree(cases)
        shutil.copytree(kept, cases)


def told(record: Record) -> tuple:
    return record.id, record.source, record.folder, record.entry


def test_what_has_not_changed_is_the_same_object(cases: Path) -> None:
    memory = LastingMemory()
    before, _ = read(cases, memory)
    assert read(cases, memory)[0] is before
    EDITS["a record"](cases)
    after, _ = read(cases, memory)
    changed = [one.id for one in after.records if one not in before.records]
    assert (changed, len(after.records)) == (["2017-market-forum"], 6)


def test_a_record_is_another_where_the_document_that_it_cites_is(cases: Path) -> None:
    memory = LastingMemory()
    before, _ = read(cases, memory)
    EDITS["a document"](cases)
    after, _ = read(cases, memory)
    changed = [one for one in after.records if one not in before.records]
    assert [one["sources"][0]["title"] for one in changed] == ["시민과 시의 다짐"]


def test_a_file_that_was_written_twice_in_one_tick_is_read_again(tmp_path: Path) -> None:
    file, memory = tmp_path / "x.md", LastingMemory()
    for text in ("가", "나"):
        file.write_text(text, "utf-8")
        os.utime(file, ns=(1, 1))
        assert memory.source(file, "x.md").text == text


def test_a_file_at_rest_is_not_opened_again(tmp_path: Path, monkeypatch) -> None:
    file, memory = tmp_path / "x.md", LastingMemory()
    file.write_text("가", "utf-8")
    monkeypatch.setattr("time.time_ns", lambda: file.stat().st_ctime_ns + 10**10)
    first = memory.source(file, "x.md")
    monkeypatch.setattr(Path, "read_bytes", lambda file: pytest.fail("it was opened"))
    assert memory.source(file, "x.md") is first


def test_what_was_not_asked_for_is_forgotten(tmp_path: Path) -> None:
    memory = LastingMemory()
    first = memory.kept("list", (), list)
    memory.forget()
    assert memory.kept("list", (), list) is first
    memory.forget()
    memory.forget()
    assert memory.kept("list", (), list) is not first
