"""Hostile words go through every export: each file is whole to the program that reads it, and tells the words as words."""

from __future__ import annotations

import csv
import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import bibtexparser
import pytest
import rispy
import yaml
from lxml import etree

from helpers.data_files import write_data_files
from helpers.hostile import GROUPS, shelve
from hyeopchi.library.library import Library
from hyeopchi.library.settings import Settings
from hyeopchi.paper.content.books import everything
from hyeopchi.paper.content.handouts import of
from hyeopchi.paper.exercises import workbook
from hyeopchi.paper.writers.formats import ENDINGS, judge, writer
from hyeopchi.records.reader import read_archive
from hyeopchi.records.record import Record
from hyeopchi.search.publishing import publish
from hyeopchi.site.metadata import metadata_of

SETTINGS = Settings(
    site_url="https://library.example/", operator="<b>구</b> & 시", contact="a@seoul.go.kr"
)
CHOSEN = (
    "template-everywhere",
    "title-markup",
    "summary-markup",
    "json-script",
    "json-comment",
    "csv-formula",
    "csv-formula-plus",
    "csv-lines",
    "bibtex",
    "ris",
    "entity-markup",
    "dialect-math",
    "address-field-quote",
    "text-line-separator",
    "text-null",
    "text-private",
    "text-combining",
    "text-bidi",
    "text-zero-width",
)
ROWS = tuple(row for rows in GROUPS.values() for row in rows if row["id"] in CHOSEN)


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shelve(tmp_path_factory.mktemp("hostile"), ROWS)


@pytest.fixture(scope="module")
def library(cases: Path) -> Library:
    """The hostile records as if no rule stood before them."""
    return Library(read_archive(cases), SETTINGS)


@pytest.fixture(scope="module")
def site(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exports")
    write_data_files(library, folder)
    return folder


@pytest.fixture(params=CHOSEN)
def record(request: pytest.FixtureRequest, library: Library) -> Record:
    """Each of the hostile records."""
    return library.by_id[f"2016-{request.param}"]


def loaded(file: Path) -> Any:
    return json.loads(file.read_text("utf-8"))


def test_every_json_file_can_be_read_and_tells_the_title_as_it_was_written(
    site: Path, record: Record
) -> None:
    folder = site / record.link.address
    assert loaded(folder / "record.json")["title"] == record.title
    assert loaded(folder / "facts.json")["title"] == record.title
    assert loaded(folder / "cite.json")[0]["title"] == " ".join(record.title.split())
    assert record.id in [one["id"] for one in loaded(site / "data/records.json")]
    assert [loaded(file) for file in site.rglob("*.json")]


def test_what_a_page_tells_machines_stays_in_its_data_block(
    record: Record, library: Library
) -> None:
    told = metadata_of(record, library)
    assert not re.search("[<>&\u2028\u2029]", str(told.json_ld))
    assert json.loads(str(told.json_ld))["name"] == " ".join(record.title.split())


def test_a_bibtex_file_is_one_entry_that_runs_no_command(site: Path, record: Record) -> None:
    text = (site / record.link.address / "cite.bib").read_text("utf-8")
    found = bibtexparser.parse_string(text)
    assert [entry.key for entry in found.entries] == [record.id]
    assert (found.failed_blocks, found.comments, found.preambles) == ([], [], [])
    assert not re.search(r"\\(?:input|write18|include)", text)


def test_a_ris_file_is_one_entry(site: Path, record: Record) -> None:
    text = (site / record.link.address / "cite.ris").read_text("utf-8")
    found = rispy.loads(text)
    assert [(entry["id"], entry["title"]) for entry in found] == [
        (record.id, " ".join(record.title.split()))
    ]
    assert (
        len(re.findall(r"^ER  -", text, re.MULTILINE))
        == len(re.findall(r"^TY  -", text, re.MULTILINE))
        == 1
    )


def test_no_cell_of_the_spreadsheet_is_a_formula_and_every_record_is_one_row(
    site: Path, library: Library
) -> None:
    with (site / "data/records.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert len(rows) == len(library.by_id) + 1
    assert [cell for row in rows for cell in row if re.match(r"[=+\-@\t\r\n]", cell)] == []


def test_the_search_finds_hostile_words_as_words(cases: Path, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    publish(cases, tmp_path / "cache", tmp_path / "site")
    files = [file for file in (tmp_path / "site").rglob("*") if file.suffix == ".json"]
    assert files
    assert [loaded(file) for file in files]
    assert [
        file.name for file in (tmp_path / "site").rglob("*") if file.suffix in (".html", ".svg")
    ] == []


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_paper_of_hostile_records_is_whole(library: Library, ending: str) -> None:
    record = library.by_id["2016-template-everywhere"]
    sheets = [*of(record, library), *workbook(record, library), everything(library)]
    assert sheets
    for sheet in sheets[-2:]:
        data = writer(ending)(sheet, SETTINGS)
        assert [fault for fault in judge(ending)(data, sheet) if "글자" not in fault] == []
        _is_whole(data, ending)


def _is_whole(data: bytes, ending: str) -> None:
    """A PDF runs nothing; the parts of a package are well-formed XML that names no file of elsewhere."""
    if ending == "pdf":
        assert not re.search(
            rb"/(?:JavaScript|JS|Launch|OpenAction|EmbeddedFile|SubmitForm|ImportData)\b", data
        )
        return
    with ZipFile(BytesIO(data)) as parts:
        assert [
            name
            for name in parts.namelist()
            if name.startswith("/") or ".." in name or "vba" in name.lower()
        ] == []
        for name in parts.namelist():
            if name.endswith((".xml", ".rels", ".hpf")):
                tree = etree.fromstring(parts.read(name), etree.XMLParser(resolve_entities=False))
                assert tree.getroottree().docinfo.internalDTD is None
                outside = [
                    one.get("Target")
                    for one in tree.iter("{*}Relationship")
                    if one.get("TargetMode") == "External"
                ]
                assert [
                    target
                    for target in outside
                    if not target.startswith(("https://", "http://", "mailto:"))
                ] == []


def test_front_matter_that_the_library_writes_is_read_back_the_same(site: Path) -> None:
    for file in sorted((site / "data").glob("template-*.md")):
        _, front, _ = file.read_text("utf-8").split("---\n", 2)
        assert yaml.safe_load(front)["kind"] == file.stem.removeprefix("template-")
