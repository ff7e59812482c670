"""Rules that make a record worth reading for everyone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hyeopchi.files.problem import START, Problem, Severity
from hyeopchi.files.rule import Rule
from hyeopchi.records.archive import Archive
from hyeopchi.records.depth import depth
from hyeopchi.records.places import problem_in
from hyeopchi.records.record import Record
from hyeopchi.records.walk import Path
from hyeopchi.text.quoting import listed, quoted

_FEWEST_EASY = 3


def record_is_told_easily(record: Record, archive: Archive) -> Iterator[Problem]:
    """Every record that is more than a placeholder has its easy version (a warning: a draft may lack it)."""
    if (
        not record.is_withdrawn
        and "easy" not in record.entry
        and depth(record, archive.schema, archive.vocabularies) != "stub"
    ):
        yield Problem.at(
            record.source.path,
            START,
            Rule.NO_EASY_VERSION,
            "'쉬운 말로'(easy)가 없습니다",
            "짧은 문장 3~5개로 적어 주세요",
            Severity.WARNING,
        )


def easy_version_has_enough_sentences(record: Record, archive: Archive) -> Iterator[Problem]:
    """An easy version has at least three sentences."""
    easy = record.get("easy", ())
    if easy and len(easy) < _FEWEST_EASY:
        yield problem_in(
            record,
            ("easy",),
            Rule.EASY_TOO_SHORT,
            f"'쉬운 말로'(easy)가 너무 짧습니다: {len(easy)}문장",
            "짧은 문장 3~5개로 적어 주세요",
        )


def handout_stops_at_a_place_of_the_record(record: Record, archive: Archive) -> Iterator[Problem]:
    """The ``cut`` of a handout and the ``task`` of a schedule entry are places of the record itself."""
    spots: list[tuple[Path, Any]] = [(("teaching", "cut"), record.get("teaching", {}).get("cut"))]
    spots += [
        (("schedule", index, "task"), entry.get("task"))
        for index, entry in enumerate(record.get("schedule", ()))
    ]
    said = [(path, anchor) for path, anchor in spots if anchor]
    anchors = archive.anchors[record.id] if said else ()
    for path, anchor in said:
        if anchor not in anchors:
            yield problem_in(
                record,
                path,
                Rule.UNKNOWN_ANCHOR,
                f"이 기록에 없는 자리입니다: {quoted(anchor)}",
                f"있는 자리: {listed(sorted(anchors))}",
            )


RULES = (
    record_is_told_easily,
    easy_version_has_enough_sentences,
    handout_stops_at_a_place_of_the_record,
)
