"""What checks keep for the next one: the same report with it and without, whatever became of it."""

from __future__ import annotations

import os
import pickle
import random
import shutil
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.filling import LIBRARY
from helpers.small_library import STORY, small_library
from hyeopchi.files.kept import Kept
from hyeopchi.files.memory import FORGETFUL, Memory, Packed
from hyeopchi.processes import ALONE, Crew
from hyeopchi.records import kept_memory
from hyeopchi.records.kept_memory import KeptMemory
from hyeopchi.records.reader import read_archive
from hyeopchi.rules.checking import check, own_problems

KEY, OTHER = b"k" * 32, b"o" * 32
PIECES = ("가", "419명", "\n", "---\n", ": ", "[", "- ", "id: pledges", "2031-02-30", "<b>", "\x00")
"""What a slip of a hand puts into a file, or a hostile one."""


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    """A folder of six records."""
    small_library(tmp_path / "cases", STORY)
    return tmp_path / "cases"


def report(cases: Path, memory: Memory = FORGETFUL, crew: Crew = ALONE) -> list[str]:
    """What a check says."""
    archive = read_archive(cases, crew=crew, memory=memory)
    return [problem.text() for problem in check(archive, crew, memory)]


def edited(cases: Path, chance: random.Random) -> None:
    """Put a piece in the place of another anywhere; move, remove or copy a file now and then."""
    files = sorted(file for file in cases.rglob("*.*") if file.is_file())
    file = chance.choice([one for one in files if one.suffix == ".md"] * 3 + files)
    sort = chance.randrange(12)
    if sort == 0:
        file.unlink()
    elif sort == 1:
        file.rename(file.with_name(f"x{file.name}"))
    elif sort == 2:
        shutil.copyfile(file, file.with_name(f"2020-{file.name}"))
    else:
        text = file.read_text("utf-8")
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.choice((0, 0, 1, 5, 40)))
        stamp = file.stat()
        file.write_text(text[:start] + chance.choice(PIECES) + text[end:], "utf-8")
        os.utime(file, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))


@pytest.mark.parametrize("seed", range(2))
def test_after_random_edits_the_report_is_that_of_a_check_without(cases: Path, seed: int) -> None:
    chance, kept = random.Random(seed), cases.with_name("checks")
    before = cases.with_name("before")
    shutil.copytree(cases, before)
    for step in range(15):
        edited(cases, chance)
        assert (step, report(cases, KeptMemory(Kept(kept)))) == (step, report(cases))
        if step % 5 == 4:  # back to what is well, of which much is known
            shutil.rmtree(cases)
            shutil.copytree(before, cases)


def test_several_processes_keep_and_find_as_one_does(cases: Path, monkeypatch) -> None:
    monkeypatch.setattr("hyeopchi.processes._LEAST_WORK", 1)
    kept = cases.with_name("checks")
    for _ in range(2):
        assert report(cases, KeptMemory(Kept(kept)), Crew(2)) == report(cases)
    monkeypatch.setattr(Kept, "put", lambda *_: pytest.fail("it was made again"))
    assert report(cases, KeptMemory(Kept(kept))) == report(cases)


def test_another_process_is_sent_the_bytes_that_are_kept_or_the_key_of_those_that_were(
    tmp_path: Path,
) -> None:
    data = pickle.dumps(("read once",))
    sent = pickle.loads(pickle.dumps(Packed(threading.Lock(), data)))
    assert sent == Packed(None, data)
    assert pickle.loads(pickle.dumps(Packed("kept nowhere"))) == Packed("kept nowhere")
    Kept(tmp_path, "1").put(KEY, data)
    memory = KeptMemory(Kept(tmp_path, "1"))
    assert [
        memory.unpacked(packed, lambda: "made anew")
        for packed in (sent, Packed(key=KEY), Packed(key=OTHER), Packed("kept nowhere"))
    ] == ["read once", "read once", "made anew", "kept nowhere"]


def test_what_is_kept_is_read_by_one_process_alone(cases: Path, monkeypatch) -> None:
    """The others look whether it is there."""
    monkeypatch.setattr("hyeopchi.processes._LEAST_WORK", 1)
    memory, here = KeptMemory(Kept(cases.with_name("checks"))), os.getpid()
    report(cases, memory, Crew(2))
    again, load = KeptMemory(Kept(cases.with_name("checks"))), kept_memory._loaded
    monkeypatch.setattr(
        kept_memory, "_loaded", lambda data: load(data) if os.getpid() == here else 1 / 0
    )
    assert len(read_archive(cases, crew=Crew(2), memory=again).records) == 6


def spoilt(file: Path, data: bytes) -> Iterator[bytes]:
    """A kept file as a full disk, a killed command or a bad sector leaves it."""
    yield b""
    yield data[:-1]
    yield data[:50]
    yield data[: len(data) // 2] + b"\x00" * 9 + data[len(data) // 2 :]
    yield bytes(255 - one for one in data)
    yield data[:44] + b"spoilt" + data[50:]


def test_what_is_spoilt_is_made_anew(cases: Path) -> None:
    folder, expected = cases.with_name("checks"), report(cases)
    report(cases, KeptMemory(Kept(folder)))
    [file] = folder.glob("*/*")
    for data in spoilt(file, file.read_bytes()):
        for other in folder.glob("*/*"):
            other.unlink()
        file.write_bytes(data)
        assert report(cases, KeptMemory(Kept(folder))) == expected


def test_where_nothing_can_be_kept_the_report_is_the_same(cases: Path) -> None:
    place = cases.with_name("checks")
    place.write_text("a file stands where the folder should be", "utf-8")
    assert report(cases, KeptMemory(Kept(place))) == report(cases)
    assert report(cases, KeptMemory(Kept(place / "below"))) == report(cases)


class Hostile:
    def __reduce__(self) -> tuple:
        return sys.exit, ("it was obeyed",)


HOSTILE = (
    pickle.dumps((Hostile(),)),
    b"\x80\x04\x8c\x13hyeopchi.files.kept\x8c\x08os.abort\x93)R.",  # by way of a module of ours
)


@pytest.mark.parametrize("data", HOSTILE)
def test_nothing_but_our_own_values_is_made_of_what_is_kept(
    cases: Path, monkeypatch, data: bytes
) -> None:
    monkeypatch.setattr(Kept, "get", lambda *_: data)
    assert report(cases, KeptMemory(Kept(cases.with_name("checks")))) == report(cases)


def test_other_code_finds_nothing_and_clears_away(tmp_path: Path) -> None:
    Kept(tmp_path, "1").put(KEY, b"one")
    assert Kept(tmp_path, "1").get(KEY) == b"one"
    assert Kept(tmp_path, "2").get(KEY) is None
    assert Kept(tmp_path, "1").get(KEY) is None


def test_the_last_word_under_a_key_counts(tmp_path: Path) -> None:
    kept = Kept(tmp_path, "1")
    for data in (b"one", b"two"):
        kept.put(KEY, data)
    assert (Kept(tmp_path, "1").get(KEY), Kept(tmp_path, "1").get(OTHER)) == (b"two", None)


def test_all_that_the_library_holds_can_be_kept(tmp_path: Path, monkeypatch) -> None:
    archive = LIBRARY.archive
    made = {record.id: (record, tuple(own_problems(record, archive))) for record in archive.records}
    for again in range(2):
        memory = KeptMemory(Kept(tmp_path))
        for record_id, value in made.items():
            found = memory.kept(("own", f"cases/{record_id}"), (value[0],), lambda v=value: v)
            assert found[0].entry == value[0].entry
            assert found[1:] == value[1:]
        if not again:
            monkeypatch.setattr(Kept, "put", lambda *_: pytest.fail("it was made again"))
