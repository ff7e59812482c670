"""Depth: how much a record holds, computed from what is filled."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

from hyeopchi.records.record import Record
from hyeopchi.schema.fields import Schema
from hyeopchi.schema.vocabulary import Vocabularies

_SECTION_LENGTH = 80
"""A body section counts when it tells at least this many characters."""


def depth(record: Record, schema: Schema, vocabularies: Vocabularies) -> str:
    """The term of ``depths``: full, thin or stub, by the thresholds of the record's kind."""
    score = depth_score(record, schema)
    kind = vocabularies["kinds"].terms.get(record.kind)
    thresholds = kind.extras.get("depth") if kind else None
    if not isinstance(thresholds, Mapping):
        return "stub"
    return next(
        (
            name
            for name in ("full", "thin")
            if name in thresholds and score >= int(thresholds[name])
        ),
        "stub",
    )


def depth_score(record: Record, schema: Schema) -> int:
    """The number of filled fields that count (``depth: true``), and of told body sections."""
    filled = sum(field.depth and field.name in record.entry for field in schema.fields.values())
    bounds = [offset for _, offset in record.headings()] + [len(record.source.text)]
    told = sum(end - start > _SECTION_LENGTH for start, end in itertools.pairwise(bounds))
    return filled + told
