"""Numbers of Word: which lists a DOCX has, and which paragraphs are their items."""

from __future__ import annotations

from collections.abc import Mapping, MutableSequence, Sequence
from dataclasses import dataclass, field, replace

from hyeopchi.contribute.documents.numbering import DEEPEST, Level, Numbering
from hyeopchi.contribute.documents.walking import Node, below, local, number, said
from hyeopchi.contribute.documents.word_styles import WordStyles, value
from hyeopchi.contribute.documents.word_xml import is_on

_ITEM = ("pPr", "numPr")


@dataclass(frozen=True, slots=True)
class WordNumbers:
    """Says what number Word puts before a paragraph, for what it says itself or by its style."""

    numbering: Numbering = field(default_factory=Numbering)
    styles: WordStyles = field(default_factory=WordStyles)

    def before(self, paragraph: Node) -> str:
        """The number that shows before the words of a paragraph, "" for none. To be asked in their order."""
        return self.numbering.next(*self._item(paragraph))

    def _item(self, paragraph: Node) -> tuple[str, int]:
        """The list of which a paragraph is an item, "" for none, and its depth.

        A list that names the style at a depth goes before the depth that the style names.
        """
        looks = tuple(self.styles.looks(paragraph, *_ITEM))
        name = next(filter(None, (value(one, "numId") for one in looks)), "")
        own = below(paragraph, *_ITEM)
        depths = (
            value(own, "ilvl") if own is not None else "",
            "0" if own is not None and value(own, "numId") else "",
            self._linked(paragraph, name),
            *(value(one, "ilvl") for one in looks),
        )
        return name, int(next(filter(str.isdecimal, depths), "0"))

    def _linked(self, paragraph: Node, name: str) -> str:
        """The depth of the list ``name`` whose items have the style of a paragraph, "" for none."""
        _, levels = self.numbering.lists.get(name, ("", ()))
        depths = {level.style: str(at) for at, level in enumerate(levels) if level.style}
        names = (said(one, "styleId") for one in self.styles.of_paragraph(paragraph))
        return next((depths[one] for one in names if one in depths), "")


def word_numbers(root: Node | None, styles: WordStyles) -> WordNumbers:
    """The lists that the part of a DOCX names which tells of them."""
    told = root if root is not None else ()
    made = {said(one, "abstractNumId"): one for one in told if local(one) == "abstractNum"}
    named = {style: name for name, one in made.items() if (style := value(one, "styleLink"))}
    lists: dict[str, tuple[str, Sequence[Level]]] = {}
    for one in (one for one in told if local(one) == "num"):
        base = value(one, "abstractNumId")
        base = named.get(value(made[base], "numStyleLink"), base) if base in made else base
        levels = _levels(made.get(base, ()))
        for way in one:
            _put(levels, way)
        starts = _starts(one)
        levels = [replace(one, start=starts.get(at, one.start)) for at, one in enumerate(levels)]
        lists[said(one, "numId")] = (f"{base} {said(one, 'numId') if starts else ''}", levels)
    return WordNumbers(Numbering(lists), styles)


def _starts(instance: Node) -> Mapping[int, int]:
    """Where a list begins to count otherwise than those that it is made after."""
    return {
        number(way, "ilvl", 0): number(start, "val", 1)
        for way in instance
        if (start := below(way, "startOverride")) is not None
    }


def _levels(ways: Node | Sequence[Node]) -> MutableSequence[Level]:
    levels = [Level()] * DEEPEST
    _put(levels, ways)
    return levels


def _put(levels: MutableSequence[Level], ways: Node | Sequence[Node]) -> None:
    """Put the depths that are told among ``ways`` in their places."""
    for one in ways:
        at = number(one, "ilvl", 0)
        if local(one) == "lvl" and at < DEEPEST:
            levels[at] = _level(one)


def _level(way: Node) -> Level:
    shape, start, digits = value(way, "numFmt"), below(way, "start"), below(way, "isLgl")
    restart = below(way, "lvlRestart")
    return Level(
        number(start, "val", 1) if start is not None else 1,
        shape,
        "" if shape in ("bullet", "none") else value(way, "lvlText"),
        number(restart, "val", DEEPEST) - 1 if restart is not None else DEEPEST,
        digits is not None and is_on(digits),
        value(way, "pStyle"),
    )
