"""Metadata: what a record's page tells machines, in schema.org, Dublin Core and Open Graph."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from hyeopchi.exports.bibliography import Reference, reference_of
from hyeopchi.library.addresses import public_address
from hyeopchi.library.library import Library
from hyeopchi.library.settings import Settings
from hyeopchi.records.record import Record
from hyeopchi.schema.kinds import Kind
from hyeopchi.schema.vague_date import VagueDate

_TYPES: Mapping[str, str] = MappingProxyType({Kind.COLLECTION: "Collection"})
"""schema.org's types by kind; a record of any other kind is an article."""
_IN_A_SCRIPT = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)
_PICTURES = "assets/share/"
_DRAWN = frozenset(Kind)
"""The kinds that have a share picture of their own."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """``json_ld`` is the content of a data block, escaped for it; ``terms`` are Dublin Core's
    terms with their values; ``picture`` is the absolute address of a share picture, or ""."""

    json_ld: Markup
    terms: tuple[tuple[str, str], ...]
    picture: str


def metadata_of(record: Record, library: Library) -> Metadata:
    """What the page of ``record`` says in its head."""
    reference = reference_of(record, library.settings)
    return Metadata(
        _script(_schema_org(record, reference, library)),
        tuple(_dublin_core(record, reference, library)),
        picture(library.settings, record.kind),
    )


def picture(settings: Settings, kind: str = "") -> str:
    """The share picture of a kind, or the library's own: 1200 × 630 px. A picture's address must be
    absolute, so without a public address there is none."""
    name = kind if kind in _DRAWN else "library"
    return f"{settings.site_url}{_PICTURES}{name}.png" if settings.site_url else ""


def _script(said: Mapping[str, Any]) -> Markup:
    return Markup(
        json.dumps(said, ensure_ascii=False, separators=(",", ":")).translate(_IN_A_SCRIPT)
    )


def _schema_org(record: Record, reference: Reference, library: Library) -> Mapping[str, Any]:
    settings = library.settings
    about = {
        "@context": "https://schema.org",
        "@type": _TYPES.get(record.kind, "Article"),
        "@id": reference.url,
        "url": reference.url,
        "identifier": record.id,
        "name": reference.title,
        "headline": reference.title,
        "alternateName": record.get("official_name"),
        "abstract": reference.summary,
        "inLanguage": "ko",
        "genre": library.label("kinds", record.kind),
        "keywords": _labels(record, "domains", library),
        "license": _licence_url(record, library),
        "datePublished": str(record.get("added", "")),
        "dateModified": str(reference.edition or ""),
        "author": {"@type": "Organization", "name": reference.author},
        "isPartOf": _filled({"@type": "WebSite", "name": settings.name, "url": settings.site_url}),
        "spatialCoverage": [
            {"@type": "Place", "name": name} for name in _labels(record, "districts", library)
        ],
        "temporalCoverage": _period(record),
        "image": picture(settings, record.kind),
        "hasPart": [
            _part(item["record"].id, library)
            for item in record.get("items", ())
            if "record" in item
        ],
        "citation": [_source(source) for source in record.get("sources", ())],
    }
    return _filled(about)


def _source(source: Mapping[str, Any]) -> Mapping[str, Any]:
    publisher = source.get("publisher")
    return _filled(
        {
            "@type": "CreativeWork",
            "name": source.get("title"),
            "url": source.get("url"),
            "datePublished": _edtf(source.get("date")),
            "publisher": {"@type": "Organization", "name": publisher} if publisher else None,
        }
    )


def _part(record_id: str, library: Library) -> Mapping[str, Any]:
    record = library.by_id.get(record_id)
    url = public_address(record.link, library.settings) if record else ""
    return _filled(
        {"@type": "CreativeWork", "name": record.title if record else record_id, "url": url}
    )


def _dublin_core(
    record: Record, reference: Reference, library: Library
) -> Iterator[tuple[str, str]]:
    """Terms of the namespace http://purl.org/dc/terms/."""
    said = (
        ("identifier", reference.url or record.id),
        ("title", reference.title),
        ("alternative", record.get("official_name", "")),
        ("abstract", reference.summary),
        ("creator", reference.author),
        ("publisher", reference.library),
        ("type", library.label("kinds", record.kind)),
        ("language", "ko"),
        ("created", str(record.get("added", ""))),
        ("modified", str(reference.edition or "")),
        ("temporal", _period(record)),
        ("license", _licence_url(record, library)),
    )
    yield from ((name, value) for name, value in said if value)
    for name, field in (("subject", "domains"), ("spatial", "districts")):
        yield from ((name, label) for label in _labels(record, field, library))
    yield from (
        ("source", source["title"]) for source in record.get("sources", ()) if "title" in source
    )


def _labels(record: Record, field: str, library: Library) -> list[str]:
    return [library.label(field, term) for term in record.get(field, ())]


def _licence_url(record: Record, library: Library) -> str:
    return str(library.vocabularies["licences"][record.licence].extras.get("url", ""))


def _period(record: Record) -> str:
    """An EDTF interval, with ``..`` for an open end; "" where no source gives a date."""
    period = record.get("period", {})
    start, end = _edtf(period.get("start") or record.get("declared_on")), _edtf(period.get("end"))
    if not start and not end:
        return ""
    if period.get("ongoing") and not end:
        end = ".."
    return "/".join(filter(None, (start or "..", end))) if start != end else start


def _edtf(date: object) -> str:
    return date.edtf if isinstance(date, VagueDate) else str(date or "")


def _filled(said: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: value for name, value in said.items() if value}
