"""Facets: by which of its terms a record can be picked out."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hyeopchi.library.term_index import terms_of
from hyeopchi.records.archive import Archive
from hyeopchi.records.record import Record
from hyeopchi.records.years import years_of

FACETS: Mapping[str, str] = MappingProxyType(
    {
        "kind": "kinds",
        "district": "districts",
        "domain": "domains",
        "case_type": "case-types",
        "status": "statuses",
        "group": "groups",
        "stage": "stages",
        "method": "methods",
        "sector": "sectors",
        "rights": "rights",
    }
)
"""Name in a search's address → vocabulary, in the order of the page."""
YEAR = "year"
_BY_VOCABULARY = {vocabulary: name for name, vocabulary in FACETS.items() if name != "status"}


def facets_of(record: Record, archive: Archive) -> dict[str, list[str]]:
    """The values of every facet that the record has; a year is written as digits.

    The status is the record's own: those of a plan's tasks are not.
    """
    found: dict[str, list[str]] = {}
    for vocabulary, term in terms_of(record, archive.schema, archive.vocabularies):
        if vocabulary in _BY_VOCABULARY:
            found.setdefault(_BY_VOCABULARY[vocabulary], []).append(term)
    if status := record.get("status", {}).get("value"):
        found["status"] = [status]
    found[YEAR] = [str(year) for year in years_of(record)]
    return found


def facet_of(vocabulary: str) -> str | None:
    """The facet by which a vocabulary's terms are searched; None where there is none."""
    return next((name for name, one in FACETS.items() if one == vocabulary), None)
