"""Deck: the enablers and obstacles of the whole library that a game is played with, bounded and spread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from hyeopchi.library.library import Library
from hyeopchi.paper.content.factors import Factor, Side, card_of, factors_of
from hyeopchi.schema.vocabulary import Vocabulary


def deck(library: Library, side: Side, most: int) -> tuple[Factor, ...]:
    """At most ``most`` factors of one side: the themes in turn, each time from the record used least.

    Those that their record tells as a situation come before the others.

    The same library gives the same deck; a larger one gives no more cards.
    """
    found = [factor for record in library.records for factor in factors_of(record, side)]
    return tuple(_in_turn(found, library.vocabularies["themes"], most))


def _in_turn(found: Sequence[Factor], themes: Vocabulary, most: int) -> Iterator[Factor]:
    left: dict[str, list[Factor]] = {theme.id: [] for theme in themes}
    for factor in found:
        left[factor.entry["theme"]].append(factor)
    used: Counter[str] = Counter()
    dealt = 0
    while any(left.values()):
        for factors in filter(None, left.values()):
            if dealt == most:
                return
            chosen = min(
                factors,
                key=lambda factor: ("situation" not in card_of(factor), used[factor.record.id]),
            )
            factors.remove(chosen)
            used[chosen.record.id] += 1
            dealt += 1
            yield chosen
