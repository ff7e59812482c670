"""The records against facts written by hand from the sources, without a look at the records."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from helpers.fact_checks import CHECKS, Fact
from helpers.plain_records import CASES, PlainRecord, plain_records, read_yaml
from support.environment import ROOT

FACTS = read_yaml(ROOT / "tests/data/source_facts.yml")
FOUNDING_DAY = "2026-11-22"
# What a reader of the originals cannot find: names of copies, their lines, our working lists.
PRIVATE_PLACES = re.compile(
    r"\bL\d{1,4}\b|\b00[1-4](_|\.txt|번 자료)|\bD-\d{1,2}\b|\.txt\b|\[[SE]\]"
)
HEDGED = PlainRecord(
    "hedged",
    {"participants": [{"value": "700", "unit": "명", "qualifier": "more-than"}]},
    "2017년 2월 14일에 모였습니다.",
)


def failed(record: PlainRecord, fact: Fact) -> list[str]:
    """The ways of the fact in which it is not found in the record."""
    return [
        f"{how}: {fact[how]}"
        for how, check in CHECKS.items()
        if how in fact and not check(record, fact)
    ]


def schema_has(path: str) -> bool:
    """Whether ``fields.yml`` has every step of ``path``, lists where the path says ``*``."""
    schema = read_yaml(CASES / "_vocabulary/fields.yml")
    here, many = schema["fields"], False
    for step in path.split("."):
        if many:
            many = False
            if step != "*":
                return False
            continue
        field = next((field for field in here if field["name"] == step), None)
        if field is None:
            return False
        many = field.get("many") == "true"
        here = schema["structures"].get(field["type"], {}).get("fields", [])
    return True


def keys(wanted: object, prefix: str) -> Iterator[str]:
    """The paths of all that a row asks of one place."""
    if isinstance(wanted, dict):
        for key, value in wanted.items():
            yield f"{prefix}.{key}"
            yield from keys(value, f"{prefix}.{key}")
    for one in wanted if isinstance(wanted, list) else ():
        yield from keys(one, f"{prefix}.*")


@pytest.mark.parametrize("fact", FACTS, ids=[f"{fact['record']} {fact['fact']}" for fact in FACTS])
def test_a_record_holds_what_its_source_says(fact: Fact) -> None:
    record = plain_records()[fact["record"]]
    if "withdrawn" in record.fields:
        pytest.skip("거둔 기록입니다.")
    missing = failed(record, fact)
    assert not missing, (
        f"{record.id}이 자료와 다릅니다: {fact['fact']} ({fact['where']})\n"
        f"{fact.get('path', '기록 전체')}에서 맞지 않는 것: {', '.join(missing)}"
    )


def test_a_hedged_number_is_not_taken_for_an_exact_one() -> None:
    exact = {"path": "participants.*", "has": {"value": "700", "unit": "명"}}
    assert failed(HEDGED, exact) == ["has: {'value': '700', 'unit': '명'}"]
    assert failed(HEDGED, {"has": {"value": "700", "qualifier": "more-than"}}) == []


def test_a_date_may_stand_in_the_fields_or_in_a_sentence() -> None:
    assert failed(HEDGED, {"date": "2017-02-14"}) == []
    assert failed(HEDGED, {"date": "2017-02-15"}) == ["date: 2017-02-15"]


def test_what_must_not_be_said_is_found_when_it_is_said() -> None:
    assert failed(HEDGED, {"absent": "2월 14일"}) == ["absent: 2월 14일"]
    assert failed(HEDGED, {"path": "participants.*", "absent": {"value": "700"}}) == [
        "absent: {'value': '700'}"
    ]
    assert failed(HEDGED, {"path": "participants.*", "absent": {"value": "70"}}) == []


def test_the_table_holds_at_least_150_facts_besides_what_must_not_be_said() -> None:
    assert sum("absent" not in fact for fact in FACTS) >= 150


def test_every_fact_can_be_told_from_the_others_and_says_how_it_is_found() -> None:
    assert len({(fact["record"], fact["fact"]) for fact in FACTS}) == len(FACTS)
    assert [fact for fact in FACTS if not CHECKS.keys() & fact.keys() or not fact["where"]] == []


def test_every_record_of_the_founding_collection_has_facts() -> None:
    founding = {
        record.id
        for record in plain_records().values()
        if record.fields["added"] == FOUNDING_DAY and record.fields["kind"] != "collection"
    }
    assert founding - {fact["record"] for fact in FACTS} == set()


def test_no_fact_names_a_place_that_a_record_cannot_have() -> None:
    paths = {
        path
        for fact in FACTS
        if "path" in fact
        for path in [fact["path"], *keys(fact.get("has", fact.get("absent")), fact["path"])]
    }
    assert sorted(path for path in paths if not schema_has(path)) == []


def test_no_record_of_the_founding_collection_cites_a_private_copy_of_a_source() -> None:
    found = {
        (record.id, hit.group())
        for record in plain_records().values()
        if record.fields["added"] == FOUNDING_DAY
        for hit in PRIVATE_PLACES.finditer(record.text)
    }
    assert sorted(found) == []
