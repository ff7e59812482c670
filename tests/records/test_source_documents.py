"""Source documents: written once, cited by their id, with each place said once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.small_library import FORUM, small_library
from hyeopchi.files.strict_yaml import read_yaml
from hyeopchi.records.archive import Archive
from hyeopchi.records.as_json import plain
from hyeopchi.records.reader import read_archive
from hyeopchi.rules.checking import check
from hyeopchi.schema.link import Citation
from hyeopchi.schema.usual_places import usual_places

DOCUMENT = """\
title: 장터 기록
type: minutes
date: 2018-12-06
url: https://opengov.seoul.go.kr/sanction/1
seen: beginning
rights: unknown
"""
_INSIDE = "sources: [{key: note, title: 장터 기록, date: 2018-12-06, rights: unknown, url_note: 종이로 봄}]"
_CITED = "sources: [{key: note, id: 2018-market-notes, place: 5쪽}]"


def library(folder: Path, forum: str, document: str = DOCUMENT) -> Archive:
    """An archive of one forum and one document."""
    small_library(folder, {"geumcheon-gu/2017-market-forum": forum})
    documents = folder / "_sources"
    documents.mkdir()
    (documents / "2018-market-notes.yml").write_text(document, encoding="utf-8")
    return read_archive(folder)


def said(archive: Archive) -> list[str]:
    return [problem.text() for problem in check(archive)]


@pytest.fixture
def forum() -> str:
    """The forum without what links it to other records."""
    text = FORUM.replace(_INSIDE, _CITED)
    assert text != FORUM
    head, _, rest = text.partition("relations:")
    return head + rest[rest.index("sources:") :]


def test_a_cited_document_tells_the_record_all_that_it_says_of_itself(
    tmp_path: Path, forum: str
) -> None:
    archive = library(tmp_path, forum)
    assert said(archive) == []
    assert plain(archive.by_id["2017-market-forum"]["sources"], archive.vocabularies) == [
        {
            "key": "note",
            "id": "2018-market-notes",
            "place": "5쪽",
            "title": "장터 기록",
            "type": "minutes",
            "date": "2018-12-06",
            "url": "https://opengov.seoul.go.kr/sanction/1",
            "seen": "beginning",
            "rights": "unknown",
        }
    ]


def test_a_place_that_is_the_usual_one_need_not_be_said(tmp_path: Path, forum: str) -> None:
    archive = library(tmp_path, forum.replace(", from: {note: 5쪽}", ""))
    record = archive.by_id["2017-market-forum"]
    assert said(archive) == []
    assert record["proposals"][0]["from"] == (Citation("note", "5쪽"),)
    assert record["enablers"][0]["from"] == (Citation("note", "7쪽"),)


def test_with_one_source_the_place_alone_is_enough(tmp_path: Path, forum: str) -> None:
    archive = library(tmp_path, forum.replace("from: {note: 7쪽}", "from: 7쪽"))
    assert said(archive) == []
    assert archive.by_id["2017-market-forum"]["enablers"][0]["from"] == (Citation("note", "7쪽"),)


def test_with_several_sources_their_names_alone_are_enough(tmp_path: Path, forum: str) -> None:
    two = forum.replace(
        "place: 5쪽}]",
        "place: 5쪽}, {key: other, title: 다른 기록, date: 2018, rights: unknown, url_note: 종이로 봄, place: 9쪽}]",
    )
    archive = library(tmp_path, two.replace("from: {note: 7쪽}", "from: [other, note]"))
    assert said(archive) == []
    assert archive.by_id["2017-market-forum"]["enablers"][0]["from"] == (
        Citation("other", "9쪽"),
        Citation("note", "5쪽"),
    )


def test_a_claim_that_a_source_says_so_rests_on_the_usual_place(tmp_path: Path, forum: str) -> None:
    archive = library(
        tmp_path,
        forum + "participation: {level: involve, basis: source}\n"
        "participants: [{value: 419, unit: 명, of: 주민}]\n",
    )
    record = archive.by_id["2017-market-forum"]
    assert said(archive) == []
    assert record["participation"]["from"] == (Citation("note", "5쪽"),)
    assert record["participants"][0].sources == (Citation("note", "5쪽"),)


def test_what_a_person_read_into_it_rests_on_no_place(tmp_path: Path, forum: str) -> None:
    archive = library(
        tmp_path, forum + "participation: {level: involve, basis: editor, note: 함께 정함}\n"
    )
    assert "from" not in archive.by_id["2017-market-forum"]["participation"]


def test_without_a_usual_place_each_fact_still_has_to_say_its_own(
    tmp_path: Path, forum: str
) -> None:
    bare = forum.replace(", place: 5쪽", "").replace(", from: {note: 7쪽}", "")
    path = "cases/geumcheon-gu/2017-market-forum.md"
    line = (
        bare.strip()
        .split("\n")
        .index("enablers: [{theme: trust, what: 서로 믿고 시작했습니다., said_by: participants}]")
    )
    assert said(library(tmp_path, bare)) == [
        f"{path}:{line + 2}:12: 디딤돌(enablers): 자료의 자리(from) 칸이 없습니다 → 예: from: {{briefing: 45~52쪽}}"
    ]


def test_changing_a_documents_date_changes_it_for_every_record(tmp_path: Path, forum: str) -> None:
    archive = library(tmp_path, forum, DOCUMENT.replace("2018-12-06", "2016-01"))
    path = "cases/geumcheon-gu/2017-market-forum.md"
    assert said(archive) == [
        f"{path}:9:9: 끝난 일이라고 했지만 자료(2016-01-31)가 끝난 때(2018-03-01)보다 먼저 나왔습니다 "
        "→ 더 나중의 자료를 대거나 'value: planned'로 적어 주세요"
    ]


def test_what_is_no_document_may_not_stand_among_them(tmp_path: Path, forum: str) -> None:
    library(tmp_path, forum)
    for name in ("page.html", "Upper.yml", "2018-x.md"):
        (tmp_path / "_sources" / name).write_text("title: 책\n", encoding="utf-8")
    hint = "자료는 cases/_sources/<영문 소문자 이름>.yml 에 두고, 다른 것은 옮기거나 지워 주세요"
    assert said(read_archive(tmp_path)) == [
        f"cases/_sources/{name}:1:1: 여기에는 기록 파일만 둘 수 있습니다 → {hint}"
        for name in ("2018-x.md", "Upper.yml", "page.html")
    ]


def test_a_personal_number_in_a_document_is_an_error(tmp_path: Path, forum: str) -> None:
    archive = library(tmp_path, forum, DOCUMENT + "rights_note: 문의 010-1234-5678\n")
    assert [(problem.path, problem.rule, problem.is_error) for problem in check(archive)] == [
        ("cases/_sources/2018-market-notes.yml", "mobile-number", True)
    ]


@given(
    st.dictionaries(
        st.from_regex(r"[a-z]{1,6}", fullmatch=True), st.sampled_from(["", "3쪽", "9쪽"])
    )
)
def test_the_first_source_with_a_place_is_the_one_that_facts_rest_on(
    places: dict[str, str],
) -> None:
    rows = "".join(
        f"  - {{key: {key}{f', place: {place}' if place else ''}}}\n"
        for key, place in places.items()
    )
    root, _ = read_yaml(f"sources:\n{rows}" if rows else "title: 제목\n", "x.md")
    found = usual_places(root)
    told = [Citation(key, place) for key, place in places.items() if place]
    assert (dict(found.by_key), found.unless_said, found.only) == (
        places,
        tuple(told[:1]),
        next(iter(places)) if len(places) == 1 else None,
    )
