"""Mixing: a shuffle that is the same in every build and never leaves things as they were."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

LETTERS = "가나다라마바사아자차카타파하"
"""What cards are called, so that a key can name them."""


def mixed(things: Sequence[T], seed: str) -> tuple[T, ...]:
    """``things`` in another order: the same for the same ``seed``, and none where it stood.

    Raises ValueError where there are fewer than two, which have no other order.
    """
    if len(things) < 2:
        raise ValueError(seed)
    order = list(range(len(things)))
    source = random.Random(seed)
    while any(place == stood for place, stood in enumerate(order)):
        source.shuffle(order)
    return tuple(things[place] for place in order)


def mixed_sides(things: Sequence[T], seed: str) -> tuple[T, ...]:
    """``things`` in another order that does not tell which of them stood first."""
    order = list(things)
    random.Random(seed).shuffle(order)
    return tuple(order) if tuple(order) != tuple(things) else tuple(reversed(order))
