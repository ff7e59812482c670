"""Walking: how the readers of both formats go through XML, so that no word is passed over.

An element that a reader does not know is read through as if it were not there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

Node = Any
"""An element of a parsed part."""
Alternatives = Mapping[str, tuple[str, ...]]
"""Names of elements of which only one child is meant, each with the names of those children."""

NO_TEXT = "글이 아니라 옮기지 못했습니다"
"""What is said of a picture that bears no description."""


def local(node: Node) -> str:
    """The name of an element without its namespace; "" of what is no element.

    Strict and transitional files name the same things in different namespaces.
    """
    tag = node.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def said(node: Node, name: str) -> str:
    """The value of an attribute, whatever namespace it is in; "" for none."""
    return next((value for key, value in node.attrib.items() if key.rpartition("}")[2] == name), "")


def number(node: Node, name: str, default: int) -> int:
    """An attribute as a small whole number."""
    text = said(node, name)
    return min(int(text), 1000) if text.isascii() and text.isdecimal() else default


def below(node: Node, *path: str) -> Node | None:
    """The first child along the path of names."""
    for name in path:
        node = next((child for child in node if local(child) == name), None)
        if node is None:
            return None
    return node


def children(
    node: Node, alternatives: Alternatives, says: Callable[[Node], bool]
) -> Iterator[Node]:
    """The elements right below. Of alternatives, those of the first that says something."""
    for child in node:
        branches = alternatives.get(local(child))
        if branches is None:
            if local(child):
                yield child
            continue
        offered = [one for one in child if local(one) in branches]
        meant = next(filter(says, offered), offered[0] if offered else None)
        if meant is not None:
            yield from children(meant, alternatives, says)
