"""The pages of the sources: what each document is, and what rests on it where."""

from __future__ import annotations

from pathlib import Path

from helpers.small_library import FORUM, page, said, small_library
from hyeopchi.library.library import Library
from hyeopchi.records.reader import read_archive

DOCUMENT = """\
title: 장터 기록
type: minutes
publisher: 금천구
date: 2018-12-06
url: https://opengov.seoul.go.kr/sanction/1
seen: beginning
rights: KOGL-1
"""
INSIDE = "{key: note, title: 장터 기록, date: 2018-12-06, rights: unknown, url_note: 종이로 봄}"
CITED = "{key: note, id: 2018-market-notes, place: 5쪽}"


def library(folder: Path, count: int = 1) -> Library:
    """A library of some forums that rest on one document, and one document that nothing rests on."""
    forum = FORUM.replace(INSIDE, CITED).replace(", from: {note: 5쪽}", "")
    small_library(
        folder, {f"geumcheon-gu/2017-forum-{number:03}": forum for number in range(count)}
    )
    (folder / "_sources").mkdir()
    (folder / "_sources/2018-market-notes.yml").write_text(DOCUMENT, encoding="utf-8")
    (folder / "_sources/2018-unread.yml").write_text(
        "title: 읽지 않은 책\ntype: unknown\nseen: quoted\nrights: unknown\nurl_note: 종이로 봄\n",
        encoding="utf-8",
    )
    return Library(read_archive(folder))


def test_the_list_says_how_many_records_rest_on_each_and_how_much_was_read(tmp_path: Path) -> None:
    words = said(page(library(tmp_path), "sources/"))
    assert "기록이 기댄 자료 2건입니다. 여러 기록이 기댄 것부터 놓았습니다." in words
    assert "장터 기록, 금천구, 2018년 12월 6일. 회의 기록, 앞부분만 봄, 기록 1개가 기댐" in words
    assert (
        "읽지 않은 책, 날짜를 알 수 없음. 종류를 알 수 없음, 다른 자료에서 봄, 기록 0개가 기댐"
        in words
    )


def test_a_document_shows_its_rights_and_what_rests_on_it_by_place(tmp_path: Path) -> None:
    html = page(library(tmp_path), "sources/2018-market-notes/")
    words = said(html)
    assert "공공누리 제1유형 — 금천구, 2018년." in words
    assert "앞부분만 봄. 자료의 앞부분만 보고 적은 것. 뒤에 다른 말이 있을 수 있습니다." in words
    at = [words.index(one) for one in ("5쪽", "7쪽", "3쪽", "1쪽")]
    assert at == sorted(at)
    assert words.count("제안 1 빈터를 정원으로") == 1
    assert 'href="../../cases/2017-forum-000/#p1"' in html


def test_a_document_shows_what_rests_on_it_inside_a_passage_of_another_place(
    tmp_path: Path,
) -> None:
    words = said(page(library(tmp_path), "sources/2018-market-notes/"))
    assert "6쪽 제안 2 밤길에 등 달기 — 그 뒤: 등이 달렸습니다." in words


def test_a_value_of_the_same_place_as_the_passage_around_it_is_not_told_twice(
    tmp_path: Path,
) -> None:
    found = library(tmp_path)
    forum = tmp_path / "geumcheon-gu/2017-forum-000.md"
    forum.write_text(
        forum.read_text("utf-8").replace("from: {note: 6쪽}", "from: {note: 5쪽}"), "utf-8"
    )
    again = Library(read_archive(tmp_path))
    assert "등이 달렸습니다" in said(page(found, "sources/2018-market-notes/"))
    assert "등이 달렸습니다" not in said(page(again, "sources/2018-market-notes/"))


def test_a_document_that_many_records_rest_on_is_paged(tmp_path: Path) -> None:
    found = library(tmp_path, 45)
    assert [
        said(page(found, f"sources/2018-market-notes/{part}")).count("이 기록으로")
        for part in ("", "page/2/", "page/3/")
    ] == [20, 20, 5]


def test_a_document_that_nothing_rests_on_says_so(tmp_path: Path) -> None:
    assert "아직 이 자료에 기댄 기록이 없습니다." in said(
        page(library(tmp_path), "sources/2018-unread/")
    )


def test_a_record_leads_to_its_documents_and_says_that_only_a_beginning_was_read(
    tmp_path: Path,
) -> None:
    html = page(library(tmp_path), "cases/2017-forum-000/")
    assert '<a href="../../sources/2018-market-notes/"><cite>장터 기록</cite></a>' in html
    assert "앞부분만 봄" in said(html)


def test_the_documents_of_a_type_are_listed_by_themselves(tmp_path: Path) -> None:
    found = library(tmp_path)
    every, of_type = page(found, "sources/"), page(found, "sources/types/minutes/")
    assert "종류로 보기 회의 기록 1건 알 수 없음 1건 모두 보기" in said(every)
    assert 'href="../sources/types/minutes/">회의 기록</a>' in every
    assert "장터 기록, 금천구, 2018년 12월 6일. 앞부분만 봄, 기록 1개가 기댐" in said(of_type)
    assert "읽지 않은 책" not in said(of_type)


def test_the_home_page_and_about_say_which_documents_the_library_rests_on_and_which_it_lacks(
    tmp_path: Path,
) -> None:
    found = library(tmp_path)
    home, about = said(page(found, "")), said(page(found, "about/"))
    assert "기록 1개를 자료 2건에 기대어 썼습니다: 회의 기록 1건, 알 수 없음 1건." in home
    assert "얼마나 읽었는지로 나누면 앞부분만 봄 1건, 다른 자료에서 봄 1건이고" in about
    for words in (home, about):
        assert "기댄 자료 2건 가운데 2건은 아직 끝까지 읽지 못했습니다." in words
        assert "이런 자료는 아직 한 건도 없습니다: 결재문서, 계획서, 조례·규칙, 연구," in words
        assert "원문을 가지고 계시거나 빠진 일을 알고 계시면 보태 주세요." in words
