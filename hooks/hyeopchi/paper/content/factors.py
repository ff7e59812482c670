"""Factors: the enablers and obstacles of records as cards, each saying which record it is from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hyeopchi.library.library import Library
from hyeopchi.paper.blocks.block import Card, runs
from hyeopchi.paper.content.origin import foot_of, planned_word
from hyeopchi.records.record import Record
from hyeopchi.schema.entry import Entry


@dataclass(frozen=True, slots=True)
class Side:
    """What a factor did. ``mark`` is its shape, which black and white printers keep apart.

    ``anchor`` begins the addresses of its factors on the record's page.
    """

    field: str
    word: str
    mark: str
    anchor: str


ENABLERS = Side("enablers", "디딤돌", "○", "enabler-")
OBSTACLES = Side("obstacles", "걸림돌", "▲", "obstacle-")
SIDES = (ENABLERS, OBSTACLES)


@dataclass(frozen=True, slots=True)
class Factor:
    """One enabler or obstacle of a record; ``number`` is its place among its side's, from 1."""

    record: Record
    side: Side
    entry: Entry
    number: int


def factors_of(record: Record, side: Side) -> Iterator[Factor]:
    """The factors of one side that a record names with a theme."""
    return (
        Factor(record, side, entry, number)
        for number, entry in enumerate(record.get(side.field, ()), start=1)
        if "theme" in entry
    )


def card_of(factor: Factor) -> Mapping[str, Any]:
    """What the record says of the factor for cards: ``name``, ``situation``; empty where it says nothing."""
    anchor = f"{factor.side.anchor}{factor.number}"
    cards: Sequence[Mapping[str, Any]] = factor.record.get("teaching", {}).get("cards", ())
    return next((card for card in cards if card["of"] == anchor), {})


def open_card(factor: Factor, library: Library) -> Card:
    """The card of a factor: its theme, what it is, its words, its record."""
    return _card(factor, factor.entry["what"], library)


def situation_card(factor: Factor, library: Library) -> Card:
    """The same told as a situation that one stands in, where its record has one."""
    return _card(factor, card_of(factor).get("situation", factor.entry["what"]), library)


def _card(factor: Factor, words: str, library: Library) -> Card:
    planned = planned_word(factor.record, library)
    return Card(
        library.label("themes", factor.entry["theme"]),
        runs(words),
        " · ".join(filter(None, (factor.side.word, planned))),
        factor.side.mark,
        foot_of(factor.record, library),
    )


def blank_card(side: Side) -> Card:
    """A card to write one's own factor on."""
    return Card(f"우리 동네의 {side.word}", kind=side.word, mark=side.mark)
