"""XHTML: the blocks of a book as elements, notes gathered for the end of their chapter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import singledispatchmethod

from lxml.etree import Element as new_element
from lxml.etree import SubElement, _Element, tostring

from hyeopchi.paper.blocks.block import (
    Beside,
    Block,
    Code,
    Heading,
    Items,
    Listed,
    PageBreak,
    Paragraph,
    Quote,
    Run,
    Runs,
    Table,
    Together,
)
from hyeopchi.paper.writers.xml_text import clean, followed

XHTML, OPS = "http://www.w3.org/1999/xhtml", "http://www.idpf.org/2007/ops"
TYPE = f"{{{OPS}}}type"
"""What a part of a book is to a reading system."""
_NAMES = {None: XHTML, "epub": OPS}


def tag(name: str) -> str:
    """The name of an element of XHTML."""
    return f"{{{XHTML}}}{name}"


def element(name: str, text: str = "", **attributes: str) -> _Element:
    """An element with words in it; ``_`` in an attribute's name is "-", at its end nothing."""
    named = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
    made = new_element(tag(name), named, nsmap=_NAMES)
    made.text = clean(text)
    return made


def document(title: str, body: _Element) -> bytes:
    """A page of a book: UTF-8, in Korean."""
    root = element("html", lang="ko")
    root.set("{http://www.w3.org/XML/1998/namespace}lang", "ko")
    head = SubElement(root, tag("head"))
    head.append(element("title", title))
    head.append(element("link", rel="stylesheet", type="text/css", href="style.css"))
    root.append(body)
    written: bytes = tostring(
        root, encoding="utf-8", xml_declaration=True, doctype="<!DOCTYPE html>"
    )
    return written


@dataclass
class Chapter:
    """Writes the blocks of one chapter. ``where`` gives the page of an anchor, "" for an unknown one."""

    where: Callable[[str], str]
    notes: list[str] = field(default_factory=list)

    def written(self, blocks: Iterable[Block]) -> Iterator[_Element]:
        """The elements of ``blocks``, in order."""
        for block in blocks:
            yield from self._block(block)

    @singledispatchmethod
    def _block(self, block: Block) -> Iterator[_Element]:
        """What a book does not hold is no part of one: cards, boards, lines to write on."""
        raise TypeError(type(block))

    @_block.register
    def _heading(self, block: Heading) -> Iterator[_Element]:
        said = f"{block.number} {block.text}".strip()
        anchor = {"id": block.anchor} if block.anchor else {}
        yield element(f"h{block.level}", said, **anchor)

    @_block.register
    def _paragraph(self, block: Paragraph) -> Iterator[_Element]:
        yield self._line("p", block.runs, class_=block.tone.value)

    @_block.register
    def _items(self, block: Items) -> Iterator[_Element]:
        made = element("ol" if block.is_ordered else "ul")
        made.extend(self._line("li", item) for item in block.items)
        yield made

    @_block.register
    def _listed(self, block: Listed) -> Iterator[_Element]:
        made = element("ol" if block.numbers else "ul")
        for place, item in enumerate(block.items):
            number = {"value": str(block.numbers[place])} if block.numbers else {}
            entry = element("li", **number)
            entry.extend(self.written(item))
            made.append(entry)
        yield made

    @_block.register
    def _quote(self, block: Quote) -> Iterator[_Element]:
        made = element("blockquote")
        made.extend(self.written(block.blocks))
        yield made

    @_block.register
    def _table(self, block: Table) -> Iterator[_Element]:
        made = element("table")
        if block.caption:
            made.append(element("caption", block.caption))
        if any(block.head):
            row = SubElement(SubElement(made, tag("thead")), tag("tr"))
            row.extend(element("th", said, scope="col") for said in block.head)
        rows = SubElement(made, tag("tbody"))
        for cells in block.rows:
            row = SubElement(rows, tag("tr"))
            for place, cell in enumerate(cells):
                is_head = block.has_row_heads and place == 0
                scope = {"scope": "row"} if is_head else {}
                row.append(self._line("th" if is_head else "td", cell, **scope))
        yield made

    @_block.register
    def _code(self, block: Code) -> Iterator[_Element]:
        if block.address:
            yield self._line("p", (Run(f"{block.words} "), Run(block.address, href=block.address)))

    @_block.register
    def _page_break(self, block: PageBreak) -> Iterator[_Element]:
        yield from ()

    @_block.register
    def _together(self, block: Together) -> Iterator[_Element]:
        yield from self.written(block.blocks)

    @_block.register
    def _beside(self, block: Beside) -> Iterator[_Element]:
        yield from self.written((*block.left, *block.right))

    def _line(self, name: str, runs: Runs, **attributes: str) -> _Element:
        made = element(name, **attributes)
        for run in runs:
            self._say(run, made)
            if run.note:
                made.append(self._reference(run.note))
        return made

    def _say(self, run: Run, line: _Element) -> None:
        """Put the words of ``run`` behind all that ``line`` has."""
        href = self.where(run.href[1:]) if run.href.startswith("#") else followed(run.href)
        name = "a" if href else "strong" if run.is_strong else "small" if run.is_small else ""
        if name:
            line = SubElement(line, tag(name), {"href": href} if href else {})
        first, *rest = clean(run.text).split("\n")
        _add(first, line)
        for more in rest:
            SubElement(line, tag("br")).tail = more

    def _reference(self, note: str) -> _Element:
        self.notes.append(note)
        number = str(len(self.notes))
        made = element("a", number, id=f"ref-{number}", href=f"#note-{number}", role="doc-noteref")
        made.set(TYPE, "noteref")
        raised = element("sup")
        raised.append(made)
        return raised

    def endnotes(self) -> Iterator[_Element]:
        """The notes of what was written so far, each with the way back to its words."""
        if not self.notes:
            return
        made = element("section", role="doc-endnotes")
        made.set(TYPE, "endnotes")
        made.append(element("h2", "근거"))
        entries = SubElement(made, tag("ol"))
        for number, note in enumerate(self.notes, start=1):
            entry = element("li", id=f"note-{number}")
            entry.set(TYPE, "endnote")
            said = element("p", f"{note} ")
            back = element("a", "본문으로", href=f"#ref-{number}", role="doc-backlink")
            said.append(back)
            entry.append(said)
            entries.append(entry)
        yield made


def _add(words: str, line: _Element) -> None:
    """Put plain words behind all that ``line`` has."""
    if len(line):
        line[-1].tail = (line[-1].tail or "") + words
    else:
        line.text = (line.text or "") + words
