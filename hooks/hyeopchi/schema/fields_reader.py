"""Reading ``fields.yml``: the description of every field, itself read as strictly as a record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Any

from hyeopchi.files.nodes import Listing, Mapping, Node, Scalar
from hyeopchi.files.problem import START, Problem
from hyeopchi.files.rule import Rule
from hyeopchi.files.source import read_source
from hyeopchi.files.strict_yaml import read_yaml
from hyeopchi.schema.fields import PLACES, SCALAR_TYPES, Field, Heading, Schema, Structure
from hyeopchi.schema.interpreter import Interpreter
from hyeopchi.schema.vocabulary import Term, Vocabularies, Vocabulary
from hyeopchi.text.quoting import quoted

_NAME = re.compile(r"[a-z_]+")
_TOP = ("structures", "fields", "headings")
_NO_ADDRESS = "quantity"
"""The one structure whose values are no entries, and so have no address on a page."""


def _about(name: str, label: str, type_name: str, example: str, **more: Any) -> Field:
    return Field(name, label, type_name, "", example, **more)


_ROW = {
    field.name: field
    for field in (
        _about("name", "이름", "text", "title", need="always"),
        _about("label", "이름표", "text", "제목", need="always"),
        _about("type", "꼴", "term", "text", vocabulary="types", need="always"),
        _about(
            "description", "설명", "prose", "무슨 일이 있었는지 우리 말로 적은 제목.", need="always"
        ),
        _about("example", "보기", "text", "249명이 낸 스무 가지 제안", need="always"),
        _about("kinds", "종류", "term", "[case]", vocabulary="kinds", many=True),
        _about("need", "필요", "term", "always", vocabulary="needs"),
        _about("vocabulary", "어휘", "term", "domains", vocabulary="vocabularies"),
        _about("many", "여럿", "boolean", "true"),
        _about("most", "가장 많은 수", "integer", "3"),
        _about("length", "글자 수", "integer", "200"),
        _about("depth", "깊이", "boolean", "true"),
        _about("ask", "물음", "text", "무슨 일이었는지 한 줄로 적어 주세요"),
        _about("tip", "도움말", "prose", "왜 그렇게 보는지 한 문장으로 적습니다."),
        _about("step", "차례", "term", "what", vocabulary="steps"),
        _about("unless", "대신하는 칸", "text", "id"),
        _about("unit", "단위", "text", "분"),
        _about("shows", "보이는 곳", "term", "[facts]", vocabulary="places", many=True),
        _about("if_filled", "적었을 때만", "boolean", "true"),
        _about("money", "돈", "boolean", "true"),
        _about("asked_before", "앞선 물음", "text", "[언제 있었나요]", many=True),
    )
}
_HEADING = {
    field.name: field
    for field in (
        _about("id", "id", "slug", "problem", need="always"),
        _about("label", "이름표", "text", "무엇이 문제였나", need="always"),
        _about("kinds", "종류", "term", "[case]", vocabulary="kinds", many=True, need="always"),
        _about("fields", "칸", "term", "[outcomes]", vocabulary="fields", many=True),
        _about("step", "차례", "term", "what", vocabulary="steps"),
    )
}
_FIELD = _about(
    "fields",
    "칸",
    "row",
    "{name: title, label: 제목, type: text, description: 제목., example: 제안}",
)
_HEADED = _about(
    "headings",
    "제목",
    "heading",
    "{id: problem, label: 무엇이 문제였나, kinds: [case], fields: []}",
)
_OWN_SCHEMA = Schema(
    {}, {"row": Structure("row", "칸", _ROW), "heading": Structure("heading", "제목", _HEADING)}, ()
)


def read_schema(
    folder: Path, vocabularies: Vocabularies, shown: str = "cases/_vocabulary"
) -> Schema:
    """The schema in ``folder/fields.yml``; what is wrong with the file is in ``problems``.

    Nothing is read by broken vocabularies: every field that names one would seem wrong.
    """
    path = f"{shown}/fields.yml"
    source = read_source(folder / "fields.yml", path, limit=0)
    if isinstance(source, Problem):
        return Schema({}, {}, (), (source,))
    root, problems = read_yaml(source.text, path)
    if problems or vocabularies.problems:
        return Schema({}, {}, (), problems, (source,))
    reader = _Reader(root, vocabularies, path)
    schema = reader.schema(root)
    return Schema(
        schema.fields, schema.structures, schema.headings, tuple(reader.problems), (source,)
    )


class _Reader:
    """Reads the rows of one file; collects ``problems`` on the way."""

    def __init__(self, root: Mapping, vocabularies: Vocabularies, path: str) -> None:
        self._path = path
        self._structures = {pair.key.text: pair.value for pair in _pairs(root, "structures")}
        names = {
            "types": (*SCALAR_TYPES, *self._structures),
            "needs": ("always", "expected"),
            "places": PLACES,
            "kinds": vocabularies["kinds"].terms,
            "steps": vocabularies["steps"].terms,
            "vocabularies": vocabularies.by_id,
            "fields": [_text(row, "name") for row in _rows(root, "fields")],
        }
        self._interpreter = Interpreter(
            _OWN_SCHEMA, Vocabularies({name: _words(of) for name, of in names.items()}), path
        )

    @property
    def problems(self) -> list[Problem]:
        """What was wrong so far."""
        return self._interpreter.problems

    def schema(self, root: Mapping) -> Schema:
        """Everything in the file that can be used."""
        for name in _TOP:
            if root.find(name) is None:
                self._refuse(
                    Scalar("", START),
                    f"{name} 묶음이 없습니다",
                    "structures, fields, headings가 있어야 합니다",
                )
        for pair in root.pairs:
            if pair.key.text not in _TOP:
                self._refuse(
                    pair.key,
                    f"쓸 수 없는 묶음입니다: {quoted(pair.key.text)}",
                    f"쓸 수 있는 묶음: {', '.join(_TOP)}",
                )
        if self.problems:
            return Schema({}, {}, ())  # Of what stands in them every line would seem wrong.
        structures = {name: self._structure(name, node) for name, node in self._structures.items()}
        return Schema(
            self._fields(_rows(root, "fields")),
            MappingProxyType(structures),
            tuple(self._headings(root)),
        )

    def _structure(self, name: str, node: Node) -> Structure:
        if not _text(node, "label") or not _rows(node, "fields"):
            self._refuse(
                node,
                f"묶음 {quoted(name)}에 label이나 fields가 없습니다",
                "예: period: {label: 기간, fields: […]}",
            )
        return Structure(name, _text(node, "label") or name, self._fields(_rows(node, "fields")))

    def _fields(self, rows: Iterable[Node]) -> MappingProxyType[str, Field]:
        fields: dict[str, Field] = {}
        for node in rows:
            field = self._field(node)
            if field and field.name in fields:
                self._refuse(
                    node, f"같은 칸을 두 번 적었습니다: {quoted(field.name)}", "하나만 남겨 주세요"
                )
            elif field:
                fields[field.name] = field
        return MappingProxyType(fields)

    def _field(self, node: Node) -> Field | None:
        """The field that a row describes; None where its name or type cannot be told."""
        anchor = node.find("anchor") if isinstance(node, Mapping) else None
        row = self._interpreter.group(_without(node, "anchor"), _FIELD)
        if row is None or "name" not in row or "type" not in row:
            return None
        field = Field(
            row["name"],
            row.get("label", row["name"]),
            row["type"],
            row.get("description", ""),
            row.get("example", ""),
            frozenset(row.get("kinds", ())),
            row.get("need", ""),
            row.get("vocabulary", ""),
            row.get("many", False),
            row.get("most", 0),
            row.get("length", 0),
            row.get("depth", False),
            anchor.value.text if anchor and isinstance(anchor.value, Scalar) else None,
            row.get("ask", ""),
            row.get("step", ""),
            row.get("tip", ""),
            row.get("unless", ""),
            row.get("unit", ""),
            frozenset(row.get("shows", ())),
            row.get("if_filled", False),
            row.get("money", False),
            tuple(row.get("asked_before", ())),
        )
        return field if isinstance(node, Mapping) and self._is_sound(field, node) else None

    def _is_sound(self, field: Field, node: Mapping) -> bool:
        """Whether what the row says fits together."""
        if not _NAME.fullmatch(field.name):
            self._refuse(
                node,
                f"쓸 수 없는 이름입니다: {quoted(field.name)}",
                "영문 소문자와 밑줄로 적어 주세요. 예: title_en",
            )
        elif field.type == "term" and node.find("vocabulary") is None:
            self._refuse(
                node,
                f"{field.spoken}: 어휘(vocabulary)가 없습니다",
                "type이 term이면 낱말 목록의 id를 적어 주세요",
            )
        elif field.money and field.type != _NO_ADDRESS:
            self._refuse(
                node,
                f"{field.spoken}: 돈(money)일 수 없는 칸입니다",
                "type이 quantity인 칸에만 적어 주세요",
            )
        elif field.anchor is not None and (
            field.type not in self._structures or field.type == _NO_ADDRESS or not field.many
        ):
            self._refuse(
                node,
                f"{field.spoken}: 주소(anchor)를 가질 수 없는 칸입니다",
                "many: true인 묶음에만 적어 주세요",
            )
        else:
            return True
        return False

    def _headings(self, root: Mapping) -> Iterator[Heading]:
        for node in _rows(root, "headings"):
            row = self._interpreter.group(
                _without(node, "fields") if not _rows(node, "fields") else node, _HEADED
            )
            if row is not None and "id" in row and "label" in row:
                yield Heading(
                    row["id"],
                    row["label"],
                    frozenset(row.get("kinds", ())),
                    row.get("fields", ()),
                    row.get("step", ""),
                )

    def _refuse(self, node: Node, message: str, hint: str) -> None:
        self.problems.append(
            Problem.at(self._path, node.place, Rule.FIELD_DESCRIPTION, message, hint)
        )


def _words(of: Iterable[str]) -> Vocabulary:
    terms = {word: Term(word, word, word) for word in sorted(of)}
    return Vocabulary("", "쓸 수 있는", "", "", False, MappingProxyType(terms))


def _pairs(root: Mapping, name: str) -> tuple[Any, ...]:
    pair = root.find(name)
    return tuple(pair.value.pairs) if pair and isinstance(pair.value, Mapping) else ()


def _rows(node: Node, name: str) -> tuple[Node, ...]:
    pair = node.find(name) if isinstance(node, Mapping) else None
    return tuple(pair.value.items) if pair and isinstance(pair.value, Listing) else ()


def _text(node: Node, name: str) -> str:
    pair = node.find(name) if isinstance(node, Mapping) else None
    return pair.value.text if pair and isinstance(pair.value, Scalar) else ""


def _without(node: Node, name: str) -> Node:
    """``node`` less one key: an empty value means something only there."""
    if not isinstance(node, Mapping):
        return node
    return Mapping([pair for pair in node.pairs if pair.key.text != name], node.place)
