"""Links: one each, which says where it leads and is printed as it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pydyf

from hyeopchi.paper.writers.tags.tree import Content, Element, Tree

_PRINTED = 4
"""The flag of an annotation that is printed too (ISO 32000-1, table 165)."""


def mend_links(tree: Tree, names: Mapping[str, str]) -> frozenset[Content]:
    """Make one link of each, and name those inside the document by ``names``, by the anchor.

    WeasyPrint makes a link again of everything in a link. What it set between a line of contents
    and its page number, the leader, is taken out of the tree and returned.
    """
    dropped: set[bytes] = set()
    leaders: set[Content] = set()
    for link in _outermost(tree, tree.top):
        for inner in tree.below(link):
            dropped |= _loosened(tree, inner)
        for added in tree.kids(link):
            if added["S"] == "/Link":
                leaders |= _without_leader(tree, added)
                added["S"] = "/Span"
    tree.forget(dropped)
    for page in tree.pages:
        for reference in page.get("Annots", ()):
            _describe(tree.at(reference), names)
    return frozenset(leaders)


def _outermost(tree: Tree, top: Element) -> list[Element]:
    found, left = [], tree.kids(top)[::-1]
    while left:
        element = left.pop()
        if element["S"] == "/Link":
            found.append(element)
        else:
            left.extend(tree.kids(element)[::-1])
    return found


def _loosened(tree: Tree, element: Element) -> set[bytes]:
    """The annotations that ``element`` held; it holds them no more."""
    held = {
        kid for kid in element["K"] if isinstance(kid, bytes) and tree.at(kid)["Type"] == "/OBJR"
    }
    element["K"] = pydyf.Array(kid for kid in element["K"] if kid not in held)
    return {tree.at(kid).pop("Obj") for kid in held}


def _without_leader(tree: Tree, added: Element) -> set[Content]:
    """The dots in what CSS added to a link: a link in it again."""
    leaders = [one for one in tree.kids(added) if one["S"] == "/Link"]
    taken = {id(one) for one in leaders}
    added["K"] = pydyf.Array(
        kid for kid in added["K"] if isinstance(kid, int) or id(tree.at(kid)) not in taken
    )
    return {content for one in leaders for content in tree.own_contents(one)}


def _describe(annotation: Any, names: Mapping[str, str]) -> None:
    annotation["F"] = _PRINTED
    if "Dest" in annotation:
        anchor = annotation["Dest"].string
        annotation["Contents"] = pydyf.String(names.get(anchor, anchor))
