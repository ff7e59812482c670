"""A memory of what was made of files: it is made again only where it would be made of something else."""

from __future__ import annotations

import operator
import os
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar, TypeVarTuple, cast
from weakref import WeakKeyDictionary

from hyeopchi.files.problem import Problem
from hyeopchi.files.source import MAX_BYTES, SourceFile, read_source

Made = TypeVar("Made")
One = TypeVar("One")
Words = TypeVarTuple("Words")

_SETTLED = 2_000_000_000
"""Nanoseconds: a file may be written again within one tick of its disk's clock, which no time of it tells."""


class Stamp(NamedTuple):
    """What the disk says of a file; another content has another stamp once the file ``is_settled``."""

    changed: int
    turned: int
    size: int
    number: int

    @classmethod
    def of(cls, state: os.stat_result) -> Stamp:
        """The stamp in what ``stat`` answered."""
        return cls(state.st_mtime_ns, state.st_ctime_ns, state.st_size, state.st_ino)

    @property
    def is_settled(self) -> bool:
        """Whether the file was last written long enough ago."""
        last = max(self.changed, self.turned)
        return last > 0 and time.time_ns() - last > _SETTLED


@dataclass(frozen=True, slots=True)
class Packed(Generic[Made]):
    """What was made, ready to be sent to another process and ``unpacked`` there by a memory.

    ``data`` is what it is pickled to already, where it is; it is sent alone then. Of what
    earlier commands made there is nothing but the ``key`` that it is kept under.
    """

    made: Made | None = None
    data: bytes = b""
    key: bytes = b""

    def __reduce__(self) -> tuple[type[Packed[Made]], tuple[Any, ...]]:
        return Packed, (None if self.data else self.made, self.data, self.key)


class Memory:
    """Remembers nothing: what a command needs that reads everything once."""

    def source(self, file: Path, shown: str, limit: int = MAX_BYTES) -> SourceFile | Problem:
        """What ``read_source`` says of ``file``; the same object while it says the same."""
        return read_source(file, shown, limit)

    def kept(self, key: Hashable, made_of: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """What ``make`` makes; what it made last under ``key`` where that was made of the same objects."""
        return make()

    def packed(
        self, key: Hashable, made_of: tuple[object, ...], make: Callable[[], Made]
    ) -> Packed[Made]:
        """What ``kept`` gives, for a process that sends it to another."""
        return Packed(self.kept(key, made_of, make))

    def unpacked(self, packed: Packed[Made], make: Callable[[], Made]) -> Made:
        """What was ``packed``, here or elsewhere; what ``make`` makes where that is gone."""
        return make() if packed.made is None else packed.made

    def same(self, key: Hashable, value: Made) -> Made:
        """The value last given under ``key`` where it equals ``value``; else ``value``."""
        return value


FORGETFUL = Memory()


class LastingMemory(Memory):
    """Remembers the last of everything, until ``forget`` finds it unused.

    What it does not know it asks ``before`` for, a memory of what was made earlier, until that is dropped.
    """

    def __init__(self, before: Memory = FORGETFUL) -> None:
        self._before = before
        self._files: dict[Path, tuple[Stamp, bool, SourceFile | Problem]] = {}
        self._made: dict[Hashable, tuple[tuple[object, ...], Any]] = {}
        self._used: set[Hashable] = set()

    def source(self, file: Path, shown: str, limit: int = MAX_BYTES) -> SourceFile | Problem:
        """The file is opened only where its stamp is another, or too young to be trusted."""
        self._used.add(file)
        stamp, kept = _stamp(file), self._files.get(file)
        if kept and stamp == kept[0] and kept[1]:
            return kept[2]
        is_settled = stamp.is_settled
        read = read_source(file, shown, limit)
        same = kept[2] if kept and kept[2] == read else read
        self._files[file] = (stamp, is_settled, same)
        return same

    def kept(self, key: Hashable, made_of: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """``made_of`` is compared by identity: nothing large is looked through."""
        self._used.add(key)
        before, made = self._made.get(key, (None, None))
        if before is not None and _are_the_same(before, made_of):
            return cast("Made", made)
        made = self._before.kept(key, made_of, make)
        self._made[key] = (made_of, made)
        return made

    def same(self, key: Hashable, value: Made) -> Made:
        """``value`` is compared by equality."""
        self._used.add(key)
        kept = self._made.get(key)
        if kept and kept[1] == value:
            return cast("Made", kept[1])
        self._made[key] = ((), value)
        return value

    def drop_before(self) -> None:
        """Ask the memory of what was made earlier no more, and let it go."""
        self._before = FORGETFUL

    def forget(self) -> None:
        """Let go of whatever was not asked for since the last time."""
        self._files = {key: one for key, one in self._files.items() if key in self._used}
        self._made = {key: one for key, one in self._made.items() if key in self._used}
        self._used.clear()


def _are_the_same(some: tuple[object, ...], others: tuple[object, ...]) -> bool:
    return len(some) == len(others) and all(map(operator.is_, some, others))


def made_once(make: Callable[[One, *Words], Made]) -> Callable[[One, *Words], Made]:
    """``make``, asked once for one thing, such as a record; again only by other words than the last.

    Both are compared by identity: a record whose file has changed is another one. What is made
    is kept as long as the thing; it must not change, nor hold the thing, which would never go.
    """
    known: WeakKeyDictionary[One, tuple[Any, ...]] = WeakKeyDictionary()

    @wraps(make)
    def of(one: One, *words: *Words) -> Made:
        kept = known.get(one)
        if kept is None or not _are_the_same(kept[1:], words):
            kept = known[one] = (make(one, *words), *words)
        return cast("Made", kept[0])

    return of


_NOTHING = Stamp(0, 0, 0, 0)


def _stamp(file: Path) -> Stamp:
    """The stamp of ``file``; of what cannot be looked at one that is never trusted."""
    try:
        return Stamp.of(file.stat())
    except OSError:
        return _NOTHING
