"""Running MkDocs as a program of its own: the library's messages come through, its log does not."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from support.build_date import VARIABLE, build_epoch
from support.console import Stop, say
from support.environment import ROOT
from support.records import existing

PAPERS, RELEASE = "HYEOPCHI_PAPERS", "HYEOPCHI_RELEASE"
"""Environment variables, true or false: make the papers with the site; make a site for publishing."""
CACHE = "HYEOPCHI_CACHE"
"""Environment variable: the folder of what the search index is made from."""
PATIENCE = 5.0
"""Seconds that MkDocs gets to end by itself after Ctrl+C."""

CONFIGURATION = ROOT / "mkdocs.yml"
_UNREAD = "설정을 고치고 다시 실행하세요. 예전 사이트가 있었다면 그대로 있습니다."
_LOG = re.compile(r"(?:(?P<level>DEBUG|INFO|WARNING|ERROR|CRITICAL) *-  |Error: )(?P<message>.*)")
_NOISE = re.compile(r"\s*$|Aborted with |Error building page |.*\"(GET|HEAD) ")


def run(arguments: list[str], cases: Path, on_line: Callable[[str], None]) -> int:
    """Run ``python -m mkdocs`` on the records in ``cases``; give every line to ``on_line``; the exit code."""
    command = ["-m", "mkdocs", *arguments, "--config-file", str(CONFIGURATION)]
    return run_python(command, cases, on_line)


def run_python(arguments: list[str], cases: Path, on_line: Callable[[str], None]) -> int:
    """Run a Python program in the surroundings of a build of ``cases``; give every line to ``on_line``.

    Returns the exit code. When this process is stopped, the program is stopped with it.
    """
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment(cases),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    try:
        for line in process.stdout or ():
            on_line(line.rstrip("\n"))
        return process.wait()
    finally:
        _end(process)


def environment(cases: Path) -> dict[str, str]:
    """The variables MkDocs runs with: the records, one date and one order for every build.

    Raises ``Stop`` where the settings, the date or the folder are not what they should be.
    """
    check_settings(CONFIGURATION)
    kept = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    return {
        **kept,
        VARIABLE: build_epoch(os.environ, ROOT),
        "HYEOPCHI_CASES": str(existing(cases)),
        CACHE: str(cache()),
        "PYTHONHASHSEED": "0",
        "PYTHONIOENCODING": "utf-8",
        "PYTHONUNBUFFERED": "1",
        "NO_COLOR": "1",
        "NO_MKDOCS_2_WARNING": "1",
    }


def check_settings(file: Path) -> None:
    """Raise ``Stop`` with all that is wrong in the settings, before MkDocs reads them."""
    from hyeopchi.library.settings_file import settings_problems  # needs PyYAML

    problems = settings_problems(file, file.name)
    if problems:
        raise Stop("\n".join([*(one.text() for one in problems), _UNREAD]))


def cache() -> Path:
    """The folder of what the search index is made from, which may be deleted at any time."""
    return Path(os.environ.get(CACHE, ROOT / ".cache/search"))


def readable(line: str) -> str | None:
    """What a person should see of a line of MkDocs' output, or None."""
    log = _LOG.match(line)
    if log and log["level"] in ("DEBUG", "INFO"):
        return None
    text = log["message"] if log else line
    return None if _NOISE.match(text) else text


def show(line: str) -> None:
    """Print what a person should see of a line of MkDocs' output."""
    text = readable(line)
    if text is not None:
        say(text, stream=sys.stderr)


def _end(process: subprocess.Popen[str]) -> None:
    """End a process that is still there, gently: MkDocs removes its temporary folder then."""
    interrupted = sys.exc_info()[0] is KeyboardInterrupt  # Ctrl+C reached the process too
    if interrupted:
        _ends_within(PATIENCE, process)
    if process.poll() is None:
        process.send_signal(signal.SIGTERM if os.name == "nt" else signal.SIGINT)
        if not _ends_within(PATIENCE, process):
            process.kill()
            process.wait()
    if process.stdout:
        process.stdout.close()


def _ends_within(seconds: float, process: subprocess.Popen[str]) -> bool:
    with suppress(subprocess.TimeoutExpired):
        process.wait(seconds)
        return True
    return False
