"""Rules about status: what was only announced never reads as done."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from hyeopchi.files.problem import Problem
from hyeopchi.files.rule import Rule
from hyeopchi.records.archive import Archive
from hyeopchi.records.places import names_in, problem_in
from hyeopchi.records.record import Record
from hyeopchi.records.walk import groups
from hyeopchi.schema.entry import Entry
from hyeopchi.schema.vague_date import VagueDate
from hyeopchi.text.quoting import quoted

FINISHED = ("done", "ended")
_OF_SOURCES = ("changed", "not-done")
"""Verdicts that need a source which says so; the library only knows that it does not know."""


def finished_rests_on_later_source(record: Record, archive: Archive) -> Iterator[Problem]:
    """``done`` and ``ended`` rest on a source of or after the end, or on an undated one that tells it as past."""
    end = _end(record)
    for path, _, value, _ in groups(record, archive.schema):
        if (
            not isinstance(value, Entry)
            or value.get("value") not in FINISHED
            or path[-1] != "status"
        ):
            continue
        dates = [date.latest if date else None for date in _source_dates(record, value)]
        if not dates or (None in dates and value.get("reported") == "past"):
            continue
        known = [date for date in dates if date]
        if not known:
            yield problem_in(
                record,
                path,
                Rule.FINISHED_WITHOUT_DATE,
                "끝난 일이라고 했지만 자료에 날짜가 없습니다",
                "자료가 지난 일로 적었다면 status에 'reported: past'를 더해 주세요",
            )
        elif end and max(known) < end:
            yield problem_in(
                record,
                path,
                Rule.FINISHED_TOO_EARLY,
                f"끝난 일이라고 했지만 자료({max(known)})가 끝난 때({end})보다 먼저 나왔습니다",
                "더 나중의 자료를 대거나 'value: planned'로 적어 주세요",
            )


def finished_stage_rests_on_later_source(record: Record, archive: Archive) -> Iterator[Problem]:
    """A stage that is ``done`` or ``ended`` rests on a source of or after its end, or on an undated one."""
    for index, stage in enumerate(record.get("stages", ())):
        end = stage.get("end") or stage.get("start")
        dates = _source_dates(record, stage) if stage.get("status") in FINISHED and end else []
        known = [date.latest for date in dates if date]
        if known and None not in dates and max(known) < end.earliest:
            yield problem_in(
                record,
                ("stages", index, "status"),
                Rule.FINISHED_TOO_EARLY,
                f"끝난 단계라고 했지만 자료({max(known)})가 끝난 때({end.earliest})보다 먼저 나왔습니다",
                "더 나중의 자료를 대거나 planned로 적어 주세요",
            )


def _end(record: Record) -> datetime.date | None:
    """The first day on which the whole may have ended; None where no end is known."""
    period = record.get("period")
    end = (period.get("end") or period.get("start")) if period else None
    return end.earliest if end else None


def _source_dates(record: Record, entry: Entry) -> list[VagueDate | None]:
    """The dates of the sources that an entry rests on; None for one without a date.

    A source whose date could not be read, or whose document is not there, is left out.
    """
    keys = {key for key, _ in entry.get("from", ())}
    return [
        source.get("date")
        for index, source in enumerate(record.get("sources", ()))
        if source.get("key") in keys
        and ("title" in source or "id" not in source)
        and ("date" in source or "date" not in names_in(record, "sources", index))
    ]


def planned_has_no_outcomes(record: Record, archive: Archive) -> Iterator[Problem]:
    """What was only announced has no outcomes."""
    status = record.get("status", {}).get("value")
    if status == "planned" and record.get("outcomes"):
        yield problem_in(
            record,
            ("outcomes",),
            Rule.PLANNED_WITH_OUTCOMES,
            "하기로 한 일인데 달라진 점(outcomes)이 적혀 있습니다",
            "하기로 한 것은 stages나 본문에 적고, 결과는 unknown에 적어 주세요",
        )


def hard_verdict_is_the_sources_own(record: Record, archive: Archive) -> Iterator[Problem]:
    """That something was not done, or that something else took its place, is said by a source alone."""
    labels = archive.vocabularies["verdicts"]
    for path, field, followup, _ in groups(record, archive.schema):
        if (
            field.type == "followup"
            and followup.get("verdict") in _OF_SOURCES
            and followup.get("basis") == "editor"
        ):
            yield problem_in(
                record,
                (*path, "verdict"),
                Rule.VERDICT_WITHOUT_SOURCE,
                f"도서관의 판단으로 적을 수 없는 결과입니다: {quoted(labels[followup['verdict']].label)}",
                "자료가 그렇게 말하면 'basis: source'로, 아니면 'verdict: unknown'으로 적어 주세요",
            )


RULES = (
    finished_rests_on_later_source,
    finished_stage_rests_on_later_source,
    planned_has_no_outcomes,
    hard_verdict_is_the_sources_own,
)
