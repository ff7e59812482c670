"""Rules about dates: spans run forwards, stages stay inside the period."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from hyeopchi.files.problem import Problem
from hyeopchi.records.archive import Archive
from hyeopchi.records.record import Record
from hyeopchi.records.walk import groups
from hyeopchi.schema.entry import Entry


def span_runs_forwards(record: Record, archive: Archive) -> Iterator[Problem]:
    """A span's end does not lie before its start."""
    for path, field, value, _ in groups(record, archive.schema):
        if not isinstance(value, Entry):
            continue
        start, end = value.get("start"), value.get("end")
        if start and end and end.latest < start.earliest:
            yield record.problem(
                (*path, "end"),
                "span-backwards",
                f"{field.spoken}: 끝({end.printed})이 시작({start.printed})보다 앞섭니다",
                "두 날짜를 바꿔 적었는지 봐 주세요",
            )


def ongoing_has_no_end(record: Record, archive: Archive) -> Iterator[Problem]:
    """A span that goes on has no end."""
    for path, field, value, _ in groups(record, archive.schema):
        if isinstance(value, Entry) and value.get("ongoing") and value.get("end"):
            yield record.problem(
                (*path, "ongoing"),
                "ongoing-with-end",
                f"{field.spoken}: 이어진다고 했는데 끝이 적혀 있습니다",
                "ongoing과 end 가운데 하나만 적어 주세요",
            )


def stage_stands_inside_period(record: Record, archive: Archive) -> Iterator[Problem]:
    """A stage lies inside the record's period as far as both are known."""
    period = record.get("period")
    start, end = (period.get("start"), period.get("end")) if period else (None, None)
    for index, stage in enumerate(record.get("stages", ())):
        first, last = stage.get("start"), stage.get("end") or stage.get("start")
        if start and first and first.latest < start.earliest:
            yield record.problem(
                ("stages", index, "start"),
                "stage-outside-period",
                f"단계가 기간의 시작({start.printed})보다 앞섭니다: {first.printed}",
                "기간이나 단계의 날짜를 고쳐 주세요",
            )
        if end and last and last.earliest > end.latest:
            yield record.problem(
                ("stages", index, "end"),
                "stage-outside-period",
                f"단계가 기간의 끝({end.printed})을 넘습니다: {last.printed}",
                "기간이나 단계의 날짜를 고쳐 주세요",
            )


def record_dates_run_forwards(record: Record, archive: Archive) -> Iterator[Problem]:
    """A record is revised and withdrawn after it was added, and revisions stand in order."""
    added = record.get("added")
    dates: list[datetime.date] = [added] if added else []
    for index, revised in enumerate(record.get("revised", ())):
        if dates and revised < dates[-1]:
            yield record.problem(
                ("revised", index),
                "revised-too-early",
                f"고친 날({revised})이 앞의 날({dates[-1]})보다 앞섭니다",
                "날짜를 오래된 것부터 적어 주세요",
            )
        dates.append(revised)
    withdrawn = record.get("withdrawn", {}).get("date")
    if added and withdrawn and withdrawn < added:
        yield record.problem(
            ("withdrawn", "date"),
            "withdrawn-too-early",
            f"거둔 날({withdrawn})이 넣은 날({added})보다 앞섭니다",
            "두 날짜를 봐 주세요",
        )


RULES = (
    span_runs_forwards,
    ongoing_has_no_end,
    stage_stands_inside_period,
    record_dates_run_forwards,
)
