"""What a screen reader is given: Chromium's accessibility tree, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from playwright.sync_api import Page


class Spoken(NamedTuple):
    """One thing that is read: what it is, what it is called, and how deep it stands."""

    role: str
    name: str
    depth: int


_SILENT = frozenset({"none", "generic", "InlineTextBox", "ListMarker", "RootWebArea"})


def spoken(page: Page) -> list[Spoken]:
    """Everything on ``page`` that is read aloud or can be asked for."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    by_id = {node["nodeId"]: node for node in nodes}
    return list(_walk(nodes[0], by_id, 0))


def names(found: list[Spoken], *roles: str) -> list[str]:
    """The names of everything with one of these roles."""
    return [one.name for one in found if one.role in roles]


def _walk(node: dict, by_id: dict, depth: int) -> Iterator[Spoken]:
    role = node.get("role", {}).get("value", "none")
    is_said = not node["ignored"] and role not in _SILENT
    if is_said:
        yield Spoken(role, " ".join(node.get("name", {}).get("value", "").split()), depth)
    for child in node.get("childIds", ()):
        if child in by_id:
            yield from _walk(by_id[child], by_id, depth + is_said)
