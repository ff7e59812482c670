"""A page below ``docs/`` as a person wrote it: its file, its title, what its front matter says."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from hyeopchi.files import nodes
from hyeopchi.files.front_matter import read_document
from hyeopchi.files.leftovers import is_leftover
from hyeopchi.files.problem import Problem
from hyeopchi.files.rule import Rule
from hyeopchi.files.source import SourceFile, read_source
from hyeopchi.text.nearest import nearest
from hyeopchi.text.quoting import did_you_mean, quoted

DOCS = "docs"
"""The folder as problems and edit buttons name it."""
DESCRIPTION, JOINS = "description", "joins_page"
_FIELDS: Mapping[str, str] = MappingProxyType({DESCRIPTION: "한 문장으로 쓴 소개", JOINS: "true"})
"""What the front matter of a page may say, and what is written there."""
_INDEX = frozenset({"index", "README"})
_CODE = re.compile(
    r"^[ \t]*(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^[ \t]*(?P=fence)[^\n]*$|\Z)"
    r"|(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n\n).)+?(?<!`)(?P=ticks)(?!`)",
    re.MULTILINE | re.DOTALL,
)
_HEADING = re.compile(
    r"^(?P<level>#{1,6})[ \t]+(?P<words>[^\n]*?)[ \t]*#*[ \t]*(?:\{[ ]*#(?P<id>[\w-]+)[^}\n]*\})?[ \t]*$",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Heading:
    """A heading and where in its file it starts; ``id`` is "" where the page gives none."""

    level: int
    words: str
    id: str
    offset: int


@dataclass(frozen=True)
class DocsPage:
    """One Markdown file. ``path`` is below ``docs/``, posix: ``guide/reviewers.md``.

    ``joins``: it adds its words to a page that the library makes, and is none without that page.
    """

    path: str
    source: SourceFile
    body_offset: int = 0
    description: str = ""
    joins: bool = False
    problems: tuple[Problem, ...] = ()

    @property
    def address(self) -> str:
        """Where it stands on the site: ``guide/reviewers/``, as MkDocs has it."""
        place = PurePosixPath(self.path)
        folder = place.parent if place.stem in _INDEX else place.with_suffix("")
        return "" if folder == PurePosixPath(".") else f"{folder}/"

    @cached_property
    def title(self) -> str:
        """The words of its first heading, "" where there is none."""
        return next((one.words for one in self.headings if one.level == 1), "")

    @cached_property
    def plain(self) -> str:
        """The file's text, of the same length, with blanks for front matter and for code."""
        front, body = self.source.text[: self.body_offset], self.source.text[self.body_offset :]
        return _blank(front) + _CODE.sub(lambda code: _blank(code[0]), body)

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """Its headings in order."""
        return tuple(
            Heading(len(one["level"]), one["words"], one["id"] or "", one.start())
            for one in _HEADING.finditer(self.plain)
        )

    def problem(self, offset: int, rule: Rule, message: str, hint: str) -> Problem:
        """An error at the character ``offset`` of the file."""
        return self.source.problem(offset, rule, message, hint)


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def read_docs(folder: Path) -> tuple[DocsPage, ...]:
    """Every page below ``folder`` by its path. Never raises: what is wrong stands in ``problems``."""
    return tuple(_page(folder, path) for path in sorted(_paths(folder)))


def _paths(folder: Path) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not _is_passed_over(name)]
        below = Path(place).relative_to(folder)
        for name in names:
            if name.endswith(".md") and not _is_passed_over(name):
                yield (below / name).as_posix()


def _is_passed_over(name: str) -> bool:
    return name.startswith(".") or is_leftover(name)


def _page(folder: Path, path: str) -> DocsPage:
    shown = f"{DOCS}/{path}"
    source = read_source(folder / path, shown)
    if isinstance(source, Problem):
        return DocsPage(path, SourceFile(shown, ""), problems=(source,))
    if not source.text.startswith("---"):
        return DocsPage(path, source)
    document = read_document(source)
    said = {
        pair.key.text: pair.value.text
        for pair in document.root.pairs
        if isinstance(pair.value, nodes.Scalar)
    }
    return DocsPage(
        path,
        source,
        document.body_offset,
        said.get(DESCRIPTION, ""),
        said.get(JOINS) == "true",
        (*document.problems, *_unknown_fields(source, document.root)),
    )


def _unknown_fields(source: SourceFile, root: nodes.Mapping) -> Iterator[Problem]:
    for key, value in root.pairs:
        if key.text not in _FIELDS:
            near = nearest(key.text, _FIELDS)
            yield Problem.at(
                source.path,
                key.place,
                Rule.DOCS_FIELD,
                f"쪽의 앞머리에 없는 이름입니다: {quoted(key.text)}",
                did_you_mean(near) if near else f"쓸 수 있는 이름: {', '.join(_FIELDS)}",
            )
        elif not isinstance(value, nodes.Scalar) or (key.text == JOINS and value.text != "true"):
            yield Problem.at(
                source.path,
                value.place,
                Rule.DOCS_FIELD,
                f"{key.text}에는 {_FIELDS[key.text]}만 적습니다",
                f"예: {key.text}: {_FIELDS[key.text]}",
            )
