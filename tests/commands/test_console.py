"""How every command ends where what it prints cannot be read or kept."""

import errno
import os
import subprocess
import sys

import pytest

from support.console import because
from support.environment import ROOT

SAYS = "import sys; from support import console; console.run(lambda: console.say('하나') or sys.stderr.write('끝') and 0)"
WRITES = (
    "import sys; from support import console; console.run(lambda: sys.stdout.write('하나') and 0)"
)


def run(code: str, **streams) -> tuple[int, str]:
    """The exit code of a command, and what it says to the person."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT / "scripts",
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
        **streams,
    )
    return done.returncode, done.stderr


@pytest.fixture
def deaf():
    """The end of a pipe whose reader has left."""
    reader, writer = os.pipe()
    os.close(reader)
    yield writer
    os.close(writer)


def test_a_command_goes_on_where_its_reader_has_left(deaf: int) -> None:
    assert run(SAYS, stdout=deaf) == (0, "끝")


def test_a_result_that_nobody_reads_ends_quietly(deaf: int) -> None:
    assert run(WRITES, stdout=deaf) == (1, "")


@pytest.mark.skipif(os.name == "nt", reason="there a program always has its streams")
def test_closed_streams_are_no_fault() -> None:
    closed = subprocess.run(
        ["sh", "-c", '"$0" -c "$1" <&- >&-', sys.executable, SAYS],
        cwd=ROOT / "scripts",
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert (closed.returncode, closed.stderr) == (0, "끝")


def test_a_fault_of_the_system_is_told_in_plain_words() -> None:
    assert run(
        "from support import console; console.run(lambda: open('build.py/x'))",
        stdout=subprocess.PIPE,
    ) == (
        1,
        "끝까지 하지 못했습니다: 폴더가 있을 자리에 파일이 있습니다: build.py/x\n"
        "폴더의 권한과 남은 자리를 확인하고 다시 실행하세요.\n",
    )


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(errno.EACCES, "Permission denied", "papers"), "권한이 없습니다: papers"),
        (OSError(errno.ENOSPC, "No space left on device"), "디스크에 남은 자리가 없습니다"),
        (OSError("자리가 없습니다"), "자리가 없습니다"),
    ],
)
def test_the_systems_reason_is_given_in_korean(error: OSError, said: str) -> None:
    assert because(error) == said
