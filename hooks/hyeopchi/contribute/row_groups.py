"""Groups: rows of a filled form as the groups of a record, with what the form need not ask."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from hyeopchi.contribute.cell_values import counted, source_key
from hyeopchi.contribute.choices import Misfit, folded, known
from hyeopchi.records.as_json import Plain
from hyeopchi.schema.vocabulary import Vocabularies, Vocabulary

Group = dict[str, Plain]


def completed(type_name: str, group: Group, number: int, vocabularies: Vocabularies) -> Group:
    """``group``, of the row ``number``, with what its type holds beside what was asked."""
    complete = _COMPLETE.get(type_name)
    return complete(group, number, vocabularies) if complete else group


def _actor(group: Group, number: int, vocabularies: Vocabularies) -> Group:
    """A listed actor stands under its id."""
    listed = known(vocabularies["actors"]).get(folded(str(group.get("name", ""))))
    return (
        {"id": listed}
        | {name: value for name, value in group.items() if name not in ("name", "sector")}
        if listed
        else group
    )


def denied(type_name: str, group: Group, vocabularies: Vocabularies) -> frozenset[str]:
    """The fields of ``group`` of which the vocabulary says something else: of a listed actor, its sector."""
    if type_name != "actor":
        return frozenset()
    listed = known(vocabularies["actors"]).get(folded(str(group.get("name", ""))))
    sector = vocabularies["actors"][listed].extras.get("sector") if listed else None
    is_denied = listed and group.get("sector", sector) != sector
    return frozenset({"sector"} if is_denied else ())


def _source(group: Group, number: int, vocabularies: Vocabularies) -> Group:
    """A source bears its number, and terms that nobody knows are unknown."""
    return {"key": source_key(number), **group} | (
        {} if "rights" in group else {"rights": "unknown"}
    )


def _participation(group: Group, number: int, vocabularies: Vocabularies) -> Group:
    """Who sends the form judges, not a source."""
    return (
        {"level": group.get("level", ""), "basis": "editor"} | group if "level" in group else group
    )


_COMPLETE: Mapping[str, Callable[[Group, int, Vocabularies], Group]] = MappingProxyType(
    {"actor": _actor, "source": _source, "participation": _participation}
)


def amount(cell: str, vocabularies: Vocabularies) -> Group:
    """A number with what may stand around it: "약 1,200여 명". Raises ``Misfit``."""
    before, value, after = counted(cell)
    qualifiers, units = vocabularies["qualifiers"], known(vocabularies["units"])
    first, rest = _qualifier(before, qualifiers), after
    for term in qualifiers:
        if after.startswith(term.label) and not before:
            first, rest = term.id, after.removeprefix(term.label)
    if (before and not first) or (rest.strip() and folded(rest) not in units):
        raise Misfit(cell)
    found = {"value": value, "unit": units.get(folded(rest), ""), "qualifier": first}
    return {name: said for name, said in found.items() if said}


def _qualifier(word: str, qualifiers: Vocabulary) -> str:
    return known(qualifiers).get(folded(word), "") if word else ""
