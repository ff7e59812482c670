"""Rules about which fields a record has."""

from __future__ import annotations

from collections.abc import Iterator

from hyeopchi.archive import Archive
from hyeopchi.problem import START, Problem
from hyeopchi.record import Record
from hyeopchi.walk import leaves

_SAID = ("unknown", "not_applicable")
_OF_TOMBSTONES = frozenset({"kind", "title", "added", "withdrawn"})


def field_belongs_to_kind(record: Record, archive: Archive) -> Iterator[Problem]:
    """A field stands only in records of the kinds that it belongs to."""
    if not record.kind:
        return
    kind = archive.vocabularies.label("kinds", record.kind)
    for name in record.entry:
        field = archive.schema.fields[name]
        if not field.belongs_to(record.kind):
            kinds = ", ".join(archive.vocabularies.label("kinds", one) for one in sorted(field.kinds))
            yield record.problem((name,), "field-of-other-kind",
                                 f"{kind}에는 {field.spoken} 칸을 쓰지 않습니다", f"이 칸을 쓰는 종류: {kinds}")


def needed_field_is_there(record: Record, archive: Archive) -> Iterator[Problem]:
    """A needed field is filled, or, where that is allowed, said to be unknown or not to apply."""
    said = {entry.get("field") for name in _SAID for entry in record.get(name, ())}
    for field in archive.schema.of_kind(record.kind):
        if field.name in record.entry or not field.need or not _asked(record, field.name):
            continue
        if field.need == "expected" and field.name in said:
            continue
        if _is_broken(record, field.name):
            continue  # The reader has already said what is wrong with its value.
        example = f"예: {field.name}: {field.example}"
        if field.need == "expected":
            example += f" — 모르면 unknown에 'field: {field.name}'이라고 적어 주세요"
        yield Problem.at(record.source.path, START, "missing-field", f"{field.spoken} 칸이 없습니다", example)


def _asked(record: Record, name: str) -> bool:
    return not record.is_withdrawn or name in _OF_TOMBSTONES


def _is_broken(record: Record, name: str) -> bool:
    """Whether the file has the field, with a value that could not be read."""
    return record.place(name) != record.place()


def said_field_exists(record: Record, archive: Archive) -> Iterator[Problem]:
    """What is unknown, not applicable or disputed names a field of the record's kind."""
    names = {field.name: field for field in archive.schema.of_kind(record.kind)}
    for group in (*_SAID, "disputed"):
        for index, entry in enumerate(record.get(group, ())):
            name = str(entry.get("field", "")).split(".")[0]
            if name and name not in names:
                yield record.problem((group, index, "field"), "unknown-field-name",
                                     f"칸 이름이 아닙니다: '{name}'", f"쓸 수 있는 칸: {', '.join(names)}")


def not_applicable_field_is_empty(record: Record, archive: Archive) -> Iterator[Problem]:
    """A field that does not apply is not filled."""
    for index, entry in enumerate(record.get("not_applicable", ())):
        if entry.get("field") in record.entry:
            yield record.problem(("not_applicable", index, "field"), "filled-though-not-applicable",
                                 f"해당 없다고 했지만 값이 있습니다: '{entry['field']}'", "둘 가운데 하나를 지워 주세요")


def term_stands_once(record: Record, archive: Archive) -> Iterator[Problem]:
    """A list of terms names each term once."""
    seen: set[tuple[object, ...]] = set()
    for spot in leaves(record, archive.schema, "term"):
        key = (*spot.path[:-1], spot.value)
        if spot.field.many and key in seen:
            yield record.problem(spot.path, "repeated-term", f"{spot.field.spoken}에 같은 말이 두 번 나옵니다: '{spot.value}'",
                                 "하나를 지워 주세요")
        seen.add(key)


RULES = (field_belongs_to_kind, needed_field_is_there, said_field_exists,
         not_applicable_field_is_empty, term_stands_once)
