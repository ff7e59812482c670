"""Personal data is never told: wherever a message quotes what a person wrote, in every shape of the report."""

from __future__ import annotations

import json
import re

import pytest
import yaml

from helpers.broken_files import shelf
from hyeopchi.files.problem import Problem
from hyeopchi.files.source import SourceFile
from hyeopchi.records.archive import Archive
from hyeopchi.records.reader import read_archive, read_record
from hyeopchi.rules.checking import record_problems
from hyeopchi.rules.personal_data.folding import fold
from hyeopchi.rules.report import FORMATS
from support.environment import ROOT

HITS = yaml.safe_load((ROOT / "tests/data/personal_data.yml").read_text("utf-8"))["hits"]
FEWEST_DIGITS = 6
RECORD = """\
---
kind: case
title: {quoted}
summary: 글 #{line}
{line}: 글
{key}: 글
districts: [{quoted}, {quoted}]
domains: {quoted}
period: {{start: {quoted}, end: {quoted}, ongoing: {quoted}, {key}: 글, from: {{{key}: 1쪽}}}}
status: {{value: {quoted}, from: {{list: 1쪽}}}}
participants: [{{value: {quoted}, unit: {quoted}, of: 글, from: {{list: 1쪽}}}}]
case_type: {quoted}
scale: [{quoted}]
dong: {quoted}
actors: [{{id: {quoted}}}, {{name: {quoted}}}]
proposals: [{{number: {quoted}, title: 글, from: {{list: 1쪽}}}}]
relations: {{related: [{{to: {quoted}, basis: editor}}], {key}: 글}}
unknown: [{{field: {quoted}}}]
teaching: {{cut: {quoted}, minutes: {quoted}}}
sources: [{{key: {quoted}, title: 목록, url: {quoted}, date: {quoted}, accessed: {quoted}, rights: {quoted}}}]
added: {quoted}
---

## {line}

##{line}

> # {line}

##### {line}

{line}
===

[글]({line}) [글]({bare}) [글](#{bare}) [글](mailto:{bare}) [글](tel:{line}) [글](x:{bare}) [글](https://a@{bare}/) <{line}>

<b {line}> <b{bare}> </{bare}> ![{line}]({bare}) ![글]({line}) {{: {line} }} {{#{bare}}}

[{line}]: {bare} '{line}'

/// {line}

```{line}

e\u0301{bare}
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """The words of the library, and no record."""
    return read_archive(shelf(tmp_path_factory.mktemp("masking")))


def problems_with(text: str, archive: Archive) -> list[Problem]:
    """Everything that is said of a record in which ``text`` stands wherever text can stand."""
    line = re.sub(r"\s*\n[>\s]*", " ", text).strip()
    written = RECORD.format(
        line=line,
        quoted=json.dumps(line, ensure_ascii=False),
        bare=re.sub(r"\s", "-", line),
        key=re.sub(r"\s", "-", line) if re.fullmatch(r"[\w@. -]+", line) else "memo",
    )
    source = SourceFile("cases/mapo-gu/2016-x.md", written)
    record, found = read_record(source, "2016-x", "mapo-gu", archive.schema, archive.vocabularies)
    one = Archive((record,), archive.schema, archive.vocabularies, ())
    return sorted({*found, *record_problems(record, one)})


def digits(text: str) -> str:
    """The digits of ``text`` however they are written, stars as stars."""
    return re.sub(r"[^0-9*]", "", fold(text).text)


@pytest.mark.parametrize(("rule", "text", "shown"), HITS)
def test_no_message_tells_personal_data_wherever_it_stands(
    rule: str, text: str, shown: str, archive: Archive
) -> None:
    found = problems_with(text, archive)
    secret = digits(text)
    assert rule in {problem.rule for problem in found}
    assert len({problem.rule for problem in found}) >= 12
    for problem in found:
        said = f"{problem.message} {problem.hint}"
        assert len(secret) < FEWEST_DIGITS or secret not in digits(said), problem.text()
        if rule == "private-email":
            assert "kim@" not in fold(said).text.lower()


def test_every_shape_of_the_report_tells_the_same_masked_words(archive: Archive) -> None:
    found = problems_with("010-0000-1234", archive)
    for name, shape in FORMATS.items():
        told = shape(found, 1)
        assert "010-****-**34" in told, name
        assert not re.search("0000.?1234", told), name
