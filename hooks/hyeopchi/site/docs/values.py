"""What the placeholders of pages below ``docs/`` stand for: the values that fill their templates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from hyeopchi.library.documents import documents
from hyeopchi.library.gaps import gaps
from hyeopchi.library.library import Library
from hyeopchi.paper.content.form import FORM_FILES
from hyeopchi.schema.vague_date import VagueDate
from hyeopchi.site.pages.sources import type_address

_MOST_SOURCES = 12


class SourceUse(NamedTuple):
    """A source, and how many records rest on it."""

    title: str
    publisher: str
    date: VagueDate | None
    records: int


def placeholder_values(name: str, library: Library) -> Mapping[str, Any]:
    """What the template of the placeholder ``name`` is filled with beside the library."""
    return _VALUES[name](library) if name in _VALUES else {}


def _sources_used(library: Library) -> Mapping[str, Any]:
    used = sources(library)
    dated = sorted(use.date.year for use in used if use.date)
    return {
        "sources": used[:_MOST_SOURCES],
        "source_count": len(used),
        "counted": documents(library),
        "type_address": type_address,
        "first": dated[0] if dated else None,
        "last": dated[-1] if dated else None,
    }


def sources(library: Library) -> tuple[SourceUse, ...]:
    """The sources that records rest on, the most used first."""
    uses: Counter[tuple[str, str, VagueDate | None]] = Counter()
    for record in library.records:
        uses.update(
            {
                (source["title"], source.get("publisher", ""), source.get("date"))
                for source in record.get("sources", ())
                if "title" in source
            }
        )
    ordered = sorted(uses.items(), key=lambda pair: (-pair[1], pair[0][:2], str(pair[0][2])))
    return tuple(SourceUse(*source, count) for source, count in ordered)


def _counts(library: Library) -> Mapping[str, Any]:
    return {
        "counts": Counter(
            (record.kind, library.index.depths[record.id]) for record in library.records
        ),
        "withdrawn": sum(record.is_withdrawn for record in library.by_id.values()),
    }


_VALUES: Mapping[str, Callable[[Library], Mapping[str, Any]]] = MappingProxyType(
    {
        "sources-used": _sources_used,
        "counts": _counts,
        "gaps": lambda library: {"gaps": gaps(library)},
        "form-files": lambda library: {"forms": FORM_FILES},
    }
)
