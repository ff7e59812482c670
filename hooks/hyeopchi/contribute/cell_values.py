"""Values: what a person wrote into a cell, as a record would hold it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from hyeopchi.contribute.choices import Misfit, chosen
from hyeopchi.records.as_json import Plain
from hyeopchi.schema.conventions import SPAN
from hyeopchi.schema.fields import Field
from hyeopchi.schema.likely_date import likely_date, likely_span
from hyeopchi.schema.vague_date import VagueDate
from hyeopchi.schema.vocabulary import Vocabularies, Vocabulary

_PLACE = re.compile(
    r"\s*(?:자료\s*)?(?P<number>\d{1,2})\s*(?:[,.:)번]|\s)\s*(?P<where>\S.*)", re.DOTALL
)
_NUMBER = re.compile(
    r"(?P<before>\D*?)(?P<value>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?P<after>.*)", re.DOTALL
)
_OTHER_SOURCE = re.compile(r"\s*[,;/·]?\s*(?=자료\s*\d{1,2}(?!\d))")
"""Before the place in another source on the same line."""
_MAYBE_OTHER = re.compile(r"[;/]\s*(\d{1,2})\s*[,.:)번]\s*\S")
"""What may be another source and a place in it, or more pages."""


def source_key(number: int) -> str:
    """The key of the source in the row ``number`` of the form."""
    return f"source-{number}"


def value_of(field: Field, cell: str, vocabularies: Vocabularies, sources: Sequence[int]) -> Plain:
    """``cell`` as a value of ``field``. ``sources`` are the numbers of the filled rows of sources. Raises ``Misfit``."""
    if field.type == "term":
        return _chosen(field, cell, vocabularies[field.vocabulary])
    if field.type == "edtf":
        return _date(cell)
    if field.type == "citations":
        return _cited(cell, sources)
    if field.type in ("integer", "number"):
        return _number(cell)
    if field.type in ("link", "anchor", "relations"):
        raise Misfit(cell)
    return [line.strip() for line in cell.split("\n") if line.strip()] if field.many else cell


def values_of(
    field: Field, cell: str, vocabularies: Vocabularies, sources: Sequence[int]
) -> dict[str, Plain]:
    """What ``cell`` says of ``field``, and of its other end where it says from when to when. Raises ``Misfit``."""
    span = likely_span(cell) if field.type == "edtf" and field.name in SPAN else None
    if span:
        return {name: date.edtf for name, date in zip(SPAN, span, strict=True)}
    value = value_of(field, cell, vocabularies, sources)
    return {field.name: value} if value else {}


def _date(cell: str) -> str:
    """A date in words or in EDTF; but "2018~" on paper says since when, not about when."""
    date = likely_date(cell)
    if date is None:
        try:
            date = VagueDate.parse(cell.strip())
        except ValueError:
            raise Misfit(cell) from None
        if date.qualifier == "~":
            raise Misfit(cell)
    return date.edtf


def _number(cell: str) -> str:
    before, value, after = counted(cell)
    if before or after:
        raise Misfit(cell)
    return value


def counted(cell: str) -> tuple[str, str, str]:
    """The words before a number, the number without its commas, and the words after it. Raises ``Misfit``."""
    match = _NUMBER.fullmatch(unicodedata.normalize("NFKC", cell))
    if match is None:
        raise Misfit(cell)
    return match["before"].strip(), match["value"].replace(",", ""), match["after"].strip()


def _cited(cell: str, sources: Sequence[int]) -> dict[str, Plain]:
    """The places by the keys of their sources; of one source all that are told."""
    places: dict[str, list[str]] = {}
    for key, place in _places(cell, sources):
        places.setdefault(key, []).append(place)
    return {key: ", ".join(dict.fromkeys(told)) for key, told in places.items()}


def _places(cell: str, sources: Sequence[int]) -> Iterator[tuple[str, str]]:
    """Each line as the key of a source and the place in it; of one source alone the number may be left out."""
    told = (part for line in cell.split("\n") for part in _OTHER_SOURCE.split(line))
    for line in filter(None, map(str.strip, told)):
        match = _PLACE.fullmatch(line)
        if any(int(other) in sources for other in _MAYBE_OTHER.findall(line)):
            raise Misfit(cell)
        if match and int(match["number"]) in sources:
            yield source_key(int(match["number"])), match["where"].strip()
        elif len(sources) == 1:
            yield source_key(sources[0]), line
        else:
            raise Misfit(cell)


def _chosen(field: Field, cell: str, vocabulary: Vocabulary) -> Plain:
    """The ids of the choices that are meant; nothing where none is."""
    ids: list[Plain] = list(chosen(cell, vocabulary))
    if len(ids) > 1 and not field.many:
        raise Misfit(cell)
    return ids if field.many else ids[0] if ids else ""
