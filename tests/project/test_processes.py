"""Processes that share a piece of work give what one alone gives."""

from __future__ import annotations

import os
import sys
import threading
from functools import partial
from pathlib import Path

import pytest

from hyeopchi.exports.dataset import in_order
from hyeopchi.exports.write import join_records, write_beside_records, write_records
from hyeopchi.library.library import Library
from hyeopchi.processes import ALONE, Crew, SharedLoop, crew_at_hand
from hyeopchi.records.archive import Archive
from hyeopchi.records.reader import read_archive
from hyeopchi.rules.checking import check
from measure.synthetic import write_synthetic

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="processes are copied on Linux only"
)
ITEMS = range(1_000)


def _children() -> set[str]:
    """The processes that this one has started, as Linux knows them."""
    tasks = Path("/proc/self/task").glob("*/children")
    return {process for task in tasks for process in task.read_text().split()}


def test_a_crew_gives_the_results_in_the_order_of_the_items() -> None:
    assert Crew(3).map(lambda number: number * number, ITEMS) == [
        number * number for number in ITEMS
    ]


def test_a_crew_works_too_by_a_python_that_knows_no_files_in_memory(monkeypatch) -> None:
    monkeypatch.delattr(os, "memfd_create", raising=False)
    assert Crew(2).map(str, ITEMS) == list(map(str, ITEMS))


def test_a_crew_really_works_in_several_processes_and_alone_where_there_is_little() -> None:
    assert len(set(Crew(3).map(lambda _: os.getpid(), ITEMS))) == 3
    assert (
        set(Crew(3).map(lambda _: os.getpid(), range(10)))
        == {os.getpid()}
        == set(ALONE.map(lambda _: os.getpid(), ITEMS))
    )


def test_a_few_long_works_are_shared_where_that_is_wished_and_no_process_has_nothing_to_do() -> (
    None
):
    shared = Crew(3).map(lambda number: (number, os.getpid()), range(2), least=2)
    assert [number for number, _ in shared] == [0, 1]
    assert len({process for _, process in shared}) == 2
    assert Crew(3).map(str, (), least=2) == Crew(3).map(str, ()) == []


def test_what_the_work_raises_in_a_helper_is_raised_here() -> None:
    def work(number: int) -> int:
        if number == 501:
            raise ValueError("501번째를 읽지 못했습니다")
        return number

    with pytest.raises(ValueError, match=r"^501번째를 읽지 못했습니다$"):
        Crew(2).map(work, ITEMS)


def test_a_helper_that_is_killed_is_told_and_leaves_no_process_behind() -> None:
    here = os.getpid()

    def work(number: int) -> int:
        if os.getpid() != here:
            os._exit(3)
        return number

    before = _children()
    with pytest.raises(ChildProcessError, match=r"^함께 일하던 프로그램이 끝까지 하지 못했습니다$"):
        Crew(2).map(work, ITEMS)
    assert _children() == before


@pytest.mark.parametrize(("status", "expected"), [(0, True), (1, False)])
def test_those_who_share_a_loop_do_every_round_once_and_say_whether_all_got_through(
    tmp_path: Path, status: int, expected: bool
) -> None:
    loop = SharedLoop(Crew(3))
    loop.beside(lambda: (tmp_path / "beside").write_text("done", "utf-8"))
    loop.part()
    assert sorted((*loop.own(range(30)), *loop.others(range(30)))) == list(range(30))
    for number in loop.own(range(30)):
        with (tmp_path / str(number)).open("x") as file:
            file.write(str(loop.number))
    if loop.number and status:
        os._exit(status)
    assert loop.meet() is expected
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {
        "beside": "done",
        **{str(number): str(number % 3) for number in range(30)},
    }


def test_one_process_does_all_of_a_loop_and_what_stands_beside_it(tmp_path: Path) -> None:
    loop = SharedLoop(ALONE)
    loop.beside(lambda: (tmp_path / "beside").write_text(str(os.getpid()), "utf-8"))
    loop.part()
    assert (loop.own("가나다"), loop.others("가나다"), loop.meet()) == (
        ["가", "나", "다"],
        [],
        True,
    )
    assert (tmp_path / "beside").read_text("utf-8") == str(os.getpid())


def test_what_fails_beside_a_loop_fails_where_its_processes_meet() -> None:
    loop = SharedLoop(Crew(2))
    loop.beside(lambda: 1 / 0)
    loop.part()
    with pytest.raises(ZeroDivisionError):
        loop.meet()


@pytest.mark.parametrize(("size", "is_here"), [(1, True), (2, False)])
def test_work_done_elsewhere_gives_what_it_gives_here(size: int, is_here: bool) -> None:
    done = Crew(size).elsewhere(lambda: (os.getpid(), 6 * 7))
    assert (done[0] == os.getpid(), done[1]) == (is_here, 42)


def test_what_fails_elsewhere_fails_here() -> None:
    with pytest.raises(ZeroDivisionError):
        Crew(2).elsewhere(lambda: 1 / 0)


@pytest.mark.parametrize(("size", "is_done"), [(1, False), (2, True)])
def test_another_process_works_beside_this_one_and_this_one_waits_for_it(
    tmp_path: Path, size: int, is_done: bool
) -> None:
    file = tmp_path / "done"
    with Crew(size).beside(lambda: file.write_text(str(os.getpid()))):
        pass
    assert (file.exists(), file.exists() and file.read_text() != str(os.getpid())) == (
        is_done,
        is_done,
    )


def test_a_process_beside_this_one_lets_all_others_go_first(tmp_path: Path) -> None:
    file = tmp_path / "niceness"
    with Crew(2).beside(lambda: file.write_text(str(os.nice(0)))):
        pass
    assert int(file.read_text()) == min(os.nice(0) + 5, 19)


def test_what_fails_in_a_process_beside_this_one_is_left_to_this_one() -> None:
    with Crew(2).beside(lambda: 1 / 0):
        pass


def test_a_process_that_runs_several_threads_stays_alone() -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert crew_at_hand() == ALONE
    finally:
        stop.set()
        thread.join()


def test_several_processes_read_check_and_tell_what_one_does(tmp_path: Path) -> None:
    """That whole sites are the same by one process and by several is tested of the real library."""
    cases = tmp_path / "cases"
    cases.mkdir()
    write_synthetic(cases, 260, 1)
    read = {crew: read_archive(cases, crew=crew) for crew in (ALONE, Crew(2))}
    assert check(read[ALONE]) == check(read[Crew(2)], Crew(2))
    told = {crew: _exports(read[crew], tmp_path / f"by-{crew.size}", crew) for crew in read}
    assert told[ALONE] == told[Crew(2)]
    assert len(told[ALONE]) > 260


def _exports(archive: Archive, folder: Path, crew: Crew) -> dict[str, bytes]:
    library, loop = Library(archive), SharedLoop(crew)
    loop.beside(partial(write_beside_records, library, folder))
    loop.part()
    write_records(library, folder, loop.own(in_order(library)))
    assert loop.meet()
    join_records(library, folder)
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }
