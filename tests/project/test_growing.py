"""What a stranger adds without a line of code, as CONTRIBUTING.md tells it."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page

from helpers.small_library import FORUM, said
from helpers.small_library import page as page_of
from helpers.worked import examples
from hyeopchi.contribute.form_data import form_fields
from hyeopchi.exports.spreadsheet import write_spreadsheet
from hyeopchi.library.comparison import facts_in_words
from hyeopchi.library.library import Library
from hyeopchi.paper.blocks.reading import lines
from hyeopchi.paper.content.handouts import of
from hyeopchi.records.archive import read_archive
from hyeopchi.rules.checking import check
from measure.synthetic import write_synthetic
from support.environment import ROOT

TERM, FIELD = examples("말이나 칸 보태기")
TEACHING = "teaching: {audience: [mixed], minutes: 30, activity: 함께 읽습니다., questions: [{text: 누가 빠졌나요?, hint: 이름을 봅니다., minutes: 10}]}"
ID = "2017-market-forum"


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real vocabularies with one more term and one more field, and a case that has both."""
    folder = tmp_path_factory.mktemp("growing") / "cases"
    vocabulary = folder / "_vocabulary"
    shutil.copytree(ROOT / "cases/_vocabulary", vocabulary)
    methods, fields = vocabulary / "methods.yml", vocabulary / "fields.yml"
    methods.write_text(f"{methods.read_text('utf-8').rstrip()}\n{TERM}", "utf-8")
    fields.write_text(
        fields.read_text("utf-8").replace("\n# 사례 본문", f"{FIELD}\n# 사례 본문"), "utf-8"
    )
    told = FORUM.replace("[street-forum]", "[walking-talk]")
    told = told.split("relations:")[0] + "sources:" + told.split("sources:")[1]
    record = folder / f"geumcheon-gu/{ID}.md"
    record.parent.mkdir()
    record.write_text(f"---\n{told.strip()}\nweather: 첫눈\n{TEACHING}\n---\n", "utf-8")
    return folder


@pytest.fixture(scope="module")
def library(cases: Path) -> Library:
    """The records, which keep every rule."""
    archive = read_archive(cases)
    assert [problem.text() for problem in check(archive)] == []
    return Library(archive)


def test_a_term_has_its_page_and_its_records_and_is_asked(library: Library) -> None:
    assert "장터에서 동네 예산을 이야기하다" in said(page_of(library, "methods/walking-talk/"))
    words = form_fields(library)["words"]["methods"]["terms"]
    assert [label for _, label, _ in words][-1] == "걸으며 이야기하기"


def test_a_field_stands_in_the_box_of_facts(library: Library) -> None:
    assert "그날의 날씨 첫눈" in said(page_of(library, f"cases/{ID}/"))


def test_a_field_has_a_column_of_the_spreadsheet(library: Library, tmp_path: Path) -> None:
    write_spreadsheet(library, tmp_path / "records.csv")
    with (tmp_path / "records.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert [row["그날의 날씨"] for row in csv.DictReader(stream)] == ["첫눈"]


def test_a_field_is_compared(library: Library) -> None:
    rows = facts_in_words(library.by_id[ID], library)["rows"]
    assert {"label": "그날의 날씨", "said": ["첫눈"], "is_known": True} in rows


def test_a_field_is_told_to_the_participants(library: Library) -> None:
    participant, *_ = of(library.by_id[ID], library)
    assert "그날의 날씨 첫눈" in " ".join(" ".join(lines(participant)).split())


def test_a_field_is_asked_and_previewed(library: Library, page: Page) -> None:
    page.route(
        "**/data/fields.json",
        lambda route: route.fulfill(json=json.loads(json.dumps(form_fields(library)))),
    )
    page.goto("/contribute/form/")
    page.locator(".form__live summary").click()
    page.get_by_label("그날 날씨는 어땠나요").fill("첫눈")
    shown = page.get_by_role("article", name="도서관에 나올 모습")
    shown.locator(".fact", has_text="그날의 날씨").get_by_text("첫눈").wait_for()


def test_a_field_is_filled_in_the_synthetic_library(cases: Path, tmp_path: Path) -> None:
    write_synthetic(tmp_path / "cases", 40, seed=7, vocabulary=cases / "_vocabulary")
    archive = read_archive(tmp_path / "cases")
    assert [problem.text() for problem in check(archive) if problem.is_error] == []
    assert any("weather" in record.entry for record in archive.records)
