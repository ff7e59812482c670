"""Lookalikes: a new record that may be there already, and its actors that may be listed ones.

Only warnings, and only for records that are new: each is compared with its few neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hyeopchi.files.problem import Problem, Severity
from hyeopchi.files.rule import Rule
from hyeopchi.records.archive import Archive
from hyeopchi.records.places import place_in
from hyeopchi.records.record import Record
from hyeopchi.records.walk import groups, leaves
from hyeopchi.records.years import years_of
from hyeopchi.schema.entry import Entry
from hyeopchi.text.nearest import alike
from hyeopchi.text.quoting import quoted

_NEAR_TITLE, _NEAR_NAME = 0.5, 0.7
"""The share of common letters from which titles of one place and year, and actors' names, look alike."""
_MOST_SHOWN = 3


def lookalikes(record: Record, archive: Archive) -> Iterator[Problem]:
    """What in ``record`` looks like something that the library has under another name."""
    yield from _like_records(record, archive)
    yield from _like_actors(record, archive)


def _like_records(record: Record, archive: Archive) -> Iterator[Problem]:
    known = {spot.value.id for spot in leaves(record, archive.schema, "link")}
    others = (
        other
        for other in archive.by_id.values()
        if other.id not in known and _are_neighbours(record, other)
    )
    near = sorted(
        ((_titles_alike(record, other), other.id, other) for other in others), reverse=True
    )
    for share, _, other in near[:_MOST_SHOWN]:
        if share >= _NEAR_TITLE:
            yield Problem.at(
                record.source.path,
                place_in(record, "title"),
                Rule.LIKE_RECORD,
                f"같은 지역, 같은 때에 제목이 비슷한 기록이 있습니다: {other.id} {quoted(other.title)}",
                "같은 일이면 그 기록을 고치고, 다른 일이면 relations에 이어 주세요",
                Severity.WARNING,
            )


def _are_neighbours(record: Record, other: Record) -> bool:
    """Whether two records are of one kind, one place and, as far as is known, one time."""
    if other.id == record.id or other.kind != record.kind or other.is_withdrawn:
        return False
    if set(record.get("districts", ())).isdisjoint(other.get("districts", ())):
        return False
    years, others = set(years_of(record)), set(years_of(other))
    return bool(years & others) or not years or not others


def _titles_alike(record: Record, other: Record) -> float:
    return max(alike(one, another) for one in _titles(record) for another in _titles(other))


def _titles(record: Record) -> list[str]:
    return [record.title, *filter(None, [record.get("official_name")])]


def _like_actors(record: Record, archive: Archive) -> Iterator[Problem]:
    listed = {
        _folded(name): term
        for term in archive.vocabularies["actors"]
        for name in (term.label, *term.aliases)
    }
    for path, field, actor, _ in groups(record, archive.schema):
        name = (
            _folded(actor["name"])
            if field.type == "actor" and isinstance(actor, Entry) and "name" in actor
            else ""
        )
        if not name or "id" in actor or name in listed:  # An equal name is told by a rule.
            continue
        share, nearest = max(((alike(name, one), one) for one in listed), default=(0.0, ""))
        if share >= _NEAR_NAME:
            term = listed[nearest]
            yield Problem.at(
                record.source.path,
                place_in(record, *path, "name"),
                Rule.LIKE_ACTOR,
                f"목록에 이름이 비슷한 이가 있습니다: {quoted(actor['name'])}, 목록에는 {quoted(term.label)}",
                f"같은 곳이면 name을 지우고 'id: {term.id}'로 적어 주세요",
                Severity.WARNING,
            )


def _folded(name: str) -> str:
    return re.sub(r"\W", "", name).casefold()
