"""The JSON Schema of records: valid itself, and as strict as the reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from helpers.real_library import LIBRARY
from hyeopchi.contribute.example import example
from hyeopchi.exports.json_schema import json_schema
from hyeopchi.schema.fields import OF_TOMBSTONES, Field
from hyeopchi.schema.vague_date import VagueDate
from support.environment import ROOT


class Editor(yaml.CSafeLoader):
    """YAML as editors read it (1.2): numbers and truth values, no dates."""


Editor.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0].rpartition(":")[2] in ("int", "float", "null")]
    for first, pairs in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
Editor.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))

SCHEMA = json_schema(LIBRARY)
MINIMAL = {
    "kind": "case",
    "title": "제목",
    "summary": "요약",
    "districts": ["mapo-gu"],
    "domains": ["youth"],
    "period": {"start": 2017},
    "status": {"value": "planned", "from": {"plan": "3쪽"}},
    "case_type": "process",
    "scale": "dong",
    "sources": [{"key": "plan", "title": "계획", "rights": "KOGL-4"}],
    "added": "2026-11-22",
}


def complaints(record: dict) -> list[str]:
    return sorted(
        f"{error.json_path}: {error.message}"
        for error in Draft202012Validator(SCHEMA).iter_errors(record)
    )


def fitting(name: str) -> Draft202012Validator:
    return Draft202012Validator({**SCHEMA["$defs"][name], "$defs": SCHEMA["$defs"]})


def all_fields() -> Iterator[tuple[str, Field]]:
    schema = LIBRARY.schema
    for kind in LIBRARY.vocabularies["kinds"]:
        yield from ((f"kind.{kind.id}", field) for field in schema.of_kind(kind.id))
    for group in schema.structures.values():
        yield from ((f"group.{group.name}", field) for field in group.fields.values())


def test_the_schema_is_valid_against_the_metaschema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize(
    "file", sorted((ROOT / "cases").glob("[!_]*/*.md")), ids=lambda file: file.stem
)
def test_a_real_record_fits_the_schema(file: Path) -> None:
    front_matter = file.read_text(encoding="utf-8").split("\n---\n")[0]
    assert complaints(yaml.load(front_matter, Loader=Editor)) == []


def test_every_example_fits_its_field() -> None:
    wrong = [
        (owner, field.name)
        for owner, field in all_fields()
        if not Draft202012Validator(
            {**SCHEMA["$defs"][owner]["properties"][field.name], "$defs": SCHEMA["$defs"]}
        ).is_valid(example(field, LIBRARY.schema))
    ]
    assert wrong == []


def test_every_field_is_told_in_korean() -> None:
    for owner, field in all_fields():
        node = SCHEMA["$defs"][owner]["properties"][field.name]
        assert (node["title"], node["description"]) == (field.label, field.description)


def test_every_vocabulary_is_an_enumeration_even_a_large_one() -> None:
    for name in ("actors", "districts", "domains", "units"):
        assert SCHEMA["$defs"][f"terms.{name}"]["enum"] == list(LIBRARY.vocabularies[name].terms)


def test_a_minimal_case_fits() -> None:
    assert complaints(MINIMAL) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"pledges": []}, "Additional properties are not allowed ('pledges' was unexpected)"),
        ({"domains": ["youth"] * 2}, "['youth', 'youth'] has non-unique elements"),
        ({"title": "가" * 81}, f"'{'가' * 81}' is too long"),
        ({"scale": "village"}, "'village' is not one of ['dong', 'district', 'city']"),
        ({"added": "2026-13-01"}, "'2026-13-01' does not match"),
        ({"kind": "story"}, "'story' is not one of"),
        ({"dong": "두\n줄"}, "'두\\n줄' does not match"),
    ],
)
def test_what_does_not_fit_is_refused(change: dict, said: str) -> None:
    found = complaints(MINIMAL | change)
    assert len(found) == 1
    assert said in found[0]


def test_a_needed_field_that_is_missing_is_named() -> None:
    assert complaints({name: MINIMAL[name] for name in MINIMAL if name != "summary"}) == [
        "$: 'summary' is a required property"
    ]


def test_an_expected_field_may_be_said_to_be_unknown() -> None:
    without = {name: MINIMAL[name] for name in MINIMAL if name != "period"}
    assert len(complaints(without)) == 1
    assert complaints(without | {"unknown": [{"field": "period"}]}) == []
    assert complaints(without | {"not_applicable": [{"field": "period"}]}) == []


def test_a_tombstone_needs_little() -> None:
    tombstone = {
        "kind": "case",
        "title": "거둔 기록",
        "added": "2026-11-22",
        "withdrawn": {"date": "2026-12-01", "reason": "합쳤습니다."},
    }
    assert complaints(tombstone) == []
    assert set(tombstone) == set(OF_TOMBSTONES)


@pytest.mark.parametrize(
    "text",
    [
        "2017",
        "2017-06",
        "2017-06-20",
        "2017-33",
        "2017-36",
        "2017-40",
        "2017-41~",
        "2017?",
        "2017-06-20~",
        "0000",
        "2017-13",
        "2017-00",
        "2017-6",
        "2017-06-32",
        "2017-37",
        "2017-21",
        "2017-24~",
        "2017-25",
        "2017-40-01",
        "17",
        "2017-06-20-01",
        "2017년",
        "",
        "2017~~",
    ],
)
def test_a_vague_date_fits_exactly_when_the_reader_takes_it(text: str) -> None:
    try:
        taken = VagueDate.parse(text).edtf == text
    except ValueError:
        taken = False
    assert fitting("scalar.edtf").is_valid(text) == taken


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        (
            "link",
            ["2017-plan", "2017-plan#1-1-2", "abc#무엇이-문제였나"],
            ["Abc", "ab", "2017-plan#", "a b c", "2017-plan# x"],
        ),
        ("slug", ["plan", "1-1-2", 1], ["Plan", "-a", "", "a_b"]),
        ("anchor", ["stage-2", "무엇이-달라졌나"], ["#stage-2", "a b", ""]),
        (
            "url",
            ["https://example.org/가", "http://example.org"],
            ["javascript:alert(1)", "ftp://example.org", "https://a b"],
        ),
        (
            "citations",
            [{"plan": "8~15쪽"}, {"plan": 3}, "plan", "3쪽", ["plan", "later"]],
            [{}, {"Plan": "3쪽"}, "", [], {"plan": ""}],
        ),
        ("date", ["2017-02-22"], ["2017-02", "2017-2-22", 2017]),
        ("integer", [60], [-1, 1.5, "60"]),
    ],
)
def test_a_scalar_fits_as_the_reader_takes_it(name: str, good: list, bad: list) -> None:
    assert [value for value in good if not fitting(f"scalar.{name}").is_valid(value)] == []
    assert [value for value in bad if fitting(f"scalar.{name}").is_valid(value)] == []
