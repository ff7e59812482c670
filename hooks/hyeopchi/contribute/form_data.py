"""What the form on the page knows of a record: fields, words and limits, as one file of data.

The form's scripts read ``data/fields.json``; words that are many stand in ``data/words/<id>.json``
and are fetched when a person looks for one. Whether an id is taken is told by
``data/ids/<number>.json``, one of ``ID_FILES`` small files that are always there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Any

from hyeopchi.contribute.example import written
from hyeopchi.contribute.script_pattern import script_pattern
from hyeopchi.files import source
from hyeopchi.library.library import Library
from hyeopchi.markup import grammar
from hyeopchi.rules import body, easy, markup, markup_limits, tables, text
from hyeopchi.rules.personal_data import patterns as personal
from hyeopchi.schema.conventions import CITY, COLLECTION_PREFIXES, DEFAULT_LICENCE
from hyeopchi.schema.fields import Field, Heading, Schema
from hyeopchi.schema.missing import NOT_SAID
from hyeopchi.schema.vocabulary import Vocabularies, Vocabulary, money
from hyeopchi.text.print_letters import drawn

ID_FILES = 16
"""Among how many files the ids are spread."""
MOST_WORDS = 100
"""A vocabulary with more terms has a file of its own."""
VERSION = 1
"""Of the file and of the drafts that browsers keep; a draft of another version is read as far as it fits."""

_NOT_ASKED = frozenset({"kind", "title_en", "added", "revised", "withdrawn"})
"""Fields that the form fills itself or leaves as they are."""
_LAST_STEP = "sources"
_PART_OF_THE_TELLING = "happened"
_ABOUT_THE_RECORD = frozenset({"unknown", "not_applicable", "disputed"})

Data = dict[str, Any]


def form_fields(library: Library) -> Data:
    """Everything of ``data/fields.json``."""
    schema, vocabularies = library.schema, library.vocabularies
    return {
        "version": VERSION,
        "licence": DEFAULT_LICENCE,
        "city": CITY,
        "prefixes": COLLECTION_PREFIXES,
        "idFiles": ID_FILES,
        "kinds": [_term_row(vocabularies["kinds"], kind) for kind in vocabularies["kinds"].terms],
        "steps": [
            {"id": term.id, "label": term.label, "help": term.definition}
            for term in vocabularies["steps"]
        ],
        "fields": [_field(field, step_of(field)) for field in schema.fields.values()],
        "structures": {
            one.name: {
                "label": one.label,
                "fields": [_field(field) for field in one.fields.values()],
            }
            for one in schema.structures.values()
        },
        "headings": [_heading(heading) for heading in schema.headings],
        "words": {
            **_words(schema, vocabularies),
            "money": _word_list(money(vocabularies["units"])),
        },
        "notSaid": dict(NOT_SAID),
        "won": {term.id: int(str(term.extras["won"])) for term in money(vocabularies["units"])},
        "drawn": drawn(),
        "limits": {
            **_limits(markup_limits),
            **_limits(text),
            **_limits(source),
            **_limits(easy),
        },
        "personal": _patterns(personal),
        "grammar": _patterns(grammar),
        "rules": {
            **_patterns(text),
            **_patterns(markup),
            **_patterns(tables),
            **_patterns(markup_limits),
            **_patterns(easy),
            **_patterns(body),
        },
    }


def step_of(field: Field) -> str:
    """The step in which the form asks for a field, "" for one that it does not ask for."""
    if field.step or field.name in _NOT_ASKED:
        return field.step
    return _LAST_STEP if field.name in _ABOUT_THE_RECORD else _PART_OF_THE_TELLING


def word_files(library: Library) -> Iterator[tuple[str, list[list[str]]]]:
    """Id and rows (id, label, other names) of each vocabulary too long for ``fields.json``."""
    for vocabulary in _used(library.schema, library.vocabularies):
        if len(vocabulary) > MOST_WORDS:
            yield vocabulary.id, [[term.id, term.label, *term.aliases] for term in vocabulary]


def id_files(library: Library) -> tuple[list[str], ...]:
    """The ids of all records, tombstones too, each in the file that ``id_file`` names."""
    files: tuple[list[str], ...] = tuple([] for _ in range(ID_FILES))
    for record_id in sorted(library.by_id):
        files[id_file(record_id)].append(record_id)
    return files


def id_file(record_id: str) -> int:
    """The number of the file in which an id stands if it is taken: as a script computes it too."""
    return sum(record_id.encode()) % ID_FILES


def _used(schema: Schema, vocabularies: Vocabularies) -> Iterator[Vocabulary]:
    groups = (schema.fields, *(one.fields for one in schema.structures.values()))
    names = {field.vocabulary for fields in groups for field in fields.values()} - {""}
    return (vocabulary for vocabulary in vocabularies if vocabulary.id in names)


def _words(schema: Schema, vocabularies: Vocabularies) -> Mapping[str, Data]:
    """Label and terms (id, label, meaning) of every vocabulary; no terms where they have a file."""
    return {
        one.id: {"label": one.label, "terms": []} if len(one) > MOST_WORDS else _word_list(one)
        for one in _used(schema, vocabularies)
    }


def _word_list(vocabulary: Vocabulary) -> Data:
    """Label and terms of a vocabulary."""
    terms = [_term_row(vocabulary, term) for term in vocabulary.terms]
    return {"label": vocabulary.label, "terms": terms}


def _term_row(vocabulary: Vocabulary, term_id: str) -> list[str]:
    term = vocabulary[term_id]
    return [term.id, term.label, term.definition]


def _field(field: Field, step: str = "") -> Data:
    """A field; what is false, empty or nothing is left out."""
    known: Data = {
        "name": field.name,
        "label": field.label,
        "ask": field.ask,
        "help": field.help,
        "example": _example(field),
        "type": field.type,
        "kinds": sorted(field.kinds),
        "need": field.need,
        "unless": field.unless,
        "vocabulary": field.vocabulary,
        "many": field.many,
        "most": field.most,
        "length": field.length,
        "step": step,
        "unit": field.unit,
        "isPreviewed": "preview" in field.shows,
        "ifFilled": field.if_filled,
        "anchor": field.anchor,
        "money": field.money,
    }
    return {
        name: value
        for name, value in known.items()
        if value or (name == "anchor" and value is not None)
    }


def _example(field: Field) -> str:
    """The example as a person would type it; "" for what is chosen or has fields of its own."""
    value = written(field)
    one = value[0] if isinstance(value, list) and value else value
    return one if isinstance(one, str) and field.type not in ("term", "boolean", "link") else ""


def _heading(heading: Heading) -> Data:
    return {
        "label": heading.label,
        "kinds": sorted(heading.kinds),
        "fields": list(heading.fields),
        "step": heading.step or _PART_OF_THE_TELLING,
    }


def _patterns(module: ModuleType) -> Mapping[str, str]:
    """The public patterns of a module, as scripts read them."""
    return {
        name.lower(): script_pattern(value)
        for name, value in vars(module).items()
        if name.isupper() and not name.startswith("_") and hasattr(value, "pattern")
    }


def _limits(module: ModuleType) -> Mapping[str, int]:
    """The public limits of a module."""
    return {
        name.lower(): value
        for name, value in vars(module).items()
        if name.startswith(("MIN_", "MAX_")) and isinstance(value, int)
    }
