"""What a command costs: time, processor time, and the most memory that any of its processes held."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from support.console import Stop

STEP = ("-m", "measure.steps")
"""What a Python is given to run a step of ``measure.steps``; its name and arguments follow."""
_SHOWN = 15
"""Lines of a failed command's output that are shown."""
# Linux counts in kibibytes, macOS in bytes; Windows has no wait4.
_UNIT = 1 if sys.platform == "darwin" else 1024


class Cost(NamedTuple):
    """Wall and processor time in seconds, and peak memory in bytes; 0 where the system tells none.

    A busy machine stretches the wall time; the processor time stays about the same.
    """

    seconds: float
    processor: float
    memory: int


def cost_of(command: Sequence[str], environ: Mapping[str, str], log: Path) -> Cost:
    """Run ``command`` with its output in ``log``; raise ``Stop`` if it fails.

    On Linux a process counts the memory of the one it was started from, so the caller stays
    small: whatever needs memory runs as a command of its own.
    """
    began = time.monotonic()
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            env=dict(environ),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            processor, memory = _wait(process)
            seconds = time.monotonic() - began
        finally:
            if process.returncode is None:
                process.terminate()
                process.wait()
    if process.returncode != 0:
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
        raise Stop("\n".join(["재던 명령이 실패했습니다:", *lines[-_SHOWN:]]))
    return Cost(seconds, processor, memory)


def _wait(process: subprocess.Popen[bytes]) -> tuple[float, int]:
    """Processor time and peak memory of the process and those that it started."""
    if not hasattr(os, "wait4"):
        process.wait()
        return 0, 0
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _UNIT
