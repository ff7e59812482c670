"""Lists: what an item holds stands in its body, in its order, whatever blocks these are."""

from __future__ import annotations

import sys

import pydyf

from hyeopchi.paper.writers.tags.tree import Content, Element, Tree

_NOWHERE = Content(sys.maxsize, 0)
"""Behind everything that is painted."""


def mend_lists(tree: Tree) -> None:
    """Give every item of a list one body.

    WeasyPrint gives one to words without a paragraph only, and puts a list inside an item behind
    this item.
    """
    for outer in tree.of_type("L"):
        items: list[tuple[Element, list[Element]]] = []
        for kid in tree.kids(outer):
            if kid["S"] == "/L" and items:
                items[-1][1].append(kid)
            else:
                items.append((kid, []))
        for item, lists in items:
            _put_in_body(tree, item, lists)
        outer["K"] = pydyf.Array(item.reference for item, _ in items)


def _put_in_body(tree: Tree, item: Element, lists: list[Element]) -> None:
    markers = [kid for kid in tree.kids(item) if kid["S"] == "/Lbl"]
    held = [kid for kid in tree.kids(item) if kid["S"] != "/Lbl"]
    if lists or [kid["S"] for kid in held] != ["/LBody"]:
        body = tree.added("LBody", item)
        inside = sorted((*held, *lists), key=lambda one: _first(tree, one))
        for kid in inside:
            kid["P"] = body.reference
            if kid["S"] == "/LBody":
                kid["S"] = "/P"
        body["K"] = pydyf.Array(kid.reference for kid in inside)
        item["K"] = pydyf.Array(kid.reference for kid in (*markers, body))


def _first(tree: Tree, element: Element) -> Content:
    """Where painting ``element`` begins: its list markers, painted last, do not count."""
    if element["S"] == "/Lbl":
        return _NOWHERE
    inside = (_first(tree, kid) for kid in tree.kids(element))
    return min((*tree.own_contents(element), *inside), default=_NOWHERE)
