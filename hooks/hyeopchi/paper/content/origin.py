"""Origin: what a sheet says of the records that its words come from, and under which terms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from hyeopchi.exports.bibliography import in_words, reference_of
from hyeopchi.library.addresses import public_address
from hyeopchi.library.library import Library
from hyeopchi.library.wording import status_words
from hyeopchi.paper.blocks.block import Code, Paragraph, Tone, paragraph
from hyeopchi.records.record import Record

_PLANNED = "planned"


def address_of(record: Record, library: Library) -> str:
    """The public address of ``record``, "" where none is known."""
    return public_address(record.link, library.settings)


def foot_of(record: Record, library: Library) -> str:
    """The line at a card's foot: title, its status where it was only planned, the record's id.

    No address: however long it is, a card has room.
    """
    planned = planned_word(record, library)
    return f"「{record.title}」{f' ({planned})' if planned else ''} · {record.id}"


def planned_word(record: Record, library: Library, status: Mapping[str, Any] | None = None) -> str:
    """The label of ``status``, or of the record's own, where it says that a thing was only planned; else ""."""
    words = status_words(record, library, status)
    return words.label if words and words.id == _PLANNED else ""


def rights_of_cards(records: Iterable[Record], library: Library) -> str:
    """The attribution of cards that name their records themselves."""
    licences = dict.fromkeys(library.label("licences", record.licence) for record in records)
    name, site = library.settings.name, library.settings.site_url
    return f"카드의 글은 {name}{f'({site})' if site else ''}에서 카드에 적힌 기록의 것입니다. {', '.join(licences)}."


def status_line(record: Record, library: Library) -> Paragraph:
    """A sentence on how far the thing had come when its sources were written, with its record."""
    words = status_words(record, library)
    return paragraph(
        f"「{record.title}」. ", f"{words.sentence}." if words else "", tone=Tone.SMALL
    )


def code_of(record: Record, library: Library) -> Code:
    """The QR code that leads to the record."""
    return Code(address_of(record, library), "이 기록의 쪽")


def rights_of(record: Record, library: Library) -> str:
    """The attribution that whoever copies a sheet keeps on it."""
    cited = in_words(reference_of(record, library.settings)).rstrip(".")
    return f"{cited}. 도서관이 쓴 글입니다. {licence_words(record, library)}"


def licence_words(record: Record, library: Library) -> str:
    """Under which terms the library's sentences may be used."""
    licence = library.vocabularies["licences"][record.licence]
    return f"이용조건: {licence.label}. {licence.definition}".replace(
        " 따로 말이 없으면 이 조건입니다.", ""
    )
