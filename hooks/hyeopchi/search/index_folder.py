"""A shelf: the folder of an index, whose files carry the hash of their content in their names."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

MANIFEST = "manifest.json"
_STATE = "state.json"
_ENDINGS = {"tables": "txt", "cards": "json", "guide": "json"}
_HASH_LENGTH = 4
"""Characters of base64: a file that changes keeps its name once in sixteen million times."""

Names = Mapping[str, list[str]]
"""The hashes of the files of each family, by their number."""


class Shelf:
    """An index in ``folder``; ``state.json`` beside the published files says what it was made from."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def state(self) -> dict[str, Any]:
        """What the index was made from; empty where there is no whole index."""
        try:
            state = json.loads((self.folder / _STATE).read_bytes())
        except (OSError, ValueError):
            return {}
        return state if _addresses(state["names"]) <= self._there() else {}

    def read(self, family: str, number: int, names: Names) -> bytes:
        """The content of a file; ``OSError`` where it is gone."""
        return (self.folder / address(family, number, names[family][number])).read_bytes()

    def write(self, family: str, number: int, data: bytes) -> str:
        """Put a file there, unless it is; its hash."""
        name = _hash(data)
        file = self.folder / address(family, number, name)
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            beside = file.with_name(f".{file.name}.{os.getpid()}")
            beside.write_bytes(data)
            beside.replace(file)
        return name

    def finish(self, names: Names, manifest: Mapping[str, Any], state: Mapping[str, Any]) -> None:
        """Publish: from here on the manifest names the new files; the old ones go."""
        (self.folder / _STATE).unlink(missing_ok=True)
        self._replace(MANIFEST, manifest)
        for name in self._there() - _addresses(names):
            (self.folder / name).unlink(missing_ok=True)
        self._replace(_STATE, state)

    def _there(self) -> set[str]:
        files = (file for file in self.folder.rglob("*.*") if file.is_file())
        return {file.relative_to(self.folder).as_posix() for file in files} - {MANIFEST}

    def copy_to(self, target: Path) -> None:
        """Copy the published files into ``target``, the manifest last; nothing where there are none."""
        if not (self.folder / MANIFEST).is_file():
            return
        shutil.copytree(
            self.folder,
            target,
            dirs_exist_ok=True,
            copy_function=_link,
            ignore=shutil.ignore_patterns(_STATE, MANIFEST, ".*"),
        )
        shutil.copyfile(self.folder / MANIFEST, target / f".{MANIFEST}")
        (target / f".{MANIFEST}").replace(target / MANIFEST)

    def _replace(self, name: str, content: Mapping[str, Any]) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        beside = self.folder / f".{name}"
        beside.write_text(
            json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
        )
        beside.replace(self.folder / name)


def _addresses(names: Names) -> set[str]:
    return {
        address(family, number, name)
        for family, hashes in names.items()
        for number, name in enumerate(hashes)
    }


def address(family: str, number: int, name: str) -> str:
    """Where a file stands: ``words/12-Ab3_.bin``."""
    return f"{family}/{number}-{name}.{_ENDINGS.get(family, 'bin')}"


def _hash(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode()[:_HASH_LENGTH]


def _link(source: str, target: str) -> None:
    """The file at ``target`` without a second copy of its bytes, where the disk can do that."""
    if os.path.exists(target):
        return
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
