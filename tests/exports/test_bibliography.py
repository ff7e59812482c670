"""Citing a record: one sentence, and files that reference managers read back."""

from __future__ import annotations

import json
import time
from pathlib import Path

import bibtexparser
import rispy

from helpers.data_files import write_data_files
from helpers.small_library import DECLARATION, small_library
from hyeopchi.exports.bibliography import FILES, in_bibtex, in_csl, in_ris, in_words, reference_of
from hyeopchi.library.library import Library
from hyeopchi.library.settings import Settings

SETTINGS = Settings(operator="도서관 모임", site_url="https://example.org/lib/")
TITLE = "협치(協治) }{ \\input{/etc/passwd} 50% & #1_a ~ ^ $x$ <b>, “따옴표” ER - @misc{x,"
HOSTILE = DECLARATION.replace(
    "title: 함께 정하자는 다짐", f"title: {json.dumps(TITLE, ensure_ascii=False)}"
).replace(
    "summary: 시민과 시가 세 가지를 다짐했습니다.",
    "summary: |\n  시민과 시가 다짐했습니다.\n  ER  -\n  TY  - JOUR",
)


def hostile(tmp_path: Path) -> Library:
    return small_library(tmp_path, {"seoul/2016-pledges": HOSTILE})


def reference(tmp_path: Path, settings: Settings = SETTINGS):
    return reference_of(hostile(tmp_path).by_id["2016-pledges"], settings)


def test_a_citation_in_words_says_who_what_when_and_where(tmp_path: Path) -> None:
    assert in_words(reference(tmp_path)) == (
        f"「{TITLE}」, 도서관 모임, 협치도서관, 2026년 11월 22일 판, https://example.org/lib/cases/2016-pledges/."
    )


def test_without_an_operator_and_an_address_the_id_stands_for_the_address(tmp_path: Path) -> None:
    assert (
        in_words(reference(tmp_path, Settings()))
        == f"「{TITLE}」, 협치도서관, 2026년 11월 22일 판, 2016-pledges."
    )


def test_a_hostile_title_stays_inside_its_bibtex_field(tmp_path: Path) -> None:
    text = in_bibtex(reference(tmp_path))
    entries = bibtexparser.parse_string(text).entries
    assert [entry.key for entry in entries] == ["2016-pledges"]
    assert entries[0]["title"] == (
        "협치(協治) \\textbraceright{}\\textbraceleft{} \\textbackslash{}input\\textbraceleft{}/etc/passwd\\textbraceright{}"
        " 50\\% \\& \\#1\\_a \\textasciitilde{} \\textasciicircum{} \\$x\\$ \\ensuremath{<}b\\ensuremath{>},"
        " \\textquotedblleft{}따옴표\\textquotedblright{} ER - @misc\\textbraceleft{}x,"
    )
    assert text.count("{") == text.count("}")


def test_a_hostile_title_stays_inside_its_ris_line(tmp_path: Path) -> None:
    entries = rispy.loads(in_ris(reference(tmp_path)))
    assert entries == [
        {
            "type_of_reference": "ELEC",
            "id": "2016-pledges",
            "title": TITLE,
            "authors": ["도서관 모임"],
            "secondary_title": "협치도서관",
            "publisher": "협치도서관",
            "abstract": "시민과 시가 다짐했습니다. ER - TY - JOUR",
            "language": "ko",
            "urls": ["https://example.org/lib/cases/2016-pledges/"],
            "year": "2026",
            "date": "2026/11/22",
        }
    ]


def test_csl_json_says_the_same(tmp_path: Path) -> None:
    (item,) = json.loads(in_csl(reference(tmp_path)))
    assert (item["id"], item["type"], item["title"], item["issued"], item["URL"]) == (
        "2016-pledges",
        "webpage",
        TITLE,
        {"date-parts": [[2026, 11, 22]]},
        "https://example.org/lib/cases/2016-pledges/",
    )


def test_the_files_stand_beside_the_record(tmp_path: Path) -> None:
    write_data_files(hostile(tmp_path / "cases"), tmp_path / "site")
    folder = tmp_path / "site/cases/2016-pledges"
    assert sorted(file.name for file in folder.iterdir()) == [
        "cite.bib",
        "cite.json",
        "cite.ris",
        "facts.json",
        "record.json",
    ]


def test_writing_them_takes_a_record_less_than_five_milliseconds(tmp_path: Path) -> None:
    """One is the measure on a quiet computer; the rest is room for a busy one."""
    one = reference(tmp_path)
    began = time.process_time()
    for _ in range(100):
        for written in FILES.values():
            written(one)
    assert (time.process_time() - began) / 100 < 0.005
