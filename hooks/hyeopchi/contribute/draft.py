"""A draft: the answers that a new record is made of, and the file they become."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from hyeopchi.contribute.yaml_writer import flow
from hyeopchi.records.as_json import Plain
from hyeopchi.schema.conventions import CITY, COLLECTION_PREFIXES
from hyeopchi.schema.fields import Schema
from hyeopchi.schema.vague_date import VagueDate
from hyeopchi.text.quoting import printable
from hyeopchi.text.romanisation import proposed_id

GAPS = ("unknown", "not_applicable")


class BadDraft(ValueError):
    """A kept draft that cannot be read."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Values by field name as text, lists and dictionaries; nothing in it is checked.

    ``gaps`` are the fields that are unknown or do not apply, each with its note or "";
    ``sections`` the texts below the body's headings, by heading; ``passed`` the questions that
    were answered or left out.
    """

    values: Mapping[str, Plain] = field(default_factory=dict)
    gaps: Mapping[str, Mapping[str, str]] = field(
        default_factory=lambda: {name: {} for name in GAPS}
    )
    sections: Mapping[str, str] = field(default_factory=dict)
    passed: tuple[str, ...] = ()

    @property
    def sources(self) -> tuple[Mapping[str, Plain], ...]:
        """The sources that have been told, each by its fields."""
        told = self.values.get("sources", ())
        return tuple(one for one in told if isinstance(one, dict)) if isinstance(told, list) else ()

    def with_value(self, name: str, value: Plain) -> Draft:
        """The draft with a field answered."""
        return replace(
            self.without(name),
            values={**self.values, name: value},
            passed=(*self.without(name).passed, name),
        )

    def with_gap(self, name: str, gap: str, note: str) -> Draft:
        """The draft with a field said to be unknown or not to apply."""
        clean = self.without(name)
        return replace(
            clean,
            gaps={**clean.gaps, gap: {**clean.gaps[gap], name: note}},
            passed=(*clean.passed, name),
        )

    def with_section(self, heading: str, text: str) -> Draft:
        """The draft with the text below a heading."""
        return replace(
            self.without(heading),
            sections={**self.sections, heading: text},
            passed=(*self.without(heading).passed, heading),
        )

    def left_out(self, name: str) -> Draft:
        """The draft with a question passed and not answered."""
        clean = self.without(name)
        return replace(clean, passed=(*clean.passed, name))

    def without(self, name: str) -> Draft:
        """The draft as if the question had not been asked."""
        return Draft(
            _less(self.values, name),
            {gap: _less(notes, name) for gap, notes in self.gaps.items()},
            _less(self.sections, name),
            tuple(one for one in self.passed if one != name),
        )

    @property
    def year(self) -> int | None:
        """The year in which it began, as far as the answers tell."""
        period = self.values.get("period")
        said = (
            period.get("start") or period.get("end")
            if isinstance(period, dict)
            else self.values.get("declared_on")
        )
        try:
            return VagueDate.parse(str(said)).year if said else None
        except ValueError:
            return None

    @property
    def folder(self) -> str:
        """The district's folder in which its file belongs."""
        districts = self.values.get("districts")
        return str(districts[0]) if isinstance(districts, list) and len(districts) == 1 else CITY

    @property
    def id(self) -> str:
        """The id that is proposed: the year and the romanised title."""
        proposed = proposed_id(str(self.values.get("title", "")), self.year)
        prefix = COLLECTION_PREFIXES.get(str(self.values.get("purpose", "")))
        return prefix + proposed.partition("-")[2] if prefix else proposed


def _less(values: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key != name}


def draft_text(
    draft: Draft, schema: Schema, today: datetime.date, remarks: Iterable[str] = ()
) -> str:
    """The file of the record: front matter in the order of the fields, then the sections.

    ``remarks`` are lines for whoever goes on with it; they stand at the top as comments.
    """
    values = {
        **draft.values,
        **{gap: said for gap in GAPS if (said := _gap_entries(draft.gaps[gap]))},
    }
    values.setdefault("added", today.isoformat())
    lines = ["---", *(f"# {printable(remark)}" for remark in remarks)]
    for name in schema.fields:
        if name in values:
            lines += _field_lines(name, values[name])
    sections = (f"\n## {heading}\n\n{text.strip()}" for heading, text in draft.sections.items())
    return "\n".join([*lines, "---", *sections]) + "\n"


def _gap_entries(notes: Mapping[str, str]) -> list[Plain]:
    return [
        {"field": name, "note": note} if note else {"field": name} for name, note in notes.items()
    ]


def _field_lines(name: str, value: Plain) -> Iterator[str]:
    """A list of groups has a line for each; everything else stands on one line."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        yield f"{name}:"
        yield from (f"  - {flow(item)}" for item in value)
    else:
        yield f"{name}: {flow(value)}"


def kept(draft: Draft) -> str:
    """The draft as JSON, to go on with later."""
    return json.dumps(asdict(draft), ensure_ascii=False, indent=2) + "\n"


def read_kept(text: str) -> Draft:
    """The draft that ``kept`` wrote. Raises BadDraft."""
    try:
        said = json.loads(text)
        draft = Draft(
            dict(said["values"]),
            {gap: dict(said["gaps"][gap]) for gap in GAPS},
            dict(said["sections"]),
            tuple(map(str, said["passed"])),
        )
    except (ValueError, KeyError, TypeError):
        raise BadDraft from None
    return draft
