"""Plain values: what a record holds, as JSON knows it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from hyeopchi.schema.entry import Entry
from hyeopchi.schema.link import Citation, Link
from hyeopchi.schema.quantity import Quantity
from hyeopchi.schema.quantity_reader import quantity_of
from hyeopchi.schema.vague_date import VagueDate
from hyeopchi.schema.vocabulary import Vocabularies

Plain = str | int | float | bool | list[Any] | dict[str, Any]


def plain(value: Any, vocabularies: Vocabularies) -> Plain:
    """A record's typed value as JSON knows it.

    Dates are EDTF text, links ``id#anchor``, citations ``{key: place}``. A quantity, and any
    entry with a number and its unit, also says how it is ``printed``, and money what it is in
    ``won``.
    """
    return _PLAIN[type(value)](value, vocabularies)


def number(value: Decimal) -> int | float:
    """A decimal without binary noise: 8878 and 40.5, never 40.499999."""
    return int(value) if value == value.to_integral_value() else float(value)


def _entry(entry: Entry, vocabularies: Vocabularies) -> Plain:
    told = {name: plain(value, vocabularies) for name, value in entry.items()}
    if "value" in entry and "unit" in entry:
        quantity = quantity_of(dict(entry), vocabularies)
        told |= _computed(quantity) if quantity else {}
    return told


def _quantity(quantity: Quantity, vocabularies: Vocabularies) -> Plain:
    told: dict[str, Any] = {"value": number(quantity.value)}
    if quantity.to is not None:
        told["to"] = number(quantity.to)
    told |= {"unit": quantity.unit, "of": quantity.of, "qualifier": quantity.qualifier}
    told |= _computed(quantity)
    told |= {"note": quantity.note, "from": dict(quantity.sources)}
    return {name: value for name, value in told.items() if value not in ("", {})}


def _computed(quantity: Quantity) -> dict[str, Any]:
    """What the library works out from a quantity; ``won_to`` is the end of a range of money."""
    computed: dict[str, Any] = {"printed": quantity.printed}
    if quantity.in_won is not None:
        computed["won"] = quantity.in_won
        if quantity.to is not None:
            computed["won_to"] = int(quantity.to * quantity.won)
    return computed


def _listing(items: tuple[Any, ...], vocabularies: Vocabularies) -> Plain:
    if items and isinstance(items[0], Citation):
        return dict(items)
    return [plain(item, vocabularies) for item in items]


def _itself(value: Plain, _: Vocabularies) -> Plain:
    return value


def _text(value: object, _: Vocabularies) -> Plain:
    return str(value)


_PLAIN: Mapping[type, Callable[[Any, Vocabularies], Plain]] = MappingProxyType(
    {
        str: _itself,
        int: _itself,
        bool: _itself,
        tuple: _listing,
        Entry: _entry,
        Quantity: _quantity,
        Link: _text,
        datetime.date: _text,
        Decimal: lambda value, _: number(value),
        VagueDate: lambda value, _: value.edtf,
    }
)
