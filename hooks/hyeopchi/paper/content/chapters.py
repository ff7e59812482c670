"""Chapters: a whole record of any kind as a chapter of a pamphlet or a book."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain

from hyeopchi.library.library import Library
from hyeopchi.paper.blocks.block import Block, Heading, Run, Together, Tone, items, paragraph
from hyeopchi.paper.content import collection, parts_of_record, planning
from hyeopchi.paper.content.case import case_parts, own_parts
from hyeopchi.paper.content.checklist import check_blocks
from hyeopchi.paper.content.facts_table import facts_table
from hyeopchi.paper.content.grounds import grounds
from hyeopchi.records.record import Record
from hyeopchi.records.sections import sections_of
from hyeopchi.schema.kinds import Kind
from hyeopchi.schema.vague_date import printed_day

Parts = Callable[[Record, Library], Iterator[Block]]


def chapter(record: Record, library: Library, why: str = "") -> Iterator[Block]:
    """``record`` from its title to its sources; ``why`` says for what one reads it here."""
    kind = library.vocabularies["kinds"][record.kind]
    yield Heading(record.title, 1, anchor=record.id)
    name = record.get("official_name", "")
    yield paragraph(
        f"{kind.extras.get('shape', '')} {kind.label}",
        f" · {name}" if name and name != record.title else "",
        tone=Tone.SMALL,
    )
    if why:
        yield paragraph(why, tone=Tone.QUOTE)
    yield paragraph(record["summary"], tone=Tone.LEAD)
    yield from parts_of_record.status_line(record, library)
    yield from parts_of_record.easy_blocks(record)
    yield facts_table(record, library)
    yield from _KINDS.get(record.kind, _reading)(record, library)
    yield from parts_of_record.silence_blocks(record, library)
    yield from _questions(record)
    yield from parts_of_record.source_blocks(record, library)


def tombstone(record: Record, library: Library) -> Iterator[Block]:
    """What stands in the place of a record that was withdrawn since."""
    gone = record["withdrawn"]
    yield Heading(record.title, 1, anchor=record.id)
    replaced = library.by_id.get(gone["replaced_by"].id) if "replaced_by" in gone else None
    yield paragraph(
        f"이 기록은 {printed_day(gone['date'])}에 거두었습니다. 까닭: {gone['reason']}",
        f" 대신 볼 기록: {replaced.title}" if replaced else "",
    )


def _questions(record: Record) -> Iterator[Block]:
    if "teaching" in record.entry:
        yield Together(
            (
                Heading("함께 이야기할 질문"),
                items(
                    [question["text"] for question in record["teaching"]["questions"]],
                    is_ordered=True,
                ),
            )
        )


def _case(record: Record, library: Library) -> Iterator[Block]:
    stages = range(1, len(record.get("stages", ())) + 1)
    headings = [section.id for section in sections_of(record, library.schema)]
    return case_parts(record, library, headings, stages, is_end=True)


def _plan(record: Record, library: Library) -> Iterator[Block]:
    if "vision" in record.entry:
        yield Heading("바라는 것")
        yield paragraph(record["vision"])
    yield from own_parts(record, library)
    yield from planning.task_blocks(record, library)
    yield from _diagnosis(record, library)
    yield from planning.schedule_blocks(record, library)
    yield from planning.budget_blocks(record, library)
    yield from planning.figure_blocks(record, library)


def _declaration(record: Record, library: Library) -> Iterator[Block]:
    yield from own_parts(record, library)
    yield Heading("약속")
    for pledge in record.get("pledges", ()):
        yield Heading(pledge["text"], 3, pledge["number"])
        if "note" in pledge:
            yield paragraph(pledge["note"])
    yield from grounds(record, library, record.get("pledges", ()))


def _reading(record: Record, library: Library) -> Iterator[Block]:
    """A resource, and every kind that has no chapter of its own."""
    guide = record.get("reading_guide", {})
    if guide:
        yield Heading("읽기 길잡이")
    for name, field in library.schema.structures["reading_guide"].fields.items():
        if name in guide and field.type == "prose":
            yield paragraph(Run(f"{field.label}. ", is_strong=True), guide[name])
    yield from grounds(record, library, (guide,))
    yield from own_parts(record, library)
    yield from planning.figure_blocks(record, library)
    yield from _diagnosis(record, library)
    yield from parts_of_record.voice_blocks(record, library)


def _diagnosis(record: Record, library: Library) -> Iterator[Block]:
    if record.get("enablers") or record.get("obstacles"):
        yield Heading("디딤돌과 걸림돌")
        yield from parts_of_record.factor_blocks(record, library)
    if record.get("lessons"):
        yield Heading("배울 점")
        yield from parts_of_record.findings(record, "lessons", library)


def _checks(record: Record, library: Library) -> Iterator[Block]:
    """The questions under a heading: right below the facts both tables would read as one."""
    if record.get("checks"):
        yield Heading("스스로 묻는 물음")
        yield from check_blocks(record, library)


def _collection(record: Record, library: Library) -> Iterator[Block]:
    return chain(
        collection.answer_blocks(record, library),
        collection.aim_blocks(record),
        _checks(record, library),
        own_parts(record, library),
        collection.ask_blocks(record),
        collection.session_blocks(record, library),
    )


_KINDS: Mapping[str, Parts] = {
    Kind.CASE: _case,
    Kind.PLAN: _plan,
    Kind.DECLARATION: _declaration,
    Kind.COLLECTION: _collection,
}
