"""Plans on paper: the tree of tasks, and the tables of when, how much and how many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from hyeopchi.library.library import Library
from hyeopchi.library.wording import status_words
from hyeopchi.paper.blocks.block import (
    Block,
    Heading,
    Items,
    Run,
    Table,
    Together,
    Tone,
    paragraph,
    runs,
)
from hyeopchi.paper.content.grounds import followup_words, grounds
from hyeopchi.records.record import Record
from hyeopchi.schema.quantity_reader import quantity_of
from hyeopchi.schema.vague_date import printed_span

_OPENING = 3
"""Blocks of a task that stay on one page: its title, how far it came, the first paragraph."""


def task_blocks(record: Record, library: Library) -> Iterator[Block]:
    """Strategies, their tasks and units under the numbers of the page, each with what became of it."""
    if record.get("strategies"):
        yield Heading("전략과 과제")
    for strategy in record.get("strategies", ()):
        yield from _tree(strategy, record, library, 3)


def _tree(task: Mapping[str, Any], record: Record, library: Library, level: int) -> Iterator[Block]:
    opening = (Heading(task["title"], level, task["number"]), *_body(task, record, library))
    yield Together(opening[:_OPENING])
    yield from opening[_OPENING:]
    for below in (*task.get("tasks", ()), *task.get("units", ())):
        yield from _tree(below, record, library, 4)


def _body(task: Mapping[str, Any], record: Record, library: Library) -> Iterator[Block]:
    status = status_words(record, library, task.get("status"))
    leads = ", ".join(
        library.label("actors", one["id"]) if "id" in one else one["name"]
        for one in task.get("leads", ())
    )
    facts = " · ".join(
        filter(None, (status.label if status else "", f"맡은 곳: {leads}" if leads else ""))
    )
    yield paragraph(facts, tone=Tone.SMALL)
    if "what" in task:
        yield paragraph(task["what"])
    if "followups" in task:
        yield Items(
            tuple(
                runs(Run("그 뒤", is_strong=True), f" {followup_words(one, library)}")
                for one in task["followups"]
            )
        )
    yield from grounds(record, library, (task, *task.get("followups", ())))


def schedule_blocks(record: Record, library: Library) -> Iterator[Block]:
    """When the plan meant to do what."""
    schedule = record.get("schedule", ())
    if schedule:
        yield Heading("일정")
        yield paragraph(
            "하기로 한 때입니다. 그때 했는지는 이 표로 알 수 없습니다.", tone=Tone.SMALL
        )
        rows = [
            (runs(row.get("task", "")), runs(row["what"]), runs(_when(row))) for row in schedule
        ]
        yield Table(("과제", "할 일", "때"), tuple(rows), widths=(2, 8, 4), has_row_heads=True)
        yield from grounds(record, library, schedule)


def _when(row: Mapping[str, Any]) -> str:
    span = printed_span(row.get("start"), row.get("end"), bool(row.get("ongoing")))
    return " ".join(filter(None, (span, row.get("note", "")))) or "적히지 않음"


def budget_blocks(record: Record, library: Library) -> Iterator[Block]:
    """The budget as printed, and in won."""
    items = record.get("budget_items", ())
    if items:
        yield Heading("예산")
        rows = [
            (
                runs(row.get("group", "")),
                runs(Run(row["item"], is_strong=bool(row.get("total")))),
                runs(str(row["amount"])),
                runs(row["amount"].printed_won),
            )
            for row in items
        ]
        yield Table(("묶음", "항목", "인쇄된 대로", "원으로"), tuple(rows), widths=(5, 8, 4, 5))
        yield from grounds(record, library, items)


def figure_blocks(record: Record, library: Library) -> Iterator[Block]:
    """Counts and shares, each with what was asked and of whom."""
    if record.get("figures"):
        yield Heading("수치")
    for figure in record.get("figures", ()):
        rows = [
            (runs(row["label"]), runs(str(quantity_of(dict(row), library.vocabularies) or "")))
            for row in figure["values"]
        ]
        yield Table(
            ("이름", "값"), tuple(rows), _caption(figure), widths=(4, 1), has_row_heads=True
        )
        yield from grounds(record, library, (figure,))


def _caption(figure: Mapping[str, Any]) -> str:
    question = f" — 물음: {figure['question']}" if "question" in figure else ""
    base = figure.get("base")
    asked = f"{base.of} {base}".strip() if base else "자료에 없음"
    return f"{figure['what']}{question}. 바탕: {asked}"
