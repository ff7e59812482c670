"""Ordering: the stages of a case, mixed, to be laid in the order in which they came."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hyeopchi.library.library import Library
from hyeopchi.paper.blocks.block import (
    Block,
    Board,
    Card,
    Table,
    Tone,
    WritingLines,
    paragraph,
    runs,
)
from hyeopchi.paper.blocks.grid import grid
from hyeopchi.paper.content.cut import cut_of
from hyeopchi.paper.content.origin import foot_of
from hyeopchi.paper.exercises.exercise import Exercise, key_of, sheet_of
from hyeopchi.paper.mixing import LETTERS, mixed
from hyeopchi.records.record import Record
from hyeopchi.schema.entry import Entry
from hyeopchi.schema.vague_date import printed_span
from hyeopchi.text.korean import sentences

PAPER = "ordering"
_LEAST, _MOST = 3, len(LETTERS)
_ACROSS = 7
_ASK = "카드를 점선대로 잘라 먼저 일어났을 것 같은 일부터 차례대로 놓습니다. 다 놓으면 카드의 기호를 아래 칸에 적습니다."
_FIRST = " 읽을 종이에 이 일들의 차례가 있으니, 읽기 전에 합니다."
_TELLS_WHEN = re.compile(
    r"\d+\s?(?:년|월|일|기|차)|첫|처음|마지막|번째|이듬해|다음 (?:해|차례)|그 뒤|뒤이은|이어서|끝으로"
)
_UNDATED = "때가 비어 있는 줄은 자료에 날짜가 없어, 자료가 적은 차례를 따랐습니다."


class _Told(NamedTuple):
    """A stage with what its card says of it."""

    stage: Entry
    words: str


def ordering(record: Record, library: Library) -> Exercise | None:
    """Places to fill, then a card for each stage; None where there are fewer than three.

    Cards bear what was done and neither its name nor its date nor a sentence that tells its place
    in the order. Where enough stages come after the cut, those that the handout tells are left out.
    """
    told = tuple(_told(record.get("stages", ())))
    unread = tuple(_told(record.get("stages", ())[cut_of(record, library).stages_before :]))
    asks_first = len(unread) < _LEAST
    stages = (told if asks_first else unread)[:_MOST]
    if len(stages) < _LEAST:
        return None
    order = mixed(range(len(stages)), f"{PAPER} {record.id}")
    cards = tuple(
        Card(letter, runs(stages[at].words), foot=foot_of(record, library))
        for letter, at in zip(LETTERS, order, strict=False)
    )
    asked: tuple[Block, ...] = (
        paragraph(_ASK, _FIRST if asks_first else "", tone=Tone.INSTRUCTION),
        *_places(len(stages)),
        WritingLines(8, "그렇게 놓은 까닭"),
    )
    sheet = sheet_of(record, library, PAPER, asked, grid(cards))
    answers = _answers(
        [one.stage for one in stages],
        {at: letter for letter, at in zip(LETTERS, order, strict=False)},
        library,
    )
    return Exercise(PAPER, sheet, key_of(sheet, (answers, paragraph(_UNDATED, tone=Tone.SMALL))))


def _told(stages: Sequence[Entry]) -> Iterator[_Told]:
    """The stages of which something can be said that does not tell when it was."""
    for stage in stages:
        said = [one for one in sentences(stage["what"]) if not _TELLS_WHEN.search(one)]
        if said:
            yield _Told(stage, " ".join(said))


def _places(count: int) -> tuple[Board, ...]:
    """A place for each card, in as few rows as fit, all about as long."""
    across = -(-count // -(-count // _ACROSS))
    return tuple(
        Board(
            (
                tuple(
                    runs(f"{number}번째")
                    for number in range(start + 1, min(start + across, count) + 1)
                ),
            ),
            22,
        )
        for start in range(0, count, across)
    )


def _answers(stages: Sequence[Entry], letters: dict[int, str], library: Library) -> Table:
    rows = tuple(
        (
            runs(f"{at + 1}"),
            runs(letters[at]),
            runs(_when(stage)),
            runs(library.label("stages", stage["stage"])),
            runs(stage.get("name", "")),
        )
        for at, stage in enumerate(stages)
    )
    return Table(("차례", "카드", "때", "단계", "자료의 이름"), rows, widths=(1, 1, 3, 3, 6))


def _when(stage: Entry) -> str:
    return printed_span(stage.get("start"), stage.get("end"))
