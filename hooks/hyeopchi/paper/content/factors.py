"""Factors: the enablers and obstacles of records as cards, each saying which record it is from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hyeopchi.library.library import Library
from hyeopchi.paper.blocks.block import Card, runs
from hyeopchi.paper.content.origin import foot_of
from hyeopchi.records.record import Record
from hyeopchi.schema.entry import Entry


@dataclass(frozen=True, slots=True)
class Side:
    """What a factor did. ``mark`` is its shape, which black and white printers keep apart."""

    field: str
    word: str
    mark: str


ENABLERS = Side("enablers", "디딤돌", "○")
OBSTACLES = Side("obstacles", "걸림돌", "▲")
SIDES = (ENABLERS, OBSTACLES)


@dataclass(frozen=True, slots=True)
class Factor:
    """One enabler or obstacle of a record."""

    record: Record
    side: Side
    entry: Entry


def factors_of(record: Record, side: Side) -> Iterator[Factor]:
    """The factors of one side that a record names with a theme."""
    return (Factor(record, side, entry) for entry in record.get(side.field, ()) if "theme" in entry)


def open_card(factor: Factor, library: Library) -> Card:
    """The card of a factor: its theme, what it is, its words, its record."""
    return Card(
        library.label("themes", factor.entry["theme"]),
        runs(factor.entry["what"]),
        factor.side.word,
        factor.side.mark,
        foot_of(factor.record, library),
    )


def blank_card(side: Side) -> Card:
    """A card to write one's own factor on."""
    return Card(f"우리 동네의 {side.word}", kind=side.word, mark=side.mark)
