"""Every real record, read by the checker: its places, its sources, and what a slip in it leads to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import frontmatter
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.real_library import ARCHIVE
from hyeopchi.files.front_matter import StrictHandler
from hyeopchi.files.problem import Problem, Severity
from hyeopchi.files.source import SourceFile, decode
from hyeopchi.records.archive import Archive
from hyeopchi.records.depth import depth
from hyeopchi.records.places import names_in, place_in
from hyeopchi.records.reader import read_record
from hyeopchi.records.record import Record
from hyeopchi.records.walk import groups, leaves
from hyeopchi.rules.checking import check, record_problems
from hyeopchi.schema.entry import Entry
from hyeopchi.schema.link import Link

RECORDS = list(ARCHIVE.records)
each_record = pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.id)


def changed(record: Record, text: str) -> tuple[Record, list[Problem]]:
    """The record with another text, and what the reader says of it."""
    return read_record(
        SourceFile(record.source.path, text),
        record.id,
        record.folder,
        ARCHIVE.schema,
        ARCHIVE.vocabularies,
        ARCHIVE.documents,
    )


def without_field(record: Record, name: str) -> Record:
    """The record as if its file had no such field."""
    return replace(
        record, entry=Entry({key: value for key, value in record.entry.items() if key != name})
    )


def test_no_record_has_an_error_or_a_warning() -> None:
    assert [problem.text() for problem in check(ARCHIVE)] == []


@each_record
def test_every_statement_says_where_it_stands(record: Record) -> None:
    """Where a group can carry a ``from``, it or what it stands in does; a relation read by us has a note instead."""
    bare = [
        spot.path
        for spot in groups(record, ARCHIVE.schema)
        if "from" in ARCHIVE.schema.structures[spot.field.type].fields
        and not spot.cited
        and spot.field.type not in ("period", "reading_guide")
        and not (
            isinstance(spot.value, Entry)
            and spot.value.get("basis") == "editor"
            and "note" in spot.value
        )
    ]
    assert bare == []


@each_record
def test_every_place_in_a_source_is_of_a_source_of_the_record(record: Record) -> None:
    keys = {source["key"] for source in record.get("sources", ())}
    cited = {
        citation.key
        for spot in groups(record, ARCHIVE.schema)
        for citation in (
            spot.value.get("from", ()) if isinstance(spot.value, Entry) else spot.value.sources
        )
    }
    assert cited <= keys


@each_record
def test_a_value_stands_at_its_place(record: Record) -> None:
    lines = record.source.text.split("\n")
    for kind in ("term", "link", "edtf", "slug"):
        for spot in leaves(record, ARCHIVE.schema, kind):
            if spot.path[0] == "sources" and spot.path[2] not in names_in(record, *spot.path[:2]):
                continue  # the source's document says it
            line, column = place_in(record, *spot.path)
            written = spot.value.edtf if kind == "edtf" else str(spot.value)
            assert lines[line - 1][column - 1 :].lstrip("\"'").startswith(written), spot.path


@each_record
def test_python_frontmatter_finds_the_same_keys_and_body(record: Record) -> None:
    handler = StrictHandler()
    post = frontmatter.loads(record.source.text, handler=handler)
    assert (tuple(post.metadata), post.content, handler.problems) == (
        names_in(record),
        record.body.strip(),
        (),
    )


@pytest.mark.parametrize(
    "record",
    [
        record
        for record in RECORDS
        if depth(without_field(record, "easy"), ARCHIVE.schema, ARCHIVE.vocabularies) != "stub"
    ],
    ids=lambda record: record.id,
)
def test_a_record_of_some_depth_without_its_easy_version_is_noted(record: Record) -> None:
    bare = without_field(record, "easy")
    assert [
        problem for problem in record_problems(bare, ARCHIVE) if problem.rule == "no-easy-version"
    ] == [
        Problem(
            record.source.path,
            1,
            1,
            "no-easy-version",
            "'쉬운 말로'(easy)가 없습니다",
            "짧은 문장 3~5개로 적어 주세요",
            Severity.WARNING,
        )
    ]


def test_a_record_of_unknown_kind_is_a_stub_and_breaks_no_rule_of_depth() -> None:
    record = without_field(without_field(RECORDS[0], "kind"), "easy")
    assert (record.kind, depth(record, ARCHIVE.schema, ARCHIVE.vocabularies)) == ("", "stub")
    assert "no-easy-version" not in {problem.rule for problem in record_problems(record, ARCHIVE)}


def test_the_parts_of_records_that_links_may_name_are_found() -> None:
    anchors = {record_id: ARCHIVE.anchors_of(record_id) for record_id in ARCHIVE.by_id}
    assert all(isinstance(anchor, str) and anchor for found in anchors.values() for anchor in found)
    targets = {spot.value for record in RECORDS for spot in leaves(record, ARCHIVE.schema, "link")}
    assert {
        target for target in targets if target.anchor and target.anchor not in anchors[target.id]
    } == set()
    assert {target for target in targets if Link.parse(str(target)) != target} == set()


JUNK = (
    "",
    "\x00",
    "\u202e",
    '"',
    "'",
    "[",
    "]",
    "{",
    "}",
    ": ",
    "#",
    " #1",
    "&a ",
    "*a",
    "!x ",
    "- ",
    "\t",
    "---\n",
    "\n",
    "\u2028",
    "\x85",
    "😀",
    "모름",
    "[]",
    "{}",
    "''",
    "2017-02-30",
    "hosing",
    "1,200",
    "|\n",
    "## ",
    "a" * 300,
)


@st.composite
def slips(draw: st.DrawFn) -> tuple[Record, str]:
    """A real record, and its text after a few slips of the hand."""
    record = draw(st.sampled_from(RECORDS))
    text = record.source.text
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 30)))
        text = text[:start] + draw(st.sampled_from(JUNK)) + text[end:]
    return record, text


@settings(max_examples=60)
@given(slips())
def test_no_slip_in_a_record_makes_the_checker_raise_and_every_problem_lies_in_its_file(
    slip: tuple[Record, str],
) -> None:
    record, text = slip
    source = decode(text.encode(), record.source.path)
    assert isinstance(source, SourceFile)
    broken, problems = changed(record, source.text)
    found = check(Archive((broken,), ARCHIVE.schema, ARCHIVE.vocabularies, tuple(problems)))
    assert list(outside(found, source.text.split("\n"))) == []


def outside(problems: tuple[Problem, ...], lines: list[str]) -> Iterator[str]:
    """The problems that have no place among the lines, or are no one line that can be printed."""
    for problem in problems:
        if problem.column > len(lines[problem.line - 1]) + 1 or not problem.text().isprintable():
            yield problem.text()
