"""What people get wrong in YAML, in their words instead of the parser's."""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml

from hyeopchi.files.problem import Place, Problem
from hyeopchi.files.rule import Rule

ANCHOR = (
    Rule.YAML_ANCHOR,
    "별칭(&, *)은 쓸 수 없습니다",
    "&나 *로 시작하는 값이면 큰따옴표로 감싸고, 아니면 내용을 그대로 적어 주세요",
)
TAG = (Rule.YAML_TAG, "꼬리표(!)는 쓸 수 없습니다", "!로 시작하는 값이면 큰따옴표로 감싸 주세요")
_QUOTE = '값 전체를 큰따옴표로 감싸 주세요. 예: title: "예산: 8,878백만원"'

# (found in what PyYAML or libyaml says, rule, message, hint); the first that fits is told.
_MISTAKES = (
    (r"scanning an a(lias|nchor)", *ANCHOR),
    (r"(scanning|parsing) a tag|tag handle", *TAG),
    (
        r"scanning a block scalar",
        Rule.YAML_SYNTAX,
        "'>'나 '|'와 같은 줄에 글이 있습니다",
        "글을 다음 줄에 들여 쓰거나, >나 |로 시작하는 값이면 큰따옴표로 감싸 주세요",
    ),
    (
        r"entries are not allowed",
        Rule.YAML_SYNTAX,
        "값이 '- '로 시작합니다",
        "목록이면 다음 줄에 적고, 값이면 큰따옴표로 감싸 주세요",
    ),
    (
        r"parsing a block node",
        Rule.YAML_SYNTAX,
        "값이 쓸 수 없는 글자로 시작합니다 ( , ] } )",
        _QUOTE,
    ),
    (
        r"cannot start any token",
        Rule.YAML_SYNTAX,
        "값이 쓸 수 없는 글자로 시작합니다 (탭, %, @, ` 따위)",
        "탭은 빈칸으로 바꾸고, 값은 큰따옴표로 감싸 주세요",
    ),
    (
        r"unexpected end of stream",
        Rule.YAML_SYNTAX,
        "따옴표가 닫히지 않았습니다",
        "짝이 되는 따옴표를 넣어 주세요",
    ),
    (
        r"unknown escape character",
        Rule.YAML_SYNTAX,
        "큰따옴표 안의 \\ 를 읽을 수 없습니다",
        "작은따옴표로 감싸거나 \\\\ 로 적어 주세요",
    ),
    (
        r"parsing a flow",
        Rule.YAML_SYNTAX,
        "[ ]나 { } 안을 읽을 수 없습니다",
        "쉼표나 쌍점이 든 값은 따옴표로 감싸고, 괄호의 짝을 맞춰 주세요",
    ),
    (
        r"expected ':'",
        Rule.YAML_SYNTAX,
        "이름 뒤에 쌍점(:)이 없습니다",
        "'이름: 값'으로 적어 주세요. 쌍점 뒤에는 한 칸을 띄웁니다",
    ),
    (
        r"parsing a block",
        Rule.YAML_SYNTAX,
        "들여쓰기가 맞지 않거나 '이름: 값' 모양이 아닙니다",
        "같은 묶음의 줄은 같은 칸에서 시작해야 합니다",
    ),
)
_COLON_IN_VALUE = (Rule.YAML_SYNTAX, "값 안에 ': '이 있어 뜻을 알 수 없습니다", _QUOTE)
_INDENTED = (
    Rule.YAML_SYNTAX,
    "들여쓰기가 맞지 않습니다: 앞줄에 이미 값이 있습니다",
    "같은 묶음의 줄은 같은 칸에서 시작해야 합니다",
)
_AFTER_CLOSING = (
    Rule.YAML_SYNTAX,
    "따옴표나 괄호가 닫힌 뒤에 글이 더 있습니다",
    "값 전체를 큰따옴표로 감싸고, 안의 큰따옴표는 작은따옴표로 바꿔 주세요",
)
_ENDED = (Rule.YAML_DOCUMENT, "'...' 줄에서 앞머리가 끊깁니다", "그 줄을 지워 주세요")
_OTHER = (
    Rule.YAML_SYNTAX,
    "YAML로 읽을 수 없습니다",
    "'이름: 값' 모양인지, 따옴표와 괄호의 짝이 맞는지 봐 주세요",
)


class _Mark(NamedTuple):
    """A position in a text: line and column from 0."""

    line: int
    column: int


def explain(error: yaml.YAMLError | ValueError, text: str, path: str, first_line: int) -> Problem:
    """What is wrong in ``text``, whose first line is line ``first_line`` of the file ``path``."""
    lines = text.split("\n")
    mark = _mark(error, lines)
    rule, message, hint = _explanation(
        f"{getattr(error, 'context', '')} {getattr(error, 'problem', error)}",
        lines[mark.line],
        mark.column,
    )
    return Problem.at(path, Place(first_line + mark.line, mark.column + 1), rule, message, hint)


def _mark(error: yaml.YAMLError | ValueError, lines: list[str]) -> _Mark:
    """Where the mistake is seen; where it is seen at the end only, where it begins."""
    seen, begun = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    last = len("\n".join(lines).rstrip().split("\n")) - 1
    if seen and begun and (seen.line, seen.column) >= (last, len(lines[last].rstrip())):
        seen = begun
    line = min(seen.line, len(lines) - 1) if seen else 0
    return _Mark(line, min(seen.column, len(lines[line])) if seen else 0)


def _explanation(said: str, line: str, column: int) -> tuple[Rule, str, str]:
    """Rule, message and hint for what the parser said of ``line`` at ``column``, from 0."""
    before = line[:column]
    if re.match(r"\.\.\.(?:\s|$)", line):
        return _ENDED
    if "mapping values" in said:
        return _COLON_IN_VALUE if re.search(r":\s", before) else _INDENTED
    if "parsing a block" in said and before.rstrip().endswith(('"', "'", "]", "}")):
        return _AFTER_CLOSING
    return next((told for sign, *told in _MISTAKES if re.search(sign, said)), _OTHER)  # type: ignore[return-value]
