"""Facts: the fields of a record in words, a row each, as ``fields.yml`` says where they are shown.

The box of a record's page says where, when, who and how many, each leading to its list; so do
the comparison and the handouts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from hyeopchi.library.addresses import term_address
from hyeopchi.library.library import Library
from hyeopchi.library.wording import status_words
from hyeopchi.records.record import Record
from hyeopchi.schema.entry import Entry
from hyeopchi.schema.fields import Field
from hyeopchi.schema.quantity import Quantity
from hyeopchi.schema.vague_date import VagueDate, printed_span


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
    """One row of the box, or of another place."""

    field: Field
    state: State
    values: tuple[FactValue, ...] = ()
    note: str = ""


def facts(record: Record, library: Library, place: str = "facts") -> Iterator[Fact]:
    """The rows that the record has in a place of ``schema.fields.PLACES``, in the fields' order."""
    for field in library.schema.shown_in(place):
        if not field.belongs_to(record.kind):
            continue
        if record.get(field.name):
            yield Fact(field, State.KNOWN, values_of(record, field, library))
        else:
            fact = _missing(record, field)
            if fact.state is not State.NOT_RECORDED or not field.if_filled:
                yield fact


def values_of(record: Record, field: Field, library: Library) -> tuple[FactValue, ...]:
    """What a field of the record holds, in words; nothing where it is not filled."""
    value = record.get(field.name, ())
    if isinstance(value, Entry) and field.type == "status":
        return _status(record, library)
    return tuple(_said(item, field, library) for item in _listed(value))


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
        return _SAYING.get(field.type, _group)(value, library, field)
    if field.vocabulary:
        return FactValue(
            library.label(field.vocabulary, value), term_address(field.vocabulary, value)
        )
    if isinstance(value, bool):
        return FactValue("예" if value else "아니오")
    return FactValue(f"{value}{field.unit}")


def _group(entry: Entry, library: Library, field: Field) -> FactValue:
    """A group that has no words of its own: each of its fields with its label."""
    told = [
        f"{one.label}: {', '.join(_said(item, one, library).text for item in _listed(entry[name]))}"
        for name, one in library.schema.structures[field.type].fields.items()
        if name in entry and one.type not in ("citations", "link")
    ]
    return FactValue(". ".join(told), citations=entry.get("from", ()))


def _listed(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)


def _status(record: Record, library: Library) -> tuple[FactValue, ...]:
    words = status_words(record, library)
    return (FactValue(words.sentence, note=words.note),) if words else ()


def _period(period: Entry, library: Library, field: Field) -> FactValue:
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


def _participation(participation: Entry, library: Library, field: Field) -> FactValue:
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


def _actor(actor: Entry, library: Library, field: Field) -> FactValue:
    if "id" in actor:
        return FactValue(
            library.label("actors", actor["id"]),
            term_address("actors", actor["id"]),
            actor.get("role", ""),
        )
    return FactValue(actor.get("name", ""), note=actor.get("role", ""))


def _finding(finding: Entry, library: Library, field: Field) -> FactValue:
    who = f" ({library.label('said-by', finding['said_by'])}의 말)" if "said_by" in finding else ""
    return FactValue(f"{finding.get('what', '')}{who}", citations=finding.get("from", ()))


_SAYING: Mapping[str, Callable[[Entry, Library, Field], FactValue]] = {
    "period": _period,
    "participation": _participation,
    "actor": _actor,
    "author": lambda author, library, field: FactValue(
        author.get("name", ""), note=author.get("role", "")
    ),
    "finding": _finding,
    "factor": lambda factor, library, field: FactValue(
        library.label("themes", factor.get("theme", ""))
    ),
}
