"""Cards: what a list of results shows of a record."""

from __future__ import annotations

from hyeopchi.library.wording import source_date
from hyeopchi.records.archive import Archive
from hyeopchi.records.record import Record
from hyeopchi.schema.vague_date import printed_span

CARD_FILE_SIZE = 8
"""Cards in one file: a page of results needs few, and one result little more than itself."""
_MOST_DISTRICTS = 4


def card_of(record: Record, depth: str, archive: Archive) -> dict[str, str]:
    """The words of a card; what the record does not say is left out."""
    card = {
        "id": record.id,
        "kind": record.kind,
        "title": record.title,
        "name": record.get("official_name", ""),
        "summary": record.get("summary", ""),
        "districts": _districts(record, archive),
        "domain": _domain(record, archive),
        "when": _when(record),
        **_status(record, archive),
        "depth": "" if depth == "full" else archive.vocabularies.label("depths", depth),
    }
    return {name: text for name, text in card.items() if text}


def _districts(record: Record, archive: Archive) -> str:
    labels = [archive.vocabularies.label("districts", term) for term in record.get("districts", ())]
    more = len(labels) - _MOST_DISTRICTS
    return ", ".join(labels[:_MOST_DISTRICTS]) + (f" 외 {more}곳" if more > 0 else "")


def _domain(record: Record, archive: Archive) -> str:
    return ", ".join(
        archive.vocabularies.label("domains", term) for term in record.get("domains", ())[:1]
    )


def _when(record: Record) -> str:
    period = record.get("period", {})
    declared = record.get("declared_on")
    said = printed_span(period.get("start"), period.get("end"), bool(period.get("ongoing")))
    return said or (declared.printed if declared else "")


def _status(record: Record, archive: Archive) -> dict[str, str]:
    status = record.get("status", {})
    if "value" not in status:
        return {}
    as_of = source_date(record, status)
    return {
        "status": status["value"],
        "status_label": archive.vocabularies.label("statuses", status["value"]),
        "as_of": as_of.printed if as_of else "",
    }
