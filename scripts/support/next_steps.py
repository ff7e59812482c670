"""Next steps: commands as a person would type them to go on with the same folder of records."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

from support.records import FOLDER


def command(script: str, cases: Path, *more: str | Path) -> str:
    """The line that runs ``script`` for ``cases``, which it names only where it is not the usual folder."""
    folder = () if cases.resolve() == FOLDER.resolve() else ("--cases", cases)
    words = ("python3", f"scripts/{script}", *map(str, (*folder, *more)))
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)
