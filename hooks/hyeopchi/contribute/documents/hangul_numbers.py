"""Numbers of Hangul: which lists an HWPX has, and the looks that make a paragraph an item of one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hyeopchi.contribute.documents.hangul_parts import named
from hyeopchi.contribute.documents.numbering import DEEPEST, Level, Numbering
from hyeopchi.contribute.documents.walking import Node, below, local, number, said

_OUTLINE = "개요 "
"""Before the name of a list that numbers headings: it counts by itself."""


@dataclass(frozen=True, slots=True)
class HangulNumbers:
    """Says what number Hangul puts before a paragraph.

    ``items``: the list and the depth of a look; the list of a heading is its section's.
    ``looks``: the look of the paragraphs of a style.
    """

    numbering: Numbering
    items: Mapping[str, tuple[str, int]]
    looks: Mapping[str, str]

    def before(self, paragraph: Node, outline: str) -> str:
        """The number that shows before a paragraph, "" for none or a table. To be asked in their order.

        ``outline``: the list by which the headings of its section are numbered.
        """
        look = said(paragraph, "paraPrIDRef") or self.looks.get(said(paragraph, "styleIDRef"), "")
        name, depth = self.items.get(look, ("", 0))
        number = self.numbering.next(name + outline if name == _OUTLINE else name, depth)
        return number if not any(local(one) == "tbl" for one in paragraph.iter()) else ""


def hangul_numbers(heads: Sequence[Node]) -> HangulNumbers:
    """The numbers of a document whose ``heads`` tell of its looks."""
    styles = (one for head in heads for one in named(head, "style"))
    looks = {said(one, "id"): said(one, "paraPrIDRef") for one in styles}
    return HangulNumbers(_lists(heads), _items(heads), looks)


def _lists(heads: Iterable[Node]) -> Numbering:
    """Each list twice: what numbers headings by it does not count those of the list."""
    lists: dict[str, tuple[str, Sequence[Level]]] = {}
    for one in (one for head in heads for one in named(head, "numbering")):
        levels = [Level()] * DEEPEST
        for way in one:
            at, text = number(way, "level", 1) - 1, "".join(way.itertext()).strip()
            if 0 <= at < DEEPEST:
                levels[at] = Level(
                    number(way, "start", 1), said(way, "numFormat"), _whole(text, at)
                )
        for name in (said(one, "id"), f"{_OUTLINE}{said(one, 'id')}"):
            lists[name] = (name, levels)
    return Numbering(lists)


def _whole(text: str, depth: int) -> str:
    """``text`` with the numbers of all depths where it asks for their path: "^n" for "1.2", "^N" for "1.2."."""
    path = ".".join(f"^{at}" for at in range(1, min(depth, 8) + 2))
    return re.sub(r"\^([nN])", lambda sign: path + ("." if sign[1] == "N" else ""), text)


def _items(heads: Iterable[Node]) -> Mapping[str, tuple[str, int]]:
    """Which looks of paragraphs make an item of a list: the list, and the depth."""
    looks = (one for head in heads for one in named(head, "paraPr"))
    found = ((said(look, "id"), below(look, "heading")) for look in looks)
    items = {name: item for name, item in found if item is not None}
    lists = {name: _list_of(item) for name, item in items.items()}
    return {name: (lists[name], number(items[name], "level", 0)) for name in lists if lists[name]}


def _list_of(item: Node) -> str:
    return {"NUMBER": said(item, "idRef"), "OUTLINE": _OUTLINE}.get(said(item, "type"), "")
