"""Rules about dates: spans run forwards, stages stay inside the period."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from hyeopchi.files.problem import Problem, Severity
from hyeopchi.files.rule import Rule
from hyeopchi.records.archive import Archive
from hyeopchi.records.places import place_in, problem_in
from hyeopchi.records.record import Record
from hyeopchi.records.walk import Path, groups
from hyeopchi.rules.status import FINISHED
from hyeopchi.schema.entry import Entry
from hyeopchi.schema.vague_date import VagueDate


def span_runs_forwards(record: Record, archive: Archive) -> Iterator[Problem]:
    """A span's end does not lie before its start."""
    for path, field, value, _ in groups(record, archive.schema):
        if not isinstance(value, Entry):
            continue
        start, end = value.get("start"), value.get("end")
        if start and end and end.latest < start.earliest:
            yield problem_in(
                record,
                (*path, "end"),
                Rule.SPAN_BACKWARDS,
                f"{field.spoken}: 끝({end.printed})이 시작({start.printed})보다 앞섭니다",
                "두 날짜를 바꿔 적었는지 봐 주세요",
            )


def ongoing_has_no_end(record: Record, archive: Archive) -> Iterator[Problem]:
    """A span that goes on has no end."""
    for path, field, value, _ in groups(record, archive.schema):
        if isinstance(value, Entry) and value.get("ongoing") and value.get("end"):
            yield problem_in(
                record,
                (*path, "ongoing"),
                Rule.ONGOING_WITH_END,
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
            yield problem_in(
                record,
                ("stages", index, "start"),
                Rule.STAGE_OUTSIDE_PERIOD,
                f"단계가 기간의 시작({start.printed})보다 앞섭니다: {first.printed}",
                "기간이나 단계의 날짜를 고쳐 주세요",
            )
        if end and last and last.earliest > end.latest:
            yield problem_in(
                record,
                ("stages", index, "end"),
                Rule.STAGE_OUTSIDE_PERIOD,
                f"단계가 기간의 끝({end.printed})을 넘습니다: {last.printed}",
                "기간이나 단계의 날짜를 고쳐 주세요",
            )


def record_dates_run_forwards(record: Record, archive: Archive) -> Iterator[Problem]:
    """A record is revised and withdrawn after it was added, and revisions stand in order."""
    added = record.get("added")
    dates: list[datetime.date] = [added] if added else []
    for index, revised in enumerate(record.get("revised", ())):
        if dates and revised < dates[-1]:
            yield problem_in(
                record,
                ("revised", index),
                Rule.REVISED_TOO_EARLY,
                f"고친 날({revised})이 앞의 날({dates[-1]})보다 앞섭니다",
                "날짜를 오래된 것부터 적어 주세요",
            )
        dates.append(revised)
    withdrawn = record.get("withdrawn", {}).get("date")
    if added and withdrawn and withdrawn < added:
        yield problem_in(
            record,
            ("withdrawn", "date"),
            Rule.WITHDRAWN_TOO_EARLY,
            f"거둔 날({withdrawn})이 넣은 날({added})보다 앞섭니다",
            "두 날짜를 봐 주세요",
        )


def what_is_over_has_happened(record: Record, archive: Archive) -> Iterator[Problem]:
    """What is finished, and a source, is no younger than the record's own last day (a warning)."""
    last = max([*filter(None, [record.get("added")]), *record.get("revised", ())], default=None)
    if last is None:
        return
    for path, date in _past_dates(record):
        if date.earliest > last:
            yield Problem.at(
                record.source.path,
                place_in(record, *path),
                Rule.DATE_TO_COME,
                f"이 기록을 쓴 날({last})보다 나중입니다: {date.printed}",
                "해를 잘못 적었는지 봐 주세요. 아직 오지 않은 때라면 끝난 일로 적지 마세요",
                Severity.WARNING,
            )


def _past_dates(record: Record) -> Iterator[tuple[Path, VagueDate]]:
    """Where the record says when something was over or came out, and when."""
    spans: list[tuple[Path, Entry | None, Entry]] = [
        (("period",), record.get("period"), record.get("status", {})),
        *(
            (("stages", index), stage, stage)
            for index, stage in enumerate(record.get("stages", ()))
        ),
    ]
    for path, span, said in spans:
        is_over = said.get("value", said.get("status")) in FINISHED
        name = "end" if span and "end" in span else "start"
        if is_over and span and name in span:
            yield (*path, name), span[name]
    for index, source in enumerate(record.get("sources", ())):
        if "date" in source:
            yield ("sources", index, "date"), source["date"]


RULES = (
    what_is_over_has_happened,
    span_runs_forwards,
    ongoing_has_no_end,
    stage_stands_inside_period,
    record_dates_run_forwards,
)
