"""What is particular to the XML of Hangul: where words stand, and which of several is meant."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from hyeopchi.contribute.documents.walking import Node, children, local

TEXTS = frozenset({"t", "mainText", "subText", "script", "firstKey", "secondKey", "text"})
"""The elements that hold letters."""
_ALTERNATIVES = MappingProxyType({"switch": ("case", "default")})


def inside(node: Node) -> Iterator[Node]:
    """The elements right below; of alternatives, those of the one that is meant."""
    return children(node, _ALTERNATIVES, says)


def says(node: Node) -> bool:
    """Whether any text stands in an element."""
    return any(local(one) in TEXTS and "".join(one.itertext()) for one in node.iter())


def found(node: Node, name: str) -> Iterator[Node]:
    """The rows of a table or the cells of a row, whatever they are wrapped in."""
    for child in inside(node):
        if local(child) == name:
            yield child
        elif local(child) != "caption":
            yield from found(child, name)
