"""Comparison: the facts of one record in words, row by row the same for every record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from hyeopchi.library.facts import BOX, Fact, State, facts
from hyeopchi.library.library import Library
from hyeopchi.library.wording import status_words
from hyeopchi.records.record import Record

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
    status = status_words(record, library)
    yield "상태", [status.sentence] if status else [], status is not None
    found = {fact.field.name: fact for fact in facts(record, library)}
    for name in BOX:
        yield library.schema.fields[name].label, *_said(found.get(name), record, library)
    for name in ("enablers", "obstacles"):
        themes = dict.fromkeys(
            library.label("themes", entry["theme"])
            for entry in record.get(name, ())
            if "theme" in entry
        )
        yield library.schema.fields[name].label, list(themes), bool(themes)


def _said(fact: Fact | None, record: Record, library: Library) -> tuple[list[str], bool]:
    if fact is None:
        return [], False
    if fact.state is not State.KNOWN:
        return [_MISSING[fact.state]], False
    texts = [value.text for value in fact.values]
    basis = _basis(fact, record)
    return [f"{text} ({library.label('bases', basis)})" for text in texts] if basis else texts, True


def _basis(fact: Fact, record: Record) -> str:
    """Whose reading a fact is; "" for what sources say in so many words."""
    reading: Mapping[str, Any] = (
        record.get("participation", {}) if fact.field.name == "participation" else {}
    )
    return str(reading.get("basis", ""))
