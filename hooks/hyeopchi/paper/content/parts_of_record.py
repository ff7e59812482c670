"""Telling: the parts of a record in the library's own sentences, as blocks for paper.

Every part ends with the places in the sources that it rests on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from typing import Any

from hyeopchi.library.library import Library
from hyeopchi.library.wording import status_words
from hyeopchi.paper.blocks.block import (
    Beside,
    Block,
    Heading,
    Items,
    Listed,
    Paragraph,
    Run,
    Runs,
    Together,
    Tone,
    items,
    paragraph,
    runs,
)
from hyeopchi.paper.content.grounds import grounds
from hyeopchi.records.record import Record
from hyeopchi.schema.vague_date import printed_day, printed_span


def status_line(record: Record, library: Library) -> Iterator[Block]:
    """How far the record's matter had come, and when the sources say so."""
    if status := status_words(record, library):
        yield paragraph(
            Run(f"{status.sentence}.", is_strong=True), f" {status.note}" if status.note else ""
        )


def plan_line(record: Record, library: Library) -> Iterator[Block]:
    """That the whole matter was only planned, where it was: the one status that gives no end away."""
    status = record.get("status", {})
    if status.get("value") == "planned":
        yield from status_line(record, library)


def stage_blocks(
    record: Record, library: Library, first: int = 1, last: int | None = None
) -> Iterator[Block]:
    """The stages from number ``first`` to ``last``, each with when, what and its activities."""
    for number, stage in list(enumerate(record.get("stages", ()), start=1))[first - 1 : last]:
        name = library.label("stages", stage["stage"])
        heading = Heading(
            f"{name}: {stage['name']}" if "name" in stage else name, 3, f"{number}단계"
        )
        when = (
            printed_span(stage.get("start"), stage.get("end"), bool(stage.get("ongoing")))
            or "때를 알 수 없음"
        )
        status = f" · {library.label('statuses', stage['status'])}" if "status" in stage else ""
        yield Together(
            (heading, paragraph(f"{when}{status}", tone=Tone.SMALL), paragraph(stage["what"]))
        )
        activities = stage.get("activities", ())
        if activities:
            yield Items(tuple(_activity(activity, library) for activity in activities))
        yield from grounds(record, library, (stage, *activities))


def _activity(activity: Mapping[str, Any], library: Library) -> Runs:
    name = activity.get("name") or library.label("methods", activity.get("method", ""))
    people = activity.get("participants")
    counted = [str(activity["sessions"])] if "sessions" in activity else []
    counted += [f"{people.of} {people}".strip()] if people else []
    what = activity.get("what", "")
    return runs(
        Run(name, is_strong=True),
        "".join(f" {one}" for one in counted),
        f" — {what}" if what else "",
    )


def findings(record: Record, name: str, library: Library) -> Iterator[Block]:
    """The findings of the field ``name`` (outcomes, lessons), each with who says so."""
    found = record.get(name, ())
    if found:
        yield items([_said(finding, library) for finding in found])
        yield from grounds(record, library, found)


def _said(finding: Mapping[str, Any], library: Library) -> str:
    who = f" ({library.label('said-by', finding['said_by'])}의 말)" if "said_by" in finding else ""
    return f"{finding['what']}{who}"


def factor_blocks(record: Record, library: Library) -> Iterator[Block]:
    """Enablers and obstacles side by side; below each other where there is only one sort."""
    sides = [
        _factors(record, name, library) for name in ("enablers", "obstacles") if record.get(name)
    ]
    if len(sides) == 2:
        yield Beside(*sides)
    else:
        yield from (block for side in sides for block in side)
    yield from grounds(record, library, (*record.get("enablers", ()), *record.get("obstacles", ())))


def _factors(record: Record, name: str, library: Library) -> tuple[Block, ...]:
    told = [
        runs(
            Run(library.label("themes", factor["theme"]), is_strong=True),
            f" {_said(factor, library)}",
        )
        for factor in record[name]
    ]
    return Heading(library.schema.fields[name].label, 3), Items(tuple(told))


def voice_blocks(record: Record, library: Library) -> Iterator[Block]:
    """What people said, in our words."""
    for voice in record.get("voices", ()):
        who = ", ".join(filter(None, (voice["role"], voice.get("place", ""))))
        yield paragraph(f"{voice['what']} — {who} (우리 말로 옮김)", tone=Tone.QUOTE)
    yield from grounds(record, library, record.get("voices", ()))


def silence_blocks(record: Record, library: Library) -> Iterator[Block]:
    """What the sources do not say, and where they differ."""
    if record.get("unknown") or record.get("disputed"):
        yield Heading("자료가 말하지 않는 것")
    unknown = [
        runs(Run(_label(one, library), is_strong=True), f": {one.get('note') or '자료에 없습니다'}")
        for one in record.get("unknown", ())
    ]
    if unknown:
        yield Items(tuple(unknown))
    for one in record.get("disputed", ()):
        values = " / ".join(str(value["value"]) for value in one["values"])
        yield paragraph(
            Run(f"자료끼리 다름 — {_label(one, library)}", is_strong=True),
            f": {values} {one.get('note', '')}".rstrip(),
        )


def _label(one: Mapping[str, Any], library: Library) -> str:
    return library.schema.fields[one["field"].split(".")[0]].label


def source_blocks(
    record: Record, library: Library, told: Set[int] | None = None
) -> Iterator[Block]:
    """The sources under the numbers that the page gives them: title, place, date, terms of use.

    Only those of the numbers ``told`` where some are given.
    """
    sources = [
        (number, (Run(source_words(source, library), is_small=True),))
        for number, source in enumerate(record.get("sources", ()), start=1)
    ]
    listed = [one for one in sources if told is None or one[0] in told]
    if sources:
        yield Heading("자료")
    if sources and len(listed) == len(sources):
        yield Items(tuple(said for _, said in sources), is_ordered=True)
    elif listed:
        yield Listed(
            tuple((Paragraph(said, Tone.SMALL),) for _, said in listed),
            tuple(number for number, _ in listed),
        )


def source_words(source: Mapping[str, Any], library: Library) -> str:
    """A source in words: its title and part, who published it and when, under which terms."""
    return f"{source_name(source)} 이용조건: {library.label('rights', source['rights'])}."


def source_name(source: Mapping[str, Any]) -> str:
    """A source by its title and part, who published it and when."""
    part = f", {source['part']}" if source.get("part") else ""
    published = ", ".join(
        filter(
            None,
            (source.get("publisher", ""), printed_day(source.get("date")) or "날짜를 알 수 없음"),
        )
    )
    return f"「{source['title']}」{part}. {published}."


def easy_blocks(record: Record) -> Iterator[Block]:
    """The record in easy words."""
    if record.get("easy"):
        yield Heading("쉬운 말로", 3)
        yield Paragraph(runs(" ".join(record["easy"])), Tone.LEAD)
