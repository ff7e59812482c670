"""Numbers of Hangul: which lists an HWPX has, and the looks that make a paragraph an item of one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hyeopchi.contribute.documents.numbering import DEEPEST, Level, Numbering
from hyeopchi.contribute.documents.walking import Node, below, local, number, said


@dataclass(frozen=True, slots=True)
class HangulNumbers:
    """Says what number Hangul puts before a paragraph. ``items``: the list and the depth of a look."""

    numbering: Numbering
    items: Mapping[str, tuple[str, int]]

    def before(self, paragraph: Node) -> str:
        """The number that shows before a paragraph, "" for none or a table. To be asked in their order."""
        item = self.items.get(said(paragraph, "paraPrIDRef"))
        number = self.numbering.next(*item) if item else ""
        return number if number and _is_text(paragraph) else ""


def _is_text(paragraph: Node) -> bool:
    names = {local(one) for one in paragraph.iter() if local(one) == "tbl" or one.text}
    return "t" in names and "tbl" not in names


def hangul_numbers(heads: Iterable[Node]) -> HangulNumbers:
    """The numbers of a document whose ``heads`` tell of its looks."""
    told = tuple(heads)
    return HangulNumbers(_lists(told), _items(told))


def _lists(heads: Iterable[Node]) -> Numbering:
    lists: dict[str, tuple[str, Sequence[Level]]] = {}
    for one in (one for head in heads for one in head.iter()):
        if local(one) == "numbering":
            levels = [Level()] * DEEPEST
            for way in one:
                at, text = number(way, "level", 1) - 1, "".join(way.itertext()).strip()
                if 0 <= at < DEEPEST:
                    levels[at] = Level(number(way, "start", 1), said(way, "numFormat"), text)
            lists[said(one, "id")] = (said(one, "id"), levels)
    return Numbering(lists)


def _items(heads: Iterable[Node]) -> Mapping[str, tuple[str, int]]:
    """Which looks of paragraphs make an item of a list: the list, and the depth."""
    looks = (one for head in heads for one in head.iter() if local(one) == "paraPr")
    found = ((said(look, "id"), below(look, "heading")) for look in looks)
    return {
        name: (said(item, "idRef"), number(item, "level", 0))
        for name, item in found
        if item is not None and said(item, "type") == "NUMBER"
    }
