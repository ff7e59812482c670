"""A memory that outlasts the command: what was read of a record and found in it, by its content."""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Hashable
from functools import lru_cache
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar, cast

from hyeopchi.files.kept import Kept
from hyeopchi.files.memory import Memory, Packed
from hyeopchi.files.source import SourceFile
from hyeopchi.records.record import Record
from hyeopchi.schema.fields import Schema
from hyeopchi.schema.vocabulary import Vocabularies

Made = TypeVar("Made")

_WORTH_KEEPING = frozenset({"as written", "own"})
"""What of a record takes long: reading it, and the rules that look at nothing else."""
_PLAIN = frozenset({("datetime", "date"), ("decimal", "Decimal"), ("builtins", "frozenset")})


class KeptMemory(Memory):
    """Knows what earlier commands made of the same texts by the same words and the same code.

    No date of a file counts. Another word, field, rule or Python makes all anew.
    """

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._words: dict[int, tuple[object, bytes]] = {}

    def kept(self, key: Hashable, made_of: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """What ``make`` makes, or has made of equal things in an earlier command."""
        return self.unpacked(self.packed(key, made_of, make), make)

    def packed(
        self, key: Hashable, made_of: tuple[object, ...], make: Callable[[], Made]
    ) -> Packed[Made]:
        """What ``kept`` gives: the bytes that it is kept as from now on, or the key of those that are there."""
        if not isinstance(key, tuple) or key[0] not in _WORTH_KEEPING:
            return Packed(make())
        digest = sha256(repr((key[0], *_name(key[1]))).encode())
        for one in made_of:
            digest.update(self._told(one))
        if self._kept.get(digest.digest()):
            return Packed(key=digest.digest())
        made = make()
        data = pickle.dumps((made,), pickle.HIGHEST_PROTOCOL)
        self._kept.put(digest.digest(), data)
        return Packed(made, data)

    def unpacked(self, packed: Packed[Made], make: Callable[[], Made]) -> Made:
        """What was packed in this command, or what is kept under its key."""
        if packed.made is not None:
            return packed.made
        found = _loaded(packed.data or self._kept.get(packed.key))
        return cast("Made", found[0]) if found else make()

    def _told(self, one: object) -> bytes:
        """The hash of all that ``one`` says."""
        if isinstance(one, SourceFile):
            return _hash(one.path, one.text)
        if isinstance(one, Record):
            cited = [source for source in one.get("sources", ()) if "id" in source]
            return _hash(one.id, one.folder, one.source.path, one.source.text, repr(cited))
        if not isinstance(one, Schema | Vocabularies):
            raise TypeError(f"nobody knows what {type(one)} was made of")
        if id(one) not in self._words:  # kept with its hash, so that no other takes its number
            said = [text for source in one.sources for text in (source.path, source.text)]
            self._words[id(one)] = one, _hash(*said)
        return self._words[id(one)][1]


def _name(file: object) -> tuple[str, ...]:
    """What of a file's name its record is told by: that of its folder too."""
    return file.parts[-2:] if isinstance(file, Path) else ()


def _hash(*texts: str) -> bytes:
    found = sha256()
    for text in texts:
        data = text.encode("utf-8", "surrogatepass")
        found.update(b"%d:" % len(data) + data)
    return found.digest()


class _Unpickler(pickle.Unpickler):
    """Makes nothing but our own values, and dates."""

    def find_class(self, module: str, name: str) -> Any:
        return _class_of(module, name)


@lru_cache(maxsize=256)
def _class_of(module: str, name: str) -> type:
    found = getattr(import_module(module), name, None) if _is_ours(module, name) else None
    if not isinstance(found, type):
        raise pickle.UnpicklingError(f"{module}.{name}")
    return found


def _is_ours(module: str, name: str) -> bool:
    """Whether that may name a class of ours: ``os.system`` can be reached through any module."""
    return (module, name) in _PLAIN or (module.startswith("hyeopchi.") and "." not in name)


def _loaded(data: bytes | None) -> tuple[Any] | None:
    """What was pickled; None where there is nothing, or nothing that can be read."""
    try:
        return cast("tuple[Any]", _Unpickler(io.BytesIO(data)).load()) if data else None
    except Exception:  # whatever is wrong with it, it is made anew
        return None
