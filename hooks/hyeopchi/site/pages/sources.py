"""Views of the sources: every document that records rest on, and what rests on each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from hyeopchi.library.documents import Documents, documents
from hyeopchi.library.library import Library
from hyeopchi.library.source_uses import places_in, records_by_document
from hyeopchi.records.record import Record
from hyeopchi.records.source_documents import SourceDocument
from hyeopchi.schema.vocabulary import Term
from hyeopchi.site.view import Crumb, Part, View, part_title, parts

SOURCES = Crumb("자료", "sources/")
_RECORDS = 20
"""Records on one page of a document: each brings the passages that rest on it."""


def source_address(document: str) -> str:
    """Where the page of the document with this id stands."""
    return f"{SOURCES.address}{document}/"


def type_address(term: str) -> str:
    """Where the documents of this type are listed."""
    return f"{SOURCES.address}types/{term}/"


def source_views(library: Library) -> Iterator[View]:
    """``/sources/``, those of most records first, ``/sources/types/<type>/`` and ``/sources/<id>/``."""
    resting = records_by_document(library)
    listed = sorted(
        library.archive.documents.by_id.values(),
        key=lambda document: (-len(resting.get(document.id, ())), document.id),
    )
    counted = documents(library)
    shown = partial(_list, library, resting, counted)
    yield from shown(SOURCES, listed, "기록이 기댄 문서와 글, 그리고 저마다에 기댄 기록")
    for term, _ in counted.types:
        of_type = [document for document in listed if document.entry.get("type") == term.id]
        yield from shown(Crumb(term.label, type_address(term.id)), of_type, term.definition, term)
    for document in listed:
        for part in parts(source_address(document.id), resting.get(document.id, ()), _RECORDS):
            yield View(
                part.address,
                part_title(document.entry.get("title", document.id), part),
                "source.html",
                partial(_fill, document, part, library),
                "이 자료에 기댄 기록과 그 자리",
                (SOURCES,),
            )


def _list(
    library: Library,
    resting: Mapping[str, Sequence[Record]],
    counted: Documents,
    page: Crumb,
    listed: Sequence[SourceDocument],
    description: str,
    of: Term | None = None,
) -> Iterator[View]:
    counts = {document.id: len(resting.get(document.id, ())) for document in listed}
    values = {"counts": counts, "counted": counted, "of": of, "address_of": source_address}
    title = f"{SOURCES.label}: {of.label}" if of else page.label
    for part in parts(page.address, listed):
        yield View(
            part.address,
            part_title(title, part),
            "sources.html",
            partial(dict, part=part, type_address=type_address, **values),
            description,
            (SOURCES,) if of else (),
        )


def _fill(document: SourceDocument, part: Part, library: Library) -> Mapping[str, Any]:
    return {
        "document": document,
        "part": part,
        "type_address": type_address,
        "uses": tuple(places_in(record, document.id, library) for record in part.items),
    }
