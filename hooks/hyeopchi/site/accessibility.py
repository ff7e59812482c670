"""Accessibility: how the library meets each item of KWCAG 2.2 (KS X OT0003), and what shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_LIST = Path(__file__).with_name("accessibility.yml")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """One item. ``tests`` are ids of pytest without parameters; ``applies`` is False where the
    library holds nothing that the item speaks of."""

    number: str
    name: str
    how: str
    tests: tuple[str, ...] = ()
    applies: bool = True


@dataclass(frozen=True, slots=True)
class Guideline:
    """One of the 14 guidelines."""

    number: str
    name: str
    checkpoints: tuple[Checkpoint, ...]


@dataclass(frozen=True, slots=True)
class Principle:
    """One of the 4 principles."""

    name: str
    guidelines: tuple[Guideline, ...]


@cache
def accessibility() -> tuple[Principle, ...]:
    """The whole list in the standard's order."""
    listed = yaml.safe_load(_LIST.read_text(encoding="utf-8"))
    return tuple(Principle(one["name"], tuple(_guidelines(one["guidelines"]))) for one in listed)


def _guidelines(listed: list[Mapping[str, Any]]) -> Iterator[Guideline]:
    for one in listed:
        checkpoints = tuple(
            Checkpoint(**{**item, "tests": tuple(item.get("tests", ()))})
            for item in one["checkpoints"]
        )
        yield Guideline(one["number"], one["name"], checkpoints)
