"""A checklist on paper: questions stage by stage with boxes to tick, then what of the records they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from hyeopchi.library.library import Library
from hyeopchi.paper.blocks.block import (
    Block,
    Heading,
    Run,
    Runs,
    Table,
    Tone,
    items,
    paragraph,
    runs,
)
from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.catalogue import CHECKLIST_NAME
from hyeopchi.paper.content.case import own_parts
from hyeopchi.paper.content.origin import code_of, rights_of
from hyeopchi.records.record import Record
from hyeopchi.schema.link import Link

_ANSWERS = ("예", "아니요", "모름")
_BOX = "□"


def checklist(record: Record, library: Library) -> Sheet:
    """The checklist of the collection ``record`` as a paper of its own."""
    blocks = (
        paragraph(record["summary"], tone=Tone.LEAD),
        *own_parts(record, library),
        *check_blocks(record, library),
        code_of(record, library),
    )
    return Sheet(
        record.id,
        record.title,
        blocks,
        name=CHECKLIST_NAME,
        of=record.title,
        rights=rights_of(record, library),
    )


def check_blocks(record: Record, library: Library) -> Iterator[Block]:
    """The questions of ``record``, each with its stage; each names by number the passages listed behind them."""
    checks = record.get("checks", ())
    places = {
        link: number
        for number, link in enumerate(
            dict.fromkeys(link for check in checks for link in check["rests_on"]), start=1
        )
    }
    if checks:
        yield Table(
            ("단계", "물음", *_ANSWERS, "근거"),
            tuple(_row(check, places, library) for check in checks),
            widths=(5, 24, 2, 3, 3, 4),
            has_row_heads=True,
        )
        yield Heading("물음이 나온 기록")
        yield items([_ground(link, library) for link in places], is_ordered=True)


def _row(
    check: Mapping[str, Any], places: Mapping[Link, int], library: Library
) -> tuple[Runs, ...]:
    stage = runs(library.label("stages", check["stage"]))
    asked = runs(Run(check["text"], is_strong=True), Run(f"\n{check['look']}", is_small=True))
    numbers = ", ".join(str(places[link]) for link in check["rests_on"])
    return (stage, asked, *(runs(_BOX) for _ in _ANSWERS), runs(Run(numbers, is_small=True)))


def _ground(link: Link, library: Library) -> Runs:
    """What a record says at ``link``, whose words it is, and which record."""
    passage = library.passage(link)
    title = library.by_id[link.id].title
    if passage is None:
        return runs(Run(f"「{title}」", is_small=True))
    said_by = passage.entry.get("said_by")
    who = f" ({library.label('said-by', said_by)}의 말)" if said_by else ""
    return runs(Run(f"{passage.field.label}: {passage.text}{who} — 「{title}」", is_small=True))
