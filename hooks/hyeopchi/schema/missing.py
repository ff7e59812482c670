"""What a person most likely meant: a field by a mistyped name, a gap by a word in a value's place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from hyeopchi.schema.fields import Field
from hyeopchi.text.nearest import nearest

UNKNOWN, NOT_APPLICABLE = "unknown", "not_applicable"
NOT_SAID = {
    **dict.fromkeys(
        (
            "모름",
            "모릅니다",
            "알 수 없음",
            "미상",
            "미정",
            "미확인",
            "unknown",
            "tbd",
            "?",
            "null",
            "~",
        ),
        UNKNOWN,
    ),
    **dict.fromkeys(
        ("해당 없음", "해당없음", "해당사항 없음", "해당 사항 없음", "n/a", "na", "none", "-"),
        NOT_APPLICABLE,
    ),
}
"""Words that people write in the place of a value, and the field that says so."""


def where_to_say(word: str, field: Field, is_own: bool) -> str:
    """Where a word of ``NOT_SAID`` belongs; ``is_own``: the field is the record's, not a group's."""
    if not is_own:
        return "이 묶음을 빼고 unknown에 적어 주세요" if field.need else "이 칸을 지워 주세요"
    if field.need == "always":
        return f"꼭 있어야 하는 칸입니다. 예: {field.name}: {field.example}"
    return f"줄을 지우고 {NOT_SAID[word]}에 적어 주세요. 예: {NOT_SAID[word]}: [{{field: {field.name}}}]"


def missing_fields(
    asked: Iterable[Field], names: Collection[str], fields: Mapping[str, Field]
) -> list[Field]:
    """The needed ones of ``asked`` that are not among ``names``, nor meant by a mistyped one of them."""
    missing = [field for field in asked if field.need and field.name not in names]
    if not missing:
        return missing
    meant = {meant_field(name, fields) for name in names if name not in fields}
    return [field for field in missing if field.name not in meant]


def meant_field(name: str, fields: Mapping[str, Field]) -> str | None:
    """The name of the field that ``name``, its own or a label mistyped, most likely means."""
    names = {field.label: field.name for field in fields.values()} | {
        field: field for field in fields
    }
    found = nearest(name, names)
    return names[found] if found else None
