"""A strict reader of YAML: no tags, anchors, aliases, duplicate keys or second documents.

Built over PyYAML's events, because its composer resolves aliases unseen (an alias bomb ends
no build) and its constructor guesses types. A text that is not YAML gives problems, never an
exception; the top-level keys that can still be read are read, so that one slip does not hide
the others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from hyeopchi.files.nodes import Listing, Mapping, Node, Pair, Scalar, Unread
from hyeopchi.files.odd_blanks import with_plain_blanks
from hyeopchi.files.problem import Place, Problem
from hyeopchi.files.rule import Rule
from hyeopchi.files.yaml_mistakes import ANCHOR, TAG, explain
from hyeopchi.text.quoting import quoted

MAX_DEPTH = 12
"""Deepest nesting of a record's fields: what a later source shows of a plan's unit stands at level 10."""
MAX_PROBLEMS = 50
"""Problems told of one text; a hostile one cannot flood."""

# A named tuple's own constructor takes twice as long, and a record has thousands of nodes.
_made: Any = tuple.__new__
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TOP_LEVEL_KEY = re.compile(r"^(?![\s#\-\]}])", re.MULTILINE)
_KEY = re.compile(r"[\"']?([\w-]+)[\"']?[ \t]*[:：]")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ESCAPES_ALLOWED = '"\\/nt\n'
_CUT_OFF = re.compile(r"[ \t]+(#[^\s#].*)")
# What YAML refuses to read or takes for the end of a line; the rules about text name each one.
_UNPRINTABLE = re.compile(
    "[^\t\n -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


class _TooDeep(Exception):
    """Nesting beyond ``MAX_DEPTH``, at its place; reading on would take quadratic time."""

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.place = place


class Reading(NamedTuple):
    """The mapping that a text holds, as far as it could be read, and what was wrong."""

    root: Mapping
    problems: tuple[Problem, ...]


def read_yaml(text: str, path: str, first_line: int = 1) -> Reading:
    """The mapping in ``text``, whose first line is line ``first_line`` of the file ``path``."""
    text = with_plain_blanks(_UNPRINTABLE.sub("\ufffd", text.replace("\r\n", "\n")))
    composer = _Composer(text, path, first_line)
    try:
        root = composer.mapping()
    except (
        yaml.YAMLError,
        ValueError,
        _TooDeep,
    ):  # ValueError: a character beyond Unicode, "\\U00110000"
        return _read_by_key(text, path, first_line)
    return Reading(root, tuple(composer.problems))


def _read_by_key(text: str, path: str, first_line: int) -> Reading:
    """Each top-level key on its own, so that every mistake is found at once."""
    pairs: dict[str, Pair] = {}
    problems: list[Problem] = []
    for offset, chunk in _chunks(text):
        read, found = _read_chunk(chunk, path, first_line + text.count("\n", 0, offset))
        problems += found
        for pair in read:
            if pair.key.text in pairs:
                problems.append(_duplicate(path, pair.key))
            pairs.setdefault(pair.key.text, pair)
        if len(problems) >= MAX_PROBLEMS:
            break
    return Reading(Mapping(tuple(pairs.values()), Place(first_line, 1)), tuple(problems))


def _read_chunk(chunk: str, path: str, line: int) -> tuple[tuple[Pair, ...], list[Problem]]:
    """The pairs of one top-level key and what is wrong; its name alone where it cannot be read."""
    composer = _Composer(chunk, path, line)
    try:
        pairs = tuple(composer.mapping().pairs)
        return pairs or _name_of(chunk, line), composer.problems
    except (yaml.YAMLError, ValueError) as error:
        return _name_of(chunk, line), [explain(error, chunk, path, line)]
    except _TooDeep as error:
        return _name_of(chunk, line), [
            Problem.at(
                path,
                error.place,
                Rule.YAML_DEPTH,
                f"묶음이 너무 깊습니다 (최대 {MAX_DEPTH}겹)",
                "묶음을 줄여 주세요",
            )
        ]


def _name_of(chunk: str, line: int) -> tuple[Pair, ...]:
    name = _KEY.match(chunk)
    return (
        (
            Pair(
                Scalar(name[1], Place(line, name.start(1) + 1)), Unread(Place(line, name.end() + 1))
            ),
        )
        if name
        else ()
    )


def _chunks(text: str) -> Iterator[tuple[int, str]]:
    """The text cut before every line that starts a top-level key."""
    starts = [match.start() for match in _TOP_LEVEL_KEY.finditer(text) if match.start() < len(text)]
    starts = sorted({0, *starts})
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        if text[start:end].strip():
            yield start, text[start:end]


def _duplicate(path: str, key: Scalar) -> Problem:
    return Problem.at(
        path,
        key.place,
        Rule.DUPLICATE_KEY,
        f"같은 이름이 두 번 나옵니다: {quoted(key.text)}",
        "하나만 남기거나 둘을 합쳐 주세요",
    )


class _Composer:
    """Turns the events of one text into nodes; collects ``problems`` on the way.

    Events are of any type here: their stubs let the marks be missing, which the parser always sets.
    """

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.problems: list[Problem] = []
        self._next: Callable[[], Any] = _LOADER(text).get_event
        self._path, self._first_line = path, first_line
        self._lines = text.split("\n") if _CUT_OFF.search(text) else ()
        self._text = text if "\\" in text else ""

    def mapping(self) -> Mapping:
        """The one document's root, which must be a mapping; no document is an empty one."""
        root: Node | None = None
        while (event := self._next()) is not None:
            if isinstance(event, DocumentStartEvent) and root is not None:
                mark: Any = event.start_mark
                self._refuse(
                    Place(self._first_line + mark.line, 1),
                    Rule.YAML_DOCUMENT,
                    "'---'로 나뉜 둘째 문서가 있습니다",
                    "앞머리는 하나만 적어 주세요",
                )
                break
            if isinstance(event, NodeEvent):
                root = self._node(event, 1)
        if isinstance(root, Mapping):
            return root
        if root is not None and not (isinstance(root, Scalar) and not root.text):
            self._refuse(
                root.place,
                Rule.YAML_MAPPING,
                "'이름: 값' 모양이 아닙니다",
                "한 줄에 하나씩 '이름: 값'으로 적고, 쌍점 뒤에 한 칸을 띄워 주세요. 예: kind: case",
            )
        return Mapping((), Place(self._first_line, 1))

    def _node(self, event: Any, depth: int) -> Node:
        mark, kind = event.start_mark, type(event)
        place = _made(Place, (self._first_line + mark.line, mark.column + 1))
        if event.anchor is not None or (kind is not AliasEvent and event.tag is not None):
            self._refuse(place, *(TAG if event.anchor is None else ANCHOR))
            if kind is ScalarEvent or kind is AliasEvent:
                return Unread(place)
        if kind is ScalarEvent:
            unread = (self._lines and self._is_cut_off(event)) or (
                self._text and self._is_escaped(event)
            )
            return Unread(place) if unread else _made(Scalar, (event.value.strip(), place))
        if depth > MAX_DEPTH:
            raise _TooDeep(place)
        below = self._listing if kind is SequenceStartEvent else self._pairs
        return below(place, depth + 1)

    def _listing(self, place: Place, depth: int) -> Listing:
        items = []
        while type(event := self._next()) is not SequenceEndEvent:
            items.append(self._node(event, depth))
        return Listing(tuple(items), place)

    def _pairs(self, place: Place, depth: int) -> Mapping:
        pairs: dict[str, Pair] = {}
        while type(event := self._next()) is not MappingEndEvent:
            key, value = self._node(event, depth), self._node(self._next(), depth)
            if type(key) is Scalar:
                if key.text not in pairs:
                    pairs[key.text] = _made(Pair, (key, value))
                elif len(self.problems) < MAX_PROBLEMS:
                    self.problems.append(_duplicate(self._path, key))
            elif type(key) is not Unread:
                self._refuse(
                    key.place,
                    Rule.YAML_KEY,
                    "이름 자리에 묶음이 있습니다",
                    "이름은 한 낱말로 적어 주세요. 예: kind: case",
                )
        return Mapping(tuple(pairs.values()), place)

    def _is_cut_off(self, event: Any) -> bool:
        """Whether YAML takes the rest of a value for a comment: ``청년 #1`` is read as 청년."""
        end = event.end_mark
        rest = None if event.style else _CUT_OFF.match(self._lines[end.line], end.column)
        if rest:
            self._refuse(
                Place(self._first_line + end.line, rest.start(1) + 1),
                Rule.YAML_COMMENT,
                f"'#' 뒤는 읽히지 않습니다: {quoted(rest[1])}",
                "값이면 값 전체를 큰따옴표로 감싸고, 메모라면 # 다음에 한 칸을 띄워 주세요",
            )
        return rest is not None

    def _is_escaped(self, event: Any) -> bool:
        """Whether a character is written by its number (``\\u202e``): the rules about text would not see it."""
        written = (
            self._text[event.start_mark.index : event.end_mark.index] if event.style == '"' else ""
        )
        escape = next(
            (escape for escape in _ESCAPE.finditer(written) if escape[1] not in _ESCAPES_ALLOWED),
            None,
        )
        if escape:
            before = written[: escape.start()]
            column = (
                len(before)
                - before.rfind("\n")
                + (0 if "\n" in before else event.start_mark.column)
            )
            self._refuse(
                Place(self._first_line + event.start_mark.line + before.count("\n"), column),
                Rule.YAML_ESCAPE,
                f"글자를 \\ 뒤의 기호로 적었습니다: {quoted(escape[0])}",
                "글자를 그대로 적고, \\ 자체는 \\\\ 로 적어 주세요",
            )
        return escape is not None

    def _refuse(self, place: Place, rule: Rule, message: str, hint: str) -> None:
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append(Problem.at(self._path, place, rule, message, hint))
