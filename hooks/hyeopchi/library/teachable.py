"""Teachable: what can be taught with, and by whom, how long and in what groups it is sought."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from hyeopchi.library.library import Library
from hyeopchi.records.record import Record
from hyeopchi.schema.kinds import Kind


@dataclass(frozen=True, slots=True)
class Teachable:
    """A course or a case with questions.

    ``group_size`` is 0 where any size will do. ``least`` are the minutes that a course takes where
    it is shortened, 0 where nothing says how.
    """

    record: Record
    audience: tuple[str, ...]
    minutes: int
    group_size: int = 0
    least: int = 0

    @property
    def is_course(self) -> bool:
        """Whether it is a whole meeting, and not one case."""
        return self.record.kind == Kind.COLLECTION

    @property
    def shortest(self) -> int:
        """The fewest minutes in which it can be held."""
        return self.least or self.minutes

    def said(self, library: Library) -> str:
        """What it is, how long, with whom and in what groups, in a line of words."""
        shortened = f"(줄이면 {self.least}분)" if self.least else ""
        return " · ".join(
            (
                "수업" if self.is_course else "사례",
                f"{self.minutes}분{shortened}",
                ", ".join(library.label("audiences", term) for term in self.audience),
                *([f"한 모둠 {self.group_size}명"] if self.group_size else ()),
            )
        )


@dataclass(frozen=True, slots=True)
class Answers:
    """What one may ask for together: terms of audiences with their words, minutes at most, sizes of a group."""

    audiences: tuple[tuple[str, str], ...]
    minutes: tuple[int, ...]
    group_sizes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What is found for an audience and a size of group together; "" and 0 stand for any.

    ``counts`` tells how many fit in each span of ``Answers.minutes``, ``listed`` the first
    ``MOST_LISTED`` of each span, every one with the number of its span, in the order of all that
    can be taught: from it the first of any minutes at most can be told.
    """

    audience: str
    group_size: int
    counts: tuple[int, ...]
    listed: tuple[tuple[int, Teachable], ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A way in: its address, its words, and what is found there."""

    address: str
    label: str
    found: tuple[Teachable, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """A question of someone who plans a meeting, and the answers there are."""

    label: str
    ways: tuple[Way, ...]


MOST_LISTED = 100
"""How many an answer lists at most, so that it stays small however much can be taught."""
_AT_MOST = (40, 50, 60, 90, 120, 150)
"""Minutes that one may have at most: a class, an hour, an evening."""
_TIMES: Sequence[tuple[str, str, int]] = (
    ("60", "한 시간까지", 60),
    ("90", "한 시간 반까지", 90),
    ("120", "두 시간까지", 120),
    ("long", "두 시간 넘게", 100_000),
)
"""Spans of time: part of an address, words, and the most minutes; each begins where the one before ends."""


def teachables(library: Library) -> tuple[Teachable, ...]:
    """Courses first, those with the facilitator's own words before others; then cases, each deepest and newest first."""
    return (
        *sorted(_courses(library), key=lambda one: not _is_worded(one.record)),
        *_cases(library),
    )


def _is_worded(record: Record) -> bool:
    return any("say" in step for step in record["session"])


def _courses(library: Library) -> Iterator[Teachable]:
    for record in library.of_kind(Kind.COLLECTION):
        if record.get("purpose") == "teaching" and record.get("session"):
            minutes = record.get("minutes") or sum(step["minutes"] for step in record["session"])
            least = sum(step.get("shorter", step["minutes"]) for step in record["session"])
            size = record.get("group_size", 0)
            shortened = least if least < minutes else 0
            yield Teachable(record, record.get("audience", ()), minutes, size, shortened)


def _cases(library: Library) -> Iterator[Teachable]:
    for record in library.of_kind(Kind.CASE):
        if teaching := record.get("teaching"):
            yield Teachable(record, teaching["audience"], teaching["minutes"])


def answers(found: Sequence[Teachable], library: Library) -> Answers:
    """What can be asked for together, where something is found for it."""
    audiences = [
        (term.id, term.label)
        for term in library.vocabularies["audiences"]
        if any(term.id in one.audience for one in found)
    ]
    longest = max((one.minutes for one in found), default=0)
    times = [most for most in _AT_MOST if most < longest]
    sizes = sorted({one.group_size for one in found if one.group_size})
    return Answers(tuple(audiences), (*times, longest) if longest else (), tuple(sizes))


def found_for_each(found: Sequence[Teachable], asked: Answers) -> Iterator[Found]:
    """For each audience and size of group that can be asked for, or any, what is found."""
    audiences = ("", *(term for term, _ in asked.audiences))
    for audience, size in product(audiences, (0, *asked.group_sizes)):
        yield _found_for(audience, size, found, asked.minutes)


def _found_for(
    audience: str, size: int, found: Sequence[Teachable], minutes: Sequence[int]
) -> Found:
    counts: Counter[int] = Counter()
    listed = []
    for one in found:
        if (not audience or audience in one.audience) and (not size or one.group_size in (0, size)):
            span = bisect_left(minutes, one.shortest)
            counts[span] += 1
            if counts[span] <= MOST_LISTED:
                listed.append((span, one))
    return Found(audience, size, tuple(counts[span] for span in range(len(minutes))), tuple(listed))


def facets(found: Sequence[Teachable], library: Library) -> tuple[Facet, ...]:
    """Who, how long, in what groups: only the answers that something is found for."""
    return (
        Facet("누구와 함께하나", tuple(_by_audience(found, library))),
        Facet("시간이 얼마나 있나", tuple(_by_minutes(found))),
        Facet("한 모둠에 몇 명인가", tuple(_by_group(found))),
    )


def _by_audience(found: Sequence[Teachable], library: Library) -> Iterator[Way]:
    for term in library.vocabularies["audiences"]:
        here = tuple(one for one in found if term.id in one.audience)
        if here:
            yield Way(f"teach/audience/{term.id}/", term.label, here)


def _by_minutes(found: Sequence[Teachable]) -> Iterator[Way]:
    above = 0
    for name, label, most in _TIMES:
        here = tuple(one for one in found if above < one.minutes <= most)
        if here:
            yield Way(f"teach/minutes/{name}/", label, here)
        above = most


def _by_group(found: Sequence[Teachable]) -> Iterator[Way]:
    sizes: Mapping[int, None] = dict.fromkeys(sorted(one.group_size for one in found))
    for size in sizes:
        here = tuple(one for one in found if one.group_size == size)
        yield Way(
            f"teach/group/{size or 'any'}/", f"{size}명씩" if size else "정해 두지 않음", here
        )
