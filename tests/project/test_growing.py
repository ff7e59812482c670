"""What a stranger adds to the library, as CONTRIBUTING.md tells it: each example is followed in a copy."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page

from helpers.small_library import FORUM, said
from helpers.small_library import page as page_of
from helpers.worked import examples
from helpers.workflows import copied, lend_environment
from hyeopchi.contribute.form_data import form_fields
from hyeopchi.exports.json_schema import json_schema
from hyeopchi.exports.spreadsheet import write_spreadsheet
from hyeopchi.library.comparison import facts_in_words
from hyeopchi.library.library import Library
from hyeopchi.paper.blocks.reading import lines
from hyeopchi.paper.content.books import everything
from hyeopchi.paper.content.handouts import of
from hyeopchi.records.reader import read_archive
from hyeopchi.rules.checking import check
from measure.synthetic import write_synthetic

TEACHING = "teaching: {audience: [mixed], minutes: 30, activity: 함께 읽습니다., questions: [{text: 누가 빠졌나요?, hint: 이름을 봅니다., minutes: 10}]}"
ID = "2017-market-forum"
CASE = FORUM.replace("[street-forum]", "[walking-talk]")
CASE = CASE.split("relations:")[0] + "sources:" + CASE.split("sources:")[1]
INTERVIEW = """
kind: interview
title: 장터를 연 사람들이 돌아보다
summary: 장터를 연 사람들이 이듬해에 만나 이야기했습니다.
districts: [geumcheon-gu]
domains: [civic-participation]
period: {start: 2018-05, from: {note: 1쪽}}
lessons: [{what: 먼저 묻는 것이 빨랐습니다., said_by: participants, from: {note: 2쪽}}]
voices: [{role: 상인, what: 다시 하고 싶다고 했습니다., from: {note: 2쪽}}]
sources: [{key: note, title: 돌아보기 기록, rights: unknown, url_note: 종이로 봄}]
added: 2026-11-22
"""


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository in which every example is followed, with two records that have it all."""
    folder = tmp_path_factory.mktemp("growing") / "tree"
    copied(folder)
    lend_environment(folder)
    for record in (*folder.glob("cases/*/*.md"), *folder.glob("cases/_sources/*.yml")):
        record.unlink()
    for example in examples():
        example.follow(folder)
    fields = folder / "cases/_vocabulary/fields.yml"
    fields.write_text(with_kind(fields.read_text("utf-8"), "interview"), "utf-8")
    write(folder, ID, f"{CASE.strip()}\nweather: 첫눈\n{TEACHING}")
    write(folder, "2018-looking-back", INTERVIEW)
    return folder


def with_kind(text: str, kind: str) -> str:
    """The description of the fields after ``kind`` was added to those that CONTRIBUTING.md names."""
    for name in ("period", "actors", "lessons", "voices", "sources"):
        text, count = re.subn(
            rf"^(  - \{{name: {name},.*? kinds: \[)", rf"\g<1>{kind}, ", text, flags=re.MULTILINE
        )
        assert count == 1, name
    return text


def write(tree: Path, record_id: str, front_matter: str) -> None:
    file = tree / f"cases/geumcheon-gu/{record_id}.md"
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"---\n{front_matter.strip()}\n---\n", "utf-8")


def run(tree: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """A command in the copy, with this Python."""
    return subprocess.run(
        [sys.executable, *command], cwd=tree, capture_output=True, encoding="utf-8"
    )


@pytest.fixture(scope="module")
def library(tree: Path) -> Library:
    """The two records, which keep every rule."""
    archive = read_archive(tree / "cases")
    assert [problem.text() for problem in check(archive) if problem.is_error] == []
    return Library(archive)


@pytest.fixture(scope="module")
def grown(tree: Path) -> Path:
    """The site that the copy builds."""
    done = run(tree, "scripts/build.py", "--site-dir", str(tree / "site"))
    assert done.returncode == 0, done.stdout + done.stderr
    return tree / "site"


def test_what_is_added_is_written_as_the_program_is(tree: Path) -> None:
    done = run(tree, "-m", "ruff", "check", "--quiet", "--no-cache", "hooks")
    assert (done.stdout, done.stderr) == ("", "")
    done = run(tree, "-m", "ruff", "format", "--diff", "--quiet", "--no-cache", "hooks")
    assert [
        line
        for line in done.stdout.splitlines()
        if re.match(r"[-+] *\S", line) and not re.match(r"-{3}|\+{3}", line)
    ] == []


def test_a_term_has_its_page_and_its_records_and_is_asked(library: Library) -> None:
    assert "장터에서 동네 예산을 이야기하다" in said(page_of(library, "methods/walking-talk/"))
    words = form_fields(library)["words"]["methods"]["terms"]
    assert [label for _, label, _ in words][-1] == "걸으며 이야기하기"


def test_a_field_stands_in_the_box_of_facts(library: Library) -> None:
    assert "그날의 날씨 첫눈" in said(page_of(library, f"cases/{ID}/"))


def test_a_field_has_a_column_of_the_spreadsheet(library: Library, tmp_path: Path) -> None:
    write_spreadsheet(library, tmp_path / "records.csv")
    with (tmp_path / "records.csv").open(encoding="utf-8-sig", newline="") as stream:
        told = {row["id"]: row["그날의 날씨"] for row in csv.DictReader(stream)}
    assert told == {ID: "첫눈", "2018-looking-back": ""}


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


def test_a_field_is_filled_in_the_synthetic_library(tree: Path, tmp_path: Path) -> None:
    write_synthetic(tmp_path / "cases", 40, seed=7, vocabulary=tree / "cases/_vocabulary")
    archive = read_archive(tmp_path / "cases")
    assert [problem.text() for problem in check(archive) if problem.is_error] == []
    assert any("weather" in record.entry for record in archive.records)


def test_a_kind_is_shown_on_its_page_in_the_book_in_the_schema_and_in_the_form(
    library: Library,
) -> None:
    shown = said(page_of(library, "cases/2018-looking-back/"))
    assert "◐ 대담" in shown and "먼저 묻는 것이 빨랐습니다." in shown and "상인" in shown
    told = lines(everything(library))
    assert "다시 하고 싶다고 했습니다. — 상인 (우리 말로 옮김)" in "\n".join(told)
    assert "kind.interview" in json_schema(library)["$defs"]
    assert ["interview", "대담"] in [kind[:2] for kind in form_fields(library)["kinds"]]


def test_a_page_has_its_address_its_door_and_its_way_up(grown: Path) -> None:
    page = (grown / "easy/index.html").read_text("utf-8")
    assert "장터에서 동네 예산을 이야기하다" in said(page)
    assert re.search(r'href="\.\./cases/" aria-current="true">둘러보기', page)


def test_an_export_stands_beside_the_others(grown: Path) -> None:
    titles = (grown / "data/titles.txt").read_text("utf-8").splitlines()
    assert sorted(titles) == ["장터를 연 사람들이 돌아보다", "장터에서 동네 예산을 이야기하다"]


def test_a_rule_is_told_with_its_place(tree: Path, grown: Path) -> None:
    loud = INTERVIEW.replace("돌아보다", "돌아보다!")
    write(tree, "2018-loud", loud)
    done = run(tree, "scripts/check.py", "cases/geumcheon-gu/2018-loud.md")
    assert (
        "cases/geumcheon-gu/2018-loud.md:3:8: 제목이 느낌표로 끝납니다: '장터를 연 사람들이 돌아보다!' → 느낌표를 지워 주세요"
        in done.stdout
    )
    assert done.returncode == 1
