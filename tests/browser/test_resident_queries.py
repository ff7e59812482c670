"""What residents type: each query of the table, and 500 words of a dictionary, in one session of a browser."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import pytest
import yaml

from hyeopchi.search.normalise import normalise, runs
from hyeopchi.search.tokens import dictionary
from support.environment import ROOT

TABLE = yaml.safe_load((ROOT / "tests/data/resident_queries.yml").read_text("utf-8"))
LARGEST_LOOK_UP = 20 * 1024
NOUNS, SEED = 500, 15
_FIND = """async (queries) => {
    const { find } = await import("/assets/javascripts/search/engine.js");
    const { withIndex } = await import("/assets/javascripts/search/files.js");
    const weight = () => performance.getEntriesByType("resource")
        .filter((one) => one.name.includes("/search/filters/")).reduce((sum, one) => sum + one.decodedBodySize, 0);
    performance.setResourceTimingBufferSize(5000);
    return withIndex(async (index) => {
        const answers = [];
        for (const query of queries) {
            const before = weight(), answer = await find(index, query);
            const cards = await Promise.all(answer.records.slice(0, 5).map((record) => index.card(record)));
            answers.push({ ...answer, count: answer.records.length, records: cards.map((card) => card.id), lookedUp: weight() - before });
        }
        return answers;
    });
}"""


@pytest.fixture(scope="module")
def answers(browser, server: str) -> Iterator[Mapping[str, Mapping[str, Any]]]:
    """What the search answers to each query of the table, and to each noun."""
    context = browser.new_context(base_url=server, locale="ko-KR")
    page = context.new_page()
    page.goto("/about/")
    asked = [row["query"] for row in TABLE] + nouns()
    yield dict(zip(asked, page.evaluate(_FIND, asked), strict=True))
    context.close()


@cache
def nouns() -> list[str]:
    """500 words of the analyser's dictionary, the same ones each time."""
    known = sorted({word for word in dictionary() if re.fullmatch("[가-힣]{2,5}", word)})
    return random.Random(SEED).sample(known, NOUNS)


def wrong(row: Mapping[str, Any], answer: Mapping[str, Any]) -> Iterator[str]:
    """What an answer is not that its row says."""
    if row.get("real") and answer["instead"]:
        yield f"for {answer['instead']}"
    if "meant" in row and answer["instead"] != [row["meant"]]:
        yield f"not for {row['meant']}: {answer['instead']}"
    if "offered" in row and (answer["instead"] or row["offered"] not in answer["offers"]):
        yield f"not offered: {answer['offers']}"
    if "leads" in row and row["leads"] not in dict(answer["leads"]):
        yield f"leads to {answer['leads']}"
    if "same" in row and row["same"] not in answer["same"]:
        yield f"the same as {answer['same']}"
    if both := set(row.get("unsame", ())) & set(answer["same"]):
        yield f"was typed and is told as the same: {both}"
    if "nowhere" in row and row["nowhere"] != answer["nowhere"]:
        yield f"nowhere {answer['nowhere']}"
    if "first" in row and row["first"] not in answer["records"]:
        yield f"first are {answer['records']}"
    if "asks" in row and not (answer["isAsked"] and answer["count"]):
        yield "no questions"


def test_every_query_of_the_table_is_answered_as_it_says(answers) -> None:
    assert [(row["query"], one) for row in TABLE for one in wrong(row, answers[row["query"]])] == []


def test_the_table_is_long_and_half_of_it_is_never_corrected() -> None:
    queries = [row["query"] for row in TABLE]
    assert len(set(queries)) == len(queries) >= 60
    assert sum("real" in row for row in TABLE) >= len(TABLE) / 2


def test_no_word_of_the_dictionary_is_taken_for_another(answers) -> None:
    taken = [(noun, answers[noun]["instead"]) for noun in nouns() if answers[noun]["instead"]]
    assert taken == []


def test_what_is_found_for_a_word_of_the_dictionary_holds_it_or_is_told(answers) -> None:
    assert [
        (noun, answer["marks"])
        for noun in nouns()
        if (answer := answers[noun])["count"] and not (answer["pieces"] or is_held(noun, answer))
    ] == []


def is_held(noun: str, answer: Mapping[str, Any]) -> bool:
    """Whether every mark goes on where the word ends, is a form of the verb that it is, or is told."""
    told = {run for word in answer["same"] for run in runs(normalise(word))}
    stem = noun.removesuffix("다")
    return all(mark.startswith((noun, stem)) or mark in told for mark in answer["marks"])


def test_a_look_up_in_the_dictionary_is_small(answers) -> None:
    looked_up = {query: answer["lookedUp"] for query, answer in answers.items()}
    assert max(looked_up.values()) <= LARGEST_LOOK_UP
    assert any(looked_up.values())


def test_a_word_that_is_found_asks_no_dictionary(page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/about/")
    found: Sequence[Any] = page.evaluate(_FIND, ["협치학교", "주민자치회", "청년의회 조례"])
    assert all(answer["count"] for answer in found)
    assert [address for address in asked if "/search/filters/" in address] == []
