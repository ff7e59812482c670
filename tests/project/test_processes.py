"""Processes that share a piece of work give what one alone gives."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from hyeopchi.processes import ALONE, Crew, SharedLoop, crew_at_hand
from measure.synthetic import write_synthetic
from support import mkdocs
from support.environment import ROOT

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


def test_a_crew_really_works_in_several_processes_and_alone_where_there_is_little() -> None:
    assert len(set(Crew(3).map(lambda _: os.getpid(), ITEMS))) == 3
    assert (
        set(Crew(3).map(lambda _: os.getpid(), range(10)))
        == {os.getpid()}
        == set(ALONE.map(lambda _: os.getpid(), ITEMS))
    )


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
    loop.part()
    others = set(loop.others(range(30)))
    for number in set(range(30)) - others:
        with (tmp_path / str(number)).open("x") as file:
            file.write(str(loop.number))
    if loop.number and status:
        os._exit(status)
    assert loop.meet() is expected
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {
        str(number): str(number % 3) for number in range(30)
    }


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


def test_a_site_built_by_several_processes_is_the_one_that_a_single_process_builds(
    tmp_path: Path,
) -> None:
    cases = tmp_path / "cases"
    cases.mkdir()
    write_synthetic(cases, 260, 1)
    built = {
        name: _build(cases, tmp_path / name, cores)
        for name, cores in (("alone", {min(os.sched_getaffinity(0))}), ("crew", None))
    }
    assert built["alone"] == built["crew"]
    assert sum(name.endswith(".html") for name in built["crew"]) > 260


def _build(cases: Path, site: Path, cores: set[int] | None) -> dict[str, bytes]:
    """The files of the site that is built of ``cases`` on these cores, of nothing that another build kept."""
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "--strict",
            "--config-file",
            str(ROOT / "mkdocs.yml"),
            "--site-dir",
            str(site),
        ],
        env={**mkdocs.environment(cases), mkdocs.CACHE: f"{site}-made/search"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        preexec_fn=(lambda: os.sched_setaffinity(0, cores)) if cores else None,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return {
        file.relative_to(site).as_posix(): file.read_bytes()
        for file in sorted(site.rglob("*"))
        if file.is_file()
    }
