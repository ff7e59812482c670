"""The index: made whole or refreshed in a folder of its own, then copied into sites."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hyeopchi.processes import Crew
from hyeopchi.schema.vocabulary import Vocabularies
from hyeopchi.search.cache import Store, opened
from hyeopchi.search.card_files import (
    CARDS,
    FACET_FILES,
    FACET_NAMES,
    ORDER_NAMES,
    ORDERS,
    card_file,
    facet_files,
    order_files,
)
from hyeopchi.search.cards import CARD_FILE_SIZE
from hyeopchi.search.collector import Found, Gatherer
from hyeopchi.search.dictionary import FILTERS
from hyeopchi.search.document import Head
from hyeopchi.search.guide import GUIDE, guide_file
from hyeopchi.search.index_folder import Names, Shelf
from hyeopchi.search.inversion import FAMILIES, Changes, Inversion, empty_file, invert
from hyeopchi.search.layout import Layout

_STORE = "documents.sqlite3"
_DICTIONARY = "dictionary.sqlite3"
"""The store of what does not hang on the records, for all folders of records."""
_INDEX = "index"


@dataclass(frozen=True, slots=True)
class Report:
    """What a refresh did: records in the index, and how many were put into it anew."""

    records: int
    changed: int


class Index:
    """The index of the records in ``cases``, kept in ``cache`` between builds."""

    def __init__(self, cases: Path, cache: Path) -> None:
        self._gatherer = Gatherer(cases, cache / _DICTIONARY)
        self._cache = cache / hashlib.sha256(str(cases.resolve()).encode()).hexdigest()[:12]
        self.shelf = Shelf(self._cache / _INDEX)

    def refresh(self) -> Report:
        """Bring the index up to the records as they are; the result is that of a new one, byte for byte."""
        with opened(self._cache / _STORE) as store:
            found = self._gatherer.gather(store)
            state = self.shelf.state()
            if state.get("version") != self._gatherer.version:
                state = {}  # other words or other code: nothing of it can be kept
            changed = _changed(found, state)
            if changed is None or changed:
                changed = self._write(found, state, changed, store)
            store.keep_only(frozenset(one.key for one in found) | self._gatherer.empty)
        return Report(len(found), len(changed))

    def _write(
        self,
        found: Sequence[Found],
        state: Mapping[str, Any],
        changed: list[int] | None,
        store: Store,
    ) -> list[int]:
        inversion = None if changed is None else self._refreshed(found, state, changed, store)
        if changed is None or inversion is None:
            changed, state = list(range(len(found))), {}
            inversion = _inverted(found, store, self._gatherer.crew)
        names = self._names(inversion, state)
        names |= self._catalogue([one.head for one in found], state.get("names", {}), changed)
        names |= self._words(state.get("names", {}))
        keys = [one.key for one in found]
        self.shelf.finish(
            names,
            _manifest(len(found), inversion.layout, names, self._gatherer.vocabularies),
            {
                "version": self._gatherer.version,
                "ids": [one.head.id for one in found],
                "keys": keys,
                "sizes": inversion.sizes,
                "names": names,
            },
        )
        return changed or []

    def _refreshed(
        self, found: Sequence[Found], state: Mapping[str, Any], changed: Sequence[int], store: Store
    ) -> Inversion | None:
        """The inversion of the records that changed; None where all must be inverted anew."""
        changes = Changes()
        try:
            for number in changed:
                changes.replace(
                    number, store.terms(state["keys"][number]), store.terms(found[number].key)
                )
            return invert(
                changes,
                len(found),
                state["sizes"],
                lambda address: self.shelf.read(*address, state["names"]),
            )
        except (KeyError, OSError):  # the cache was cleared, wholly or in part
            return None

    def _names(self, inversion: Inversion, state: Mapping[str, Any]) -> dict[str, list[str]]:
        names = {}
        for family in FAMILIES:
            count = inversion.layout.files[family]
            names[family] = list(state.get("names", {}).get(family, ())) or [""] * count
            for number in range(count):
                data = inversion.files.get((family, number))
                if data is not None or not names[family][number]:
                    names[family][number] = self.shelf.write(
                        family, number, data or empty_file(family)
                    )
        return names

    def _catalogue(
        self, heads: Sequence[Head], before: Names, changed: Sequence[int]
    ) -> dict[str, list[str]]:
        """The files of cards, of those that changed, and all of facets, orders and the guide."""
        cards = list(before.get(CARDS, ())) or [""] * -(-len(heads) // CARD_FILE_SIZE)
        for number in sorted({number // CARD_FILE_SIZE for number in changed}):
            cards[number] = self.shelf.write(CARDS, number, card_file(heads, number))
        families = {
            FACET_FILES: facet_files(heads, self._gatherer.vocabularies),
            GUIDE: [guide_file(heads, self._gatherer.vocabularies)],
            ORDERS: order_files(heads),
        }
        return {CARDS: cards} | {
            family: [self.shelf.write(family, number, data) for number, data in enumerate(files)]
            for family, files in families.items()
        }

    def _words(self, before: Names) -> dict[str, list[str]]:
        """The files of all words that there are: they change with the vocabularies alone."""
        if FILTERS in before:
            return {FILTERS: before[FILTERS]}
        files = enumerate(self._gatherer.filters())
        return {FILTERS: [self.shelf.write(FILTERS, number, bits) for number, bits in files]}


def _changed(found: Sequence[Found], state: Mapping[str, Any]) -> list[int] | None:
    """The numbers of the records that changed; None where records came, went or changed places."""
    if state.get("ids") != [one.head.id for one in found]:
        return None
    return [
        number
        for number, (one, key) in enumerate(zip(found, state["keys"], strict=True))
        if one.key != key
    ]


def _inverted(found: Sequence[Found], store: Store, crew: Crew) -> Inversion:
    changes = Changes()
    for number, one in enumerate(found):
        changes.replace(number, {}, store.terms(one.key))
    inversion = invert(changes, len(found), {}, None, crew)
    assert inversion is not None
    return inversion


def _manifest(
    count: int, layout: Layout, names: Mapping[str, list[str]], vocabularies: Vocabularies
) -> dict[str, Any]:
    """What the browser reads first: how many records, and the hashes of all files."""
    kinds = {term.id: [term.label, term.extras.get("shape", "")] for term in vocabularies["kinds"]}
    return {
        "records": count,
        "cards_in_file": CARD_FILE_SIZE,
        "heavy": "".join(sorted(layout.heavy)),
        "facets": FACET_NAMES,
        "orders": ORDER_NAMES,
        "kinds": kinds,
        "files": {family: "".join(hashes) for family, hashes in sorted(names.items())},
    }
