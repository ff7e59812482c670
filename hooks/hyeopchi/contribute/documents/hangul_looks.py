"""Looks of Hangul: what the head of an HWPX and of its sections say of letters and of headings."""

from __future__ import annotations

from collections.abc import Iterable

from hyeopchi.contribute.documents.hangul_parts import named
from hyeopchi.contribute.documents.walking import Node, below, said

_NO_LINE = frozenset({"", "NONE", "3D"})
"""Shapes of a line through letters that Hangul does not draw; it writes "3D" where nobody asked for one."""


def struck_looks(heads: Iterable[Node]) -> frozenset[str]:
    """The looks of letters that have a line through them, by their ids."""
    looks = (look for head in heads for look in named(head, "charPr"))
    return frozenset(said(look, "id") for look in looks if _is_struck(look))


def _is_struck(look: Node) -> bool:
    """Old files draw the line as one under the letters that stands in their middle."""
    line, under = below(look, "strikeout"), below(look, "underline")
    is_through = line is not None and said(line, "shape") not in _NO_LINE
    is_middle = under is not None and said(under, "type") == "CENTER"
    return is_through or (is_middle and said(under, "shape") not in _NO_LINE)


def outline_of(section: Node) -> str:
    """The list by which the headings of a section are numbered, "" for none."""
    return next((said(one, "outlineShapeIDRef") for one in named(section, "secPr")), "")
