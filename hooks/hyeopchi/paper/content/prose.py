"""Prose: the Markdown of a record's body as blocks."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import chain
from xml.etree.ElementTree import Element

from hyeopchi.markup.body_parser import BodyParser
from hyeopchi.paper.blocks.block import Block, Heading, Items, Paragraph, Run, Runs, Table, Tone
from hyeopchi.records.record import Record
from hyeopchi.schema.link import Link
from hyeopchi.text.url import Kind, read_address

_STRONG = frozenset({"strong", "em"})


def prose(record: Record, site_url: str) -> Mapping[str, tuple[Block, ...]]:
    """The blocks under each ``##`` heading of the body by its id; "" for what stands before the first.

    Links to records become absolute where ``site_url`` is known, plain words where it is not.
    """
    found: dict[str, list[Block]] = {}
    here = ""
    for element in BodyParser(partial(_attributes, record.id, site_url)).tree(record.body):
        if element.tag == "h2":
            here = element.get("id", "")
        else:
            found.setdefault(here, []).extend(_blocks(element))
    return {name: tuple(blocks) for name, blocks in found.items()}


def _attributes(here: str, site_url: str, target: str) -> dict[str, str]:
    address = read_address(target)
    if address.kind is Kind.INSIDE:
        link = Link.parse(f"{here}{target}" if target.startswith("#") else address.url)
        return {"href": f"{site_url}{link.address}"} if site_url else {}
    return {"href": address.url} if address.kind is Kind.OUTSIDE else {}


def _blocks(element: Element) -> Iterator[Block]:
    match element.tag:
        case "p":
            yield Paragraph(_runs(element))
        case "h3" | "h4":
            yield Heading(_text(element), int(element.tag[1]))
        case "ul" | "ol":
            yield Items(tuple(_runs(item) for item in element.iter("li")), element.tag == "ol")
        case "blockquote":
            yield from (Paragraph(_runs(part), Tone.QUOTE) for part in element)
        case "table":
            yield _table(element)


def _table(element: Element) -> Table:
    head = tuple(_text(cell) for cell in element.iter("th"))
    rows = ([_runs(cell) for cell in row.iter("td")] for row in element.iter("tr"))
    return Table(head, tuple(tuple(row) for row in rows if row))


def _runs(element: Element, is_strong: bool = False, href: str = "") -> Runs:
    """The words in ``element``, each with what surrounds it; those of lists in it stand apart."""
    pieces: list[tuple[Run, ...]] = [_run(element.text, is_strong, href)]
    for child in element:
        if child.tag not in ("ul", "ol"):
            pieces.append(_runs(child, is_strong or child.tag in _STRONG, child.get("href", href)))
        pieces.append(_run(child.tail, is_strong, href))
    return tuple(chain.from_iterable(pieces))


def _run(text: str | None, is_strong: bool, href: str) -> Runs:
    said = html.unescape(text or "").replace("\n", " ")
    return (Run(said, is_strong, html.unescape(href)),) if said else ()


def _text(element: Element) -> str:
    return "".join(run.text for run in _runs(element))
