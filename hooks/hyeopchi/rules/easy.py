"""Rules that make a record worth reading for everyone, and worth teaching with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import replace
from itertools import product
from typing import Any

from hyeopchi.files.problem import START, Problem, Severity
from hyeopchi.files.rule import Rule
from hyeopchi.records.archive import Archive
from hyeopchi.records.depth import depth
from hyeopchi.records.places import problem_in
from hyeopchi.records.record import Record
from hyeopchi.records.walk import Path
from hyeopchi.schema.conventions import CITY
from hyeopchi.schema.entry import Entry
from hyeopchi.text.korean import josa
from hyeopchi.text.quoting import listed, quoted

_FEWEST_EASY = 3
MIN_EASY_SHEET, MAX_EASY_SHEET = 400, 600
"""Letters of an easy sheet: what is read in three minutes, set large, on one page."""
TELLS_A_SIDE = re.compile(
    r"디딤돌|걸림돌|힘이 된|도움|모자란|부족|어려|막힌|느린|없는|(?:\.|다|요|음|함|됨)\Z"
)
"""What the name of a card has that says whether the thing helped, or is a sentence."""


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
    """The ``cut`` of a handout, the ``of`` of a card and the ``task`` of a schedule entry are places of the record."""
    spots: list[tuple[Path, Any]] = [(("teaching", "cut"), record.get("teaching", {}).get("cut"))]
    spots += [
        (("teaching", "cards", index, "of"), card.get("of"))
        for index, card in enumerate(record.get("teaching", {}).get("cards", ()))
    ]
    spots += [
        (("schedule", index, "task"), entry.get("task"))
        for index, entry in enumerate(record.get("schedule", ()))
    ]
    said = [(path, anchor) for path, anchor in spots if anchor]
    anchors = archive.anchors_of(record.id) if said else ()
    for path, anchor in said:
        if anchor not in anchors:
            yield problem_in(
                record,
                path,
                Rule.UNKNOWN_ANCHOR,
                f"이 기록에 없는 자리입니다: {quoted(anchor)}",
                f"있는 자리: {listed(sorted(anchors))}",
            )


def easy_sheet_fills_a_page(record: Record, archive: Archive) -> Iterator[Problem]:
    """An easy sheet is long enough to talk about and short enough for one page."""
    told = record.get("teaching", {}).get("easy", ())
    letters = sum(map(len, told))
    if told and not MIN_EASY_SHEET <= letters <= MAX_EASY_SHEET:
        yield problem_in(
            record,
            ("teaching", "easy"),
            Rule.EASY_SHEET_LENGTH,
            f"쉬운 말 종이(teaching.easy)의 길이가 맞지 않습니다: {letters:,}자",
            f"모두 {MIN_EASY_SHEET}~{MAX_EASY_SHEET}자로 적어 주세요",
        )


def card_name_tells_no_side(record: Record, archive: Archive) -> Iterator[Problem]:
    """The name on a card to be sorted is a noun phrase that leaves open whether the thing helped."""
    for index, card in enumerate(record.get("teaching", {}).get("cards", ())):
        name = card.get("name", "")
        if TELLS_A_SIDE.search(name):
            yield problem_in(
                record,
                ("teaching", "cards", index, "name"),
                Rule.CARD_TELLS_ITS_SIDE,
                f"카드의 이름이 답을 알려 줍니다: {quoted(name)}",
                "힘이 되었는지 막았는지 드러나지 않게 ‘물었을 때의 답변’처럼 적어 주세요",
            )


def shortened_step_is_shorter(record: Record, archive: Archive) -> Iterator[Problem]:
    """A step of a course takes fewer minutes where the course is shortened; none where it falls."""
    for index, step in enumerate(record.get("session", ())):
        shorter, minutes = step.get("shorter"), step.get("minutes")
        if shorter is not None and minutes is not None and not 0 <= shorter < minutes:
            yield problem_in(
                record,
                ("session", index, "shorter"),
                Rule.SHORTER_NOT_LESS,
                f"줄일 때의 시간이 걸리는 시간({minutes}분)보다 짧지 않습니다: {shorter}",
                f"0에서 {minutes - 1} 사이의 수를 적거나 줄을 지워 주세요",
            )


def step_hands_out_what_it_uses(record: Record, archive: Archive) -> Iterator[Problem]:
    """A step's papers are made of a record that is taught, and no step speaks of a paper that nobody has by then."""
    given: set[str] = set()
    for index, step in enumerate(record.get("session", ())):
        taught = _taught(step, archive)
        if "papers" in step and not taught:
            yield problem_in(
                record,
                ("session", index, "papers"),
                Rule.PAPER_NOT_HANDED_OUT,
                "이 종이를 만들 기록이 없습니다",
                "교육에 쓸 질문(teaching)이 있는 사례를 sheet에 적거나 papers를 지워 주세요",
            )
        given.update(step.get("papers", ("handout",)) if taught else ())
        given.update(("easy",) if "easy" in taught and "handout" in given else ())
        yield from _unheld(record, archive, index, given)


def _taught(step: Entry, archive: Archive) -> Mapping[str, Any]:
    """What the record that a step uses says for teaching; nothing where it makes no papers."""
    link = step.get("sheet")
    used = archive.by_id.get(link.id) if link else None
    return {} if used is None or used.is_withdrawn else used.get("teaching", {})


def _unheld(record: Record, archive: Archive, index: int, given: Set[str]) -> Iterator[Problem]:
    """The papers that the words of a step name but that are not among those ``given``."""
    for name in ("activity", "say"):
        said = record["session"][index].get(name, "")
        for paper in archive.vocabularies["papers"]:
            if paper.id not in given and paper.label in said:
                yield problem_in(
                    record,
                    ("session", index, name),
                    Rule.PAPER_NOT_HANDED_OUT,
                    f"이 차례까지 나누어 주지 않은 종이입니다: {quoted(paper.label)}",
                    f"이 차례나 앞 차례의 papers에 {josa(paper.id, '을/를')} 적거나 말을 고쳐 주세요",
                )


def step_reads_what_the_course_hands_out(record: Record, archive: Archive) -> Iterator[Problem]:
    """A step that names the place of a case of the course has this case's papers (a warning: it may only speak of it)."""
    steps = record.get("session", ())
    held = {step["sheet"].id for step in steps if _taught(step, archive)}
    cases = tuple(_listed_cases(record, archive)) if steps else ()
    places = {place for case in cases if case.id in held for place in _places(case, archive)}
    missing = {place for case in cases for place in _places(case, archive)} - places
    for index, name in product(range(len(steps)), ("activity", "say")):
        for place in sorted(missing):
            if place in steps[index].get(name, ""):
                told = problem_in(
                    record,
                    ("session", index, name),
                    Rule.PAPER_NOT_HANDED_OUT,
                    f"종이를 나누어 주지 않는 곳의 이야기입니다: {quoted(place)}",
                    "그 기록을 sheet에 적은 차례를 두거나, 나누어 주는 기록의 이야기로 고쳐 주세요",
                )
                yield replace(told, severity=Severity.WARNING)


def _listed_cases(record: Record, archive: Archive) -> Iterator[Record]:
    """The items of a course that papers can be made of."""
    links = (item.get("record") for item in record.get("items", ()))
    found = (archive.by_id.get(link.id) for link in links if link)
    return (case for case in found if case and case.get("teaching"))


def _places(case: Record, archive: Archive) -> Iterator[str]:
    """What a case's own place is called: its district, which is not the whole city, and its neighbourhood."""
    districts = (one for one in case.get("districts", ()) if one != CITY)
    yield from (archive.vocabularies.label("districts", one) for one in districts)
    yield from filter(None, (case.get("dong"),))


RULES = (
    record_is_told_easily,
    easy_version_has_enough_sentences,
    handout_stops_at_a_place_of_the_record,
    easy_sheet_fills_a_page,
    card_name_tells_no_side,
    shortened_step_is_shorter,
)
BESIDE_RULES = (step_hands_out_what_it_uses, step_reads_what_the_course_hands_out)
