"""Publishing: the index into a built site, or into the preview that is being looked at."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from hyeopchi.search.index import Index
from hyeopchi.search.tokens import is_available

FOLDER = "search"
NOT_MADE = "찾아보기 색인은 만들지 않았습니다. 색인까지 지으려면 'python3 scripts/build.py'를 실행하세요.\n"
_LOOKED_AT = "preview-site.txt"


def unwritten(error: Exception, cache: Path) -> str:
    """What there is to say where the index could not be written for ``error``."""
    return (
        f"찾아보기 색인을 쓰지 못했습니다: {error}. "
        f"{cache} 폴더에 쓸 권한과 디스크에 남은 자리가 있는지 확인하세요."
    )


def publish(cases: Path, cache: Path, site: Path) -> str:
    """Make the index of ``cases`` and put it into ``site``; what there is to say if it cannot be made."""
    if not is_available():
        return NOT_MADE
    index = Index(cases, cache)
    index.refresh()
    index.shelf.copy_to(site / FOLDER)
    return ""


def show_in_preview(cases: Path, cache: Path, site: Path) -> None:
    """Put the index as it is into a preview's ``site``, and tell ``watch`` where that is."""
    index = Index(cases, cache)
    index.shelf.copy_to(site / FOLDER)
    cache.mkdir(parents=True, exist_ok=True)
    (cache / _LOOKED_AT).write_text(str(site), encoding="utf-8")


def watch(
    cases: Path, cache: Path, say: Callable[[int, int, float], None], pause: float = 1.0
) -> None:
    """Refresh the index whenever a record changes, and put it into the preview; never returns."""
    index = Index(cases, cache)
    seen = None
    while True:
        now = _stamps(cases)
        if now != seen:
            began = time.monotonic()
            report = index.refresh()
            _put_into_preview(index, cache)
            say(report.records, report.changed, time.monotonic() - began)
        seen = now
        time.sleep(pause)


def _put_into_preview(index: Index, cache: Path) -> None:
    try:
        site = Path((cache / _LOOKED_AT).read_text(encoding="utf-8"))
        if site.is_dir():
            index.shelf.copy_to(site / FOLDER)
    except OSError:  # no preview yet, or it is being built again: it will take the index then
        return


def _stamps(cases: Path) -> dict[str, tuple[int, int]]:
    return {
        str(file): (file.stat().st_mtime_ns, file.stat().st_size)
        for file in sorted(cases.rglob("*.*"))
        if file.is_file()
    }
