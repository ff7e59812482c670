"""The records of later years against facts noted from their documents before they were written."""

from __future__ import annotations

from collections import Counter

import pytest

from helpers.plain_records import PlainRecord, plain_records, read_yaml
from support.environment import ROOT

Row = dict[str, str]
FACTS: list[Row] = list(read_yaml(ROOT / "tests/data/later_facts.yml"))  # type: ignore[call-overload]
COLUMNS = {"record", "says", "source", "seen"}


def missing(record: PlainRecord, row: Row) -> list[str]:
    """What the row asks of the record and does not find there."""
    cited = {source.get("id") for source in record.fields.get("sources", ())}
    words = [f"적을 말: {row['says']}"] if row["says"] not in record.text else []
    return words + ([f"들 자료: {row['source']}"] if row["source"] not in cited else [])


@pytest.mark.parametrize("row", FACTS, ids=[f"{row['record']} {row['says']}" for row in FACTS])
def test_a_record_says_what_its_document_says_and_cites_it(row: Row) -> None:
    record = plain_records()[row["record"]]
    if "withdrawn" in record.fields:
        pytest.skip("거둔 기록입니다.")
    assert missing(record, row) == [], f"{record.id}이 자료와 다릅니다: {row['seen']}"


def test_a_word_or_a_document_that_is_not_there_is_told() -> None:
    record = PlainRecord("case", {"sources": [{"id": "2020-news"}]}, "서른세 사람이 모였습니다.")
    row = {"record": "case", "says": "33명", "source": "2021-news", "seen": "33명이 모임"}
    assert missing(record, row) == ["적을 말: 33명", "들 자료: 2021-news"]
    assert missing(record, row | {"says": "서른세 사람", "source": "2020-news"}) == []


def test_every_row_has_its_four_columns_and_stands_once() -> None:
    assert [row for row in FACTS if row.keys() != COLUMNS or not all(row.values())] == []
    counted = Counter((row["record"], row["says"]) for row in FACTS)
    assert [key for key, times in counted.items() if times > 1] == []


def test_every_record_of_the_table_has_two_facts_at_least() -> None:
    counted = Counter(row["record"] for row in FACTS)
    assert [record for record, times in counted.items() if times < 2] == []
