"""Template records: one for each kind, with every field explained, made from ``fields.yml``.

For people who have never seen YAML: each field has its label, its need and its description
above it, and holds its example. Fields that may be left out stand behind a ``#``; taking that
one sign away puts them to use, because everything after it is already indented.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hyeopchi.contribute.example import resting_on, written
from hyeopchi.contribute.yaml_writer import flow
from hyeopchi.schema.fields import Field, Schema, Structure
from hyeopchi.schema.vocabulary import Term, Vocabularies

_GUIDE = """\
# {label} 기록의 본보기입니다. {definition}
#
# 1. 이 파일을 cases/<지역>/<이름>.md 로 저장합니다. 예: cases/{folder}/{name}.md
#    이름은 주소가 되니 영문 소문자와 숫자, 붙임표(-)로 짓고 나중에 바꾸지 않습니다.
# 2. 아래에 적힌 값은 모두 예입니다. 자료를 보고 바꿔 적으세요.
# 3. "꼭 적기"는 없으면 안 되는 칸입니다. "모르면 unknown에"는 적거나, 모르면 칸을 지우고
#    아래쪽 unknown에 그 칸의 이름을 적습니다. "골라 적기"는 없어도 됩니다.
# 4. #으로 시작하는 줄은 읽지 않습니다. # 바로 뒤에 이름이 붙은 칸(#dong: …)을 쓰려면
#    그 칸의 줄마다 맨 앞의 # 하나만 지우세요. 쓰지 않는 칸과 이런 설명은 지워도 됩니다.
# 5. -로 시작하는 묶음은 여럿이면 그만큼 되풀이합니다.
# 6. 다 적었으면 python3 scripts/check.py 로 살펴보세요."""

_NEEDS = {"always": "꼭 적기", "expected": "모르면 unknown에", "": "골라 적기"}
_SHORT_LIST = 12
"""The longest vocabulary whose words are told in place."""
_SECTION = "여기에 자료를 보고 새로 쓴 글을 적습니다. 쓸 것이 없으면 제목까지 지웁니다."
_FREE_HEADING = "어떤 이야기인가"


@dataclass(frozen=True, slots=True)
class _Template:
    """What the records of one kind may hold."""

    kind: Term
    schema: Schema
    vocabularies: Vocabularies

    def lines(self) -> Iterator[str]:
        """The lines of the file."""
        yield "---"
        yield self._guide()
        for field in self.schema.of_kind(self.kind.id):
            yield from self._field(field)
        yield "---"
        labels = [heading.label for heading in self.schema.headings_of(self.kind.id)]
        for label in labels or [_FREE_HEADING]:
            yield from ("", f"## {label}", "", _SECTION)

    def _guide(self) -> str:
        purpose = self.schema.fields.get("purpose")
        first = purpose.example if purpose and purpose.belongs_to(self.kind.id) else "2018"
        folder, *_ = written(self.schema.fields["districts"])
        return _GUIDE.format(
            label=self.kind.label,
            definition=self.kind.definition,
            folder=folder,
            name=f"{first}-our-forum",
        )

    def _field(self, field: Field) -> Iterator[str]:
        yield from ("", f"# {field.label} ({_NEEDS[field.need]})")
        yield from (f"# {line}" for line in self._said(field))
        sign = "" if field.need else "#"
        yield from (f"{sign}{line}" for line in self._value(field))

    def _said(self, field: Field) -> Iterator[str]:
        """The description with its limits, and which words there are."""
        limits = (
            (field.most, "{}개까지."),
            (field.length, "하나에 {}자까지." if field.many else "{}자까지."),
        )
        said = [
            words.format(limit)
            for limit, words in limits
            if limit and str(limit) not in field.description
        ]
        yield " ".join((field.description, *said))
        if field.vocabulary:
            yield self._words(field)

    def _words(self, field: Field) -> str:
        vocabulary = self.vocabularies[field.vocabulary]
        if len(vocabulary.terms) > _SHORT_LIST:
            return (
                f"쓸 수 있는 말은 낱말 목록 '{vocabulary.label}'({vocabulary.id}.yml)에 있습니다."
            )
        words = ", ".join(
            term.id if term.id == term.label else f"{term.id} {term.label}" for term in vocabulary
        )
        return f"쓸 수 있는 말: {words}"

    def _value(self, field: Field) -> Iterator[str]:
        """The field with its example; a group of fields is told one by one."""
        group = self.schema.structures.get(field.type)
        if group is None:
            yield f"{field.name}: {self._example(field)}"
            return
        given = written(field)
        lines = list(self._group(group, given[0] if isinstance(given, list) else given))
        yield f"{field.name}:"
        yield from _as_item(lines) if field.many else (f"  {line}" for line in lines)

    def _group(self, group: Structure, given: Mapping[str, Any]) -> Iterator[str]:
        """First the fields that the example fills, then the others behind a ``#``."""
        filled = [
            field
            for field in group.fields.values()
            if field.name in given or field.need == "always"
        ]
        for field in filled:
            yield from self._note(field)
            yield f"{field.name}: {self._flow(field, given.get(field.name) or written(field))}"
        for field in group.fields.values():
            if field not in filled:
                yield from self._note(field)
                yield f"#{field.name}: {self._example(field)}"

    def _note(self, field: Field) -> Iterator[str]:
        need = f" ({_NEEDS[field.need]})" if field.need else ""
        first, *more = self._said(field)
        yield f"# {field.label}{need}: {first}"
        yield from (f"#   {line}" for line in more)

    def _example(self, field: Field) -> str:
        if field.vocabulary == "kinds":
            return self.kind.id
        return self._flow(field, written(field))

    def _flow(self, field: Field, value: Any) -> str:
        """``value`` on one line, its citations resting on the source that the template has."""
        source, *_ = written(self.schema.fields["sources"])
        return flow(resting_on(source["key"], value, field.name))


def _as_item(lines: Sequence[str]) -> Iterator[str]:
    """The lines of a group as the first item of a list: a dash before its first field."""
    first = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    for number, line in enumerate(lines):
        dash = "- " if number == first else "" if number < first else "  "
        yield f"  {dash}{line}"


def template_record(kind: Term, schema: Schema, vocabularies: Vocabularies) -> str:
    """The whole file of a record of ``kind``: front matter and, below it, the body's headings.

    As it stands it breaks no rule, but for links to records that this library may not have.
    """
    return "\n".join(_Template(kind, schema, vocabularies).lines()) + "\n"
