"""Values: what a person wrote into a cell, as a record would hold it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from hyeopchi.fields import Field
from hyeopchi.likely_date import likely_date
from hyeopchi.plain import Plain
from hyeopchi.vague_date import VagueDate
from hyeopchi.vocabulary import Vocabularies, Vocabulary

_BOX = "□☐"
_TICKED = "■☑☒✓✔▣●◉√"
_TICK_BESIDE = re.compile(rf"[VvOo○]\s*[{_BOX}]|[{_BOX}]\s*[VvOo○](?=[\s\d])")
_NUMBERED = re.compile(r"(?P<number>\d{1,2})(?:[.)]|\s|$)\s*(?P<label>.*)", re.DOTALL)
_PLACE = re.compile(
    r"\s*(?:자료\s*)?(?P<number>\d{1,2})\s*(?:[,.:)번]|\s)\s*(?P<where>\S.*)", re.DOTALL
)
_NUMBER = re.compile(r"(?P<before>\D*?)(?P<value>\d[\d,]*(?:\.\d+)?)(?P<after>.*)", re.DOTALL)


class Misfit(ValueError):
    """An answer that the field cannot hold."""


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
        return dict(_places(cell, sources))
    if field.type in ("integer", "number"):
        return _number(cell)
    if field.type in ("link", "anchor", "relations"):
        raise Misfit(cell)
    return [line.strip() for line in cell.split("\n") if line.strip()] if field.many else cell


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
    match = _NUMBER.fullmatch(cell)
    if match is None:
        raise Misfit(cell)
    return match["before"].strip(), match["value"].replace(",", ""), match["after"].strip()


def _places(cell: str, sources: Sequence[int]) -> Iterator[tuple[str, str]]:
    """Each line as the key of a source and the place in it; of one source alone the number may be left out."""
    for line in filter(None, map(str.strip, cell.split("\n"))):
        match = _PLACE.fullmatch(line)
        if match and int(match["number"]) in sources:
            yield source_key(int(match["number"])), match["where"].strip()
        elif len(sources) == 1:
            yield source_key(sources[0]), line
        else:
            raise Misfit(cell)


def _chosen(field: Field, cell: str, vocabulary: Vocabulary) -> Plain:
    """The ids of the choices that are ticked, numbered or written out; nothing where none is."""
    ids: list[Plain] = list(dict.fromkeys(_choices(cell, vocabulary)))
    if len(ids) > 1 and not field.many:
        raise Misfit(cell)
    return ids if field.many else ids[0] if ids else ""


def _choices(cell: str, vocabulary: Vocabulary) -> Iterator[str]:
    said = _TICK_BESIDE.sub("■", unicodedata.normalize("NFKC", cell))
    ids = known(vocabulary)
    for part in re.split(rf"(?=[{_BOX}{_TICKED}])|[\n,]", said):
        words = part.strip(f"{_BOX}{_TICKED} \t.")
        if words and part[0] not in _BOX:
            yield _choice(words, ids, tuple(vocabulary.terms))


def _choice(words: str, ids: Mapping[str, str], numbered: Sequence[str]) -> str:
    """The id that a number of the form, a label or both mean."""
    match = _NUMBERED.fullmatch(words)
    label = folded(match["label"] if match else words)
    if label in ids:
        return ids[label]
    if match and not label and 1 <= int(match["number"]) <= len(numbered):
        return numbered[int(match["number"]) - 1]
    raise Misfit(words)


def known(vocabulary: Vocabulary) -> Mapping[str, str]:
    """Ids by labels and other names, folded."""
    names = {folded(name): term.id for term in vocabulary for name in term.aliases}
    return names | {folded(term.label): term.id for term in vocabulary}


def folded(label: str) -> str:
    """``label`` without what people write in one way or the other: spaces, width, case."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", label)).lower()
