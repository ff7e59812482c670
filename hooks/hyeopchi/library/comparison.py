"""Comparison: the facts of one record in words, row by row the same for every record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hyeopchi.library.facts import Fact, State, facts
from hyeopchi.library.library import Library
from hyeopchi.records.record import Record
from hyeopchi.schema.entry import Entry
from hyeopchi.schema.fields import Field

MOST = 4
"""Records that one screen, or one sheet of paper, still shows side by side."""
_MISSING = {
    State.UNKNOWN: "자료에 없어 알 수 없음",
    State.NOT_APPLICABLE: "해당 없음",
    State.NOT_RECORDED: "아직 적지 않음",
}


def facts_in_words(record: Record, library: Library) -> dict[str, Any]:
    """What a script needs to set the record beside others: JSON of texts, ready to be shown.

    ``rows`` stand in one order for every record. A row's ``said`` is empty where the kind has
    no such field or nothing is filled in; ``is_known`` tells words from a reason for their lack.
    """
    kind = library.vocabularies["kinds"][record.kind]
    return {
        "id": record.id,
        "title": record.title,
        "kind": kind.label,
        "shape": str(kind.extras["shape"]),
        "rows": [
            {"label": label, "said": said, "is_known": is_known}
            for label, said, is_known in _rows(record, library)
        ],
    }


def _rows(record: Record, library: Library) -> Iterator[tuple[str, list[str], bool]]:
    found = {fact.field.name: fact for fact in facts(record, library, "compare")}
    for field in sorted(library.schema.shown_in("compare"), key=_is_no_finding):
        yield field.label, *_said(found.get(field.name), record, library)


def _is_no_finding(field: Field) -> bool:
    """What changed stands before all else."""
    return field.type != "finding"


def _said(fact: Fact | None, record: Record, library: Library) -> tuple[list[str], bool]:
    if fact is None:
        return [], False
    if fact.state is not State.KNOWN:
        return [_MISSING[fact.state]], False
    texts = dict.fromkeys(value.text for value in fact.values)
    basis = _basis(record.get(fact.field.name))
    return [f"{text} ({library.label('bases', basis)})" if basis else text for text in texts], True


def _basis(value: Any) -> str:
    """Whose reading a fact is; "" for what sources say in so many words."""
    return str(value.get("basis", "")) if isinstance(value, Entry) else ""
