"""Proposals: what citizens proposed, by year, and what became of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from hyeopchi.library.library import Library
from hyeopchi.library.term_index import NO_YEAR
from hyeopchi.records.record import Record
from hyeopchi.records.sections import passages
from hyeopchi.records.years import start_of
from hyeopchi.schema.entry import Entry
from hyeopchi.schema.link import Link
from hyeopchi.site.pages.listing import CASES
from hyeopchi.site.view import Crumb, View, part_title, parts

PROPOSALS = Crumb("제안", "proposals/")
_MOST = 40
"""Groups, and bodies, that the index names; a growing library names those of most proposals."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One numbered proposal, its place and the year in which its record starts (0: not known).

    ``is_heading``: it only gathers numbered proposals of its own, which count in its stead.
    """

    link: Link
    record: Record
    entry: Entry
    year: int
    is_heading: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """How many proposals share a group or a responsible body, by year, and how many there are."""

    rows: tuple[tuple[str, int, tuple[tuple[int, int], ...]], ...]
    total: int

    @property
    def hidden(self) -> int:
        """How many groups or bodies the rows leave out."""
        return self.total - len(self.rows)


def proposal_views(library: Library) -> Iterator[View]:
    """``/proposals/``, ``/proposals/<year>/`` and, where it is needed, ``/proposals/unknown/``."""
    found = tuple(proposals(library))
    by_year = _by_year(found)
    yield View(
        PROPOSALS.address,
        PROPOSALS.label,
        "proposals.html",
        partial(_fill, found, by_year),
        "시민이 내놓은 제안과 그 뒤",
        (CASES,),
    )
    for year, of_year in by_year.items():
        title = f"{year}년의 제안" if year != NO_YEAR else "때를 알 수 없는 제안"
        for part in parts(_address(year), of_year):
            yield View(
                part.address,
                part_title(title, part),
                "proposals_year.html",
                partial(dict, part=part, count=_count(of_year)),
                f"{title}과 맡은 곳, 그 뒤에 나타난 것",
                (CASES, PROPOSALS),
            )


def proposals(library: Library) -> Iterator[Proposal]:
    """Every numbered proposal, in the order of the records."""
    for record in library.records:
        start = start_of(record)
        year = start.year if start else NO_YEAR
        above = _headings(record)
        if above is None:
            continue
        for anchor, field, entry in passages(record, library.schema):
            if field.type == "proposal":
                is_heading = entry.get("number", "") in above
                yield Proposal(Link(record.id, anchor), record, entry, year, is_heading)


def _headings(record: Record) -> frozenset[str] | None:
    """The numbers under which other proposals stand, as 2 above 2-1; None where nothing is proposed."""
    if not record.get("proposals"):
        return None
    return frozenset(
        number[:at]
        for number in (one.get("number", "") for one in record["proposals"])
        for at, letter in enumerate(number)
        if letter == "-"
    )


def _by_year(found: Sequence[Proposal]) -> Mapping[int, tuple[Proposal, ...]]:
    lists: defaultdict[int, list[Proposal]] = defaultdict(list)
    for proposal in found:
        lists[proposal.year].append(proposal)
    return {
        year: tuple(lists[year]) for year in sorted(lists, key=lambda year: (year == NO_YEAR, year))
    }


def _address(year: int) -> str:
    return f"{PROPOSALS.address}{year if year != NO_YEAR else 'unknown'}/"


def _fill(
    found: Sequence[Proposal], by_year: Mapping[int, Sequence[Proposal]]
) -> Mapping[str, Any]:
    counted = tuple(proposal for proposal in found if not proposal.is_heading)
    verdicts = Counter(_latest_verdict(proposal.entry) for proposal in counted)
    return {
        "total": len(counted),
        "headings": len(found) - len(counted),
        "verdicts": verdicts,
        "address_of": _address,
        "years": tuple((year, _count(of_year)) for year, of_year in by_year.items()),
        "groups": tally(counted, "group"),
        "bodies": tally(counted, "responsible"),
    }


def _count(found: Sequence[Proposal]) -> int:
    """How many proposals there are, without the headings of others."""
    return sum(not proposal.is_heading for proposal in found)


def _latest_verdict(entry: Entry) -> str:
    """What the latest source shows of a proposal; "" where none speaks of it."""
    dated = [one for one in entry.get("followups", ()) if "as_of" in one and "verdict" in one]
    return max(dated, key=lambda one: one["as_of"].latest)["verdict"] if dated else ""


def tally(found: Sequence[Proposal], name: str) -> Tally:
    """The values of a field with their proposals by year, the most frequent first."""
    counts: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for proposal in found:
        if name in proposal.entry:
            counts[proposal.entry[name]][proposal.year] += 1
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1].total(), pair[0]))
    return Tally(
        tuple(
            (value, years.total(), tuple(sorted(years.items()))) for value, years in ordered[:_MOST]
        ),
        len(ordered),
    )
