"""Putting a finished site in the place of the old one, so that a whole site is always there."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from support.alone import alone
from support.console import Stop

MARKERS = ("index.html", "data/records.json")
"""Files that every site of this library holds; a folder without them is somebody else's."""


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """A fresh folder to build in; it takes the place of the site ``folder`` when the block ends.

    If the block raises, the old site stays and the fresh folder is removed. What a killed
    build left behind is put right first. Raises ``Stop`` where ``folder`` is not a site's.
    """
    folder = folder.resolve()  # behind a symbolic link the real folder is replaced
    refuse_foreign(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with _alone_at(folder):
        recover(folder)
        fresh = _beside(folder, f"new-{secrets.token_hex(4)}")
        fresh.mkdir()
        try:
            yield fresh
            swap(fresh, folder)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)


def refuse_foreign(folder: Path) -> None:
    """Raise ``Stop`` if ``folder`` holds anything but a site of this library."""
    if folder.is_dir() and not any(folder.iterdir()):
        return
    if folder.exists() and not is_site(folder):
        raise Stop(
            f"이 폴더에는 다른 파일이 있어 지우지 않습니다: {folder}\n"
            "--site-dir에 빈 폴더나 새 폴더를 적어 주세요."
        )


def is_site(folder: Path) -> bool:
    """Whether ``folder`` is a site of this library and nothing more, such as a git checkout."""
    return all((folder / name).is_file() for name in MARKERS) and not (folder / ".git").exists()


def recover(folder: Path) -> None:
    """Put right what a killed build left: bring the old site back, remove unfinished folders."""
    old = _beside(folder, "old")
    if old.exists() and not folder.exists():
        old.rename(folder)
    for leftover in (old, *_unfinished(folder)):
        shutil.rmtree(leftover, ignore_errors=True)


def swap(fresh: Path, folder: Path) -> None:
    """Put ``fresh`` in the place of ``folder``; on any failure the old site is back in place."""
    old = _beside(folder, "old")
    if folder.exists():
        folder.rename(old)
    try:
        fresh.rename(folder)
    except BaseException:
        if old.exists():
            old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _beside(folder: Path, ending: str) -> Path:
    return folder.with_name(f".{folder.name}.hyeopchi-{ending}")


def _unfinished(folder: Path) -> list[Path]:
    prefix = _beside(folder, "new-").name
    return [path for path in folder.parent.iterdir() if path.name.startswith(prefix)]


@contextmanager
def _alone_at(folder: Path) -> Iterator[None]:
    try:
        with alone(_beside(folder, "lock"), seconds=0):
            yield
    except TimeoutError:
        raise Stop(
            f"다른 명령이 같은 폴더에 짓고 있습니다: {folder}\n그 명령이 끝난 뒤 다시 실행하세요."
        ) from None
