"""Status: how far the thing had come that stands at a place of a record."""

from __future__ import annotations

from collections.abc import Mapping

from hyeopchi.library.library import Library
from hyeopchi.library.wording import StatusWords, status_words
from hyeopchi.schema.link import Link


def status_at(link: Link, library: Library) -> StatusWords | None:
    """The status of a place in a record: its own, else that of the nearest level above it.

    None where nothing says one, and where a preview left the record out.
    """
    record, anchor = library.by_id.get(link.id), link.anchor
    if record is None:
        return None
    while anchor:
        passage = library.passage(Link(link.id, anchor))
        own = passage.entry.get("status") if passage else None
        if isinstance(own, Mapping):
            return status_words(record, library, own)
        anchor = anchor.rpartition("-")[0]
    return status_words(record, library)
