"""Rules about pages below ``docs/``: each yields what is wrong, with its line and the nearest right value."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

from hyeopchi.files.problem import Problem
from hyeopchi.files.rule import Rule
from hyeopchi.schema.vocabulary import Vocabularies
from hyeopchi.site.docs.page import DocsPage
from hyeopchi.site.docs.placeholders import BLOCKS, is_known, known_names, placeholders
from hyeopchi.text.korean import josa
from hyeopchi.text.nearest import nearest
from hyeopchi.text.quoting import did_you_mean, quoted
from hyeopchi.text.url import Kind, kind_of

_TAG = re.compile(r"</?[a-zA-Z][\w-]*(?:[\s/][^<>\n]*)?>|<!--|<[!?][a-zA-Z]")
_LINK = re.compile(
    r"\]\([ \t]*<?(?P<target>[^\s()<>]*(?:\([^\s()<>]*\))?[^\s()<>]*)>?(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'))?[ \t]*\)"
    r"|^[ ]{0,3}\[[^\]\n]+\]:[ \t]*<?(?P<defined>[^\s<>]+)>?",
    re.MULTILINE,
)
_IN_AN_ADDRESS = re.compile(r"\]\([^)\n]*$|!\[[^\]\n]*$")


@dataclass(frozen=True)
class Shelf:
    """What the pages are checked against.

    ``made``: the pages that the library makes, as files that a link would name
    (``vocabulary/index.md``). ``lost``: files that join a page which this library does not make.
    ``folder``: the folder ``docs/``, which has the pictures.
    """

    pages: Mapping[str, DocsPage]
    made: frozenset[str]
    lost: frozenset[str]
    vocabularies: Vocabularies
    folder: Path

    @classmethod
    def of(
        cls, pages: Iterable[DocsPage], made: Iterable[str], words: Vocabularies, folder: Path
    ) -> Shelf:
        """``made`` are addresses, such as ``vocabulary/``."""
        by_path = MappingProxyType({page.path: page for page in pages})
        written, addresses = {page.address for page in by_path.values()}, frozenset(made)
        lost = (one.path for one in by_path.values() if one.joins and one.address not in addresses)
        files = frozenset(f"{address}index.md" for address in addresses - written)
        return cls(by_path, files, frozenset(lost), words, folder)

    @cached_property
    def linkable(self) -> frozenset[str]:
        """The files of all pages that stand on the site."""
        return (frozenset(self.pages) - self.lost) | self.made


def title_comes_first(page: DocsPage, shelf: Shelf) -> Iterator[Problem]:
    """A page starts with its only heading of the first level."""
    first = len(page.plain) - len(page.plain.lstrip())
    titles = [one for one in page.headings if one.level == 1]
    if not titles or titles[0].offset != first:
        yield page.problem(
            min(first, len(page.source.text)),
            Rule.DOCS_TITLE,
            "쪽은 제목으로 시작합니다",
            "앞머리 아래 첫 줄에 '# 제목'을 적어 주세요",
        )
    for more in titles[1:]:
        yield page.problem(
            more.offset,
            Rule.DOCS_TITLE,
            f"제목(#)이 둘 이상입니다: {quoted(more.words)}",
            f"'## {more.words}'로 적어 주세요",
        )


def address_is_its_own(page: DocsPage, shelf: Shelf) -> Iterator[Problem]:
    """No two files become one page."""
    for path, other in shelf.pages.items():
        if path < page.path and other.address == page.address:
            yield page.problem(
                0,
                Rule.DOCS_ADDRESS,
                f"{josa(quoted(path), '과/와')} 같은 주소의 쪽이 됩니다: {quoted('/' + page.address)}",
                "두 글을 한 파일로 합치거나 파일의 이름을 바꿔 주세요",
            )


def headings_skip_no_level(page: DocsPage, shelf: Shelf) -> Iterator[Problem]:
    """A heading is at most one level below the one before."""
    for before, after in pairwise(page.headings):
        if after.level > before.level + 1:
            yield page.problem(
                after.offset,
                Rule.DOCS_HEADING,
                f"제목의 단계를 건너뛰었습니다: {quoted('#' * after.level + ' ' + after.words)}",
                f"{'#' * (before.level + 1)}로 시작해 주세요",
            )


def heading_ids_are_unique(page: DocsPage, shelf: Shelf) -> Iterator[Problem]:
    """No two headings of a page have one id."""
    seen: set[str] = set()
    for one in page.headings:
        if one.id and one.id in seen:
            yield page.problem(
                one.offset,
                Rule.DOCS_HEADING,
                f"한 쪽에 같은 이름표가 두 번 있습니다: {quoted(one.id)}",
                "다른 이름표를 붙여 주세요",
            )
        seen.add(one.id)


def no_tags(page: DocsPage, shelf: Shelf) -> Iterator[Problem]:
    """A page holds Markdown and no HTML."""
    for tag in _TAG.finditer(page.plain):
        yield page.problem(
            tag.start(),
            Rule.DOCS_HTML,
            f"쪽의 글에는 HTML을 쓸 수 없습니다: {quoted(tag[0])}",
            "마크다운으로 적거나, 보이려는 글이면 `로 감싸 주세요",
        )


def placeholders_are_known(page: DocsPage, shelf: Shelf) -> Iterator[Problem]:
    """What stands between double braces is a placeholder, in a place where it can stand."""
    for one in placeholders(page):
        line = page.plain[page.plain.rfind("\n", 0, one.start) + 1 : one.start]
        if not is_known(one.name, shelf.vocabularies):
            near = nearest(one.name, known_names(shelf.vocabularies))
            yield page.problem(
                one.start,
                Rule.DOCS_PLACEHOLDER,
                f"없는 자리 표시입니다: {quoted('{{ ' + one.name + ' }}')}",
                did_you_mean(f"{{{{ {near} }}}}")
                if near
                else "쓸 수 있는 이름은 CONTRIBUTING.md에 있습니다",
            )
        elif one.name in BLOCKS and not one.is_alone:
            yield page.problem(
                one.start,
                Rule.DOCS_PLACEHOLDER,
                f"글 사이에 둘 수 없는 자리 표시입니다: {quoted('{{ ' + one.name + ' }}')}",
                "앞뒤를 한 줄씩 비우고 따로 한 줄에 적어 주세요",
            )
        elif _IN_AN_ADDRESS.search(line) or line.startswith("# "):
            yield page.problem(
                one.start,
                Rule.DOCS_PLACEHOLDER,
                "주소와 그림의 설명, 쪽의 제목에는 자리 표시를 쓸 수 없습니다",
                "글에만 적어 주세요",
            )


def links_lead_somewhere(page: DocsPage, shelf: Shelf) -> Iterator[Problem]:
    """A link leads to the web, to a page of the site, to a heading of it, or to a picture."""
    for link in _LINK.finditer(page.plain):
        group = "defined" if link["target"] is None else "target"
        said = _link_said(link[group], page, shelf)
        if said:
            yield page.problem(link.start(group), Rule.DOCS_LINK, *said)


def _link_said(target: str, page: DocsPage, shelf: Shelf) -> tuple[str, str] | None:
    """What is wrong with a link to ``target``: message and hint."""
    kind = kind_of(target)
    if kind is not Kind.INSIDE:
        return (
            None
            if kind.is_safe
            else (
                f"쓸 수 없는 주소입니다: {quoted(target)}",
                "https://로 시작하는 주소나 docs/ 안의 파일을 적어 주세요",
            )
        )
    path, _, anchor = target.partition("#")
    path = (
        posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path))
        if path
        else page.path
    )
    if path not in shelf.linkable and not _is_file(shelf.folder, path):
        return f"없는 쪽이나 그림입니다: {quoted(target)}", _nearest_file(path, page, shelf)
    found = shelf.pages.get(path)
    if anchor and found and not (found.joins or _has_blocks(found)):
        ids = [one.id for one in found.headings if one.id]
        if anchor not in ids:
            near = nearest(anchor, ids)
            return (
                f"그 쪽에 없는 자리입니다: {quoted(target)}",
                did_you_mean(f"#{near}")
                if near
                else "제목 뒤에 {#이름표}를 적고 그것을 가리켜 주세요",
            )
    return None


def _is_file(folder: Path, path: str) -> bool:
    return not path.startswith("../") and not path.endswith(".md") and (folder / path).is_file()


def _has_blocks(page: DocsPage) -> bool:
    """Whether the library lays parts into a page, which may hold ids of their own."""
    return any(one.name in BLOCKS for one in placeholders(page))


def _nearest_file(path: str, page: DocsPage, shelf: Shelf) -> str:
    known = sorted(shelf.linkable)
    folder = posixpath.splitext(path)[0].rstrip("/")
    exact = next(
        (
            one
            for one in (f"{folder}.md", f"{folder}/index.md", f"{folder}/README.md")
            if one in known
        ),
        None,
    )
    found = exact or nearest(path, known)
    if not found:
        return (
            "docs/ 안의 .md 파일이나, 도서관이 만드는 쪽이면 그 주소에 index.md를 붙여 적어 주세요"
        )
    return did_you_mean(posixpath.relpath(found, posixpath.dirname(page.path) or "."))


RULES: tuple[Callable[[DocsPage, Shelf], Iterator[Problem]], ...] = (
    title_comes_first,
    address_is_its_own,
    headings_skip_no_level,
    heading_ids_are_unique,
    no_tags,
    placeholders_are_known,
    links_lead_somewhere,
)


def docs_problems(shelf: Shelf) -> tuple[Problem, ...]:
    """Everything that is wrong with the pages, in order."""
    return tuple(
        sorted(
            problem
            for page in shelf.pages.values()
            for found in (page.problems, *(rule(page, shelf) for rule in RULES if _is_read(page)))
            for problem in found
        )
    )


def _is_read(page: DocsPage) -> bool:
    return bool(page.source.text or not page.problems)
