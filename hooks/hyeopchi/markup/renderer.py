"""The renderer: the Markdown of a body to the safe HTML of its sections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markupsafe import Markup

from hyeopchi.markup.body_parser import BodyParser
from hyeopchi.markup.sanitiser import OUTSIDE_REL, sanitised
from hyeopchi.text.url import Kind, read_address

Resolve = Callable[[str], str | None]
"""The URL of a target without a scheme (``2016-x``, ``2016-x#p3``, ``#p3``), if there is one."""

INNER = "b-"
"""Begins the ids of ``###`` and ``####`` headings. The rules keep the ids of ``##`` headings
from being ASCII, so that none clashes with a page's own ids: ASCII without this prefix."""


@dataclass(frozen=True, slots=True)
class Section:
    """A ``##`` heading of a body and what stands under it.

    ``heading`` is plain text, ``html`` is what follows the heading. What stands before the
    first heading is a section whose ``id`` and ``heading`` are empty.
    """

    id: str
    heading: str
    html: Markup

    @property
    def opening(self) -> Markup:
        """Its first paragraph; all of it where it begins with something else."""
        paragraph, end, _ = self.html.partition("</p>")
        return Markup(paragraph + end) if self.html.startswith("<p>") else self.html

    @property
    def rest(self) -> Markup:
        """What follows the opening."""
        return Markup(self.html[len(self.opening) :].strip())


class Renderer:
    """Turns bodies into sections; one instance serves a whole build."""

    def __init__(self, resolve: Resolve) -> None:
        self._resolve = resolve
        self._parser = BodyParser(self._link_attributes)

    def body(self, text: str) -> tuple[Section, ...]:
        """The sections of a body, in order; none of a body without text.

        Ids are unique among themselves. A link whose target is unsafe, or unknown to
        ``resolve``, comes out without an address.
        """
        tree = self._parser.tree(text)
        _set_unique_ids(tree)
        return tuple(self._section(group) for group in _groups(tree))

    def _section(self, group: list[Element]) -> Section:
        first, rest = (group[0], group[1:]) if group[0].tag == "h2" else (Element("h2"), group)
        content = "\n".join(map(self._parser.html, rest))
        return Section(first.get("id", ""), _plain(first), sanitised(content))

    def _link_attributes(self, target: str) -> dict[str, str]:
        address = read_address(target)
        if address.kind is Kind.INSIDE:
            return _href(self._resolve(address.url))
        if address.kind is Kind.OUTSIDE:
            return {**_href(address.url), "rel": OUTSIDE_REL}
        return _href(address.url if address.kind.is_safe else None)


def _href(url: str | None) -> dict[str, str]:
    return {} if url is None else {"href": url}


def _plain(heading: Element) -> str:
    return "".join(heading.itertext())


def _set_unique_ids(tree: Element) -> None:
    """Prefix the ids of inner headings; a second heading of the same name gets ``-2``, and so on."""
    seen: set[str] = set()
    times: Counter[str] = Counter()
    for heading in tree:
        if (written := heading.get("id")) is None:
            continue
        name = unique = written if heading.tag == "h2" else INNER + written
        while unique in seen:
            times[name] += 1
            unique = f"{name}-{times[name] + 1}"
        heading.set("id", unique)
        seen.add(unique)


def _groups(tree: Element) -> Iterator[list[Element]]:
    """The children of ``tree``, a new group beginning at every ``h2``."""
    group: list[Element] = []
    for element in tree:
        if element.tag == "h2" and group:
            yield group
            group = []
        group.append(element)
    if group:
        yield group
