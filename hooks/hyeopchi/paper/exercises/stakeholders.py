"""Stakeholders: an empty map with a place for every sector, to fill with one's own neighbourhood."""

from __future__ import annotations

from collections.abc import Sequence

from hyeopchi.library.library import Library
from hyeopchi.paper.blocks.block import Board, Runs, Table, Tone, paragraph, runs
from hyeopchi.paper.exercises.exercise import Exercise, key_of, name_of, sheet_of
from hyeopchi.records.record import Record
from hyeopchi.schema.entry import Entry

PAPER = "map"
_ACROSS, _HEIGHT = 3, 38
_NAMES = 12
"""Names of one sector in the key."""
_ASK = (
    "가운데에 우리 동네의 일 하나를 적고, 칸마다 누가 있는지 적습니다. 이어진 곳에는 실선을, "
    "이어져야 하는데 끊긴 곳에는 점선을 긋습니다."
)


def stakeholders(record: Record, library: Library) -> Exercise | None:
    """The map; its key names who stood where in the case. None where a case names nobody."""
    if not record.get("actors"):
        return None
    sectors = tuple(library.vocabularies["sectors"])
    places = [runs(sector.label) for sector in sectors]
    places.insert(len(places) // 2, runs("우리 동네의 일"))
    board = Board(tuple(_rows(places)), _HEIGHT)
    sheet = sheet_of(
        record, library, PAPER, (paragraph(_ASK, tone=Tone.INSTRUCTION), board), is_landscape=True
    )
    rows = tuple(
        (runs(sector.label), runs(_names(record, sector.id, library))) for sector in sectors
    )
    return Exercise(
        PAPER,
        sheet,
        key_of(
            sheet,
            (Table(("부문", "이 기록에 나오는 이"), rows, widths=(2, 7), has_row_heads=True),),
        ),
    )


def _rows(places: Sequence[Runs]) -> Sequence[tuple[Runs, ...]]:
    return [tuple(places[start : start + _ACROSS]) for start in range(0, len(places), _ACROSS)]


def _names(record: Record, sector: str, library: Library) -> str:
    named = [
        name_of(actor, library) for actor in record["actors"] if _sector(actor, library) == sector
    ]
    more = f" 외 {len(named) - _NAMES}곳" if len(named) > _NAMES else ""
    return ", ".join(named[:_NAMES]) + more or "적혀 있지 않음"


def _sector(actor: Entry, library: Library) -> str:
    listed = library.vocabularies["actors"]
    return str(listed[actor["id"]].sector) if "id" in actor else actor.get("sector", "")
