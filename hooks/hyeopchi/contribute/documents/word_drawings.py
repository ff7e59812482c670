"""Drawings of Word: the words that stand in pictures, charts and lettering."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hyeopchi.contribute.documents.package import Package
from hyeopchi.contribute.documents.walking import Node, local, said

_DRAWN = frozenset({"chart", "chartEx", "diagramData"})
"""Kinds of parts in which a drawing keeps words."""


def is_picture(node: Node) -> bool:
    """Whether a drawing shows anything but shapes."""
    return any(local(one) in ("blip", "imagedata", "OLEObject") for one in node.iter())


def drawn(node: Node, package: Package, targets: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    """Descriptions, lettering and the words of charts. ``targets``: kind and part by relation."""
    for one in node.iter():
        if local(one) in ("docPr", "textpath", "imagedata"):
            yield from filter(None, (said(one, "descr"), said(one, "string")))
        for value in one.attrib.values():
            kind, part = targets.get(value, ("", ""))
            root = package.xml(part) if kind in _DRAWN else None
            for text in root.iter() if root is not None else ():
                if local(text) in ("t", "v") and text.text and text.text.strip():
                    yield text.text
