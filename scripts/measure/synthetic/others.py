"""Fields that need no thought of their own: whatever ``fields.yml`` shows in a row and holds one value."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from hyeopchi.schema.fields import Field
from measure.synthetic.parts import LAST_YEAR, Fields
from measure.synthetic.shelf import Sketch
from measure.synthetic.words import Words

_SHARE = 0.5
"""Of the records, those that fill a field which they may leave empty."""


def others(made: Fields, fields: Iterable[Field], sketch: Sketch, words: Words) -> Fields:
    """Values for the fields of a record that nothing made yet; no field that deepens a record."""
    open_fields = [
        field for field in fields if field.shows and field.name not in made and not field.depth
    ]
    return {
        field.name: value
        for field in open_fields
        if field.need or words.chance(_SHARE)
        if (value := _value(field, sketch, words)) is not None
    }


def _value(field: Field, sketch: Sketch, words: Words) -> Any:
    """A value of the field's type; None for what leads elsewhere and for groups."""
    if field.type == "term":
        terms = words.terms(field.vocabulary, 1, 1)
        return terms if field.many else terms[0]
    made = {
        "text": words.name()[: field.length or None],
        "prose": words.sentences(1, 1)[: field.length or None],
        "integer": words.random.randint(5, 90),
        "number": words.random.randint(5, 90),
        "boolean": True,
        "date": f"{sketch.year or LAST_YEAR}-03-02",
        "edtf": f"{sketch.year or LAST_YEAR}-03",
        "url": f"https://example.org/{sketch.id}",
    }.get(field.type)
    return [made] if field.many and made is not None else made
