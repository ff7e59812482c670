"""From promise to practice: what became of pledges and tasks, and of which nothing is recorded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from hyeopchi.library.library import Library
from hyeopchi.library.promises import (
    Promise,
    Step,
    answers_to,
    carried_out,
    could_be_followed,
    followed_up,
    is_open,
    promises,
    reach,
    tasks,
)
from hyeopchi.records.record import Record
from hyeopchi.schema.entry import Entry
from hyeopchi.schema.link import Link
from hyeopchi.site.pages.listing import CASES
from hyeopchi.site.view import Crumb, Part, View, part_title, parts

PROMISES = Crumb("약속에서 현장까지", "promises/")
OPEN = Crumb("아직 이어지지 않은 것", "promises/open/")
FOLLOWUPS = Crumb("그 뒤", "promises/followups/")


@dataclass(frozen=True, slots=True)
class OpenEnd:
    """A pledge or a task from which no trail leads to practice; ``steps`` is how far it leads.

    ``is_early``: a task that was only proposed, or after which no source came out.
    """

    link: Link
    record: Record
    steps: tuple[Step, ...]
    is_early: bool = False


@dataclass(frozen=True, slots=True)
class Followed:
    """What was promised or proposed, beside one later source that shows something of it."""

    link: Link
    record: Record
    entry: Entry
    followup: Entry


def promise_views(library: Library) -> Iterator[View]:
    """``/promises/``, ``/promises/open/`` and ``/promises/followups/``."""
    found = tuple(promises(library.records, library.archive, library.relations))
    ends = tuple(open_ends(library, found))
    later = tuple(followups(library))
    totals = {
        "reached": sum(promise.reaches_practice for promise in found),
        "sourced": sum(bool(promise.sourced_practices) for promise in found),
        "practices": len(frozenset().union(*(promise.sourced_practices for promise in found))),
        "open": len(ends),
        "followed": len(later),
    }
    for part in parts(PROMISES.address, found):
        yield View(
            part.address,
            part_title(PROMISES.label, part),
            "promises.html",
            partial(_fill, part, totals, library),
            "선언의 약속이 어떤 과제와 사례로 이어졌는지 보는 목록",
            (CASES,),
        )
    early = sum(end.is_early for end in ends)
    for part in parts(OPEN.address, ends):
        yield View(
            part.address,
            part_title(OPEN.label, part),
            "promises_open.html",
            partial(_fill_open, part, early),
            "아직 현장의 기록으로 이어지지 않은 약속과 과제",
            (CASES, PROMISES),
        )
    for part in parts(FOLLOWUPS.address, later):
        yield View(
            part.address,
            part_title(FOLLOWUPS.label, part),
            "promises_followups.html",
            partial(dict, part=part, verdicts=_verdicts(later)),
            "하기로 한 것과 나중 자료에 나타난 것",
            (CASES, PROMISES),
        )


def open_ends(library: Library, found: Sequence[Promise]) -> Iterator[OpenEnd]:
    """The pledges that reach no practice, then the tasks that nothing carries out."""
    for promise in found:
        if not promise.reaches_practice:
            yield OpenEnd(promise.link, promise.record, promise.steps)
    last = library.newest_source
    for record, link, entry in tasks(library.records, library.schema):
        if is_open(link, entry, library.archive, library.relations):
            steps = carried_out(link, library.archive, library.relations)
            yield OpenEnd(link, record, steps, not could_be_followed(record, entry, last))


def followups(library: Library) -> Iterator[Followed]:
    """Every later sight of a task or proposal."""
    for record, link, entry in followed_up(library.records, library.schema):
        for followup in entry["followups"]:
            yield Followed(link, record, entry, followup)


def _fill(part: Part, totals: Mapping[str, int], library: Library) -> Mapping[str, Any]:
    groups = tuple(
        (record, tuple(found))
        for record, found in groupby(part.items, key=lambda promise: promise.record)
    )
    return {
        "part": part,
        "totals": totals,
        "reach": reach,
        "groups": groups,
        "to_whole": lambda record: answers_to(record.link, library.archive, library.relations),
    }


def _fill_open(part: Part, early: int) -> Mapping[str, Any]:
    groups = groupby(part.items, key=lambda end: end.record.kind)
    return {
        "part": part,
        "early": early,
        "reach": reach,
        "groups": tuple((kind, tuple(found)) for kind, found in groups),
    }


def _verdicts(later: Sequence[Followed]) -> Mapping[str, int]:
    return Counter(one.followup.get("verdict", "unknown") for one in later)
