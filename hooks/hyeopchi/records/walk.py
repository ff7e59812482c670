"""Walking through a record's values, however deep they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from hyeopchi.files.memory import made_once
from hyeopchi.records.record import Record
from hyeopchi.schema.entry import Entry
from hyeopchi.schema.fields import Field, Schema
from hyeopchi.schema.link import Link
from hyeopchi.schema.quantity import Quantity

Path = tuple[str | int, ...]


class Spot(NamedTuple):
    """One value: the path that leads to it, its field, and the nearest ``from`` around it."""

    path: Path
    field: Field
    value: Any
    cited: bool


@lru_cache(maxsize=4)
def groups(record: Record, schema: Schema) -> tuple[Spot, ...]:
    """Every entry and quantity of ``record``, outer ones first."""
    return tuple(_groups(record.entry, schema.fields, schema, (), False))


def _groups(
    entry: Mapping[str, Any], fields: Mapping[str, Field], schema: Schema, path: Path, cited: bool
) -> Iterator[Spot]:
    for name, value in entry.items():
        field = fields[name]
        structure = schema.structures.get(field.type)
        if structure is None:
            continue
        for step, item in _numbered(value):
            spot = Spot((*path, name, *step), field, item, cited or _is_cited(item))
            yield spot
            if isinstance(item, Entry):
                yield from _groups(item, structure.fields, schema, spot.path, spot.cited)


def leaves(
    record: Record, schema: Schema, type_name: str, *, of_lists: bool = False
) -> Iterator[Spot]:
    """Every value of ``record`` whose field has the scalar type ``type_name``, its own before those in groups.

    ``of_lists``: only where the field holds a list of them.
    """
    return _leaves((), record.entry, _RECORD, _ways_to(schema, type_name, of_lists))


_RECORD = ""
"""Stands for the record itself where its groups go by their types."""


class _Way(NamedTuple):
    """The fields of one scalar type that a group has, and the types of its own groups in which there are more."""

    own: tuple[Field, ...]
    deeper: Mapping[str, str]


@lru_cache(maxsize=64)
def _ways_to(schema: Schema, type_name: str, of_lists: bool) -> Mapping[str, _Way]:
    """The way to the fields of a scalar type, or to lists of it, by the types of groups."""
    fields = {
        _RECORD: schema.fields,
        **{name: one.fields for name, one in schema.structures.items()},
    }
    own = {
        name: tuple(
            field
            for field in some.values()
            if field.type == type_name and (field.many or not of_lists)
        )
        for name, some in fields.items()
    }
    leading = {name for name, found in own.items() if found}
    while more := {
        name
        for name in fields.keys() - leading
        if any(field.type in leading for field in fields[name].values())
    }:
        leading |= more
    return {
        name: _Way(
            own[name],
            {field.name: field.type for field in some.values() if field.type in leading},
        )
        for name, some in fields.items()
    }


def _leaves(path: Path, entry: Entry, group: str, ways: Mapping[str, _Way]) -> Iterator[Spot]:
    own, deeper = ways[group]
    for field in own:
        if field.name in entry:
            for step, item in _numbered(entry[field.name], field.many):
                yield Spot((*path, field.name, *step), field, item, False)
    for name, value in entry.items() if deeper else ():
        if name in deeper:
            for step, item in _numbered(value):
                if isinstance(item, Entry):
                    yield from _leaves((*path, name, *step), item, deeper[name], ways)


def _numbered(value: Any, many: bool | None = None) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, tuple) and many is not False:
        yield from (((index,), item) for index, item in enumerate(value))
    else:
        yield (), value


def _is_cited(item: Entry | Quantity) -> bool:
    return bool(item.sources) if isinstance(item, Quantity) else "from" in item


@made_once
def links(record: Record, schema: Schema) -> tuple[tuple[Path, Link], ...]:
    """The links of a record, those in its body aside, each with the path that leads to it."""
    return tuple((spot.path, spot.value) for spot in leaves(record, schema, "link"))


@made_once
def actor_ids(record: Record, schema: Schema) -> tuple[str, ...]:
    """The listed actors of a record, wherever in it they stand."""
    return tuple(
        value["id"]
        for _, field, value, _ in groups(record, schema)
        if field.type == "actor" and "id" in value
    )
