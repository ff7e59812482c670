"""Pages: a book's title page, its chapters each in a file of its own, and the way through them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from hyeopchi.library.settings import Settings
from hyeopchi.paper.blocks.block import Block, Heading
from hyeopchi.paper.blocks.reading import every
from hyeopchi.paper.blocks.sheet import Sheet
from hyeopchi.paper.writers.epub.xhtml import TYPE, Chapter, document, element

NAV, TITLE_PAGE, STYLE = "nav.xhtml", "title.xhtml", "style.css"


class Page(NamedTuple):
    """A file of the book in the order of reading."""

    name: str
    title: str
    content: bytes


def pages_of(sheet: Sheet, settings: Settings) -> tuple[Page, ...]:
    """Everything that one reads from the first page to the last."""
    parts = tuple(_parts(sheet.blocks))
    names = [f"chapter-{number:02}.xhtml" for number in range(1, len(parts) + 1)]
    places = _places(parts, names)
    chapters = (
        Page(name, _title(part), _chapter(part, places))
        for name, part in zip(names, parts, strict=True)
    )
    return (_title_page(sheet, settings), *chapters)


def nav_page(sheet: Sheet, pages: Sequence[Page]) -> bytes:
    """The contents, for a reader and for the reading system."""
    body = element("body")
    nav = element("nav", role="doc-toc", aria_labelledby="contents")
    nav.set(TYPE, "toc")
    nav.append(element("h1", "차례", id="contents"))
    entries = element("ol")
    for page in pages:
        entry = element("li")
        entry.append(element("a", page.title, href=page.name))
        entries.append(entry)
    nav.append(entries)
    body.append(nav)
    return document(sheet.title, body)


def _title_page(sheet: Sheet, settings: Settings) -> Page:
    body = element("body")
    section = element("section")
    section.set(TYPE, "titlepage")
    section.append(element("h1", sheet.title))
    for said in (sheet.subtitle, settings.operator, sheet.rights):
        if said:
            section.append(element("p", said))
    body.append(section)
    return Page(TITLE_PAGE, sheet.title, document(sheet.title, body))


def _chapter(blocks: Sequence[Block], places: Mapping[str, str]) -> bytes:
    chapter = Chapter(lambda anchor: places.get(anchor, ""))
    body = element("body")
    section = element("section", role="doc-chapter")
    section.set(TYPE, "chapter")
    section.extend(chapter.written(blocks))
    body.append(section)
    body.extend(chapter.endnotes())
    return document(_title(blocks), body)


def _parts(blocks: Iterable[Block]) -> Iterator[tuple[Block, ...]]:
    """The blocks from each heading of level 1 to the next."""
    part: list[Block] = []
    for block in blocks:
        if part and isinstance(block, Heading) and block.level == 1:
            yield tuple(part)
            part = []
        part.append(block)
    if part:
        yield tuple(part)


def _title(blocks: Sequence[Block]) -> str:
    first = blocks[0]
    return f"{first.number} {first.text}".strip() if isinstance(first, Heading) else "책"


def _places(parts: Sequence[Sequence[Block]], names: Sequence[str]) -> Mapping[str, str]:
    """Where an anchor stands: its file and, in it, itself."""
    return {
        block.anchor: f"{name}#{block.anchor}"
        for part, name in zip(parts, names, strict=True)
        for block in every(part)
        if isinstance(block, Heading) and block.anchor
    }
