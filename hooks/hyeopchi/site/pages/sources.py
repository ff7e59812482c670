"""Views of the sources: every document that records rest on, and what rests on each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from hyeopchi.library.library import Library
from hyeopchi.library.source_uses import places_in, records_by_document
from hyeopchi.records.source_documents import SourceDocument
from hyeopchi.site.view import Crumb, Part, View, part_title, parts

SOURCES = Crumb("자료", "sources/")
_RECORDS = 20
"""Records on one page of a document: each brings the passages that rest on it."""


def source_address(document: str) -> str:
    """Where the page of the document with this id stands."""
    return f"{SOURCES.address}{document}/"


def source_views(library: Library) -> Iterator[View]:
    """``/sources/``, those of most records first, and ``/sources/<id>/``."""
    resting = records_by_document(library)
    documents = sorted(
        library.archive.documents.by_id.values(),
        key=lambda document: (-len(resting.get(document.id, ())), document.id),
    )
    counts = {document.id: len(resting.get(document.id, ())) for document in documents}
    for part in parts(SOURCES.address, documents):
        yield View(
            part.address,
            part_title(SOURCES.label, part),
            "sources.html",
            partial(dict, part=part, counts=counts, address_of=source_address),
            "기록이 기댄 문서와 글, 그리고 저마다에 기댄 기록",
        )
    for document in documents:
        for part in parts(source_address(document.id), resting.get(document.id, ()), _RECORDS):
            yield View(
                part.address,
                part_title(document.entry.get("title", document.id), part),
                "source.html",
                partial(_fill, document, part, library),
                "이 자료에 기댄 기록과 그 자리",
                (SOURCES,),
            )


def _fill(document: SourceDocument, part: Part, library: Library) -> Mapping[str, Any]:
    return {
        "document": document,
        "part": part,
        "uses": tuple(places_in(record, document.id, library) for record in part.items),
    }
