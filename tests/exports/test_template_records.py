"""Template records: every field explained, and right as they stand."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from helpers.real_library import ARCHIVE
from hyeopchi.contribute.yaml_writer import flow
from hyeopchi.exports.template_record import template_record
from hyeopchi.files.front_matter import StrictHandler
from hyeopchi.files.problem import Problem
from hyeopchi.records.reader import read_archive
from hyeopchi.rules.checking import check
from support.environment import ROOT

KINDS = tuple(ARCHIVE.vocabularies["kinds"])


def template(kind) -> str:
    return template_record(kind, ARCHIVE.schema, ARCHIVE.vocabularies)


def problems_of(text: str, kind: str, folder: Path) -> list[Problem]:
    """What is wrong with a template put among the real vocabularies, but for links to records."""
    cases = folder / "cases"
    shutil.copytree(ROOT / "cases/_vocabulary", cases / "_vocabulary")
    file = cases / "geumcheon-gu" / ("question-our.md" if kind == "collection" else "2018-our.md")
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    return [problem for problem in check(read_archive(cases)) if problem.rule != "broken-link"]


def put_to_use(text: str) -> str:
    """The template with one ``#`` taken from the lines of every field that may be left out."""
    lines, inside = [], False
    for line in text.split("\n"):
        inside = bool(line) and line != "---" and (inside or bool(re.match(r"#[a-z_]+:", line)))
        lines.append(line[1:] if inside else line)
    return "\n".join(lines)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_a_template_is_right_as_it_stands(kind, tmp_path: Path) -> None:
    assert [problem.text() for problem in problems_of(template(kind), kind.id, tmp_path)] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_a_template_has_every_field_of_its_kind_with_label_need_and_description(kind) -> None:
    text = template(kind)
    needs = {"always": "꼭 적기", "expected": "모르면 unknown에", "": "골라 적기"}
    for field in ARCHIVE.schema.of_kind(kind.id):
        sign = "" if field.need else "#"
        assert f"\n# {field.label} ({needs[field.need]})\n# {field.description}" in text
        assert re.search(rf"^{sign}{field.name}:", text, re.MULTILINE)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_a_field_that_may_be_left_out_can_be_put_to_use_by_taking_one_sign_away(
    kind, tmp_path: Path
) -> None:
    text = put_to_use(template(kind))
    data = StrictHandler().load(text.split("\n---\n")[0][4:])
    assert list(data) == [field.name for field in ARCHIVE.schema.of_kind(kind.id)]
    rules = {problem.rule for problem in problems_of(text, kind.id, tmp_path)}
    unread = {
        "unknown-field",
        "unknown-term",
        "missing-field",
        "not-one-value",
        "not-a-group",
        "yaml-syntax",
        "empty-value",
    }
    assert rules & unread == set()


def test_a_list_and_a_group_are_told_field_by_field() -> None:
    assert """
# 자료 (꼭 적기)
# 이 기록이 기댄 자료.
sources:
  # 짧은 이름 (꼭 적기): 이 기록 안에서 자료를 가리키는 짧은 영문 이름.
  - key: plan
    # 제목 (꼭 적기): 자료의 제목. 160자까지.
    title: 2017년 협치서울 추진계획
    # 주소: 자료를 볼 수 있는 주소.
    url: https://opengov.seoul.go.kr/sanction/11417123
    # 이용조건 (꼭 적기): 자료의 이용조건. 모르면 unknown.
    #   쓸 수 있는 말은 낱말 목록 '이용조건'(rights.yml)에 있습니다.
    rights: KOGL-4
""" in template(KINDS[0])


def test_the_body_of_a_case_has_its_headings_in_order() -> None:
    found = re.findall(r"^## (.+)$", template(KINDS[0]), re.MULTILINE)
    assert found == [heading.label for heading in ARCHIVE.schema.headings_of("case")]


@pytest.mark.parametrize(
    "text",
    [
        "값",
        "a#1",
        "a #1",
        "a: b",
        "a:b",
        "- a",
        "6~7월",
        "가?",
        "'q",
        '"q"',
        "a, b",
        "[a]",
        "%",
        "",
        "*a",
        "&a",
        "!a",
        "역\\사선",
        "끝:",
        "https://x.y/z?q=1#가",
        "{a}",
        "|",
        "> a",
        "@a",
        "`a`",
        "1.5",
        "true",
    ],
)
def test_a_text_written_in_flow_style_reads_back_the_same(text: str) -> None:
    written = flow({"list": [text], "group": {"text": text}})
    assert StrictHandler().load(f"field: {written}")["field"] == {
        "list": [text],
        "group": {"text": text},
    }
