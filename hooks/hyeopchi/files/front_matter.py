"""The front matter of a record: where it stands in a file, and what it holds.

``StrictHandler`` has python-frontmatter's handler interface, so that its users can read our
records as strictly as we do: ``frontmatter.load(path, handler=StrictHandler())``. MkDocs
never parses a record's front matter.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from frontmatter.default_handlers import YAMLHandler

from hyeopchi.files.node_limits import within_limits
from hyeopchi.files.nodes import Listing, Mapping, Node, Scalar, Unread
from hyeopchi.files.problem import START, Problem
from hyeopchi.files.rule import Rule
from hyeopchi.files.source import SourceFile
from hyeopchi.files.strict_yaml import read_yaml

_BOUNDARY = re.compile(r"^---[ \t]*$", re.MULTILINE)
_EXAMPLE = "파일의 첫 줄에 ---, 그 아래 '이름: 값'들, 다시 --- 를 적어 주세요"


class Document(NamedTuple):
    """A source file taken apart: the mapping of its front matter, and where its body starts.

    ``body_offset`` is an index into the source's text, 0 where there is no front matter.
    """

    root: Mapping
    body_offset: int
    problems: tuple[Problem, ...]


def read_document(source: SourceFile) -> Document:
    """The front matter and body of ``source``. Never raises: what is wrong is in ``problems``."""
    bounds = _bounds(source.text)
    if bounds is None:
        return Document(Mapping((), START), 0, (_no_front_matter(source),))
    start, end, body = bounds
    root, problems = read_yaml(source.text[start:end], source.path, first_line=2)
    kept, too_much = within_limits(root, source.path)
    return Document(kept, body, (*problems, *too_much))


def _bounds(text: str) -> tuple[int, int, int] | None:
    """Start and end of the YAML text and start of the body; None where there is no front matter."""
    opening = _BOUNDARY.match(text)
    closing = _BOUNDARY.search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        return None
    return (
        min(opening.end() + 1, closing.start()),
        closing.start(),
        min(closing.end() + 1, len(text)),
    )


def _no_front_matter(source: SourceFile) -> Problem:
    if _BOUNDARY.match(source.text):
        return Problem.at(
            source.path, START, Rule.FRONT_MATTER, "앞머리(---)가 닫히지 않았습니다", _EXAMPLE
        )
    return Problem.at(
        source.path, START, Rule.FRONT_MATTER, "파일이 앞머리(---)로 시작하지 않습니다", _EXAMPLE
    )


class StrictHandler(YAMLHandler):
    """Our strict reading behind python-frontmatter's handler interface.

    ``load`` returns text values only, less what could not be read; ``problems`` holds what was
    wrong in the last text, with lines as in the file.
    """

    def __init__(self) -> None:
        super().__init__()
        self.problems: tuple[Problem, ...] = ()

    def detect(self, text: str) -> bool:
        """Whether ``text`` starts with front matter that is also closed."""
        return _bounds(text) is not None

    def split(self, text: str) -> tuple[str, str]:
        """The YAML text and the body; two ``---`` inside a body are not front matter."""
        bounds = _bounds(text)
        if bounds is None:
            return "", text
        start, end, body = bounds
        return text[start:end], text[body:]

    def load(self, fm: str, **kwargs: object) -> Any:
        """The front matter as a dictionary of texts, lists and dictionaries."""
        root, self.problems = read_yaml(fm, "", first_line=2)
        return _plain(root)


def _plain(node: Node) -> Any:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Listing):
        return [_plain(item) for item in node.items if not isinstance(item, Unread)]
    if isinstance(node, Mapping):
        return {
            pair.key.text: _plain(pair.value)
            for pair in node.pairs
            if not isinstance(pair.value, Unread)
        }
    return None
