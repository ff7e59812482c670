"""The game's cards: roles, stages, and what helps and hinders, from the records of the whole library."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from hyeopchi.library.library import Library
from hyeopchi.paper.blocks.block import Card, Cards, Run, runs
from hyeopchi.paper.blocks.grid import filled
from hyeopchi.paper.content.factors import ENABLERS, OBSTACLES, Side, blank_card, situation_card
from hyeopchi.paper.content.origin import foot_of, planned_word
from hyeopchi.paper.game.deck import deck
from hyeopchi.paper.game.rules import Role, Rules
from hyeopchi.records.record import Record
from hyeopchi.schema.entry import Entry
from hyeopchi.schema.kinds import Kind

STAGE_WORD, STAGE_MARK = "단계", "◆"
_SIDE_MARKS = ("●", "■", "◇")
_LONGEST_STAGE = 85
_NAMED = 2
"""Bodies from the records that a role's card names."""


def factor_cards(library: Library, side: Side, most: int) -> Cards:
    """The pile of one side, with blank cards to the end of the last page."""
    return filled(
        [situation_card(factor, library) for factor in deck(library, side, most)],
        blank_card(side),
        is_landscape=True,
    )


def people_and_stages(library: Library, rules: Rules) -> Cards:
    """The cards of roles and stages, with blank ones to write one's own hindrance on."""
    return filled(
        [*(_role(role, rules, library) for role in rules.roles), *_stages(library, rules)],
        blank_card(OBSTACLES),
        is_landscape=True,
    )


def counts(library: Library) -> tuple[int, int]:
    """How many enablers and obstacles with a theme the library's records hold."""
    return tuple(
        sum("theme" in entry for record in library.records for entry in record.get(side.field, ()))
        for side in (ENABLERS, OBSTACLES)
    )  # type: ignore[return-value]


def _role(role: Role, rules: Rules, library: Library) -> Card:
    sector = library.vocabularies["sectors"][role.sector]
    named = ", ".join(_bodies(role.sector, library))
    often = "한 판에 한 번" if role.times == 1 else f"한 판에 {role.times}번"
    return Card(
        sector.label,
        runs(Run(f"{role.name} ({often}). ", is_strong=True), role.says),
        rules.sides[role.side].name,
        _SIDE_MARKS[role.side],
        f"기록에서: {named}" if named else sector.definition,
    )


def _bodies(sector: str, library: Library) -> Sequence[str]:
    """The listed bodies of a sector that take part in most records."""
    listed = library.vocabularies["actors"]
    times = {
        actor.id: len(library.index.of("actors", actor.id))
        for actor in listed
        if actor.sector == sector
    }
    return [
        listed[actor].label
        for actor in sorted(times, key=lambda actor: (-times[actor], actor))
        if times[actor]
    ][:_NAMED]


def _stages(library: Library, rules: Rules) -> Iterator[Card]:
    """A card for each space: what one record did at that stage, each from another record where there are enough."""
    used: set[str] = set()
    for space in rules.spaces:
        told = _told(library, space.stage)
        found = next((pair for pair in told if pair[0].id not in used), told[0] if told else None)
        if found:
            used.add(found[0].id)
            yield _stage(*found, library)


def _stage(record: Record, entry: Entry, library: Library) -> Card:
    planned = planned_word(record, library, _status(record, entry))
    return Card(
        library.label("stages", entry["stage"]),
        runs(entry["what"]),
        " · ".join(filter(None, (STAGE_WORD, planned))),
        STAGE_MARK,
        foot_of(record, library),
    )


def _told(library: Library, stage: str) -> Sequence[tuple[Record, Entry]]:
    """The short tellings of a stage, those of dated things before others and the planned ones last."""
    found = (
        (record, entry)
        for record in library.of_kind(Kind.CASE)
        for entry in record.get("stages", ())
        if entry["stage"] == stage and len(entry["what"]) <= _LONGEST_STAGE
    )
    return sorted(found, key=lambda pair: (_is_planned(*pair), "start" not in pair[1]))


def _is_planned(record: Record, entry: Entry) -> bool:
    return bool(_status(record, entry).get("value") == "planned")


def _status(record: Record, entry: Entry) -> Mapping[str, Any]:
    """The status of a stage: its own, else the record's."""
    own = entry.get("status")
    return {"value": own} if own else record.get("status", {})
