"""The home page: the questions people come with, the ways in, and one promise walked to practice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from hyeopchi.library.gaps import gaps
from hyeopchi.library.library import Library
from hyeopchi.library.promises import Promise, Step, promises, reach
from hyeopchi.library.term_index import NO_YEAR
from hyeopchi.records.record import Record
from hyeopchi.records.years import sort_year
from hyeopchi.schema.kinds import Kind
from hyeopchi.search.examples import examples
from hyeopchi.site.pages.collections import of_purpose
from hyeopchi.site.pages.districts import districts
from hyeopchi.site.pages.timeline import year_address, years
from hyeopchi.site.view import DOORS, View

_QUESTIONS, _NEWEST = 6, 5
_YEARS = 14  # Two rows of seven bars: all the years there are would be a screen of near-empty bars.


class Walk(NamedTuple):
    """One way from a pledge to practice; ``task`` is None where a case answers the pledge directly."""

    promise: Promise
    task: Step | None
    practice: Step


def home_views(library: Library) -> Iterator[View]:
    """``/``."""
    yield View(
        "",
        library.settings.name,
        "home.html",
        partial(_fill, library),
        "시민과 행정이 함께 해 본 일과 하기로 한 일을 찾고, 배우고, 보태는 곳",
        door=None,
    )


def _fill(library: Library) -> Mapping[str, Any]:
    teaching = of_purpose(library, "teaching")
    dated = tuple(
        (year, year_address(year), len(found))
        for year, found in years(library).items()
        if year != NO_YEAR
    )
    return {
        "doors": DOORS,
        "examples": examples(library),
        "questions": of_purpose(library, "question")[:_QUESTIONS],
        "question_count": len(of_purpose(library, "question")),
        "teaching": teaching[0] if teaching else None,
        "districts": districts(library),
        "domains": _counted("domains", library),
        "years": dated[-_YEARS:],
        "since": dated[0][0] if len(dated) > _YEARS else None,
        "walk": walked(promises(library.records, library.archive, library.relations), library),
        "newest": newest(library),
        "gaps": gaps(library),
    }


def _counted(vocabulary: str, library: Library) -> tuple[tuple[Any, int], ...]:
    return tuple(
        (term, len(library.index.of(vocabulary, term.id)))
        for term in library.vocabularies[vocabulary]
    )


def newest(library: Library) -> tuple[Record, ...]:
    """The records of full depth that changed last; of one day, those of the latest year first."""
    full = (
        record for record in library.index.of("depths", "full") if record.kind != Kind.COLLECTION
    )
    return tuple(sorted(full, key=_newness, reverse=True)[:_NEWEST])


def _newness(record: Record) -> tuple[int, int, str]:
    changed = record.latest_change
    return changed.toordinal() if changed else 0, sort_year(record), record.id


def walked(found: Iterable[Promise], library: Library) -> Walk | None:
    """The promise with the richest trail that sources name, and its best way; None where none reaches practice."""
    ways = [(promise, way) for promise in found if (way := _best_way(promise, library))]
    if not ways:
        return None
    promise, (task, practice) = max(
        ways, key=lambda pair: (_is_sourced(pair[1]), _richness(pair[0]), str(pair[0].link))
    )
    return Walk(promise, task, practice)


def _is_sourced(way: tuple[Step | None, Step]) -> bool:
    """Whether every link of a way is named by a source, none only seen by the library."""
    return all(step.relation.basis == "source" for step in way if step)


def _richness(promise: Promise) -> tuple[bool, int, int]:
    """A trail over a task tells more than a direct one; then practices count, then tasks."""
    found = reach(promise.steps)
    return (
        any(step.record.kind == Kind.PLAN and step.reaches_practice for step in promise.steps),
        found.practices,
        found.tasks,
    )


def _best_way(promise: Promise, library: Library) -> tuple[Step | None, Step] | None:
    over_tasks = [(step, end) for step in promise.steps for end in step.next if end.is_practice]
    direct = [(None, step) for step in promise.steps if step.is_practice]
    depths = ("full", "thin", "stub")
    return min(
        over_tasks or direct,
        default=None,
        key=lambda way: (
            not _is_sourced(way),
            depths.index(library.index.depths[way[1].record.id]),
            str(way[1].link),
        ),
    )
