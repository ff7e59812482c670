"""The dataset: every record as one plain object, with what the library computes of it."""

from __future__ import annotations

from hyeopchi.library.addresses import public_address
from hyeopchi.library.library import Library
from hyeopchi.library.promise_clock import clocks
from hyeopchi.library.settings import Settings
from hyeopchi.records.as_json import Plain, plain
from hyeopchi.records.record import Record
from hyeopchi.records.years import first_year


def in_order(library: Library) -> tuple[Record, ...]:
    """Every record by its id, tombstones too: the order stays when a file moves."""
    by_id = library.by_id
    return tuple(by_id[record_id] for record_id in sorted(by_id))


def record_object(record: Record, library: Library) -> dict[str, Plain | None]:
    """A record's fields in the schema's order, after what is computed and before its body.

    ``year`` is the first year of the record's period, None where no source gives one; ``body``
    is the Markdown text.
    """
    vocabularies = library.vocabularies
    fields = {
        name: plain(record[name], vocabularies)
        for name in library.schema.fields
        if name in record.entry
    }
    return {
        "id": record.id,
        "url": address(record, library.settings),
        "kind": record.kind,
        "kind_label": library.label("kinds", record.kind),
        "depth": library.index.depths[record.id],
        "year": first_year(record),
        "license": record.licence,
        **_clocks(record, library),
        **fields,
        "body": record.body.strip(),
    }


def _clocks(record: Record, library: Library) -> dict[str, Plain | None]:
    """Until when what the record promises was to be done, and what speaks of it since; none where nothing says."""
    told: list[Plain] = [
        {
            "at": anchor,
            "due": clock.due.edtf,
            "is_past": clock.is_past,
            **({"later_source": clock.later.date.edtf} if clock.later else {}),
            "words": clock.words,
        }
        for anchor, clock in clocks(record, library)
    ]
    return {"promise_clocks": told} if told else {}


def address(record: Record, settings: Settings) -> str:
    """The record's public address; from the site's root where none is known."""
    return public_address(record.link, settings) or record.link.address
