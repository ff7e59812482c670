"""Reading quantities: by the words of their units and qualifiers."""

from __future__ import annotations

from decimal import Decimal

from hyeopchi.schema.quantity import Quantity
from hyeopchi.schema.vocabulary import Vocabularies


def quantity_of(fields: dict[str, object], vocabularies: Vocabularies) -> Quantity | None:
    """The quantity that interpreted ``fields`` hold; None where value or unit is missing."""
    value, unit, to = fields.get("value"), fields.get("unit"), fields.get("to")
    if not isinstance(value, Decimal) or not isinstance(unit, str):
        return None
    qualifier = str(fields.get("qualifier", "exact"))
    return Quantity(
        value,
        unit,
        to if isinstance(to, Decimal) else None,
        str(fields.get("of", "")),
        qualifier,
        str(fields.get("note", "")),
        fields.get("from", ()),  # type: ignore[arg-type]
        _pattern(qualifier, vocabularies),
        vocabularies.label("units", unit),
        _won(unit, vocabularies),
    )


def _pattern(qualifier: str, vocabularies: Vocabularies) -> str:
    qualifiers = vocabularies.by_id.get("qualifiers")
    pattern = (
        qualifiers[qualifier].extras.get("pattern")
        if qualifiers and qualifier in qualifiers
        else None
    )
    return str(pattern or "{value}{unit}")


def _won(unit: str, vocabularies: Vocabularies) -> int:
    units = vocabularies.by_id.get("units")
    return int(str(units[unit].extras.get("won") or 0)) if units and unit in units else 0
