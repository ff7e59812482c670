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


def leaves(record: Record, schema: Schema, type_name: str) -> Iterator[Spot]:
    """Every value of ``record`` whose field has the scalar type ``type_name``."""
    top, by_group = _fields_of(schema, type_name)
    yield from _leaves((), record.entry, top)
    for path, field, value, _ in groups(record, schema):
        if isinstance(value, Entry) and field.type in by_group:
            yield from _leaves(path, value, by_group[field.type])


@lru_cache(maxsize=64)
def _fields_of(
    schema: Schema, type_name: str
) -> tuple[tuple[Field, ...], Mapping[str, tuple[Field, ...]]]:
    """The fields of a scalar type: a record's own, and those of each structure that has any."""

    def chosen(fields: Mapping[str, Field]) -> tuple[Field, ...]:
        return tuple(field for field in fields.values() if field.type == type_name)

    by_group = {name: chosen(group.fields) for name, group in schema.structures.items()}
    return chosen(schema.fields), {name: fields for name, fields in by_group.items() if fields}


def _leaves(path: Path, entry: Entry, fields: tuple[Field, ...]) -> Iterator[Spot]:
    for field in fields:
        if field.name in entry:
            for step, item in _numbered(entry[field.name], field.many):
                yield Spot((*path, field.name, *step), field, item, False)


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
