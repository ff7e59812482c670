"""Handouts: the three sheets of a case that is ready to be taught.

The participants' sheet stops where the case has its ``cut``; the second tells what happened
then, or that the sources do not say; the facilitator's holds timings, hints and all of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from hyeopchi.library.library import Library
from hyeopchi.paper.blocks.block import (
    Block,
    Heading,
    PageBreak,
    Table,
    Together,
    Tone,
    WritingLines,
    items,
    paragraph,
    runs,
)
from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.catalogue import HANDOUTS
from hyeopchi.paper.content import parts_of_record
from hyeopchi.paper.content.case import case_parts
from hyeopchi.paper.content.cut import Cut, cut_of
from hyeopchi.paper.content.facts_table import facts_table
from hyeopchi.paper.content.grounds import cited_in
from hyeopchi.paper.content.origin import code_of, rights_of
from hyeopchi.paper.content.proposals import asked_blocks
from hyeopchi.records.record import Record
from hyeopchi.text.korean import josa

_LINES, _FEWER_LINES, _MANY = 3, 2, 5
"""Lines to write on under a question, and under each of so many that they would take a page more."""
_STOP = "이야기는 여기에서 멈춥니다. 다음에 무슨 일이 있었을지, 여러분이라면 어떻게 할지 이야기해 보세요."


def of(record: Record, library: Library) -> Iterator[Sheet]:
    """The sheets of ``record``, each made when it is asked for; none where it has nothing to teach with."""
    if "teaching" in record.entry and not record.is_withdrawn:
        case = _Case(record, library)
        first = tuple(case.participant())
        yield case.sheet(HANDOUTS[0], first, cited_in(first) or case.sources)
        for paper, told in zip(HANDOUTS[1:], (case.second, case.facilitator), strict=True):
            yield case.sheet(paper, tuple(told()), case.sources)


@dataclass(frozen=True)
class _Case:
    """A case cut in two at its ``cut``."""

    record: Record
    library: Library

    @cached_property
    def _cut(self) -> Cut:
        return cut_of(self.record, self.library)

    @cached_property
    def _before(self) -> tuple[Block, ...]:
        return tuple(
            case_parts(
                self.record, self.library, self._cut.before, range(1, self._cut.stages_before + 1)
            )
        )

    @cached_property
    def _after(self) -> tuple[Block, ...]:
        stages = range(self._cut.stages_before + 1, len(self.record.get("stages", ())) + 1)
        return tuple(case_parts(self.record, self.library, self._cut.after, stages, is_end=True))

    def _whole(self) -> Iterator[Block]:
        stages = range(1, len(self.record.get("stages", ())) + 1)
        opening = case_parts(self.record, self.library, (), range(0))
        told = case_parts(
            self.record, self.library, (*self._cut.before, *self._cut.after), stages, is_end=True
        )
        yield from (*opening, *told)

    @cached_property
    def sources(self) -> frozenset[int]:
        """The numbers of all its sources."""
        return frozenset(range(1, len(self.record.get("sources", ())) + 1))

    def sheet(self, paper: str, blocks: tuple[Block, ...], sources: frozenset[int]) -> Sheet:
        """The sheet of this case that is a term of the papers, with the sources of these numbers.

        The first sheet lists those that it names: the titles of the others may tell the end.
        """
        official = self.record.get("official_name", "")
        return Sheet(
            f"{self.record.id}-{paper}",
            self.record.title,
            (*blocks, *self._end(sources)),
            official if official != self.record.title else "",
            self._name(paper),
            self.record.title,
            rights_of(self.record, self.library),
        )

    def _end(self, sources: frozenset[int]) -> Iterator[Block]:
        """What every sheet ends with: sources, where the others stand, and the way to the record's page."""
        yield from parts_of_record.source_blocks(self.record, self.library, sources)
        if sources != self.sources:
            words = f"다른 번호의 자료는 {self._name(HANDOUTS[1])}에 있습니다."
            yield paragraph(words, tone=Tone.SMALL)
        if self.library.settings.site_url:
            yield code_of(self.record, self.library)

    def _name(self, paper: str) -> str:
        return self.library.label("papers", paper)

    def participant(self) -> Iterator[Block]:
        """As far as the cut, then the questions and the proposals that they may be about."""
        yield facts_table(self.record, self.library, "handout")
        yield from parts_of_record.plan_line(self.record, self.library)
        yield from self._before
        yield from self._questions()
        yield from asked_blocks(self.record, self.library)

    def _questions(self) -> Iterator[Block]:
        """What to talk about, each with room to write; the first stays with the heading of all."""
        opening: tuple[Block, ...] = (
            Heading("여러분이라면?"),
            paragraph(_STOP, tone=Tone.INSTRUCTION),
        )
        asked = self.record["teaching"]["questions"]
        lines = WritingLines(_FEWER_LINES if len(asked) >= _MANY else _LINES)
        for number, question in enumerate(asked, start=1):
            yield Together((*opening, Heading(question["text"], 3, f"{number}."), lines))
            opening = ()

    def second(self) -> Iterator[Block]:
        """What came after the cut, and what the sources do not say."""
        read = josa(self._name("handout"), "을/를")
        yield paragraph(f"{read} 읽고 이야기를 나눈 뒤에 나눕니다.", tone=Tone.SMALL)
        yield from parts_of_record.status_line(self.record, self.library)
        yield paragraph(self.record["summary"], tone=Tone.LEAD)
        yield from self._after
        if not self.record.get("outcomes"):
            yield paragraph("무엇이 달라졌는지 따로 적은 성과는 자료에 없습니다.")
        yield from parts_of_record.silence_blocks(self.record, self.library)

    def facilitator(self) -> Iterator[Block]:
        """Timings, hints, what to copy, and the whole case."""
        teaching = self.record["teaching"]
        audience = ", ".join(self.library.label("audiences", one) for one in teaching["audience"])
        yield paragraph(f"함께할 사람: {audience} · 모두 {teaching['minutes']}분", tone=Tone.LEAD)
        yield Heading("나눠 줄 종이")
        first, second = map(self._name, HANDOUTS[:2])
        yield items(
            (
                f"{first}: 한 사람마다 1부씩. 처음에 나눕니다.",
                f"{second}: 한 사람마다 1부씩. 이야기를 마친 뒤에 나눕니다.",
            ),
            boxes=True,
        )
        yield paragraph(
            f"{josa(first, '은/는')} ‘{self._cut.words}’ 앞에서 멈춥니다. 그 뒤의 일은 {second}에 있습니다."
        )
        yield Heading("활동")
        yield paragraph(teaching["activity"], tone=Tone.INSTRUCTION)
        yield Heading("질문과 길잡이")
        yield _timetable(teaching)
        yield PageBreak()
        yield Heading("기록 전체")
        yield from parts_of_record.status_line(self.record, self.library)
        yield paragraph(self.record["summary"], tone=Tone.LEAD)
        yield from parts_of_record.easy_blocks(self.record)
        yield from self._whole()
        yield from parts_of_record.silence_blocks(self.record, self.library)


def _timetable(teaching: Mapping[str, Any]) -> Table:
    questions = teaching["questions"]
    rows = [
        (
            runs(f"{number}"),
            runs(f"{question['minutes']}분"),
            runs(question["text"]),
            runs(question["hint"]),
        )
        for number, question in enumerate(questions, start=1)
    ]
    rest = teaching["minutes"] - sum(question["minutes"] for question in questions)
    if rest > 0:
        rows.insert(0, (runs(""), runs(f"{rest}분"), runs("읽고 활동하기"), runs("")))
    return Table(("번호", "시간", "질문", "길잡이"), tuple(rows), widths=(1, 2, 8, 9))
