"""Reading vocabularies from their files; what is wrong with a file is a problem, not an exception."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from hyeopchi.files.leftovers import is_leftover
from hyeopchi.files.nodes import Listing, Mapping, Node, Scalar
from hyeopchi.files.problem import START, Place, Problem
from hyeopchi.files.rule import Rule
from hyeopchi.files.source import SourceFile, is_plain_file, read_source
from hyeopchi.files.strict_yaml import read_yaml
from hyeopchi.schema.vocabulary import Extra, Term, Vocabularies, Vocabulary
from hyeopchi.schema.vocabulary_extras import extra_problems, missing_vocabularies
from hyeopchi.text.nearest import nearest
from hyeopchi.text.quoting import did_you_mean, quoted

_TERM_KEYS = ("id", "label", "definition", "source", "aliases")
_NEEDED_TERM_KEYS = ("id", "label", "definition")
_HEAD = {
    "id": "",
    "label": "",
    "definition": "",
    "source": "",
    "order": r"listed|label",
    "listed": r"true|false",
}
_ID = re.compile(r"[\w%][\w%. -]*")
_RESERVED = "page"
_TERM_EXAMPLE = "예: - id: youth, label: 청년, definition: 청년이 자기 삶의 정책을 다루는 일"
_HEAD_EXAMPLE = "맨 위에 id, label, definition, source, order(listed나 label), listed(true나 false), terms를 적어 주세요"


class _Draft(NamedTuple):
    """A vocabulary, and the nodes of its terms by their ids."""

    vocabulary: Vocabulary
    nodes: dict[str, Mapping]
    source: SourceFile


def read_vocabularies(folder: Path, shown: str = "cases/_vocabulary") -> Vocabularies:
    """All ``*.yml`` of ``folder`` but ``fields.yml`` and what is no plain file, in the order of their names.

    ``shown`` is the path under which problems are reported. Never raises on a bad file.
    """
    drafts: dict[str, _Draft] = {}
    problems: list[Problem] = []
    files = [
        file
        for file in sorted(folder.glob("*.yml"))
        if file.name != "fields.yml" and is_plain_file(file) and not is_leftover(file.name)
    ]
    for file in files:
        source = read_source(file, f"{shown}/{file.name}", limit=0)
        if isinstance(source, Problem):
            problems.append(source)
        else:
            drafts[file.stem] = _draft(source, file.stem, problems)
    by_id = MappingProxyType({name: draft.vocabulary for name, draft in drafts.items()})
    for name, draft in drafts.items():
        problems.extend(extra_problems(name, draft.nodes, by_id, draft.source.path))
    problems.extend(missing_vocabularies({file.stem for file in files}, shown))
    return Vocabularies(by_id, tuple(problems), tuple(draft.source for draft in drafts.values()))


def _draft(source: SourceFile, name: str, problems: list[Problem]) -> _Draft:
    root, found = read_yaml(source.text, source.path)
    problems.extend(found or _head_problems(root, name, source.path))
    terms: dict[str, Term] = {}
    nodes: dict[str, Mapping] = {}
    for node in () if found else _items(root):
        term = _term(node, source.path, problems)
        if term is not None and term.id in terms:
            problems.append(
                _term_problem(
                    source.path, node.place, f"같은 id가 두 번 나옵니다: {quoted(term.id)}"
                )
            )
        elif term is not None and isinstance(node, Mapping):
            terms[term.id], nodes[term.id] = term, node
    if _text(root, "order") == "label":
        terms = dict(sorted(terms.items(), key=lambda pair: pair[1].label))
    return _Draft(
        Vocabulary(
            _text(root, "id"),
            _text(root, "label"),
            _text(root, "definition"),
            _text(root, "source"),
            _text(root, "listed") == "true",
            MappingProxyType(terms),
        ),
        nodes,
        source,
    )


def _head_problems(root: Mapping, name: str, path: str) -> Iterator[Problem]:
    """What is wrong above the terms."""
    for key, form in _HEAD.items():
        found, text = root.find(key), _text(root, key)
        place = found.value.place if found else START
        if not text:
            yield _head_problem(path, place, f"{key} 칸이 없습니다")
        elif form and not re.fullmatch(form, text):
            yield _head_problem(path, place, f"{key}에 쓸 수 없는 말입니다: {quoted(text)}")
    for pair in root.pairs:
        if pair.key.text not in (*_HEAD, "terms"):
            suggestion = nearest(pair.key.text, (*_HEAD, "terms"))
            yield _head_problem(
                path,
                pair.key.place,
                f"낱말 목록에 없는 칸입니다: {quoted(pair.key.text)}",
                did_you_mean(suggestion) if suggestion else _HEAD_EXAMPLE,
            )
    terms = root.find("terms")
    if terms is None or isinstance(terms.value, Scalar | Mapping):
        yield _head_problem(
            path, terms.value.place if terms else START, "terms에 낱말이 없습니다", _TERM_EXAMPLE
        )
    own = _text(root, "id")
    if own and own != name:
        yield _head_problem(path, START, f"id가 파일 이름과 다릅니다: {quoted(own)}", f"id: {name}")


def _head_problem(path: str, place: Place, message: str, hint: str = _HEAD_EXAMPLE) -> Problem:
    return Problem.at(path, place, Rule.VOCABULARY_HEAD, message, hint)


def _items(root: Mapping) -> tuple[Node, ...]:
    pair = root.find("terms")
    return tuple(pair.value.items) if pair and isinstance(pair.value, Listing) else ()


def _term(node: Node, path: str, problems: list[Problem]) -> Term | None:
    if not isinstance(node, Mapping):
        problems.append(
            _term_problem(path, node.place, "낱말은 'id: …'로 시작하는 묶음이어야 합니다")
        )
        return None
    missing = [key for key in _NEEDED_TERM_KEYS if not _text(node, key)]
    if missing:
        problems.append(
            _term_problem(path, node.place, f"낱말에 {', '.join(missing)} 칸이 없습니다")
        )
        return None
    term_id = _text(node, "id")
    if not _ID.fullmatch(term_id) or term_id == _RESERVED:
        problems.append(_term_problem(path, node.place, f"쓸 수 없는 id입니다: {quoted(term_id)}"))
        return None
    extras = {
        pair.key.text: _extra(pair.value) for pair in node.pairs if pair.key.text not in _TERM_KEYS
    }
    return Term(
        term_id,
        _text(node, "label"),
        _text(node, "definition"),
        _text(node, "source"),
        _texts(node, "aliases"),
        MappingProxyType(extras),
    )


def _term_problem(path: str, place: Place, message: str) -> Problem:
    return Problem.at(path, place, Rule.VOCABULARY_TERM, message, _TERM_EXAMPLE)


def _text(node: Mapping, key: str) -> str:
    pair = node.find(key)
    return pair.value.text if pair and isinstance(pair.value, Scalar) else ""


def _texts(node: Mapping, key: str) -> tuple[str, ...]:
    pair = node.find(key)
    value = _extra(pair.value) if pair else ()
    return value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()


def _extra(node: Node) -> Extra:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return MappingProxyType(
            {
                pair.key.text: pair.value.text
                for pair in node.pairs
                if isinstance(pair.value, Scalar)
            }
        )
    return (
        tuple(item.text for item in node.items if isinstance(item, Scalar))
        if isinstance(node, Listing)
        else ""
    )
