"""Hangul: what an HWPX says in the end, as its author sees it with all changes taken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from hyeopchi.contribute.documents.hangul_looks import outline_of, struck_looks
from hyeopchi.contribute.documents.hangul_numbers import HangulNumbers, hangul_numbers
from hyeopchi.contribute.documents.hangul_parts import named, parts
from hyeopchi.contribute.documents.hangul_xml import TEXTS, found, inside
from hyeopchi.contribute.documents.package import DAMAGED, Package, Unreadable
from hyeopchi.contribute.documents.story import Block, Cell, Story, Table
from hyeopchi.contribute.documents.walking import (
    NO_TEXT,
    Node,
    below,
    local,
    number,
    said,
)

_INLINE: Mapping[str, str] = MappingProxyType(
    {"lineBreak": "\n", "tab": "\t", "nbSpace": "\N{NO-BREAK SPACE}", "fwSpace": " ", "hyphen": "-"}
)
_ASIDES: Mapping[str, str] = MappingProxyType(
    {
        "header": "머리말",
        "footer": "꼬리말",
        "footNote": "각주",
        "endNote": "미주",
        "hiddenComment": "숨은 설명",
        "drawText": "글상자",
        "caption": "캡션",
        "subText": "덧말",
        "script": "수식",
        "indexmark": "찾아보기",
    }
)
_PICTURES = frozenset({"pic", "ole", "chart", "video"})
_UNSAID = frozenset({"parameters", "shapeComment", "linesegarray"})


def is_hangul(package: Package) -> bool:
    """Whether a package is an HWPX."""
    return package.mimetype() == b"application/hwp+zip" or "contents/content.hpf" in package.parts


def read_hangul(package: Package) -> tuple[Block, ...]:
    """All that the document says. Raises ``Unreadable``."""
    manifest = package.xml("META-INF/manifest.xml")
    if manifest is not None and any(local(one) == "encryption-data" for one in manifest.iter()):
        raise Unreadable("암호가 걸린 HWPX입니다. 암호를 풀고 다시 저장해 주세요.")
    roots = [root for name in parts(package) if (root := package.xml(name)) is not None]
    sections = [root for root in roots if local(root) == "sec"]
    if not sections:
        raise Unreadable(DAMAGED)
    heads = [root for root in roots if local(root) == "head"]
    numbers, struck = hangul_numbers(heads), struck_looks(heads)
    story = Story()
    for section in sections:
        _Section(_ended(section), numbers, struck, outline_of(section)).walk(section, story)
    for root in roots:
        if local(root) == "masterPage":
            story.beside("바탕쪽", _Section(_ended(root), numbers, struck).story(root))
    return story.finished()


def _mark(node: Node) -> tuple[str, str]:
    return said(node, "Id"), said(node, "TcId")


def _ended(section: Node) -> frozenset[tuple[str, str]]:
    """The deletions that have an end: one without would take all that follows with it."""
    return frozenset(_mark(one) for one in named(section, "deleteEnd"))


@dataclass(slots=True)
class _Section:
    """Reads one part. ``ends`` are the marks of the deletions that have an end, ``struck`` looks of letters.

    ``_first`` is the paragraph in which the one began that is being read, where a deletion joins them.
    """

    ends: frozenset[tuple[str, str]]
    numbers: HangulNumbers
    struck: frozenset[str]
    outline: str = ""
    _deleted: set[tuple[str, str]] = field(default_factory=set)
    _joins: bool = False
    _first: Node | None = None

    def story(self, node: Node) -> tuple[Block, ...]:
        """What an element says by itself."""
        before, first, story = set(self._deleted), self._first, Story()
        self._first = None
        if local(node) in TEXTS:
            self._text(node, story)
        else:
            self.walk(node, story)
        self._deleted, self._joins, self._first = before, False, first
        return story.finished()

    def walk(self, node: Node, story: Story) -> None:
        """Tell everything in an element."""
        for child in inside(node):
            self._tell(child, story)

    def _tell(self, node: Node, story: Story) -> None:
        name = local(node)
        reader = _READERS.get(name)
        if reader:
            reader(self, node, story)
        elif name in _INLINE:
            self._say(_INLINE[name], story)
        elif name in _ASIDES:
            self._beside(_ASIDES[name], self.story(node), story)
        elif name in TEXTS:
            self._text(node, story)
        elif name in _PICTURES:
            self._picture(node, story)
        elif name not in _UNSAID:
            self.walk(node, story)

    def _say(self, text: str | None, story: Story) -> None:
        if not self._deleted:
            story.say(text)

    def _beside(self, kind: str, blocks: tuple[Block, ...], story: Story) -> None:
        if not self._deleted:
            story.beside(kind, blocks)

    def _text(self, node: Node, story: Story) -> None:
        self._say(node.text, story)
        for child in node:
            if local(child):
                self._tell(child, story)
            self._say(child.tail, story)

    def _begin(self, node: Node, story: Story) -> None:
        if _mark(node) in self.ends:
            self._deleted.add(_mark(node))

    def _end(self, node: Node, story: Story) -> None:
        self._deleted.discard(_mark(node))
        self._joins = said(node, "paraend") == "1"

    def _paragraph(self, node: Node, story: Story) -> None:
        first = self._first if self._first is not None and story.has_words else node
        self._joins = False
        self.walk(node, story)
        goes_on = self._joins or bool(self._deleted)
        self._first = first if goes_on else None
        if not goes_on:
            story.numbered(self.numbers.before(first, self.outline))
            story.end_line()
        self._joins = False

    def _run(self, node: Node, story: Story) -> None:
        if said(node, "charPrIDRef") in self.struck:
            apart = Story()
            self.walk(node, apart)
            story.apart("취소선을 그은 글", apart.finished())
        else:
            self.walk(node, story)

    def _table(self, node: Node, story: Story) -> None:
        if self._deleted:
            return
        rows = tuple(tuple(self._cells(row)) for row in found(node, "tr"))
        story.place(Table(rows))
        caption = below(node, "caption")
        if caption is not None:
            self._beside(_ASIDES["caption"], self.story(caption), story)

    def _cells(self, row: Node) -> Iterator[Cell]:
        column = 0
        for cell in found(row, "tc"):
            place, span = below(cell, "cellAddr"), below(cell, "cellSpan")
            if place is not None:
                column = max(column, number(place, "colAddr", column))
            yield Cell(column, self.story(cell))
            column += max(1, number(span, "colSpan", 1)) if span is not None else 1

    def _field(self, node: Node, story: Story) -> None:
        if said(node, "type") == "HYPERLINK":
            command = named(node, "stringParam")
            address = next((one.text for one in command if said(one, "name") == "Command"), "")
            if address and not self._deleted:
                story.leads_to(re.split(r"(?<!\\);", address)[0].replace("\\", ""))
        else:
            self._beside("메모", self.story(node), story)

    def _count(self, node: Node, story: Story) -> None:
        """A number that Hangul counts in a caption; those of notes and pages nobody misses."""
        if said(node, "numType") in ("TABLE", "FIGURE", "EQUATION"):
            self._say(said(node, "num"), story)

    def _overlap(self, node: Node, story: Story) -> None:
        self._say(said(node, "composeText"), story)

    def _lettering(self, node: Node, story: Story) -> None:
        self._beside("글맵시", (said(node, "text"),), story)
        self.walk(node, story)

    def _button(self, node: Node, story: Story) -> None:
        self._say(("☑" if said(node, "value") == "CHECKED" else "□") + said(node, "caption"), story)

    def _choice(self, node: Node, story: Story) -> None:
        self._say(said(node, "selectedValue"), story)

    def _picture(self, node: Node, story: Story) -> None:
        self._beside("그림", self.story(node) or (NO_TEXT,), story)


_READERS: Mapping[str, Callable[[_Section, Node, Story], None]] = MappingProxyType(
    {
        "p": _Section._paragraph,
        "run": _Section._run,
        "tbl": _Section._table,
        "deleteBegin": _Section._begin,
        "deleteEnd": _Section._end,
        "fieldBegin": _Section._field,
        "autoNum": _Section._count,
        "compose": _Section._overlap,
        "textart": _Section._lettering,
        "checkBtn": _Section._button,
        "radioBtn": _Section._button,
        "comboBox": _Section._choice,
        "listBox": _Section._choice,
    }
)
