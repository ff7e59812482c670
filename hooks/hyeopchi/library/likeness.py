"""Likeness: records that share terms with another, ranked, with the reason."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from hyeopchi.files.memory import made_once
from hyeopchi.records.record import Record
from hyeopchi.records.walk import actor_ids
from hyeopchi.records.years import sort_year
from hyeopchi.schema.conventions import CITY
from hyeopchi.schema.fields import Schema
from hyeopchi.schema.kinds import Kind

_SHARED = (
    ("districts", 3, "같은 지역"),
    ("actors", 3, "같은 이가 함께함"),
    ("groups", 2, "같은 사람들의 일"),
    ("domains", 2, "같은 분야"),
    ("methods", 1, "같은 방법"),
    ("themes", 1, "같은 디딤돌·걸림돌"),
)
_NEAR = 12
"""Records looked at on each side, in time, of every list that a record stands in."""
_LEAST = 4
_BEST_DEPTH = {"full": 2, "thin": 1, "stub": 0}

Terms = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Like:
    """A record that is like another, and why: "같은 지역, 같은 분야"."""

    record: Record
    reason: str


@dataclass(frozen=True)
class Likeness:
    """Finds like records without looking at all of them.

    Candidates stand near in time in a list that both share: an actor's, or one of a pair of
    terms (district and domain, domain and method …). So the work for one record stays the
    same however large the library grows.
    """

    by_id: Mapping[str, Record]
    schema: Schema
    depths: Mapping[str, str]

    @cached_property
    def _lists(self) -> Mapping[object, list[tuple[int, str]]]:
        lists: defaultdict[object, list[tuple[int, str]]] = defaultdict(list)
        for record in self.by_id.values():
            if not record.is_withdrawn and record.kind != Kind.COLLECTION:
                for key in _keys(self._terms[record.id]):
                    lists[key].append((self._years[record.id], record.id))
        for found in lists.values():
            found.sort()
        return lists

    @cached_property
    def _terms(self) -> Mapping[str, Terms]:
        return {record.id: _terms(record, self.schema) for record in self.by_id.values()}

    @cached_property
    def _years(self) -> Mapping[str, int]:
        return {record.id: sort_year(record) for record in self.by_id.values()}

    def like(
        self, record: Record, most: int = 5, without: frozenset[str] = frozenset()
    ) -> tuple[Like, ...]:
        """At most ``most`` records like this one, the best first; ``without`` are left out."""
        own = self._terms[record.id]
        scored = []
        for other in self._candidates(record) - without - {record.id}:
            score = _score(own, self._terms[other])
            if score >= _LEAST:
                depth = _BEST_DEPTH[self.depths[other]]
                scored.append((-score, -depth, -self._years[other], other))
        return tuple(
            Like(self.by_id[other], _reason(own, self._terms[other]))
            for *_, other in sorted(scored)[:most]
        )

    def _candidates(self, record: Record) -> set[str]:
        here = (self._years[record.id], record.id)
        found: set[str] = set()
        for key in _keys(self._terms[record.id]):
            listed = self._lists.get(key, [])
            at = bisect_left(listed, here)
            found.update(other for _, other in listed[max(0, at - _NEAR) : at + _NEAR])
        return found


@made_once
def _terms(record: Record, schema: Schema) -> Terms:
    themes = frozenset(
        entry["theme"]
        for name in ("enablers", "obstacles")
        for entry in record.get(name, ())
        if "theme" in entry
    )
    return {
        "districts": frozenset(record.get("districts", ())) - {CITY},
        "domains": frozenset(record.get("domains", ())),
        "groups": frozenset(record.get("groups", ())),
        "methods": frozenset(record.get("methods", ())),
        "actors": frozenset(actor_ids(record, schema)) - {CITY},
        "themes": themes,
    }


def _keys(terms: Terms) -> Iterator[object]:
    yield from (("actor", actor) for actor in sorted(terms["actors"])[:12])
    for domain in sorted(terms["domains"]):
        for name in ("districts", "groups", "methods"):
            yield from ((domain, name, term) for term in sorted(terms[name])[:12])


def _score(own: Terms, other: Terms) -> int:
    score = 0
    for name, weight, _ in _SHARED:
        if not own[name].isdisjoint(other[name]):
            score += weight * min(len(own[name] & other[name]), 2)
    return score


def _reason(own: Terms, other: Terms) -> str:
    return ", ".join(reason for name, _, reason in _SHARED if not own[name].isdisjoint(other[name]))
