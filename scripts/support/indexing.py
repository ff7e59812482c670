"""Keeps the preview's search index fresh; serve.py runs it beside the preview and ends it."""

from pathlib import Path
from runpy import run_path

run_path(str(Path(__file__).with_name("start.py")))

import os
import sqlite3
import sys
import threading
from pathlib import Path

from support import environment, mkdocs
from support.console import Stop, run, say


def main() -> int:
    """Make the index of the folder of records that is given, and again whenever a record changes."""
    threading.Thread(target=_end_with_the_preview, daemon=True).start()
    environment.enter("search")
    from hyeopchi.search.publishing import unwritten, watch

    try:
        watch(Path(sys.argv[1]), mkdocs.cache(), _tell)
    except sqlite3.Error as error:
        raise Stop(unwritten(error, mkdocs.cache())) from error
    return 0


def _tell(records: int, changed: int, seconds: float) -> None:
    if changed:
        say(f"찾아보기 색인이 다 되었습니다: 기록 {records:,}개, {seconds:.1f}초")


def _end_with_the_preview() -> None:
    """Standard input is a pipe from the preview: it ends when the preview does, however that is."""
    os.read(0, 1)  # not through sys.stdin: Python could not end while a thread reads there
    os._exit(0)


if __name__ == "__main__":
    run(main)
