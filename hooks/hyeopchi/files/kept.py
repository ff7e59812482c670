"""What is kept between commands: bytes by the hash of what they were made of.

It lies in a folder that may be deleted at any time, and nothing depends on it: what is missing,
cut short or spoilt there is made anew, and a disk that is full or may not be written is no error.
"""

from __future__ import annotations

import os
import platform
import shutil
import sysconfig
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from struct import Struct, error
from typing import NamedTuple

KEPT = "kept"
"""The name of the folder, beside that of the search index' cache."""
PACKAGE = Path(__file__).resolve().parents[1]
_CODE = frozenset({".py", ".txt", ".yml", ".json", ".html", ".css"})
_HEAD = Struct("<32sIQ")
"""What stands before the bytes of an item: its key, their CRC-32, their number."""
_MOST_BYTES = 1 << 29
"""A folder that has grown beyond it begins anew."""


class _Place(NamedTuple):
    """Where an item's bytes are: in what file's, from where, how many, and their CRC-32."""

    data: bytes
    start: int
    size: int
    check: int


_NOWHERE = _Place(b"", 0, 0, 0)


class Kept:
    """The items below ``folder`` that were made by ``version`` of what makes them, by default this code.

    Every process writes to a file of its own, one item after the other, and sees what stood there
    when it began: nobody waits for anybody.
    """

    def __init__(self, folder: Path, version: str = "") -> None:
        version = version or version_of_code()
        self._folder = folder / sha256(version.encode()).hexdigest()[:16]
        self._writer, self._stream = 0, -1

    def get(self, key: bytes) -> bytes | None:
        """The bytes kept under a key of 32 bytes."""
        place = self._places.get(key, _NOWHERE)
        found = place.data[place.start : place.start + place.size]
        return found if found and zlib.crc32(found) == place.check else None

    def made(self, key: bytes, make: Callable[[], bytes]) -> bytes:
        """The bytes kept under ``key``, or those that ``make`` makes."""
        found = self.get(key)
        if found is None:
            found = make()
            self.put(key, found)
        return found

    def put(self, key: bytes, found: bytes) -> None:
        """Keep ``found`` for later commands."""
        with suppress(OSError):
            if self._writer != os.getpid():
                self._writer, self._stream = os.getpid(), self._opened()
            if self._stream >= 0:
                os.write(self._stream, _HEAD.pack(key, zlib.crc32(found), len(found)) + found)

    def _opened(self) -> int:
        """A new file of this process' own; below 0 where there can be none."""
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            name = f"{os.getpid()}-{os.urandom(4).hex()}"
            return os.open(self._folder / name, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return -1

    @cached_property
    def _places(self) -> dict[bytes, _Place]:
        """Where every item is; what other versions left is removed on the way."""
        others = self._folder.parent.iterdir() if self._folder.parent.is_dir() else ()
        for other in [one for one in others if one != self._folder]:
            shutil.rmtree(other, ignore_errors=True)
        try:
            read = [file.read_bytes() for file in sorted(self._folder.iterdir())]
        except OSError:
            return {}
        if sum(map(len, read)) > _MOST_BYTES:
            shutil.rmtree(self._folder, ignore_errors=True)
        return {key: place for data in read for key, place in _items(data)}


def _items(data: bytes) -> Iterator[tuple[bytes, _Place]]:
    """The key and the place of every whole item."""
    at = 0
    with suppress(error):  # the last one was cut short
        while at < len(data):
            key, check, size = _HEAD.unpack_from(data, at)
            at += _HEAD.size
            yield key, _Place(data, at, size, check)
            at += size


def version_of_code() -> str:
    """The hash of this package, and which Python and which packages run it."""
    found = sha256(f"{platform.python_version()} {platform.machine()}".encode())
    for name in _installed():
        found.update(name.encode())
    for file in sorted(PACKAGE.rglob("*")):
        if file.suffix in _CODE:
            found.update(file.relative_to(PACKAGE).as_posix().encode() + file.read_bytes())
    return found.hexdigest()


def _installed() -> Iterable[str]:
    """The names of all packages, with their versions."""
    with suppress(OSError):
        return sorted(name for name in os.listdir(sysconfig.get_path("purelib")) if "-" in name)
    return ()
