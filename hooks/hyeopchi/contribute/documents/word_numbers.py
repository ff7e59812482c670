"""Numbers of Word: which lists a DOCX has, and which paragraphs are their items."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hyeopchi.contribute.documents.numbering import DEEPEST, Level, Numbering
from hyeopchi.contribute.documents.walking import Node, below, local, number, said
from hyeopchi.contribute.documents.word_xml import says


@dataclass(frozen=True, slots=True)
class WordNumbers:
    """Says what number Word puts before a paragraph."""

    numbering: Numbering

    def before(self, paragraph: Node) -> str:
        """The number that shows before the words of a paragraph, "" for none. To be asked in their order."""
        number = self.numbering.next(*_item(paragraph))
        return number if number and says(paragraph) else ""


def word_numbers(root: Node | None) -> WordNumbers:
    """The lists that the part of a DOCX names which tells of them."""
    told = root if root is not None else ()
    made = {said(one, "abstractNumId"): _levels(one) for one in told if local(one) == "abstractNum"}
    lists: dict[str, tuple[str, Sequence[Level]]] = {}
    for one in (one for one in told if local(one) == "num"):
        base = _value(one, "abstractNumId")
        starts = {
            number(way, "ilvl", 0): number(start, "val", 1)
            for way in one
            if (start := below(way, "startOverride")) is not None
        }
        levels = [
            Level(starts.get(at, level.start), level.shape, level.text)
            for at, level in enumerate(made.get(base, ()))
        ]
        lists[said(one, "numId")] = (f"{base} {said(one, 'numId') if starts else ''}", levels)
    return WordNumbers(Numbering(lists))


def _levels(abstract: Node) -> Sequence[Level]:
    levels = [Level()] * DEEPEST
    for one in abstract:
        at = number(one, "ilvl", 0)
        shape, text = _value(one, "numFmt"), _value(one, "lvlText")
        if local(one) == "lvl" and at < DEEPEST and shape not in ("bullet", "none"):
            start = below(one, "start")
            first = number(start, "val", 1) if start is not None else 1
            levels[at] = Level(first, shape, text)
    return levels


def _value(node: Node, name: str) -> str:
    found = below(node, name)
    return said(found, "val") if found is not None else ""


def _item(paragraph: Node) -> tuple[str, int]:
    """The list of which a paragraph of Word is an item, "" for none, and its depth."""
    item = below(paragraph, "pPr", "numPr")
    if item is None:
        return "", 0
    depth = below(item, "ilvl")
    return _value(item, "numId"), number(depth, "val", 0) if depth is not None else 0
