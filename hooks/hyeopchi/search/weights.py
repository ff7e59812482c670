"""Weights: how much a term says of a record, by BM25 as lunr has it and with lunr's own numbers.

Two departures make one edit touch one record: the average lengths are fixed numbers, and the
rarity of a term is reckoned in the browser, which knows how many records carry it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from lunr import builder

FORMULA = Path(builder.__file__)
"""What the weights follow from besides this module."""
_LUNR = builder.Builder()
_K1, _B = _LUNR._k1, _LUNR._b
_TITLE_BOOST = 3.0
_TITLE_LENGTH, _TEXT_LENGTH = 12.0, 500.0
"""Terms of a usual title and of a usual record."""
STEPS = 15
_HIGHEST = (_K1 + 1) * (_TITLE_BOOST + 1)


def weigh(title: Mapping[str, int], text: Mapping[str, int]) -> dict[str, int]:
    """Every term's weight, 1 to ``STEPS``, from how often title and text have it: the title counts three times."""
    scores: defaultdict[str, float] = defaultdict(float)
    for terms, length, boost in ((title, _TITLE_LENGTH, _TITLE_BOOST), (text, _TEXT_LENGTH, 1.0)):
        for term, score in _scores(terms, length).items():
            scores[term] += boost * score
    steps = {
        score: max(1, min(STEPS, round(score / _HIGHEST * STEPS))) for score in set(scores.values())
    }
    return {term: steps[score] for term, score in scores.items()}


def _scores(counts: Mapping[str, int], usual_length: float) -> dict[str, float]:
    length = sum(counts.values())
    damping = _K1 * (1 - _B + _B * length / usual_length)
    return {term: (_K1 + 1) * count / (count + damping) for term, count in counts.items()}
