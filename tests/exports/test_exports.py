"""The data beside the pages: JSON and a spreadsheet of all records."""

from __future__ import annotations

import csv
import json
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from helpers.data_files import write_data_files
from hyeopchi.exports.spreadsheet import columns, safe
from hyeopchi.library.library import Library
from hyeopchi.library.settings import Settings
from hyeopchi.records.as_json import number
from hyeopchi.records.reader import read_archive
from support.environment import ROOT

CASE = """\
---
kind: case
title: "=1+1을 물은 사람들"
summary: 시민이 모여 물었습니다.
districts: [mapo-gu]
domains: [youth]
period: {start: 2017-40, end: 2018-06~, from: {plan: 3쪽}}
status: {value: planned, from: {plan: 8~15쪽}}
case_type: process
scale: district
actors: [{id: seoul}, {name: 솔빛모임, sector: resident}]
participants: [{value: 700, unit: 명, of: 온 사람, qualifier: more-than, from: {plan: 3쪽}}]
budget: [{value: 8878, unit: 백만원, from: {plan: 3쪽, list: 둘째}}, {value: 1.5, to: 2.5, unit: 억원, from: {plan: 4쪽}}]
sources:
  - {key: plan, title: 계획, date: 2017-02-22, rights: KOGL-4, url_note: 종이로 봄}
  - {key: list, title: 목록, rights: unknown, url_note: 종이로 봄}
relations: {related: [{to: "2017-gone#무엇이-문제였나", basis: editor, note: 같은 일}]}
added: 2026-11-22
revised: [2026-11-23, 2026-11-24]
---

## 무엇이 문제였나

물었습니다.
"""
TOMBSTONE = """\
---
kind: case
title: 거둔 기록
added: 2026-11-22
withdrawn: {date: 2026-12-01, reason: 합쳤습니다., replaced_by: 2017-asked}
---
"""


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    """A folder with one case and one tombstone."""
    folder = tmp_path / "cases"
    shutil.copytree(ROOT / "cases/_vocabulary", folder / "_vocabulary")
    (folder / "mapo-gu").mkdir()
    (folder / "mapo-gu/2017-asked.md").write_text(CASE, encoding="utf-8")
    (folder / "mapo-gu/2017-gone.md").write_text(TOMBSTONE, encoding="utf-8")
    return folder


def exported(cases: Path, folder: Path, settings: Settings | None = None) -> Path:
    """The folder into which the data of ``cases`` is written."""
    write_data_files(Library(read_archive(cases), settings or Settings()), folder)
    return folder


def test_a_record_is_told_as_plain_values_with_what_is_computed(
    cases: Path, tmp_path: Path
) -> None:
    records = json.loads(
        (exported(cases, tmp_path / "site") / "data/records.json").read_text("utf-8")
    )
    assert records[0] == {
        "id": "2017-asked",
        "url": "cases/2017-asked/",
        "kind": "case",
        "kind_label": "사례",
        "depth": "thin",
        "year": 2017,
        "license": "CC-BY-4.0",
        "promise_clocks": [
            {
                "at": "",
                "due": "2018-06~",
                "is_past": False,
                "words": "2018년 6월 무렵까지 하기로 했음 · 그때 뒤의 자료가 아직 없음",
            }
        ],
        "title": "=1+1을 물은 사람들",
        "summary": "시민이 모여 물었습니다.",
        "districts": ["mapo-gu"],
        "domains": ["youth"],
        "period": {"start": "2017-40", "end": "2018-06~", "from": {"plan": "3쪽"}},
        "status": {"value": "planned", "from": {"plan": "8~15쪽"}},
        "case_type": "process",
        "scale": "district",
        "actors": [{"id": "seoul"}, {"name": "솔빛모임", "sector": "resident"}],
        "participants": [
            {
                "value": 700,
                "unit": "명",
                "of": "온 사람",
                "qualifier": "more-than",
                "printed": "700여 명",
                "from": {"plan": "3쪽"},
            }
        ],
        "budget": [
            {
                "value": 8878,
                "unit": "백만원",
                "qualifier": "exact",
                "printed": "8,878백만원",
                "won": 8_878_000_000,
                "from": {"plan": "3쪽", "list": "둘째"},
            },
            {
                "value": 1.5,
                "to": 2.5,
                "unit": "억원",
                "qualifier": "exact",
                "printed": "1.5~2.5억원",
                "won": 150_000_000,
                "won_to": 250_000_000,
                "from": {"plan": "4쪽"},
            },
        ],
        "sources": [
            {
                "key": "plan",
                "title": "계획",
                "date": "2017-02-22",
                "rights": "KOGL-4",
                "url_note": "종이로 봄",
            },
            {"key": "list", "title": "목록", "rights": "unknown", "url_note": "종이로 봄"},
        ],
        "relations": {
            "related": [{"to": "2017-gone#무엇이-문제였나", "basis": "editor", "note": "같은 일"}]
        },
        "added": "2026-11-22",
        "revised": ["2026-11-23", "2026-11-24"],
        "body": "## 무엇이 문제였나\n\n물었습니다.",
    }


def test_a_tombstone_is_listed_as_withdrawn(cases: Path, tmp_path: Path) -> None:
    site = exported(cases, tmp_path / "site")
    withdrawn = {"date": "2026-12-01", "reason": "합쳤습니다.", "replaced_by": "2017-asked"}
    assert json.loads((site / "data/records.json").read_text("utf-8"))[1]["withdrawn"] == withdrawn
    assert (
        json.loads((site / "cases/2017-gone/record.json").read_text("utf-8"))["withdrawn"]
        == withdrawn
    )


def test_the_file_beside_a_page_holds_what_the_list_holds(cases: Path, tmp_path: Path) -> None:
    site = exported(cases, tmp_path / "site")
    listed = json.loads((site / "data/records.json").read_text("utf-8"))
    assert [
        json.loads((site / f"cases/{one['id']}/record.json").read_text("utf-8")) for one in listed
    ] == listed


def test_addresses_are_absolute_where_the_site_has_one(cases: Path, tmp_path: Path) -> None:
    site = exported(cases, tmp_path / "site", Settings(site_url="https://example.org/library/"))
    record = json.loads((site / "cases/2017-asked/record.json").read_text("utf-8"))
    assert record["url"] == "https://example.org/library/cases/2017-asked/"
    schema = json.loads((site / "data/schema.json").read_text("utf-8"))
    assert schema["$id"] == "https://example.org/library/data/schema.json"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("700", "700"),
        ("40.5", "40.5"),
        ("0.1", "0.1"),
        ("12.50", "12.5"),
        ("-3", "-3"),
        ("100000000000000", "100000000000000"),
    ],
)
def test_a_number_carries_no_binary_noise(text: str, told: str) -> None:
    assert json.dumps(number(Decimal(text))) == told


def test_the_spreadsheet_opens_in_excel(cases: Path, tmp_path: Path) -> None:
    raw = (exported(cases, tmp_path / "site") / "data/records.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfid,")
    assert raw.count(b"\n") == raw.count(b"\r\n") == 3


def test_the_spreadsheet_has_the_main_facts_in_korean(cases: Path, tmp_path: Path) -> None:
    file = exported(cases, tmp_path / "site") / "data/records.csv"
    with file.open(encoding="utf-8-sig", newline="") as stream:
        case, gone = csv.DictReader(stream)
    assert {name: said for name, said in case.items() if said} == {
        "id": "2017-asked",
        "종류": "사례",
        "제목": "'=1+1을 물은 사람들",
        "요약": "시민이 모여 물었습니다.",
        "지역": "마포구",
        "분야": "청년",
        "시작": "2017년 상반기",
        "끝": "2018년 6월 무렵",
        "상태": "하기로 했음",
        "상태 자료의 날짜": "2017년 2월 22일",
        "사례의 갈래": "과정",
        "규모": "자치구",
        "함께한 이들": "서울시, 솔빛모임",
        "참여한 사람": "온 사람 700여 명",
        "예산": "8,878백만원; 1.5~2.5억원",
        "자료": "계획; 목록",
        "자료의 종류": "알 수 없음; 알 수 없음",
        "자료 이용조건": "공공누리 제4유형; 알 수 없음",
        "넣은 날": "2026-11-22",
        "고친 날": "2026-11-23, 2026-11-24",
        "하기로 한 때와 그 뒤": "2018년 6월 무렵까지 하기로 했음 · 그때 뒤의 자료가 아직 없음",
        "해": "2017",
        "깊이": "짧은 기록",
        "글 이용조건": "CC BY 4.0 (저작자표시)",
        "주소": "cases/2017-asked/",
    }
    assert (gone["거둔 날"], gone["거둔 까닭"], gone["대신하는 기록"]) == (
        "2026-12-01",
        "합쳤습니다.",
        "2017-asked",
    )


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+82", "'+82"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("\t=1", "'=1"),
        ("\rx", "'x"),
        (" =1", "'=1"),
        ("두\n줄", "두 줄"),
        (None, ""),
        (2017, "2017"),
        ("2017-04", "2017-04"),
    ],
)
def test_a_cell_is_one_line_and_never_a_formula(value: object, cell: str) -> None:
    assert safe(value) == cell


def test_two_exports_of_one_library_are_equal(cases: Path, tmp_path: Path) -> None:
    first, second = (exported(cases, tmp_path / name) for name in ("one", "two"))
    files = sorted(path.relative_to(first) for path in first.rglob("*") if path.is_file())
    assert files
    assert [(second / path).read_bytes() for path in files] == [
        (first / path).read_bytes() for path in files
    ]
    assert [
        path
        for path in files
        if path.suffix not in (".csv", ".docx", ".hwpx") and b"\r" in (first / path).read_bytes()
    ] == []


def test_a_library_without_records_has_its_data_too(cases: Path, tmp_path: Path) -> None:
    shutil.rmtree(cases / "mapo-gu")
    site = exported(cases, tmp_path / "site")
    assert json.loads((site / "data/records.json").read_text("utf-8")) == []
    assert (site / "data/records.csv").read_text("utf-8-sig").splitlines() == [
        ",".join(columns(read_archive(cases).schema))
    ]
