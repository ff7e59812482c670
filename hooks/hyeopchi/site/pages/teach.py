"""Teach: ways in for people who lead a meeting, each course with what it needs, each case with its sheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from hyeopchi.contribute.session_form import WORDS
from hyeopchi.library.addresses import screen_address, teaching_address
from hyeopchi.library.library import Library
from hyeopchi.library.teachable import Answers, Facet, Teachable, Way, answers, facets, teachables
from hyeopchi.library.tried import tried
from hyeopchi.paper.blocks.block import Block, Cards, Heading, Together
from hyeopchi.paper.blocks.sheet import Copies, Sheet
from hyeopchi.paper.catalogue import EASY, FOLDER, HANDOUTS, game_papers, papers_of, zip_of
from hyeopchi.paper.content import handouts
from hyeopchi.paper.content.easy_sheet import easy_sheet
from hyeopchi.paper.exercises import exercises_of, keys_of
from hyeopchi.paper.exercises.exercise import Exercise
from hyeopchi.paper.game.cards import counts
from hyeopchi.paper.game.sheets import game_sheets
from hyeopchi.paper.kit.amounts import PEOPLE, Amounts
from hyeopchi.paper.kit.copy_list import (
    SIDES,
    Line,
    by_people,
    for_people,
    lines_of,
    total_words,
    with_pages,
)
from hyeopchi.paper.kit.course import Course
from hyeopchi.paper.kit.handed_out import course_of
from hyeopchi.paper.kit.making import kit_of
from hyeopchi.paper.kit.script import shortening
from hyeopchi.records.record import Record
from hyeopchi.site.view import TO_TEACHING, Crumb, Part, View, part_title, parts

TEACH = Crumb("교육에 쓰기", "teach/")
PDF = "pdf"
FIND = Crumb("골라 찾기", "teach/find/")
GAME = Crumb("협치 보드게임", "teach/game/")
_HANDOUTS = HANDOUTS[:2]
"""What people at the tables get of the handouts; the facilitator's is not made."""


class OnScreen(NamedTuple):
    """A sheet on a page: its anchor, how it is given out (vocabulary ``per``), and its key or None."""

    anchor: str
    per: str
    sheet: Sheet
    key: Sheet | None = None

    @property
    def down(self) -> int:
        """How many levels its headings go down on a page where its own name is an h2."""
        return _FIRST_LEVEL - next(_levels(self.sheet.blocks), _SHEETS_LEVEL)


_FIRST_LEVEL, _SHEETS_LEVEL = 3, 2


def _levels(blocks: Iterable[Block]) -> Iterator[int]:
    """The levels of headings in order, those in blocks that are kept together too."""
    for block in blocks:
        if isinstance(block, Heading):
            yield block.level
        elif isinstance(block, Together):
            yield from _levels(block.blocks)


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
            partial(_fill, part, sought, answers(found, library), game),
            "교육 자리에서 바로 쓰는 수업 차례와 나눠 줄 종이",
            styles=("teach",),
            door=TO_TEACHING,
        )
    for facet in sought:
        for way in facet.ways:
            yield from _way_views(facet, way)
    yield from _find_views(found, library)
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


def _address_of(record: Record) -> str:
    return teaching_address(record.id)


def _fill(
    part: Part, sought: tuple[Facet, ...], asked: Answers, game: Crumb | None
) -> Mapping[str, Any]:
    return {
        "part": part,
        "facets": sought if part.number == 1 else (),
        "answers": asked,
        "find": FIND if part.number == 1 and part.total else None,
        "game": game,
        "address_of": _address_of,
    }


def _find_views(found: Sequence[Teachable], library: Library) -> Iterator[View]:
    """Everything that can be taught, to be sought by audience, minutes and group size together."""
    for part in parts(FIND.address, found) if found else ():
        yield View(
            part.address,
            part_title(FIND.label, part),
            "teach_find.html",
            partial(dict, part=part, answers=answers(found, library), address_of=_address_of),
            "함께할 사람과 시간과 모둠을 한꺼번에 골라 수업과 사례를 찾는 쪽",
            (TEACH,),
            styles=("teach",),
            scripts=("teach/find",),
            door=TO_TEACHING,
        )


def _way_views(facet: Facet, way: Way) -> Iterator[View]:
    for part in parts(way.address, way.found):
        yield View(
            part.address,
            part_title(f"{facet.label}: {way.label}", part),
            "teach_way.html",
            partial(dict, part=part, address_of=_address_of),
            trail=(TEACH,),
            styles=("teach",),
            door=TO_TEACHING,
        )


def _course_view(one: Teachable, library: Library) -> View:
    return View(
        teaching_address(one.record.id),
        f"수업: {one.record.title}",
        "teach_course.html",
        partial(_fill_course, one, library),
        one.record.get("summary", ""),
        (TEACH,),
        styles=("teach",),
        scripts=("teach/amounts",),
        door=TO_TEACHING,
    )


class Counted(NamedTuple):
    """What there is to copy for ``amounts``: each paper, all, and all for other numbers of people."""

    amounts: Amounts
    lines: tuple[Line, ...]
    total: str
    by_people: tuple[tuple[Amounts, str], ...]


def _counted(lines: Iterable[Line], amounts: Amounts, library: Library, *files: str) -> Counted:
    """``lines`` with the pages that their sheets have in the PDFs of the addresses ``files``."""
    pages = {stem: count for one in files for stem, count in library.pages.get(one, {}).items()}
    told = for_people(with_pages(lines, pages), amounts)
    return Counted(amounts, told, total_words(told), tuple(by_people(told, amounts.group_size)))


def _links(course: Course) -> Iterator[tuple[str, str]]:
    """Where each sheet that is handed out stands on a page, by its stem."""
    for copied in course.papers:
        record = course.record_of(course.steps[copied.step - 1])
        if record:
            yield copied.sheet.stem, f"{teaching_address(record.id)}#{copied.paper}"


def _fill_course(one: Teachable, library: Library) -> Mapping[str, Any]:
    course = course_of(one.record, library, PEOPLE)
    return {
        "one": one,
        "record": one.record,
        "course": course,
        "tried": tried(one.record, library.archive),
        "told_words": WORDS,
        "shortening": tuple(shortening(course.shortened)) if course.shortened else (),
        "counted": _counted(kit_of(course).lines, course.amounts, library, zip_of(one.record)),
        "links": dict(_links(course)),
        "sides": SIDES,
        "address_of": _address_of,
        "screen": screen_address(one.record.id),
        "papers": papers_of(one.record, library),
        "zip": "" if zip_of(one.record) in library.left_out else zip_of(one.record),
    }


def _case_view(one: Teachable, library: Library) -> View:
    return View(
        teaching_address(one.record.id),
        f"나눠 줄 종이: {one.record.title}",
        "teach_case.html",
        partial(_fill_case, one, library),
        f"‘{one.record.title}’ 사례로 함께 배울 때 나눠 줄 종이와 질문",
        (TEACH,),
        styles=("teach",),
        scripts=("teach/amounts",),
        door=TO_TEACHING,
    )


def _case_lines(sheets: Sequence[OnScreen], keys: Iterable[Sheet]) -> Iterator[Line]:
    yield from lines_of(replace(one.sheet, copies=Copies(1, one.per)) for one in sheets)
    yield from lines_of(keys)


def _first_key(sheets: Iterable[OnScreen]) -> str:
    """The anchor of the first of the keys, which stand behind one another."""
    return next(f"{one.anchor}-key" for one in sheets if one.key)


def _fill_case(one: Teachable, library: Library) -> Mapping[str, Any]:
    made, papers = tuple(exercises_of(one.record, library)), papers_of(one.record, library)
    sheets, keys = tuple(sheets_of(one.record, library, made)), keys_of(one.record, made)
    return {
        "one": one,
        "record": one.record,
        "sheets": sheets,
        "counted": _counted(
            _case_lines(sheets, keys),
            Amounts(),
            library,
            *(f"{FOLDER}/{paper.stem}.{PDF}" for paper in papers),
        ),
        "sides": SIDES,
        "links": {
            **{one.sheet.stem: f"#{one.anchor}" for one in sheets},
            **{key.stem: f"#{_first_key(sheets)}" for key in keys},
        },
        "papers": papers,
    }


def sheets_of(record: Record, library: Library, made: Iterable[Exercise]) -> Iterator[OnScreen]:
    """The sheets of a case in the order in which a meeting uses them; ``made`` are its exercises."""
    terms = library.vocabularies["papers"]
    given = [
        *(
            (paper, sheet, None)
            for paper, sheet in zip(_HANDOUTS, handouts.of(record, library), strict=False)
        ),
        *((one.paper, one.sheet, one.key) for one in made),
    ]
    if easy := easy_sheet(record, library):
        given.insert(1, (EASY, easy, None))
    for paper, sheet, key in given:
        yield OnScreen(paper, str(terms[paper].per), sheet, key)


class Folded(NamedTuple):
    """A sheet of the game on its page: the parts that open by themselves, each with what opens it; none: all is shown."""

    sheet: Sheet
    folds: tuple[tuple[str, Sequence[Block]], ...] = ()


def _fill_game(library: Library) -> Mapping[str, Any]:
    rules, *others = game_sheets(library)
    sheets = (Folded(rules), *(Folded(sheet, tuple(_folds(sheet))) for sheet in others))
    return {"sheets": sheets, "papers": game_papers()}


def _folds(sheet: Sheet) -> Iterator[tuple[str, Sequence[Block]]]:
    """A sheet's cards by their kind; all of a sheet that has none."""
    decks = [block for block in sheet.blocks if isinstance(block, Cards)]
    for deck in decks:
        for kind, cards in groupby(deck.cards, attrgetter("kind")):
            found = tuple(cards)
            blank = "" if any(card.runs for card in found) else " (빈 카드)"
            yield f"{kind} {len(found):,}장{blank}", (replace(deck, cards=found),)
    if not decks:
        yield f"{sheet.name} 펴기", sheet.blocks
