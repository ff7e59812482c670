"""Lessons: what helped and what hindered, by theme. The themes have their pages here and nowhere else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from hyeopchi.library.addresses import term_address
from hyeopchi.library.library import Library
from hyeopchi.records.record import Record
from hyeopchi.records.sections import passages
from hyeopchi.schema.entry import Entry
from hyeopchi.schema.link import Link
from hyeopchi.schema.vocabulary import Term
from hyeopchi.site.pages.listing import CASES, by_kind
from hyeopchi.site.view import Crumb, Part, View, part_title, parts
from hyeopchi.text.korean import josa

LESSONS = Crumb("디딤돌과 걸림돌", "lessons/")
_ROWS = 25
"""Enablers and, beside them, obstacles on one page: together 50."""
_OVERCOMERS = 12
"""Records named on a theme's page as places where the theme was a help; the list holds all."""


@dataclass(frozen=True, slots=True)
class Factor:
    """One enabler or obstacle: where it stands and what it says."""

    link: Link
    record: Record
    entry: Entry


@dataclass(frozen=True, slots=True)
class Theme:
    """What records say of one theme."""

    enablers: list[Factor] = field(default_factory=list)
    obstacles: list[Factor] = field(default_factory=list)

    @property
    def rows(self) -> range:
        """The rows of both lists side by side."""
        return range(max(len(self.enablers), len(self.obstacles)))


def lesson_views(library: Library) -> Iterator[View]:
    """``/lessons/``, ``/lessons/<theme>/`` and ``/lessons/<theme>/records/``."""
    found = themes(library)
    vocabulary = library.vocabularies["themes"]
    yield View(
        LESSONS.address,
        LESSONS.label,
        "lessons.html",
        partial(dict, vocabulary=vocabulary, found=found),
        vocabulary.definition,
        (CASES,),
    )
    for term in vocabulary:
        yield from _theme_views(term, found[term.id], library)


def themes(library: Library) -> Mapping[str, Theme]:
    """The enablers and obstacles of every record by theme, deepest and newest records first."""
    found: defaultdict[str, Theme] = defaultdict(Theme)
    for record in library.records:
        for anchor, of, entry in passages(record, library.schema):
            if of.name in ("enablers", "obstacles") and "theme" in entry:
                getattr(found[entry["theme"]], of.name).append(
                    Factor(Link(record.id, anchor), record, entry)
                )
    return found


def _theme_views(term: Term, theme: Theme, library: Library) -> Iterator[View]:
    address, trail = term_address("themes", term.id), (CASES, LESSONS)
    for part in parts(address, theme.rows, _ROWS):
        yield View(
            part.address,
            part_title(term.label, part),
            "lessons_theme.html",
            partial(_fill, term, theme, part, library),
            term.definition,
            trail,
        )
    for part in parts(f"{address}records/", library.index.of("themes", term.id)):
        yield View(
            part.address,
            part_title(f"{josa(f'‘{term.label}’', '이/가')} 나오는 기록", part),
            "lessons_records.html",
            partial(dict, part=part, term=term, groups=by_kind(part.items)),
            f"{term.label}에 관한 디딤돌이나 걸림돌이 있는 기록",
            (*trail, Crumb(term.label, address)),
        )


def _fill(term: Term, theme: Theme, part: Part, library: Library) -> Mapping[str, Any]:
    numbers = tuple(part.items)
    shown = slice(numbers[0], numbers[-1] + 1) if numbers else slice(0, 0)
    helped = _records(theme.enablers)
    return {
        "term": term,
        "part": part,
        "sides": _sides(theme, shown),
        "helped": helped[:_OVERCOMERS],
        "helped_count": len(helped),
        "record_count": len(library.index.of("themes", term.id)),
    }


def _sides(theme: Theme, shown: slice) -> tuple[tuple[str, str, Sequence[Factor], int], ...]:
    return (
        ("enablers", "디딤돌", theme.enablers[shown], len(theme.enablers)),
        ("obstacles", "걸림돌", theme.obstacles[shown], len(theme.obstacles)),
    )


def _records(factors: Sequence[Factor]) -> tuple[Record, ...]:
    """The records of these factors, each once."""
    return tuple({factor.record.id: factor.record for factor in factors}.values())
