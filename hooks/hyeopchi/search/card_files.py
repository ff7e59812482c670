"""The catalogue: the files of cards, facets and orders, which say what a record's number stands for."""

from __future__ import annotations

import json
from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence

from hyeopchi.schema.vocabulary import Vocabularies
from hyeopchi.search.cards import CARD_FILE_SIZE
from hyeopchi.search.document import Head
from hyeopchi.search.facets import FACETS, YEAR
from hyeopchi.search.postings import encode, number

CARDS, FACET_FILES, ORDERS = "cards", "facets", "orders"
FACET_NAMES = (*FACETS, YEAR)
ORDER_NAMES = ("newest", "title")
_NEWER = str.maketrans("0123456789", "9876543210")


def card_file(heads: Sequence[Head], number: int) -> bytes:
    """A file of cards: they stand in the order of the records' numbers, ``CARD_FILE_SIZE`` to a file."""
    start = number * CARD_FILE_SIZE
    cards = [head.card for head in heads[start : start + CARD_FILE_SIZE]]
    return json.dumps(cards, ensure_ascii=False, separators=(",", ":")).encode()


def facet_files(heads: Sequence[Head], vocabularies: Vocabularies) -> Iterator[bytes]:
    """For every facet its values (``id``, a tab, the label) with the records that have them."""
    for name in FACET_NAMES:
        values: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        for index, head in enumerate(heads):
            for value in head.facets.get(name, ()):
                values[value].append(index << 4)
        named = {
            f"{value}\t{_label(name, value, vocabularies)}": records
            for value, records in values.items()
        }
        yield encode(named, len(heads), weighted=False)


def order_files(heads: Sequence[Head]) -> Iterator[bytes]:
    """For every order the place of each record in it."""
    newest = sorted(
        range(len(heads)), key=lambda index: (heads[index].newest or "0").translate(_NEWER)
    )
    titles = sorted(range(len(heads)), key=lambda index: heads[index].title)
    for order in (newest, titles):
        places = array("I", bytes(4 * len(heads)))
        for place, index in enumerate(order):
            places[index] = place
        yield b"".join(map(number, places))


def _label(facet: str, value: str, vocabularies: Vocabularies) -> str:
    """A value in words, after its place in its vocabulary's own order."""
    if facet == YEAR:
        return f"{value}년"
    return vocabularies.label(FACETS[facet], value)
