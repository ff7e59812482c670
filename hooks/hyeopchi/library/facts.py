"""Facts: the box of a record's page that says where, when, who and how many, each leading to its list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from hyeopchi.library.addresses import term_address
from hyeopchi.library.library import Library
from hyeopchi.records.record import Record
from hyeopchi.schema.entry import Entry
from hyeopchi.schema.fields import Field
from hyeopchi.schema.quantity import Quantity
from hyeopchi.schema.vague_date import VagueDate, printed_span

BOX = (
    "districts",
    "dong",
    "place",
    "domains",
    "groups",
    "case_type",
    "resource_type",
    "purpose",
    "scale",
    "period",
    "declared_on",
    "participation",
    "methods",
    "participants",
    "budget",
    "issuer",
    "authors",
    "signatories",
    "audience",
    "minutes",
    "group_size",
)
_QUIET = frozenset({"dong", "place", "groups", "authors", "audience", "minutes", "group_size"})
"""Fields that most records do without: they are left out where they are not filled."""


class State(StrEnum):
    """Whether a fact is known, and if not, why: three different things that look different."""

    KNOWN = "known"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not-applicable"
    NOT_RECORDED = "not-recorded"


@dataclass(frozen=True, slots=True)
class FactValue:
    """One value in words; ``address`` leads to its list, "" where it has none."""

    text: str
    address: str = ""
    note: str = ""
    citations: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of the box."""

    field: Field
    state: State
    values: tuple[FactValue, ...] = ()
    note: str = ""


def facts(record: Record, library: Library) -> Iterator[Fact]:
    """The rows of the box in their order."""
    for name in BOX:
        field = library.schema.fields[name]
        if not field.belongs_to(record.kind):
            continue
        value = record.get(name)
        if value:
            items = value if isinstance(value, tuple) else (value,)
            yield Fact(field, State.KNOWN, tuple(_said(item, field, library) for item in items))
        else:
            fact = _missing(record, field)
            if fact.state is not State.NOT_RECORDED or name not in _QUIET:
                yield fact


def _missing(record: Record, field: Field) -> Fact:
    for state, group in ((State.UNKNOWN, "unknown"), (State.NOT_APPLICABLE, "not_applicable")):
        for entry in record.get(group, ()):
            if entry.get("field") == field.name:
                return Fact(field, state, note=entry.get("note", ""))
    return Fact(field, State.NOT_RECORDED)


def _said(value: Any, field: Field, library: Library) -> FactValue:
    if isinstance(value, Quantity):
        said = f"{value.of} {value.printed}".strip() if value.of else value.printed
        won = f"{value.printed_won}" if value.won and value.won != 1 else ""
        return FactValue(said, note=value.note or won, citations=value.sources)
    if isinstance(value, VagueDate):
        return FactValue(value.printed, f"timeline/{value.year}/")
    if isinstance(value, Entry):
        return _SAYING[field.type](value, library)
    if field.vocabulary:
        return FactValue(
            library.label(field.vocabulary, value), term_address(field.vocabulary, value)
        )
    unit = "분" if field.name == "minutes" else "명" if field.name == "group_size" else ""
    return FactValue(f"{value}{unit}")


def _period(period: Entry, library: Library) -> FactValue:
    start = period.get("start") or period.get("end")
    said = printed_span(period.get("start"), period.get("end"), bool(period.get("ongoing")))
    if period.get("ongoing"):
        said += " 자료를 낸 때에 이어지고 있었음" if period.get("start") else "이어지고 있었음"
    return FactValue(
        said,
        f"timeline/{start.year}/" if start else "",
        period.get("note", ""),
        period.get("from", ()),
    )


def _participation(participation: Entry, library: Library) -> FactValue:
    levels = [participation[name] for name in ("level", "to") if name in participation]
    said = "에서 ".join(library.label("participation", level) for level in levels) + (
        "까지" if len(levels) > 1 else ""
    )
    basis = library.label("bases", participation.get("basis", ""))
    note = participation.get("note", "")
    return FactValue(
        said,
        term_address("participation", levels[0]),
        f"{basis}: {note}" if note else basis,
        participation.get("from", ()),
    )


def _actor(actor: Entry, library: Library) -> FactValue:
    if "id" in actor:
        return FactValue(
            library.label("actors", actor["id"]),
            term_address("actors", actor["id"]),
            actor.get("role", ""),
        )
    return FactValue(actor.get("name", ""), note=actor.get("role", ""))


_SAYING: Mapping[str, Callable[[Entry, Library], FactValue]] = {
    "period": _period,
    "participation": _participation,
    "actor": _actor,
    "author": lambda author, library: FactValue(
        author.get("name", ""), note=author.get("role", "")
    ),
}
