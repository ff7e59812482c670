"""What is particular to the XML of Word: what is never said, and where one of several is meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import MappingProxyType

from hyeopchi.contribute.documents.walking import Node, below, children, local, number, said

UNSAID = frozenset({"del", "moveFrom", "delText", "instrText", "delInstrText"})
"""What was deleted or moved away, and what tells Word how to make a text."""
_APART = MappingProxyType(
    {"vanish": "숨긴 글", "strike": "취소선을 그은 글", "dstrike": "취소선을 그은 글"}
)
"""Looks of words that their author does not mean to say."""
_ALTERNATIVES = MappingProxyType({"AlternateContent": ("Choice", "Fallback")})


def is_on(switch: Node) -> bool:
    """Whether a switch is on: it is where nothing else is said."""
    return said(switch, "val") not in ("0", "false", "off")


def apart(looks: Iterable[Node]) -> str:
    """What words are that belong to no answer, "" for usual ones; of ``looks`` the nearest comes first."""
    switches: dict[str, bool] = {}
    for one in (one for look in looks for one in look if local(one) in _APART):
        switches.setdefault(local(one), is_on(one))
    return next((_APART[name] for name, is_meant in switches.items() if is_meant), "")


def goes_on_below(paragraph: Node) -> bool:
    """Whether the end of a paragraph was deleted or moved away: the next one goes on with its line."""
    mark = below(paragraph, "pPr", "rPr")
    return mark is not None and any(local(one) in ("del", "moveFrom") for one in mark)


def font(run: Node) -> str:
    """The font of a run, "" where it names none."""
    fonts = below(run, "rPr", "rFonts")
    return said(fonts, "ascii") or said(fonts, "hAnsi") if fonts is not None else ""


def inside(node: Node) -> Iterator[Node]:
    """The elements right below; of alternatives, those of the one that is meant."""
    return children(node, _ALTERNATIVES, says)


def says(node: Node) -> bool:
    """Whether anything that is told stands in an element."""
    return any(
        (local(one) == "t" and one.text) or local(one) in ("sym", "blip", "imagedata")
        for one in node.iter()
    )


def found(node: Node, name: str) -> Iterator[Node]:
    """The rows of a table or the cells of a row, whatever they are wrapped in."""
    for child in inside(node):
        if local(child) == name:
            yield child
        elif local(child) not in UNSAID and not local(child).endswith("Pr"):
            yield from found(child, name)


def form_control(node: Node) -> str:
    """What a control of an old form shows: a box to tick or a choice of a list."""
    box, listed = below(node, "ffData", "checkBox"), below(node, "ffData", "ddList")
    if box is not None:
        state = below(box, "checked")
        state = state if state is not None else below(box, "default")
        return "☑" if state is not None and is_on(state) else "□"
    if listed is None:
        return ""
    choice = below(listed, "result")
    entries = [said(one, "val") for one in listed if local(one) == "listEntry"]
    at = number(choice, "val", 0) if choice is not None else 0
    return entries[at] if at < len(entries) else ""
