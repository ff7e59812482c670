"""The interpreter: typed values out of nodes, as the schema describes them.

What does not fit is left out and yields a problem at its place, so that one mistake hides no
other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from hyeopchi.citation import Citation
from hyeopchi.entry import Entry
from hyeopchi.fields import Field, Schema
from hyeopchi.korean import josa
from hyeopchi.nearest import nearest
from hyeopchi.nodes import Listing, Node, Pair, Scalar
from hyeopchi.nodes import Mapping as MappingNode
from hyeopchi.problem import Place, Problem
from hyeopchi.quantity import quantity_of
from hyeopchi.scalars import SCALARS, Mistake
from hyeopchi.vocabulary import Vocabularies

_ABSENT = object()


class Interpreter:
    """Turns the nodes of one file into entries; collects ``problems`` on the way."""

    def __init__(self, schema: Schema, vocabularies: Vocabularies, path: str) -> None:
        self._schema, self._vocabularies, self._path = schema, vocabularies, path
        self.problems: list[Problem] = []

    def entry(self, node: MappingNode, fields: Mapping[str, Field], owner: str) -> dict[str, Any]:
        """The typed values of ``node`` by field name; ``owner`` names the group in messages."""
        values: dict[str, Any] = {}
        for pair in node.pairs:
            field = fields.get(pair.key.text)
            if field is None:
                self._unknown_field(pair, fields, owner)
                continue
            value = self._value(pair.value, field)
            if value is not _ABSENT:
                values[field.name] = value
        return values

    def _value(self, node: Node, field: Field) -> Any:
        if isinstance(node, Scalar) and not node.text:
            return self._mistake(node.place, "empty-value", field, "값이 비어 있습니다",
                                 f"값을 적거나 줄을 지워 주세요. 예: {field.example}")
        if not field.many:
            return self._one(node, field)
        items = node.items if isinstance(node, Listing) else (node,)
        if field.most and len(items) > field.most:
            self._mistake(items[field.most].place, "too-many", field,
                          f"너무 많습니다: {len(items)}개 (최대 {field.most}개)", "중요한 것만 남겨 주세요")
        values = tuple(self._one(item, field) for item in items)
        return tuple(value for value in values if value is not _ABSENT)

    def _one(self, node: Node, field: Field) -> Any:
        if field.type == "citations":
            return self._citations(node, field)
        structure = self._schema.structures.get(field.type)
        if structure is not None:
            return self._group(node, field, structure.fields)
        if not isinstance(node, Scalar):
            return self._mistake(node.place, "not-one-value", field, "값 하나가 와야 하는데 묶음이 있습니다", f"예: {field.example}")
        return self._term(node, field) if field.type == "term" else self._scalar(node, field)

    def _group(self, node: Node, field: Field, fields: Mapping[str, Field]) -> Any:
        if not isinstance(node, MappingNode):
            return self._mistake(node.place, "not-a-group", field, "'이름: 값' 묶음이 와야 합니다", f"예: {field.example}")
        values = self.entry(node, fields, field.spoken)
        for needed in fields.values():
            if needed.need == "always" and node.find(needed.name) is None:
                self._mistake(node.place, "missing-field", field, f"{needed.spoken} 칸이 없습니다",
                              f"예: {needed.name}: {needed.example}")
        if field.type == "quantity":
            return quantity_of(values, self._vocabularies) or _ABSENT
        return Entry(values)

    def _scalar(self, node: Scalar, field: Field) -> Any:
        try:
            value = SCALARS[field.type](node.text)
        except Mistake as mistake:
            return self._mistake(node.place, f"not-{field.type}", field, mistake.message, mistake.hint)
        if field.type == "text" and "\n" in node.text:
            return self._mistake(node.place, "not-one-line", field, "한 줄로 적어야 합니다", "줄바꿈을 지워 주세요")
        if field.length and len(node.text) > field.length:
            self._mistake(node.place, "too-long", field,
                          f"너무 깁니다: {len(node.text)}자 (최대 {field.length}자)", "짧게 줄여 주세요")
        return value

    def _term(self, node: Scalar, field: Field) -> Any:
        vocabulary = self._vocabularies.by_id.get(field.vocabulary)
        if vocabulary is None or node.text in vocabulary:
            return node.text
        suggestion = vocabulary.suggest(node.text)
        hint = (f"{josa(f'{suggestion!r}', '을/를')} 쓰려던 것인가요?" if suggestion
                else f"{vocabulary.label} 낱말 목록에서 골라 주세요. 예: {field.example}")
        self.problems.append(Problem.at(self._path, node.place, "unknown-term",
                                        f"{field.spoken}에 없는 말입니다: '{node.text}'", hint))
        return _ABSENT

    def _citations(self, node: Node, field: Field) -> Any:
        if not isinstance(node, MappingNode) or not node.pairs:
            return self._mistake(node.place, "not-citations", field, "자료의 짧은 이름과 자리가 와야 합니다", f"예: {field.example}")
        citations = []
        for pair in node.pairs:
            if not isinstance(pair.value, Scalar) or not pair.value.text:
                self._mistake(pair.value.place, "not-citations", field, "자료의 자리가 비어 있습니다", f"예: {field.example}")
                continue
            citations.append(Citation(pair.key.text, pair.value.text))
        return tuple(citations)

    def _unknown_field(self, pair: Pair, fields: Mapping[str, Field], owner: str) -> None:
        suggestion = nearest(pair.key.text, fields)
        if isinstance(pair.value, Scalar) and not pair.value.text and suggestion is None:
            hint = "앞의 값에 쉼표가 들었다면 그 값 전체를 큰따옴표로 감싸 주세요"
        elif suggestion:
            hint = f"{josa(f'{suggestion!r}', '을/를')} 쓰려던 것인가요?"
        else:
            hint = f"쓸 수 있는 칸: {', '.join(list(fields)[:8])}"
        self.problems.append(Problem.at(self._path, pair.key.place, "unknown-field",
                                        f"{owner}에 없는 칸입니다: '{pair.key.text}'", hint))

    def _mistake(self, place: Place, rule: str, field: Field, message: str, hint: str) -> Any:
        self.problems.append(Problem.at(self._path, place, rule, f"{field.spoken}: {message}", hint))
        return _ABSENT
