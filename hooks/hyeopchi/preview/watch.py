"""Watching: which files below some folders are other than at the last look."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from hyeopchi.files.leftovers import is_leftover
from hyeopchi.files.memory import Stamp
from hyeopchi.text.quoting import printable

_PASSED_OVER = "__pycache__"
_MOST_NAMED = 3


class _Seen(NamedTuple):
    """A file at a look; ``digest`` is that of its content where its stamp is too young to tell it."""

    stamp: Stamp
    digest: bytes


class Watch:
    """Some files and all that stands below some folders, symlinks to folders aside."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._paths = tuple(paths)
        self._seen: Mapping[str, _Seen] = {}

    def look(self) -> tuple[str, ...]:
        """The paths of the files that were written, came or went since the last look; at the first all."""
        before, self._seen = self._seen, dict(self._now())
        gone = before.keys() - self._seen.keys()
        other = {path for path, seen in self._seen.items() if seen != before.get(path)}
        return tuple(sorted(gone | {path for path in other if self._differs(path, before)}))

    def _differs(self, path: str, before: Mapping[str, _Seen]) -> bool:
        """Whether a file is another one, not only older."""
        old, new = before.get(path), self._seen[path]
        return old is None or old.stamp != new.stamp or (new.digest or _digest(path)) != old.digest

    def _now(self) -> Iterator[tuple[str, _Seen]]:
        for path, stamp in _files(self._paths):
            yield path, _Seen(stamp, b"" if stamp.is_settled else _digest(path))


def _files(paths: Iterable[Path]) -> Iterator[tuple[str, Stamp]]:
    for path in paths:
        if path.is_dir():
            yield from _below(str(path))
        elif path.exists():
            yield str(path), Stamp.of(path.stat())


def _below(folder: str) -> Iterator[tuple[str, Stamp]]:
    """Every file below ``folder``; one that goes away meanwhile is none."""
    try:
        entries = tuple(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.name == _PASSED_OVER or is_leftover(entry.name):
            continue
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from _below(entry.path)
            else:
                yield entry.path, Stamp.of(entry.stat())
        except OSError:
            continue


def _digest(path: str) -> bytes:
    """The hash of a plain file's content, never empty; what cannot be read has one of its own."""
    try:
        return hashlib.sha256(Path(path).read_bytes() if Path(path).is_file() else b"").digest()
    except OSError:
        return b"unreadable"


def names_told(changed: Collection[str], bases: Sequence[Path]) -> str:
    """Which files have changed, as the terminal tells it."""
    names = [_named(Path(path), bases) for path in sorted(changed)]
    if len(names) > _MOST_NAMED:
        return f"바뀐 파일을 다시 읽었습니다: {len(names):,}개"
    return f"바뀐 파일을 다시 읽었습니다: {', '.join(names)}"


def _named(path: Path, bases: Sequence[Path]) -> str:
    """The path from the first of ``bases`` below which it stands, on one line."""
    base = next(base for base in (*bases, path.parent) if path.is_relative_to(base))
    return printable(path.relative_to(base).as_posix())
