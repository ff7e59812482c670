"""Answers: one answer to the question of one field, judged by the rules that judge a record."""

from __future__ import annotations

from collections.abc import Iterator

from hyeopchi.contribute.yaml_writer import flow
from hyeopchi.files.problem import Problem
from hyeopchi.files.source import SourceFile
from hyeopchi.files.strict_yaml import read_yaml
from hyeopchi.records.as_json import Plain
from hyeopchi.rules.checking import BODY_RULES, SOURCE_RULES
from hyeopchi.schema.fields import Field, Schema
from hyeopchi.schema.interpreter import Interpreter
from hyeopchi.schema.usual_places import NO_PLACES, UsualPlaces
from hyeopchi.schema.vocabulary import Vocabularies

_ABOVE = "---\n---\n\n"


def answer_problems(
    field: Field,
    value: Plain,
    schema: Schema,
    vocabularies: Vocabularies,
    places: UsualPlaces = NO_PLACES,
) -> tuple[Problem, ...]:
    """What the rules say of ``value``, plain text, lists and dictionaries, in ``field``.

    ``places`` are those of the sources that are known already.
    """
    source = SourceFile("", f"{field.name}: {flow(value)}\n")
    root, problems = read_yaml(source.text, "")
    interpreter = Interpreter(schema, vocabularies, "", places)
    interpreter.entry(root, {field.name: field}, "기록")
    return tuple(dict.fromkeys([*problems, *interpreter.problems, *_of_text(source)]))


def section_problems(text: str) -> tuple[Problem, ...]:
    """What the rules say of the text of one section of a body."""
    source = SourceFile("", f"{_ABOVE}{text}\n")
    found = [problem for rule in BODY_RULES for problem in rule(source, len(_ABOVE))]
    return tuple(dict.fromkeys([*found, *_of_text(source)]))


def _of_text(source: SourceFile) -> Iterator[Problem]:
    for rule in SOURCE_RULES:
        yield from rule(source)
