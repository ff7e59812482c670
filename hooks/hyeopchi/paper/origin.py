"""Origin: what a sheet says of the records that its words come from, and under which terms."""

from __future__ import annotations

from collections.abc import Iterable

from hyeopchi.dataset import licence
from hyeopchi.library import Library
from hyeopchi.paper.block import Code, Paragraph, Tone, paragraph
from hyeopchi.record import Record
from hyeopchi.wording import status_words

_PLANNED = "planned"


def address_of(record: Record, library: Library) -> str:
    """The public address of ``record``, "" where none is known."""
    site = library.settings.site_url
    return f"{site}{record.link.address}" if site else ""


def foot_of(record: Record, library: Library) -> str:
    """The line at a card's foot: title, its status where it was only planned, address or id."""
    words = status_words(record, library)
    planned = f" · {words.label}" if words and words.id == _PLANNED else ""
    return f"「{record.title}」{planned} · {_short(address_of(record, library)) or record.id}"


def rights_of(records: Iterable[Record], library: Library) -> str:
    """The attribution of a sheet made of ``records``: every licence with its records' titles."""
    by_licence: dict[str, list[str]] = {}
    for record in records:
        by_licence.setdefault(licence(record), []).append(f"「{record.title}」")
    name = library.settings.name
    said = (f"{', '.join(titles)} — {library.label('licences', one)}" for one, titles in by_licence.items())
    return f"{name}의 글: {'; '.join(said)}."


def status_line(record: Record, library: Library) -> Paragraph:
    """A sentence on how far the thing had come when its sources were written, with its record."""
    words = status_words(record, library)
    return paragraph(f"「{record.title}」. ", f"{words.sentence}." if words else "", tone=Tone.SMALL)


def code_of(record: Record, library: Library) -> Code:
    """The QR code that leads to the record."""
    return Code(address_of(record, library), _short(address_of(record, library)) or record.id)


def _short(address: str) -> str:
    return address.partition("://")[2].rstrip("/")
