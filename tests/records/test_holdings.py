"""What the library's real records give their three readers: citizens, facilitators, contributors."""

from __future__ import annotations

import re

import pytest

from helpers.real_library import ARCHIVE
from hyeopchi.library.term_index import index_terms
from hyeopchi.records.archive import Archive
from hyeopchi.records.depth import depth
from hyeopchi.records.record import Record
from hyeopchi.records.walk import groups
from hyeopchi.rules.checking import check

RECORDS = [record for record in ARCHIVE.records if not record.is_withdrawn]
FULL = [
    record for record in RECORDS if depth(record, ARCHIVE.schema, ARCHIVE.vocabularies) == "full"
]
QUESTIONS = [record for record in RECORDS if record.get("purpose") == "question"]
_ANNOUNCED = re.compile(
    r"(?:기로 했(?:습니다|다고 보도되었습니다)|겠다고(?: \S+){0,2} (?:했|밝혔|알렸)습니다|예정이었(?:고|습니다)"
    r"|(?:넓힌|짠)다고 (?:밝혔습니다|알렸다고 보도되었습니다)|계획이라고 보도되었습니다)"
)
_GAP = re.compile(r"(?:나오지 않습니다|없습니다|알 수 없습니다|적혀 있지 않습니다)")
_OFFICE_ENDING = re.compile(r"(?:한다|했다|된다|됐다|이다|있다|없다|본다|는다|왔다|갔다)\.")


def test_the_real_records_have_nothing_to_mend() -> None:
    assert [problem.text() for problem in check(ARCHIVE)] == []


@pytest.mark.parametrize("record", FULL, ids=lambda record: record.id)
def test_a_full_record_is_told_in_easy_words(record: Record) -> None:
    assert 3 <= len(record.get("easy", ())) <= 5


@pytest.mark.parametrize(
    "record", [record for record in FULL if record.kind == "case"], ids=lambda record: record.id
)
def test_a_full_case_can_be_taught(record: Record) -> None:
    teaching = record.get("teaching")
    assert teaching, "교육에 쓰기(teaching)가 없습니다"
    assert 3 <= len(teaching["questions"]) <= 6
    assert all(
        question.get("hint") and question.get("minutes") for question in teaching["questions"]
    )
    assert (
        teaching.get("audience")
        and teaching.get("minutes")
        and teaching.get("activity")
        and teaching.get("cut")
    )


def test_eight_questions_that_people_ask_are_answered() -> None:
    assert len(QUESTIONS) >= 8


@pytest.mark.parametrize("record", QUESTIONS, ids=lambda record: record.id)
def test_a_question_is_answered_in_four_parts_and_sends_people_to_their_own_neighbourhood(
    record: Record,
) -> None:
    assert record.title.endswith("?")
    assert all(
        record["answer"].get(part) for part in ("better", "stuck", "who_says", "nobody_says")
    )
    assert len(record["ask"]) == 5
    assert record.get("items")


def test_the_glossary_explains_forty_words_and_more() -> None:
    assert len(tuple(ARCHIVE.vocabularies["glossary"])) >= 40


def test_proposals_and_tasks_reach_domains_that_no_record_has_for_its_own() -> None:
    index = index_terms(ARCHIVE.by_id.values(), ARCHIVE.schema, ARCHIVE.vocabularies)
    assert [
        term.id for term in ARCHIVE.vocabularies["domains"] if not index.of("domains", term.id)
    ] == []
    assert "2018-youth-assembly" in {one.id for one in index.of("domains", "transport-safety")}


def test_every_record_but_a_collection_is_told_easily() -> None:
    assert [
        record.id for record in RECORDS if record.kind != "collection" and not record.get("easy")
    ] == []


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("청책토론회", "경청테이블"),
        ("자치구", "구청"),
        ("시정", "협치시정"),
        ("상반기", "하반기"),
        ("민민 협력", "민민네트워크"),
    ],
)
def test_words_of_different_meaning_are_not_told_as_the_same(word: str, other: str) -> None:
    term = next(term for term in ARCHIVE.vocabularies["glossary"] if term.label == word)
    assert other not in term.aliases


@pytest.mark.parametrize(
    "word",
    [
        "시정협치", "지역협치", "동특성화", "구민참여", "동마을계획",
        "융합행정", "협치역량평가", "투자출연기관", "정책금융", "풀뿌리",
    ],
)  # fmt: skip
def test_a_word_explained_from_the_sources_says_from_which(word: str) -> None:
    term = next(term for term in ARCHIVE.vocabularies["glossary"] if term.label == word)
    assert "쪽" in term.source or "Ⅱ-2" in term.source


def test_no_record_speaks_like_an_office() -> None:
    """Sentences end politely: a page shows entries of many records side by side."""
    found = [
        f"{record.id}: {match[0]}"
        for record in RECORDS
        for match in _OFFICE_ENDING.finditer(_told(record, ARCHIVE))
    ]
    assert found == []


def _told(record: Record, archive: Archive) -> str:
    """The body and every entry's own sentence."""
    said = [
        str(spot.value.get("what", ""))
        for spot in groups(record, archive.schema)
        if hasattr(spot.value, "get")
    ]
    return "\n".join([record.get("summary", ""), record.body, *said])


def test_an_approval_document_and_no_other_has_what_the_city_lists_of_it() -> None:
    documents = ARCHIVE.documents.by_id.values()
    assert [
        one.id
        for one in documents
        if ("document" in one.entry) != (one.entry["type"] == "approval")
    ] == []


@pytest.mark.parametrize(
    "district",
    [term.id for term in ARCHIVE.vocabularies["districts"] if term.id != "seoul"],
)
def test_every_district_tells_two_cases_and_one_that_happened_to_the_full(district: str) -> None:
    own = [one for one in RECORDS if one.kind == "case" and district in one["districts"]]
    happened = [one for one in own if one["status"]["value"] in ("underway", "done", "ended")]
    assert len(own) >= 2
    assert [one.id for one in happened if one in FULL] != []


def only_announced(what: str) -> bool:
    """Whether a text tells of nothing but what was announced and what no source says."""
    sentences = re.split(r"(?<=다\.)\s+", what.strip())
    return all(_ANNOUNCED.search(one) or _GAP.search(one) for one in sentences)


def test_what_was_only_announced_again_is_not_told_as_done() -> None:
    assert only_announced("시는 예약 시스템을 들이기로 했습니다. 들였는지는 나오지 않습니다.")
    assert not only_announced("열두 번째가 문을 열었습니다. 더 만들겠다고 했습니다.")
    told = [
        f"{record.id}: {spot.value['what']}"
        for record in RECORDS
        for spot in groups(record, ARCHIVE.schema)
        if hasattr(spot.value, "get") and spot.value.get("verdict") in ("done", "partly")
        if only_announced(spot.value["what"])
    ]
    assert told == []


def test_at_most_a_third_of_what_came_of_a_plan_or_proposal_is_told_as_unknown() -> None:
    verdicts = [
        spot.value["verdict"]
        for record in RECORDS
        for spot in groups(record, ARCHIVE.schema)
        if hasattr(spot.value, "get") and "verdict" in spot.value
    ]
    assert len(verdicts) >= 60
    assert 3 * verdicts.count("unknown") <= len(verdicts)
