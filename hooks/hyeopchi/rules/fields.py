"""Rules about which fields a record has."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from hyeopchi.files.problem import START, Problem
from hyeopchi.files.rule import Rule
from hyeopchi.records.archive import Archive
from hyeopchi.records.places import names_in, problem_in
from hyeopchi.records.record import Record
from hyeopchi.records.walk import leaves
from hyeopchi.schema.fields import OF_TOMBSTONES, Field
from hyeopchi.schema.missing import meant_field, missing_fields
from hyeopchi.text.korean import josa
from hyeopchi.text.quoting import did_you_mean, quoted

_SAID = ("unknown", "not_applicable")


def field_belongs_to_kind(record: Record, archive: Archive) -> Iterator[Problem]:
    """A field stands only in records of the kinds that it belongs to."""
    if not record.kind:
        return
    kind = archive.vocabularies.label("kinds", record.kind)
    for name in record.entry:
        field = archive.schema.fields[name]
        if not field.belongs_to(record.kind):
            kinds = ", ".join(
                archive.vocabularies.label("kinds", one) for one in sorted(field.kinds)
            )
            yield problem_in(
                record,
                (name,),
                Rule.FIELD_OF_OTHER_KIND,
                f"{kind}에는 {field.spoken} 칸을 쓰지 않습니다",
                f"이 칸을 쓰는 종류: {kinds}",
            )


def needed_field_is_there(record: Record, archive: Archive) -> Iterator[Problem]:
    """A needed field is filled, or, where that is allowed, said to be unknown or not to apply."""
    missing = list(_missing(record, archive))
    if not missing or not record.body_offset:
        return  # Of a file without front matter the reader has already said so.
    names = names_in(record)  # Of fields with an unreadable value it has said so too.
    asked = [field for field in missing if _is_asked(field, names)]
    for field in missing_fields(asked, names, archive.schema.fields):
        example = f"예: {field.name}: {field.example}"
        if field.need == "expected":
            said = f"'field: {field.name}'"
            example += f" — 모르면 unknown에 {josa(said, '이라고/라고')} 적어 주세요"
        yield Problem.at(
            record.source.path, START, Rule.MISSING_FIELD, f"{field.spoken} 칸이 없습니다", example
        )


def _missing(record: Record, archive: Archive) -> Iterator[Field]:
    """The needed fields that are neither filled nor, where that is allowed, said to be missing."""
    said = {entry.get("field") for name in _SAID for entry in record.get(name, ())}
    for field in archive.schema.of_kind(record.kind):
        is_asked = field.need and _is_asked(field, record.entry)
        is_told = field.name in record.entry or (field.need != "always" and field.name in said)
        if is_asked and not is_told:
            yield field


def _is_asked(field: Field, names: Collection[str]) -> bool:
    """Whether a record with the fields ``names`` needs this one: a tombstone needs few."""
    return "withdrawn" not in names or field.name in OF_TOMBSTONES


def said_field_exists(record: Record, archive: Archive) -> Iterator[Problem]:
    """What is unknown, not applicable or disputed names a field of the record's kind."""
    names = (
        {field.name: field for field in archive.schema.of_kind(record.kind)} if record.kind else {}
    )
    for group in (*_SAID, "disputed"):
        for index, entry in enumerate(record.get(group, ())):
            name = str(entry.get("field", "")).split(".")[0]
            if name and names and name not in names:
                meant = meant_field(name, names)
                hint = (
                    did_you_mean(meant)
                    if meant
                    else "칸 이름은 앞머리에 쓰는 영문 이름입니다. 예: budget"
                )
                yield problem_in(
                    record,
                    (group, index, "field"),
                    Rule.UNKNOWN_FIELD_NAME,
                    f"칸 이름이 아닙니다: {quoted(name)}",
                    hint,
                )


def not_applicable_field_is_empty(record: Record, archive: Archive) -> Iterator[Problem]:
    """A field that does not apply is not filled."""
    for index, entry in enumerate(record.get("not_applicable", ())):
        if entry.get("field") in record.entry:
            yield problem_in(
                record,
                ("not_applicable", index, "field"),
                Rule.FILLED_THOUGH_NOT_APPLICABLE,
                f"해당 없다고 했지만 값이 있습니다: {quoted(entry['field'])}",
                "둘 가운데 하나를 지워 주세요",
            )


def unknown_field_may_apply(record: Record, archive: Archive) -> Iterator[Problem]:
    """A field that does not apply is not unknown too."""
    unknown = {entry.get("field") for entry in record.get("unknown", ())}
    for index, entry in enumerate(record.get("not_applicable", ())):
        if entry.get("field", "") in unknown:
            yield problem_in(
                record,
                ("not_applicable", index, "field"),
                Rule.UNKNOWN_AND_NOT_APPLICABLE,
                f"모른다고도 하고 해당 없다고도 했습니다: {quoted(entry['field'])}",
                "둘 가운데 하나를 지워 주세요",
            )


def term_stands_once(record: Record, archive: Archive) -> Iterator[Problem]:
    """A list of terms names each term once."""
    seen: set[tuple[object, ...]] = set()
    for spot in leaves(record, archive.schema, "term", of_lists=True):
        key = (*spot.path[:-1], spot.value)
        if key in seen:
            yield problem_in(
                record,
                spot.path,
                Rule.REPEATED_TERM,
                f"{spot.field.spoken}에 같은 말이 두 번 나옵니다: {quoted(spot.value)}",
                "하나를 지워 주세요",
            )
        seen.add(key)


RULES = (
    field_belongs_to_kind,
    needed_field_is_there,
    said_field_exists,
    not_applicable_field_is_empty,
    unknown_field_may_apply,
    term_stands_once,
)
