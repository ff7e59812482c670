"""A lock between processes: two commands never set up or swap the same folder at once."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

PAUSE = 0.5
"""Seconds between two tries."""


@contextmanager
def alone(path: Path, seconds: float) -> Iterator[None]:
    """Hold the lock file ``path``; wait for it at most ``seconds``, then raise ``TimeoutError``.

    The system frees the lock when its holder dies, so a killed command blocks nobody.
    """
    with _hold(path, time.monotonic() + seconds):
        try:
            yield
        finally:
            with suppress(OSError):  # Windows keeps an open file; the next holder reuses it
                path.unlink()


@contextmanager
def _hold(path: Path, deadline: float) -> Iterator[None]:
    while True:
        with path.open("a+b") as handle:
            if _try_lock(handle) and _is_still(path, handle):
                yield
                return
        if time.monotonic() >= deadline:
            raise TimeoutError(path)
        time.sleep(PAUSE)


def _is_still(path: Path, handle: IO[bytes]) -> bool:
    """Whether ``path`` names the locked file: its earlier holder may have removed it."""
    with suppress(OSError):
        return os.path.samestat(os.fstat(handle.fileno()), path.stat())
    return False


def _try_lock(handle: IO[bytes]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
