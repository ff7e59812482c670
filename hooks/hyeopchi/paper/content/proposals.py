"""Proposals on paper: what was asked for, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from hyeopchi.library.library import Library
from hyeopchi.paper.blocks.block import Block, Heading, Run, Runs, Table, Tone, paragraph, runs
from hyeopchi.paper.content.grounds import followup_words, grounds
from hyeopchi.records.record import Record

_HEAD = ("번호", "제안", "맡은 부서")


def asked_blocks(record: Record, library: Library) -> Iterator[Block]:
    """The proposals as they were made, for questions that are about them; nothing of what came of them."""
    proposals = record.get("proposals", ())
    if proposals:
        yield Heading("제안 목록")
        yield paragraph("질문에 답할 때 봅니다.", tone=Tone.SMALL)
        rows = [_asked(one, f"\n{one['what']}" if "what" in one else "") for one in proposals]
        yield Table(_HEAD, tuple(rows), widths=(2, 15, 6), has_row_heads=True)
        yield from grounds(record, library, proposals)


def proposal_blocks(record: Record, library: Library) -> Iterator[Block]:
    """The proposals as a table, with what became of each."""
    proposals = record.get("proposals", ())
    if proposals:
        rows = [(*_asked(one), runs(_followups(one, library))) for one in proposals]
        yield Table((*_HEAD, "그 뒤"), tuple(rows), widths=(3, 15, 10, 12), has_row_heads=True)
        yield paragraph("기록이 없다고 해서 하지 않았다는 뜻은 아닙니다.", tone=Tone.SMALL)
        yield from grounds(record, library, proposals)


def _asked(proposal: Mapping[str, Any], what: str = "") -> tuple[Runs, ...]:
    """The number, title and department of a proposal; ``what`` it asks in small print below its title."""
    return (
        runs(proposal["number"]),
        runs(proposal["title"], Run(what, is_small=True) if what else ""),
        runs(proposal.get("responsible") or "자료에 없음"),
    )


def _followups(proposal: Mapping[str, Any], library: Library) -> str:
    return (
        " ".join(followup_words(one, library) for one in proposal.get("followups", ()))
        or "뒤의 기록이 없습니다"
    )
