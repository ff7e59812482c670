"""Reading the list of received cases: as strictly as a record."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType
from typing import Any

from hyeopchi.files.nodes import Listing, Mapping, Node, Scalar, node_at
from hyeopchi.files.problem import Problem
from hyeopchi.files.source import is_plain_file, read_source
from hyeopchi.files.strict_yaml import read_yaml
from hyeopchi.records.received import RECEIVED_FILE, Received
from hyeopchi.schema.fields import Field, Schema, Structure
from hyeopchi.schema.interpreter import Interpreter
from hyeopchi.schema.vocabulary import Vocabularies


def _field(
    name: str, label: str, type_name: str, example: str, need: str = "always", **more: Any
) -> Field:
    return Field(name, label, type_name, "", example, need=need, **more)


_CASE = Structure(
    "receipt",
    "받은 사례",
    MappingProxyType(
        {
            field.name: field
            for field in (
                _field("number", "번호", "integer", "1"),
                _field("date", "받은 날", "date", "2026-11-22"),
                _field("district", "지역", "term", "mapo-gu", vocabulary="districts"),
                _field("title", "제목", "text", "골목에 의자를 놓다", length=80),
                _field("state", "상태", "term", "reading", vocabulary="receipt-states"),
                _field("record", "실린 기록", "link", "2026-alley-chairs", need=""),
                _field("note", "덧붙임", "text", "자료의 쪽을 여쭈었습니다", need="", length=120),
            )
        }
    ),
)
_LIST = Field(
    "received",
    "받은 사례",
    "receipt",
    "",
    "[{number: 1, date: 2026-11-22, district: mapo-gu, title: 골목에 의자를 놓다, state: reading}]",
    many=True,
)
_SCHEMA = Schema(MappingProxyType({_LIST.name: _LIST}), MappingProxyType({_CASE.name: _CASE}), ())


def read_received(folder: Path, vocabularies: Vocabularies, shown: str = "cases") -> Received:
    """The list in ``folder``; nothing where there is none. Never raises on a bad file."""
    file = folder / RECEIVED_FILE
    if not is_plain_file(file):
        return Received()
    source = read_source(file, f"{shown}/{RECEIVED_FILE}", limit=0)
    if isinstance(source, Problem):
        return Received(problems=(source,))
    root, problems = read_yaml(source.text, source.path)
    interpreter = Interpreter(_SCHEMA, vocabularies, source.path)
    cases = interpreter.entry(_without_nothing(root), _SCHEMA.fields, "받은 사례 목록").get(
        _LIST.name, ()
    )
    places = tuple(
        node_at(root, (_LIST.name, index), frozenset(interpreter.left_out)).place
        for index in range(len(cases))
    )
    return Received(cases, places, (*problems, *interpreter.problems), (source,))


def _without_nothing(root: Mapping) -> Mapping:
    """``root`` less a list that is empty: nothing received is no mistake."""
    return root._replace(
        pairs=[
            pair for pair in root.pairs if pair.key.text != _LIST.name or not _is_empty(pair.value)
        ]
    )


def _is_empty(node: Node) -> bool:
    return (isinstance(node, Listing) and not node.items) or (
        isinstance(node, Scalar) and not node.text
    )
