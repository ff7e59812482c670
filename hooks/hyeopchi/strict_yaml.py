"""A strict reader of YAML: no tags, anchors, aliases, duplicate keys or second documents.

Built over PyYAML's events, because its composer resolves aliases unseen (an alias bomb ends
no build) and its constructor guesses types. A text that is not YAML gives problems, never an
exception; the top-level keys that can still be read are read, so that one slip does not hide
the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from hyeopchi.nodes import Listing, Mapping, Node, Pair, Scalar
from hyeopchi.problem import Place, Problem

MAX_DEPTH = 12
"""Deepest nesting of a record's fields: what a later source shows of a plan's unit stands at level 10."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TOP_LEVEL_KEY = re.compile(r"^(?![\s#\-\]}])", re.MULTILINE)

# PyYAML's and libyaml's words for a mistake, and ours: (found in the message, message, hint).
_MISTAKES = (
    ("mapping values are not allowed", "값 안에 ': '이 있어 뜻을 알 수 없습니다",
     "값 전체를 큰따옴표로 감싸 주세요. 예: title: \"예산: 8,878백만원\""),
    ("cannot start any token", "값이 쓸 수 없는 글자로 시작합니다 (탭, %, @, ` 따위)",
     "탭은 빈칸으로 바꾸고, 값은 큰따옴표로 감싸 주세요"),
    ("found unexpected end of stream", "따옴표나 괄호가 닫히지 않았습니다", "짝이 되는 따옴표나 괄호를 넣어 주세요"),
    ("unknown escape character", "큰따옴표 안의 \\ 를 읽을 수 없습니다", "작은따옴표로 감싸거나 \\\\ 로 적어 주세요"),
    ("while parsing a flow", "[ ]나 { } 안을 읽을 수 없습니다",
     "쉼표가 든 값은 따옴표로 감싸고, 괄호의 짝을 맞춰 주세요"),
    ("could not find expected ':'", "이름 뒤에 쌍점(:)이 없습니다", "'이름: 값'으로 적어 주세요"),
    ("while parsing a block", "들여쓰기가 맞지 않거나 '이름: 값' 모양이 아닙니다",
     "같은 묶음의 줄은 같은 칸에서 시작해야 합니다"),
    ("special characters are not allowed", "쓸 수 없는 글자가 있습니다", "보이지 않는 글자를 지워 주세요"),
)


class _Refused(Exception):
    """A construct that is valid YAML and not allowed here, at its place."""

    def __init__(self, place: Place, rule: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.place, self.rule, self.message, self.hint = place, rule, message, hint


class Reading(NamedTuple):
    """The mapping that a text holds, as far as it could be read, and what was wrong."""

    root: Mapping
    problems: tuple[Problem, ...]


def read_yaml(text: str, path: str, first_line: int = 1) -> Reading:
    """The mapping in ``text``, whose first line is line ``first_line`` of the file ``path``."""
    problems: list[Problem] = []
    try:
        root = _Composer(text, path, first_line, problems).mapping()
    except (yaml.YAMLError, _Refused):
        problems.clear()
        root = _read_by_key(text, path, first_line, problems)
    return Reading(root, tuple(problems))


def _read_by_key(text: str, path: str, first_line: int, problems: list[Problem]) -> Mapping:
    """Each top-level key on its own, so that every mistake is found at once."""
    pairs: dict[str, Pair] = {}
    for offset, chunk in _chunks(text):
        line = first_line + text.count("\n", 0, offset)
        try:
            read = _Composer(chunk, path, line, problems).mapping().pairs
        except yaml.YAMLError as error:
            problems.append(_syntax_problem(error, path, line))
            continue
        except _Refused as refused:
            problems.append(Problem.at(path, refused.place, refused.rule, refused.message, refused.hint))
            continue
        for pair in read:
            if pair.key.text in pairs:
                problems.append(_duplicate(path, pair.key))
            pairs.setdefault(pair.key.text, pair)
    return Mapping(tuple(pairs.values()), Place(first_line, 1))


def _chunks(text: str) -> Iterator[tuple[int, str]]:
    """The text cut before every line that starts a top-level key."""
    starts = [match.start() for match in _TOP_LEVEL_KEY.finditer(text) if match.start() < len(text)]
    starts = sorted({0, *starts})
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        if text[start:end].strip():
            yield start, text[start:end]


def _syntax_problem(error: yaml.YAMLError, path: str, first_line: int) -> Problem:
    mark = getattr(error, "problem_mark", None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    said = str(error)
    message, hint = next(
        ((message, hint) for sign, message, hint in _MISTAKES if sign in said),
        ("YAML로 읽을 수 없습니다", "'이름: 값' 모양인지, 따옴표와 괄호의 짝이 맞는지 봐 주세요"))
    return Problem(path, first_line + line, column + 1, "yaml-syntax", message, hint)


def _duplicate(path: str, key: Scalar) -> Problem:
    return Problem.at(path, key.place, "duplicate-key", f"같은 이름이 두 번 나옵니다: '{key.text}'",
                      "하나만 남기거나 둘을 합쳐 주세요")


class _Composer:
    """Turns the events of one text into nodes."""

    def __init__(self, text: str, path: str, first_line: int, problems: list[Problem]) -> None:
        self._events = yaml.parse(text, Loader=_LOADER)
        self._path, self._first_line, self._problems = path, first_line, problems

    def mapping(self) -> Mapping:
        """The one document's root, which must be a mapping; no document is an empty one."""
        root: Node | None = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent) and root is not None:
                raise self._refuse(event, "yaml-document", "'---'로 나뉜 둘째 문서가 있습니다", "앞머리는 하나만 적어 주세요")
            if isinstance(event, yaml.NodeEvent):
                root = self._node(event, 1)
        if root is None or (isinstance(root, Scalar) and not root.text):
            return Mapping((), Place(self._first_line, 1))
        if not isinstance(root, Mapping):
            raise _Refused(root.place, "yaml-mapping", "'이름: 값' 모양이 아닙니다",
                           "한 줄에 하나씩 '이름: 값'으로 적어 주세요. 예: kind: case")
        return root

    def _node(self, event: yaml.NodeEvent, depth: int) -> Node:
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise self._refuse(event, "yaml-anchor", "별칭(&, *)은 쓸 수 없습니다",
                               "&나 *로 시작하는 값이면 큰따옴표로 감싸고, 아니면 내용을 그대로 적어 주세요")
        if event.tag is not None:
            raise self._refuse(event, "yaml-tag", f"꼬리표({event.tag})는 쓸 수 없습니다",
                               "!로 시작하는 값이면 큰따옴표로 감싸 주세요")
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(event.value.strip(), self._place(event))
        if depth > MAX_DEPTH:
            raise self._refuse(event, "yaml-depth", f"묶음이 너무 깊습니다 (최대 {MAX_DEPTH}겹)", "묶음을 줄여 주세요")
        if isinstance(event, yaml.SequenceStartEvent):
            return self._listing(event, depth)
        return self._pairs(event, depth)

    def _listing(self, start: yaml.NodeEvent, depth: int) -> Listing:
        items = []
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._node(event, depth + 1))
        return Listing(tuple(items), self._place(start))

    def _pairs(self, start: yaml.NodeEvent, depth: int) -> Mapping:
        pairs: dict[str, Pair] = {}
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._node(event, depth + 1)
            value = self._node(next(self._events), depth + 1)
            if not isinstance(key, Scalar):
                raise _Refused(key.place, "yaml-key", "이름 자리에 묶음이 있습니다", "이름은 한 낱말로 적어 주세요. 예: kind: case")
            if key.text in pairs:
                self._problems.append(_duplicate(self._path, key))
            else:
                pairs[key.text] = Pair(key, value)
        return Mapping(tuple(pairs.values()), self._place(start))

    def _place(self, event: yaml.NodeEvent) -> Place:
        mark = event.start_mark
        return Place(self._first_line + mark.line, mark.column + 1)

    def _refuse(self, event: yaml.Event, rule: str, message: str, hint: str) -> _Refused:
        return _Refused(self._place(event), rule, message, hint)
