"""The library of what strangers may try: ``tests/data/hostile.yml`` as files below ``cases/``."""

from __future__ import annotations

import os
import re
import shutil
import socket
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from helpers.broken_files import CASE, VOCABULARY
from support.environment import ROOT

DATA = ROOT / "tests/data"
GROUPS: Mapping[str, list[dict[str, Any]]] = yaml.safe_load(
    (DATA / "hostile.yml").read_text("utf-8")
)
ROWS: tuple[dict[str, Any], ...] = tuple(row for rows in GROUPS.values() for row in rows)
GOOD = "mapo-gu/2016-good.md"
"""The one record with nothing to refuse, which the others link to."""
FOREIGN = "evil.example"
_LARGE = 20 * 1024**3


def place(row: Mapping[str, Any]) -> str:
    """The path of a row's file below the folder of records."""
    return row.get("name", f"mapo-gu/2016-{row['id']}.md")


def content(row: Mapping[str, Any]) -> bytes:
    """What a row's file holds."""
    if "bytes" in row:
        return bytes.fromhex(row["bytes"])
    long = (
        row.get("start", "")
        + row.get("file", row.get("body", "")) * row.get("repeat", 1)
        + row.get("end", "")
    )
    if "file" in row:
        return long.encode()
    return f"{_head(row.get('field', {}))}\n{long}\n".encode()


def _head(fields: Mapping[str, str]) -> str:
    """The good record's front matter with ``fields`` in the place of its own."""
    head = CASE
    for name, lines in fields.items():
        own = re.compile(rf"^{name}: .*$", re.MULTILINE)
        line = lines if own.search(head) else f"{lines}\nadded: "
        head = (own if own.search(head) else re.compile("^added: ", re.MULTILINE)).sub(
            lambda _, line=line: line, head, count=1
        )
    return head


def shelve(folder: Path, rows: Mapping[str, Any] | tuple[Mapping[str, Any], ...] = ROWS) -> Path:
    """A folder ``cases`` below ``folder`` that holds the real vocabularies, the good record and ``rows``."""
    cases = folder / "cases"
    shutil.copytree(VOCABULARY, cases / "_vocabulary")
    for row in ({"id": "good", "body": "글"}, *rows):
        file = cases / place(row)
        file.parent.mkdir(parents=True, exist_ok=True)
        _put(file, row)
    return cases


def _put(file: Path, row: Mapping[str, Any]) -> None:
    if "link" in row:
        file.symlink_to(row["link"])
    elif "special" in row:
        _SPECIAL[row["special"]](file)
    else:
        file.write_bytes(content(row))


def _socket(file: Path) -> None:
    here = Path.cwd()
    os.chdir(file.parent)  # a socket's path may hold a hundred bytes only
    try:
        with socket.socket(socket.AF_UNIX) as end:
            end.bind(file.name)
    finally:
        os.chdir(here)


def _sparse(file: Path) -> None:
    with file.open("wb") as stream:
        stream.truncate(_LARGE)


_SPECIAL = {"pipe": os.mkfifo, "socket": _socket, "sparse": _sparse}


def alone(rows: Iterator[dict[str, Any]]) -> tuple[dict[str, Any], ...]:
    """Rows that are records of the library if no rule says otherwise: each has a page to look at."""
    return tuple(row for row in rows if "name" not in row and not {"file", "bytes"} & row.keys())
