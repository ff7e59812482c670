"""Prose: the Markdown of a record's body as blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, partial
from itertools import chain
from xml.etree.ElementTree import Element

from hyeopchi.markup.body_parser import BodyParser
from hyeopchi.paper.blocks.block import Block, Heading, Listed, Paragraph, Quote, Run, Runs, Table
from hyeopchi.records.record import Record
from hyeopchi.schema.link import Link
from hyeopchi.text.url import Kind, read_address

_BLOCKS = frozenset({"p", "h3", "h4", "ul", "ol", "blockquote", "hr", "table"})
_STRONG = frozenset({"strong", "em"})


@lru_cache(maxsize=4)
def prose(record: Record, site_url: str) -> Mapping[str, tuple[Block, ...]]:
    """The blocks under each ``##`` heading of the body by its id; "" for what stands before the first.

    Links to records become absolute where ``site_url`` is known, plain words where it is not.
    """
    return addressed_prose(record, lambda link: f"{site_url}{link.address}" if site_url else "")


def addressed_prose(
    record: Record, address: Callable[[Link], str]
) -> Mapping[str, tuple[Block, ...]]:
    """The same, with links to records at the ``address`` of each; plain words where that is ""."""
    found: dict[str, list[Block]] = {}
    here = ""
    for element in BodyParser(partial(_attributes, record.id, address)).tree(record.body):
        if element.tag == "h2":
            here = element.get("id", "")
        else:
            found.setdefault(here, []).extend(_blocks(element))
    return {name: tuple(blocks) for name, blocks in found.items()}


def _attributes(here: str, address: Callable[[Link], str], target: str) -> dict[str, str]:
    read = read_address(target)
    if read.kind is Kind.INSIDE:
        found = address(Link.parse(f"{here}{target}" if target.startswith("#") else read.url))
        return {"href": found} if found else {}
    return {"href": read.url} if read.kind is Kind.OUTSIDE else {}


def _blocks(element: Element) -> Iterator[Block]:
    match element.tag:
        case "p":
            yield Paragraph(_runs(element))
        case "h3" | "h4":
            yield Heading(_text(element), int(element.tag[1]))
        case "ul" | "ol":
            yield Listed(tuple(tuple(_within(item)) for item in element), tuple(_numbers(element)))
        case "blockquote":
            yield Quote(tuple(_within(element)))
        case "hr":
            yield Paragraph((Run("* * *"),))
        case "table":
            yield _table(element)


def _within(element: Element) -> Iterator[Block]:
    """What an item or a quote holds: its own words as paragraphs between its blocks."""
    said: list[Runs] = [_run(element.text, False, "")]
    for child in element:
        if child.tag in _BLOCKS:
            yield from _paragraph(said)
            yield from _blocks(child)
            said = []
        else:
            said.append(_runs_of(child))
        said.append(_run(child.tail, False, ""))
    yield from _paragraph(said)


def _paragraph(said: list[Runs]) -> Iterator[Paragraph]:
    found = tuple(chain.from_iterable(said))
    if any(run.text.strip() for run in found):
        yield Paragraph(found)


def _numbers(element: Element) -> Iterator[int]:
    """The numbers of a list's items; none where it has none."""
    number = int(element.get("start", "1"))
    for item in element if element.tag == "ol" else ():
        number = int(item.get("value", number))
        yield number
        number += 1


def _table(element: Element) -> Table:
    head = tuple(_text(cell) for cell in element.iter("th"))
    rows = ([_runs(cell) for cell in row.iter("td")] for row in element.iter("tr"))
    return Table(head, tuple(tuple(row) for row in rows if row))


def _runs(element: Element, is_strong: bool = False, href: str = "") -> Runs:
    """The words in ``element``, each with what surrounds it."""
    pieces: list[Runs] = [_run(element.text, is_strong, href)]
    for child in element:
        pieces.append(_runs_of(child, is_strong, href))
        pieces.append(_run(child.tail, is_strong, href))
    return tuple(chain.from_iterable(pieces))


def _runs_of(child: Element, is_strong: bool = False, href: str = "") -> Runs:
    """The words of an element inside a line; a line break as the sign of one."""
    if child.tag == "br":
        return (Run("\n"),)
    return _runs(child, is_strong or child.tag in _STRONG, child.get("href", href))


def _run(text: str | None, is_strong: bool, href: str) -> Runs:
    said = (text or "").replace("\n", " ")
    return (Run(said, is_strong, href),) if said else ()


def _text(element: Element) -> str:
    return "".join(run.text for run in _runs(element))
