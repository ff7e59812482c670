"""The check: ten questions made of the recorded obstacles, which officials and residents answer each for themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from hyeopchi.library.library import Library
from hyeopchi.schema.conventions import CHECKLIST
from hyeopchi.schema.kinds import Kind
from hyeopchi.schema.vocabulary import Term
from hyeopchi.site.pages.collections import of_purpose
from hyeopchi.site.pages.lessons import Factor, Theme, themes
from hyeopchi.site.pages.listing import CASES
from hyeopchi.site.view import Crumb, View

CHECK = Crumb("두 눈 점검표", "check/")
_MOST = 10
_MET, _OVERCAME = 5, 3
"""Records named with a question, each with its own sentence; the theme's page holds all."""

SIDES = ("officials", "residents")
"""The two who answer, as the groups of people name them."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question: the theme it asks of, how many records met it as an obstacle, and some of them."""

    theme: Term
    count: int
    met: tuple[Factor, ...]
    overcame: tuple[Factor, ...]


def check_views(library: Library) -> Iterator[View]:
    """``/check/``. What people answer stays in their browser and in the codes they hand over."""
    yield View(
        CHECK.address,
        CHECK.label,
        "check.html",
        partial(_fill, library),
        "행정과 주민이 같은 열 가지 물음에 따로 답하고 겹쳐 보는 점검표",
        (CASES,),
        styles=("check",),
        scripts=("check/page",),
    )


def questions(library: Library) -> tuple[Question, ...]:
    """The themes that most records name as an obstacle; of equal ones those that the vocabulary lists first."""
    found = themes(library)
    asked = (
        _question(term, found[term.id]) for term in library.vocabularies["themes"] if term.check
    )
    return tuple(sorted((one for one in asked if one.count), key=lambda one: -one.count)[:_MOST])


def _question(term: Term, theme: Theme) -> Question:
    met = _one_each(theme.obstacles)
    return Question(term, len(met), met[:_MET], _one_each(theme.enablers)[:_OVERCAME])


def _one_each(factors: Iterable[Factor]) -> tuple[Factor, ...]:
    """One factor of each record, cases first."""
    first: dict[str, Factor] = {}
    for factor in factors:
        first.setdefault(factor.record.id, factor)
    return tuple(sorted(first.values(), key=lambda factor: factor.record.kind != Kind.CASE))


def _fill(library: Library) -> Mapping[str, Any]:
    return {
        "questions": questions(library),
        "answers": tuple(library.vocabularies["answers"]),
        "sides": SIDES,
        "checklists": of_purpose(library, CHECKLIST),
    }
