"""The interpreter: typed values out of nodes, as the schema describes them.

What does not fit is left out and yields a problem at its place, so that one mistake hides no
other.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hyeopchi.files.nodes import Listing, Node, Pair, Scalar, Unread
from hyeopchi.files.nodes import Mapping as MappingNode
from hyeopchi.files.problem import Place, Problem
from hyeopchi.files.rule import Rule
from hyeopchi.schema.entry import Entry
from hyeopchi.schema.fields import Field, Schema
from hyeopchi.schema.missing import NOT_SAID, UNKNOWN, meant_field, missing_fields, where_to_say
from hyeopchi.schema.quantity_reader import quantity_of
from hyeopchi.schema.scalars import SCALARS, Mistake
from hyeopchi.schema.usual_places import NO_PLACES, UsualPlaces, read_citations
from hyeopchi.schema.vocabulary import Vocabularies
from hyeopchi.text.korean import josa
from hyeopchi.text.quoting import did_you_mean, quoted

MOST_SUGGESTED = 100
"""Problems of one file that come with the nearest right word; finding it takes time."""

BASIS_SOURCE = "source"
"""The term of ``bases`` by which an entry claims that a source says so."""

_ABSENT = object()


class Interpreter:
    """Turns the nodes of one file into entries; collects ``problems`` on the way.

    ``places`` is where facts stand that do not say it themselves. ``left_out`` are the places
    of the list items that did not fit.
    """

    def __init__(
        self,
        schema: Schema,
        vocabularies: Vocabularies,
        path: str,
        places: UsualPlaces = NO_PLACES,
    ) -> None:
        self._schema, self._vocabularies, self._path = schema, vocabularies, path
        self._places = places
        self.problems: list[Problem] = []
        self.left_out: set[Place] = set()

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

    def group(self, node: Node, field: Field) -> Any:
        """The entry or quantity that ``node`` holds; None where it holds none."""
        value = self._one(node, field)
        return None if value is _ABSENT else value

    def _value(self, node: Node, field: Field) -> Any:
        if not field.many or isinstance(node, Scalar | Unread) or _is_empty(node):
            value = self._one(node, field)
            return (value,) if field.many and value is not _ABSENT else value
        items = node.items if isinstance(node, Listing) else (node,)
        if field.most and len(items) > field.most:
            self._mistake(
                items[field.most].place,
                Rule.TOO_MANY,
                field,
                f"너무 많습니다: {len(items)}개 (최대 {field.most}개)",
                "중요한 것만 남겨 주세요",
            )
        return tuple(
            value for value in (self._item(item, field) for item in items) if value is not _ABSENT
        )

    def _item(self, node: Node, field: Field) -> Any:
        value = self._one(node, field)
        if value is _ABSENT:
            self.left_out.add(node.place)
        return value

    def _one(self, node: Node, field: Field) -> Any:
        if isinstance(node, Unread):
            return _ABSENT
        if _is_empty(node):
            return self._mistake(
                node.place,
                Rule.EMPTY_VALUE,
                field,
                "값이 비어 있습니다",
                f"값을 적거나 줄을 지워 주세요. 예: {field.example}",
            )
        if (
            isinstance(node, Scalar)
            and node.text.casefold() in NOT_SAID
            and self._is_said_in_place(node, field)
        ):
            return _ABSENT
        if field.type == "citations":
            return self._citations(node, field)
        structure = self._schema.structures.get(field.type)
        if structure is not None:
            return self._group(node, field, structure.fields)
        if not isinstance(node, Scalar):
            return self._mistake(
                node.place,
                Rule.NOT_ONE_VALUE,
                field,
                "값 하나가 와야 하는데 묶음이 있습니다",
                f"예: {field.example}",
            )
        return self._term(node, field) if field.type == "term" else self._scalar(node, field)

    def _is_said_in_place(self, node: Scalar, field: Field) -> bool:
        """Whether a word such as 모름 stands where the value would; names and labels may be such words."""
        word, is_own = node.text.casefold(), self._schema.fields.get(field.name) is field
        vocabulary = self._vocabularies[field.vocabulary]
        if word in vocabulary or UNKNOWN in vocabulary:
            return False
        if field.type in ("text", "prose") and not is_own:
            return False
        self._mistake(
            node.place,
            Rule.SAID_IN_PLACE,
            field,
            f"이 말은 값 자리에 적지 않습니다: {quoted(node.text)}",
            where_to_say(word, field, is_own),
        )
        return True

    def _group(self, node: Node, field: Field, fields: Mapping[str, Field]) -> Any:
        if not isinstance(node, MappingNode):
            return self._mistake(
                node.place,
                Rule.NOT_A_GROUP,
                field,
                "'이름: 값' 묶음이 와야 합니다",
                f"예: {field.example}",
            )
        values = self.entry(node, fields, field.spoken)
        names = [pair.key.text for pair in node.pairs]
        for needed in missing_fields(fields.values(), names, fields):
            if needed.type == "citations" and self._places.unless_said:
                values[needed.name] = self._places.unless_said
            elif needed.need == "always" and needed.unless not in names:
                self._mistake(
                    node.place,
                    Rule.MISSING_FIELD,
                    field,
                    f"{needed.spoken} 칸이 없습니다",
                    f"예: {needed.name}: {needed.example}",
                )
        self._said_elsewhere(node, fields, field, names)
        if values.get("basis") == BASIS_SOURCE and self._places.unless_said and "from" in fields:
            values.setdefault("from", self._places.unless_said)
        if field.type == "quantity":
            return quantity_of(values, self._vocabularies) or _ABSENT
        return Entry(values)

    def _said_elsewhere(
        self, node: MappingNode, fields: Mapping[str, Field], field: Field, names: list[str]
    ) -> None:
        """Tells the fields that stand beside the one that takes their place."""
        for pair in node.pairs:
            said = fields.get(pair.key.text)
            if said and said.unless and said.unless in names:
                self._mistake(
                    pair.key.place,
                    Rule.SAID_ELSEWHERE,
                    field,
                    f"{josa(said.unless, '이/가')} 있으면 {said.spoken} 칸은 적지 않습니다",
                    f"{josa(said.name, '을/를')} 지우거나 {josa(said.unless, '을/를')} 지워 주세요",
                )

    def _scalar(self, node: Scalar, field: Field) -> Any:
        try:
            value = SCALARS[field.type](node.text)
        except Mistake as mistake:
            return self._mistake(
                node.place, Rule(f"not-{field.type}"), field, mistake.message, mistake.hint
            )
        if field.type == "text" and "\n" in node.text:
            return self._mistake(
                node.place,
                Rule.NOT_ONE_LINE,
                field,
                "한 줄로 적어야 합니다",
                "줄바꿈을 지워 주세요",
            )
        if field.length and len(node.text) > field.length:
            self._mistake(
                node.place,
                Rule.TOO_LONG,
                field,
                f"너무 깁니다: {len(node.text)}자 (최대 {field.length}자)",
                "짧게 줄여 주세요",
            )
        return value

    def _term(self, node: Scalar, field: Field) -> Any:
        vocabulary = self._vocabularies.by_id.get(field.vocabulary)
        if vocabulary is None or node.text in vocabulary:
            return node.text
        suggestion = vocabulary.suggest(node.text) if len(self.problems) < MOST_SUGGESTED else None
        if NOT_SAID.get(node.text.casefold()) == UNKNOWN in vocabulary:
            suggestion = UNKNOWN
        hint = (
            did_you_mean(suggestion)
            if suggestion
            else f"{vocabulary.label} 낱말 목록에서 골라 주세요. 예: {field.example}"
        )
        self.problems.append(
            Problem.at(
                self._path,
                node.place,
                Rule.UNKNOWN_TERM,
                f"{field.spoken}에 없는 말입니다: {quoted(node.text)}",
                hint,
            )
        )
        return _ABSENT

    def _citations(self, node: Node, field: Field) -> Any:
        citations, mistakes = read_citations(node, self._places, field.example)
        for place, mistake in mistakes:
            self._mistake(place, Rule.NOT_CITATIONS, field, mistake.message, mistake.hint)
        return citations or _ABSENT

    def _unknown_field(self, pair: Pair, fields: Mapping[str, Field], owner: str) -> None:
        suggestion = (
            meant_field(pair.key.text, fields) if len(self.problems) < MOST_SUGGESTED else None
        )
        if suggestion:
            hint = did_you_mean(suggestion)
        elif isinstance(pair.value, Scalar) and not pair.value.text:
            hint = "앞의 값에 쉼표가 들었다면 그 값 전체를 큰따옴표로 감싸 주세요"
        else:
            hint = f"쓸 수 있는 칸: {', '.join(list(fields)[:8])}"
        self.problems.append(
            Problem.at(
                self._path,
                pair.key.place,
                Rule.UNKNOWN_FIELD,
                f"{owner}에 없는 칸입니다: {quoted(pair.key.text)}",
                hint,
            )
        )

    def _mistake(self, place: Place, rule: Rule, field: Field, message: str, hint: str) -> Any:
        self.problems.append(
            Problem.at(self._path, place, rule, f"{field.spoken}: {message}", hint)
        )
        return _ABSENT


def _is_empty(node: Node) -> bool:
    if isinstance(node, Scalar):
        return not node.text
    return not (
        node.items
        if isinstance(node, Listing)
        else node.pairs
        if isinstance(node, MappingNode)
        else (node,)
    )
