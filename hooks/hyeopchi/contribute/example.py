"""Examples: what ``fields.yml`` shows for a field, as a record would hold it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from hyeopchi.files.front_matter import StrictHandler
from hyeopchi.records.as_json import Plain, number
from hyeopchi.schema.fields import Field, Schema


@lru_cache(maxsize=1024)
def written(field: Field) -> Any:
    """The example as text, or lists and dictionaries of text; nobody changes them."""
    return StrictHandler().load(f"{field.name}: {field.example}")[field.name]


def example(field: Field, schema: Schema) -> Plain:
    """The example with numbers and truth values typed."""
    return _typed(written(field), field, schema)


def _typed(value: Any, field: Field, schema: Schema) -> Plain:
    if isinstance(value, list):
        return [_typed(item, field, schema) for item in value]
    if isinstance(value, str):
        return _TYPES.get(field.type, str)(value)
    if field.type == "citations":
        citations: Plain = value
        return citations
    fields = schema.structures[field.type].fields
    return {name: _typed(below, fields[name], schema) for name, below in value.items()}


def resting_on(key: str, value: Any, name: str = "") -> Any:
    """``value``, of the field ``name``, with the source ``key`` in every citation."""
    if isinstance(value, list):
        return [resting_on(key, item) for item in value]
    if isinstance(value, str):
        return value
    if name == "from":
        return {key: next(iter(value.values()))}
    return {below: resting_on(key, value[below], below) for below in value}


_TYPES: Mapping[str, Callable[[str], Plain]] = MappingProxyType(
    {
        "integer": int,
        "number": lambda text: number(Decimal(text)),
        "boolean": lambda text: text == "true",
    }
)
