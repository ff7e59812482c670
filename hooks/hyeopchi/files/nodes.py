"""What a strictly read YAML text is made of: scalars, listings, mappings, each with its place.

Every scalar is text. YAML's own guesses (``12:30`` is 750, ``on`` is true) never happen;
a field's description gives a scalar its type.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hyeopchi.files.problem import Place


class Scalar(NamedTuple):
    """One value as text; an empty value is the empty text."""

    text: str
    place: Place


class Unread(NamedTuple):
    """Where something stands that could not be read, and whose problem is already told."""

    place: Place


class Pair(NamedTuple):
    """A key and its value in a mapping."""

    key: Scalar
    value: Node


class Mapping(NamedTuple):
    """Pairs in the order of the file; keys are unique."""

    pairs: Sequence[Pair]
    place: Place

    def find(self, key: str) -> Pair | None:
        """The pair with this key."""
        return next((pair for pair in self.pairs if pair.key.text == key), None)


class Listing(NamedTuple):
    """Items in the order of the file."""

    items: Sequence[Node]
    place: Place


Node = Scalar | Mapping | Listing | Unread


def node_at(
    node: Node, path: Sequence[str | int], left_out: frozenset[Place] = frozenset()
) -> Node:
    """The node that ``path`` (keys and item numbers) leads to, or the last one on the way.

    Items at the places ``left_out`` are not counted.
    """
    for step in path:
        below = _step(node, step, left_out)
        if below is None:
            break
        node = below
    return node


def _step(node: Node, step: str | int, left_out: frozenset[Place]) -> Node | None:
    if isinstance(node, Mapping) and isinstance(step, str):
        pair = node.find(step)
        return pair.value if pair else None
    if isinstance(node, Listing) and isinstance(step, int):
        items = [item for item in node.items if item.place not in left_out]
        return items[step] if step < len(items) else None
    # A single value may stand where a list of one is meant.
    return node if step == 0 else None
