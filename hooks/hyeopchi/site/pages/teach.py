"""Teach: ways in for people who lead a meeting, each course with what it needs, each case with its sheets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from hyeopchi.library.library import Library
from hyeopchi.library.teachable import Facet, Teachable, Way, facets, teachables
from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.catalogue import EASY, HANDOUTS, game_papers, papers_of, zip_of
from hyeopchi.paper.content import handouts
from hyeopchi.paper.content.easy_sheet import easy_sheet
from hyeopchi.paper.exercises import exercises_of
from hyeopchi.paper.game.cards import counts
from hyeopchi.paper.game.sheets import game_sheets
from hyeopchi.paper.kit.amounts import PEOPLE
from hyeopchi.paper.kit.handed_out import course_of
from hyeopchi.records.record import Record
from hyeopchi.site.view import TO_TEACHING, Crumb, Part, View, part_title, parts

TEACH = Crumb("교육에 쓰기", "teach/")
GAME = Crumb("협치 보드게임", "teach/game/")
_HANDOUTS = HANDOUTS[:2]
"""What people at the tables get of the handouts; the facilitator's is not made."""


class OnScreen(NamedTuple):
    """A sheet on a page: its anchor, how it is given out, and its key or None."""

    anchor: str
    per: str
    sheet: Sheet
    key: Sheet | None = None


def teach_views(library: Library) -> Iterator[View]:
    """``/teach/``, its facets, the game, and a page for each course and each case that is taught."""
    found = teachables(library)
    sought = facets(found, library)
    game = GAME if all(counts(library)) else None
    for part in parts(TEACH.address, found):
        yield View(
            part.address,
            part_title(TEACH.label, part),
            "teach.html",
            partial(_fill, part, sought, game),
            "교육 자리에서 바로 쓰는 수업 차례와 나눠 줄 종이",
            styles=("teach",),
            door=TO_TEACHING,
        )
    for facet in sought:
        for way in facet.ways:
            yield from _way_views(facet, way)
    if game:
        yield View(
            GAME.address,
            GAME.label,
            "teach_game.html",
            partial(_fill_game, library),
            "기록에 적힌 디딤돌과 걸림돌로 세 쪽이 40분 동안 하는 놀이",
            (TEACH,),
            styles=("teach",),
            door=TO_TEACHING,
        )
    for one in found:
        yield _course_view(one, library) if one.is_course else _case_view(one, library)


def teach_address(record: Record) -> str:
    """Where a course's or a case's own page for teaching stands."""
    return f"{TEACH.address}{record.id}/"


def _fill(part: Part, sought: tuple[Facet, ...], game: Crumb | None) -> Mapping[str, Any]:
    return {
        "part": part,
        "facets": sought if part.number == 1 else (),
        "game": game,
        "address_of": teach_address,
    }


def _way_views(facet: Facet, way: Way) -> Iterator[View]:
    for part in parts(way.address, way.found):
        yield View(
            part.address,
            part_title(f"{facet.label}: {way.label}", part),
            "teach_way.html",
            partial(dict, part=part, address_of=teach_address),
            trail=(TEACH,),
            styles=("teach",),
            door=TO_TEACHING,
        )


def _course_view(one: Teachable, library: Library) -> View:
    return View(
        teach_address(one.record),
        f"수업: {one.record.title}",
        "teach_course.html",
        partial(_fill_course, one, library),
        one.record.get("summary", ""),
        (TEACH,),
        styles=("teach",),
        scripts=("teach/amounts",),
        door=TO_TEACHING,
    )


def _fill_course(one: Teachable, library: Library) -> Mapping[str, Any]:
    return {
        "one": one,
        "record": one.record,
        "course": course_of(one.record, library, PEOPLE),
        "address_of": teach_address,
        "papers": papers_of(one.record, library),
        "zip": "" if zip_of(one.record) in library.left_out else zip_of(one.record),
    }


def _case_view(one: Teachable, library: Library) -> View:
    return View(
        teach_address(one.record),
        f"나눠 줄 종이: {one.record.title}",
        "teach_case.html",
        partial(_fill_case, one, library),
        f"‘{one.record.title}’ 사례로 함께 배울 때 나눠 줄 종이와 질문",
        (TEACH,),
        styles=("teach",),
        door=TO_TEACHING,
    )


def _fill_case(one: Teachable, library: Library) -> Mapping[str, Any]:
    return {
        "one": one,
        "record": one.record,
        "sheets": tuple(sheets_of(one.record, library)),
        "papers": papers_of(one.record, library),
    }


def sheets_of(record: Record, library: Library) -> Iterator[OnScreen]:
    """The sheets of a case in the order in which a meeting uses them."""
    terms = library.vocabularies["papers"]
    given = [
        *(
            (paper, sheet, None)
            for paper, sheet in zip(_HANDOUTS, handouts.of(record, library), strict=False)
        ),
        *((one.paper, one.sheet, one.key) for one in exercises_of(record, library)),
    ]
    if easy := easy_sheet(record, library):
        given.insert(1, (EASY, easy, None))
    for paper, sheet, key in given:
        yield OnScreen(paper, library.label("per", str(terms[paper].per)), sheet, key)


def _fill_game(library: Library) -> Mapping[str, Any]:
    return {"sheets": tuple(game_sheets(library)), "papers": game_papers()}
