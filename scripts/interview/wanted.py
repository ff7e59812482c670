"""What a question offers: the fields of a group it asks for, the choices, the help below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hyeopchi.records.archive import Archive
from hyeopchi.records.sections import passages
from hyeopchi.schema.fields import Field, Structure
from hyeopchi.schema.kinds import Kind
from hyeopchi.schema.vocabulary import Vocabulary
from interview.dialogue import Choice

_ADDRESSED = (Kind.PLAN, Kind.DECLARATION)
"""Kinds whose numbered entries other records answer or carry out."""
_WRITTEN = ("text", "prose", "integer", "number", "date", "edtf", "url", "slug", "anchor")
"""Types whose values a person writes in full."""


def asked(structure: Structure) -> list[Field]:
    """The fields of a group that are asked for: those with a question and those it needs.

    A judgement is taken for the person's own, so that it needs its reason.
    """
    has_questions = any(field.ask for field in structure.fields.values())
    judged = "basis" in structure.fields
    return [
        replace(field, need="always") if judged and field.name == "note" else field
        for field in structure.fields.values()
        if (field.ask or field.need == "always" or not has_questions)
        and field.name not in ("basis", "key")
        and not (judged and field.type == "citations")
    ]


def terms_of(vocabulary: Vocabulary) -> list[Choice]:
    """The terms of a vocabulary, found by their aliases too."""
    return [Choice(term.id, term.label, " ".join(term.aliases)) for term in vocabulary]


def suggested(vocabulary: Vocabulary, word: str) -> str | None:
    """The label of the term that a word most likely means."""
    meant = vocabulary.suggest(word)
    return vocabulary[meant].label if meant else None


def addresses(archive: Archive) -> Iterator[Choice]:
    """Every record that stands, and every numbered entry of plans and declarations."""
    for record in archive.by_id.values():
        if record.is_withdrawn:
            continue
        yield Choice(record.id, record.title)
        if record.kind in _ADDRESSED:
            for anchor, _, entry in passages(record, archive.schema):
                yield Choice(
                    f"{record.id}#{anchor}",
                    str(entry.get("title") or entry.get("text") or entry.get("what")),
                    record.title,
                )


def asked_for(field: Field) -> list[str]:
    """What is said where a needed answer is left empty."""
    more = "" if field.need == "always" else " 모르면 '모름'이라고 적으세요."
    return [f"꼭 있어야 하는 물음입니다.{_example(field)}{more}"]


def help_of(field: Field) -> str:
    """What stands below the question: the description, the limit and, where one writes, an example."""
    limit = (
        f" {field.length}자까지." if field.length and str(field.length) not in field.help else ""
    )
    return f"{field.help}{limit}{_example(field)}"


def _example(field: Field) -> str:
    """The example of a field whose value is written, not chosen."""
    return f" 예: {field.example}" if field.type in _WRITTEN and not field.many else ""
