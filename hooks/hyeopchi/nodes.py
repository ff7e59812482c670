"""What a strictly read YAML text is made of: scalars, listings, mappings, each with its place.

Every scalar is text. YAML's own guesses (``12:30`` is 750, ``on`` is true) never happen;
a field's description gives a scalar its type.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hyeopchi.problem import Place


class Scalar(NamedTuple):
    """One value as text; an empty value is the empty text."""

    text: str
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


Node = Scalar | Mapping | Listing


def node_at(node: Node, path: Sequence[str | int]) -> Node:
    """The node that ``path`` (keys and item numbers) leads to, or the last one on the way."""
    for step in path:
        below = _step(node, step)
        if below is None:
            break
        node = below
    return node


def _step(node: Node, step: str | int) -> Node | None:
    if isinstance(node, Mapping) and isinstance(step, str):
        pair = node.find(step)
        return pair.value if pair else None
    if isinstance(node, Listing) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    # A single value may stand where a list of one is meant.
    return node if step == 0 else None
