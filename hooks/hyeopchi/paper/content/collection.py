"""A collection on paper: its question and short answer, or its aims and lesson plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from hyeopchi.library.library import Library
from hyeopchi.paper.blocks.block import (
    Block,
    Heading,
    Items,
    Run,
    Runs,
    Table,
    items,
    paragraph,
    runs,
)
from hyeopchi.records.record import Record
from hyeopchi.schema.link import Link


def answer_blocks(record: Record, library: Library) -> Iterator[Block]:
    """The short answer in its parts, each with the passages that it rests on."""
    answer = record.get("answer", {})
    if answer:
        yield Heading("짧은 답")
    for name, field in library.schema.structures["answer"].fields.items():
        if answer.get(name):
            yield Heading(field.label, 3)
        for part in answer.get(name, ()):
            yield paragraph(part["what"])
            if part.get("rests_on"):
                yield Items(tuple(_passage(link, library) for link in part["rests_on"]))


def _passage(link: Link, library: Library) -> Runs:
    target = library.by_id.get(link.id)
    where = library.place_words(link) if link.anchor else ""
    return runs(
        Run(target.title if target else link.id, is_strong=True), f": {where}" if where else ""
    )


def easy_lines(record: Record) -> Iterator[Block]:
    """The collection in easy words."""
    if record.get("easy"):
        yield paragraph(" ".join(record["easy"]))


def aim_blocks(record: Record) -> Iterator[Block]:
    """What its readers can do afterwards."""
    if record.get("aims"):
        yield Heading("배움의 목표")
        yield items(record["aims"])


def ask_blocks(record: Record) -> Iterator[Block]:
    """The questions to take home."""
    if record.get("ask"):
        yield Heading("우리 동네에 물어볼 질문")
        yield items(record["ask"], is_ordered=True)


def session_blocks(record: Record, library: Library) -> Iterator[Block]:
    """The lesson plan by its minutes."""
    steps = record.get("session", ())
    if steps:
        yield Heading("수업 차례")
        rows = [
            (
                runs(f"{step['minutes']}분"),
                runs(
                    Run(f"{step['name']}. " if "name" in step else "", is_strong=True),
                    step["activity"],
                ),
                runs(_materials(step, library)),
            )
            for step in steps
        ]
        yield Table(("시간", "활동", "준비물"), tuple(rows), widths=(2, 11, 5), has_row_heads=True)


def _materials(step: Mapping[str, Any], library: Library) -> str:
    return ", ".join(
        f"{one['what']} ({library.label('per', one['per'])} {one.get('count', 1)}개)"
        for one in step.get("materials", ())
    )
