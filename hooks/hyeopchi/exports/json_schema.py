"""The JSON Schema (2020-12) of a record's front matter, made from the fields and vocabularies.

For editors that check while one writes, and for programs that make records. The rules of the
library ask for more than a schema can say; ``scripts/check.py`` has the last word.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from hyeopchi.contribute.example import example
from hyeopchi.exports.json_scalars import SCALARS
from hyeopchi.library.library import Library
from hyeopchi.schema.fields import OF_TOMBSTONES, Field, Schema, Structure
from hyeopchi.schema.vocabulary import Term, Vocabularies, Vocabulary, money

Node = dict[str, Any]


def json_schema(library: Library) -> Node:
    """One schema for all records: what stands in ``kind`` decides which fields there may be."""
    schema, vocabularies = library.schema, library.vocabularies
    kinds = vocabularies["kinds"]
    head: Node = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    if library.settings.site_url:
        head["$id"] = f"{library.settings.site_url}data/schema.json"
    return head | {
        "title": f"{library.settings.name} 기록의 앞머리",
        "description": "기록 파일의 맨 앞 --- 와 --- 사이에 적는 것. 모두 fields.yml과 낱말 목록에서 나왔습니다.",
        "type": "object",
        "properties": {"kind": _reference("terms", "kinds")},
        "required": ["kind"],
        "allOf": [_branch(kind) for kind in kinds],
        "$defs": _definitions(schema, vocabularies),
    }


def _branch(kind: Term) -> Node:
    return {
        "if": {"properties": {"kind": {"const": kind.id}}, "required": ["kind"]},
        "then": _reference("kind", kind.id),
    }


def _definitions(schema: Schema, vocabularies: Vocabularies) -> Node:
    used = {field.vocabulary for field in _all_fields(schema)} - {""}
    return {
        **{f"kind.{kind.id}": _kind(kind, schema) for kind in vocabularies["kinds"]},
        **{f"group.{group.name}": _group(group, schema) for group in schema.structures.values()},
        **{f"scalar.{name}": node for name, node in SCALARS.items()},
        **{f"terms.{one.id}": _terms(one) for one in vocabularies if one.id in used},
        **({"terms.money": _terms(money(vocabularies["units"]))} if "units" in used else {}),
    }


def _all_fields(schema: Schema) -> Iterable[Field]:
    yield from schema.fields.values()
    for group in schema.structures.values():
        yield from group.fields.values()


def _kind(kind: Term, schema: Schema) -> Node:
    """The record of a kind; a tombstone needs little, an expected field may be said unknown."""
    fields = {field.name: field for field in schema.of_kind(kind.id)}
    expected = [_given_or_said(field) for field in fields.values() if field.need == "expected"]
    return {
        "title": kind.label,
        "description": kind.definition,
        "type": "object",
        "properties": _properties(fields, schema),
        "additionalProperties": False,
        "if": {"required": ["withdrawn"]},
        "then": {"required": list(OF_TOMBSTONES)},
        "else": {"required": _needed(fields)} | ({"allOf": expected} if expected else {}),
    }


def _given_or_said(field: Field) -> Node:
    said = {"contains": {"properties": {"field": {"const": field.name}}, "required": ["field"]}}
    return {
        "anyOf": [
            {"required": [field.name]},
            *(
                {"properties": {name: said}, "required": [name]}
                for name in ("unknown", "not_applicable")
            ),
        ]
    }


def _group(group: Structure, schema: Schema) -> Node:
    node: Node = {
        "title": group.label,
        "type": "object",
        "properties": _properties(group.fields, schema),
        "additionalProperties": False,
    }
    needed = _needed(group.fields)
    return node | ({"required": needed} if needed else {}) | _instead(group.fields)


def _needed(fields: Mapping[str, Field]) -> list[str]:
    """What must stand there; a place in the sources need not: the record may say it once."""
    return [
        field.name
        for field in fields.values()
        if field.need == "always" and not field.unless and field.type != "citations"
    ]


def _instead(fields: Mapping[str, Field]) -> Node:
    """One field, or all that it takes the place of."""
    instead: dict[str, list[str]] = {}
    for field in fields.values():
        if field.unless and field.need == "always":
            instead.setdefault(field.unless, []).append(field.name)
    choices = [
        {"anyOf": [{"required": [name]}, {"required": others}]} for name, others in instead.items()
    ]
    return {"allOf": choices} if choices else {}


def _properties(fields: Mapping[str, Field], schema: Schema) -> Node:
    return {field.name: _property(field, schema) for field in fields.values()}


def _property(field: Field, schema: Schema) -> Node:
    said = {
        "title": field.label,
        "description": field.description,
        "examples": [example(field, schema)],
    }
    if not field.many:
        return said | _one(field)
    node: Node = said | {"type": "array", "items": _one(field), "minItems": 1}
    if field.most:
        node["maxItems"] = field.most
    if field.vocabulary:
        node["uniqueItems"] = True
    return node


def _one(field: Field) -> Node:
    """A single value of a field."""
    if field.vocabulary:
        return _reference("terms", field.vocabulary)
    node = _reference("scalar" if field.type in SCALARS else "group", field.type)
    limit: Node = {"maxLength": field.length} if field.length else {}
    return (
        node
        | limit
        | ({"properties": {"unit": _reference("terms", "money")}} if field.money else {})
    )


def _terms(vocabulary: Vocabulary) -> Node:
    labels = "\n".join(f"{term.id}: {term.label}" for term in vocabulary if term.id != term.label)
    return {
        "title": vocabulary.label,
        "type": "string",
        "description": "\n".join(filter(None, (vocabulary.definition, labels))),
        "enum": [term.id for term in vocabulary],
    }


def _reference(family: str, name: str) -> Node:
    return {"$ref": f"#/$defs/{family}.{name}"}
