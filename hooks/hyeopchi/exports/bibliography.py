"""The bibliography: how others cite a record, in words and for their reference managers.

What is special to a format is escaped by its writer; RIS has no escape, but its values are
single lines, so blanks and line ends are folded before any writer sees them.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import rispy
from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.middlewares import AddEnclosingMiddleware
from bibtexparser.model import Entry, Field
from pylatexenc.latexencode import RULE_DICT, UnicodeToLatexConversionRule, UnicodeToLatexEncoder

from hyeopchi.library.addresses import public_address
from hyeopchi.library.settings import Settings
from hyeopchi.records.record import Record
from hyeopchi.schema.vague_date import VagueDate

# BibTeX counts braces even after a backslash, so they are written as commands without any.
_BRACES = {ord("{"): r"\textbraceleft{}", ord("}"): r"\textbraceright{}"}
_LATEX = UnicodeToLatexEncoder(
    conversion_rules=[UnicodeToLatexConversionRule(RULE_DICT, _BRACES), "defaults"],
    replacement_latex_protection="braces-after-macro",
    unknown_char_policy="keep",
    unknown_char_warning=False,
)
_ENCLOSING = AddEnclosingMiddleware(
    reuse_previous_enclosing=False,
    enclose_integers=True,
    default_enclosing="{",
    allow_inplace_modification=True,
)


@dataclass(frozen=True, slots=True)
class Reference:
    """What a citation says. ``url`` is "" where no public address is known; ``edition`` is the day
    on which the record last changed."""

    id: str
    title: str
    author: str
    library: str
    summary: str
    edition: datetime.date | None
    url: str


def reference_of(record: Record, settings: Settings) -> Reference:
    """The reference to ``record``; the library is its author where nobody says who runs it."""
    return Reference(
        record.id,
        _line(record.title),
        _line(settings.operator or settings.name),
        _line(settings.name),
        _line(record.get("summary", "")),
        record.latest_change,
        public_address(record.link, settings),
    )


def in_words(reference: Reference) -> str:
    """One sentence: 「제목」, 꾸리는 곳, 도서관, 판, 주소 (or the id where no address is known)."""
    edition = reference.edition
    day = f"{VagueDate(edition.year, edition.month, edition.day).printed} 판" if edition else ""
    author = reference.author if reference.author != reference.library else ""
    said = (f"「{reference.title}」", author, reference.library, day, reference.url or reference.id)
    return f"{', '.join(filter(None, said))}."


def in_bibtex(reference: Reference) -> str:
    """A BibTeX entry whose key is the record's id."""
    said = {
        "author": f"{{{_latex(reference.author)}}}",
        "title": _latex(reference.title),
        "publisher": _latex(reference.library),
        "url": reference.url,
        "language": "korean",
    }
    if reference.edition:
        said |= {
            "year": str(reference.edition.year),
            "month": str(reference.edition.month),
            "note": f"{reference.edition:%Y-%m-%d} 판",
        }
    entry = Entry(
        "misc", reference.id, [Field(name, value) for name, value in said.items() if value]
    )
    return str(write_string(Library([entry]), unparse_stack=[_ENCLOSING]))


class _RisWriter(rispy.RisWriter):  # type: ignore[misc]
    def set_header(self, count: int) -> str:
        """No number before the entry: a file holds one."""
        return ""


def in_ris(reference: Reference) -> str:
    """A RIS entry."""
    said: dict[str, Any] = {
        "type_of_reference": "ELEC",
        "id": reference.id,
        "title": reference.title,
        "authors": [reference.author],
        "secondary_title": reference.library,
        "publisher": reference.library,
        "abstract": reference.summary,
        "language": "ko",
        "urls": [reference.url] if reference.url else [],
    }
    if reference.edition:
        said |= {"year": str(reference.edition.year), "date": f"{reference.edition:%Y/%m/%d}"}
    return str(rispy.dumps([said], implementation=_RisWriter))


def in_csl(reference: Reference) -> str:
    """A list of one CSL-JSON item."""
    day = reference.edition
    said = {
        "id": reference.id,
        "type": "webpage",
        "title": reference.title,
        "author": [{"literal": reference.author}],
        "container-title": reference.library,
        "publisher": reference.library,
        "abstract": reference.summary,
        "language": "ko",
        "URL": reference.url,
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else "",
    }
    return (
        json.dumps(
            [{name: value for name, value in said.items() if value}], ensure_ascii=False, indent=1
        )
        + "\n"
    )


FILES: Mapping[str, Callable[[Reference], str]] = MappingProxyType(
    {"cite.bib": in_bibtex, "cite.ris": in_ris, "cite.json": in_csl}
)
"""The files beside a record's page, and what writes each."""


def _line(text: str) -> str:
    return " ".join(text.split())


@lru_cache(maxsize=8)
def _latex(text: str) -> str:
    """Most references name the same author and library; each call of the package defines a class."""
    return str(_LATEX.unicode_to_latex(text))
