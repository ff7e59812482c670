"""The description of every field: the real one is sound, and a broken one is a problem, not an exception."""

import json
from pathlib import Path

import pytest

from helpers.broken_files import problems, shelf
from hyeopchi.files.strict_yaml import read_yaml
from hyeopchi.schema.entry import Entry
from hyeopchi.schema.fields import Field
from hyeopchi.schema.fields_reader import read_schema
from hyeopchi.schema.interpreter import Interpreter
from hyeopchi.schema.quantity import Quantity
from hyeopchi.schema.vocabulary_reader import read_vocabularies
from support.environment import ROOT

FOLDER = ROOT / "cases/_vocabulary"
WORDS = read_vocabularies(FOLDER)
SCHEMA = read_schema(FOLDER, WORDS)
FIELDS = [("", field) for field in SCHEMA.fields.values()] + [
    (f"{structure.name}.", field)
    for structure in SCHEMA.structures.values()
    for field in structure.fields.values()
]
SMALL = """\
structures:
  period:
    label: 기간
    fields:
      - {name: start, label: 시작, type: edtf, description: 시작한 때., example: "2017"}
fields:
  - {name: kind, label: 종류, need: always, type: term, vocabulary: kinds, description: 기록의 종류., example: case}
  - {name: period, label: 기간, type: period, description: 언제의 일인지., example: "{start: 2017}"}
headings:
  - {id: problem, label: 무엇이 문제였나, kinds: [case], fields: [period]}
"""
KIND = "  - {name: kind, label: 종류, need: always, type: term, vocabulary: kinds, description: 기록의 종류., example: case}\n"


def test_the_real_description_has_nothing_wrong() -> None:
    assert SCHEMA.problems == ()
    assert (len(SCHEMA.fields) > 50, len(SCHEMA.structures) > 20, len(SCHEMA.headings)) == (
        True,
        True,
        5,
    )


@pytest.mark.parametrize(
    "field", [pytest.param(field, id=f"{owner}{field.name}") for owner, field in FIELDS]
)
def test_the_example_of_a_field_is_right_for_it(field: Field) -> None:
    text = json.dumps(field.example, ensure_ascii=False)
    written = text if field.type in ("text", "prose") and not field.many else field.example
    interpreter = Interpreter(SCHEMA, WORDS, "fields.yml")
    values = interpreter.entry(
        read_yaml(f"{field.name}: {written}", "fields.yml").root, {field.name: field}, "보기"
    )
    assert [problem.text() for problem in interpreter.problems] == []
    assert field.name in values


def test_a_field_knows_the_kinds_that_it_belongs_to() -> None:
    names = {
        kind: {field.name for field in SCHEMA.of_kind(kind)}
        for kind in ("case", "plan", "collection")
    }
    assert {"title", "stages", "proposals"} <= names["case"]
    assert {"title", "strategies"} <= names["plan"] and "stages" not in names["plan"]
    assert {"title", "items"} <= names["collection"] and "sources" not in names["collection"]


def test_a_field_is_spoken_of_by_its_label_and_its_name() -> None:
    assert SCHEMA.fields["domains"].spoken == "분야(domains)"


def test_a_field_is_asked_for_in_everyday_words_and_by_its_label_where_none_are_given() -> None:
    obstacles, kind, english = (
        SCHEMA.fields["obstacles"],
        SCHEMA.fields["kind"],
        SCHEMA.fields["title_en"],
    )
    assert (obstacles.question, obstacles.step) == (
        "어려웠던 것과 다시 한다면 바꿀 한 가지",
        "learned",
    )
    assert (kind.question, kind.step) == ("무엇을 보태시나요", "")
    assert (english.question, english.step) == ("영어 제목", "")


def test_only_cases_have_fixed_headings() -> None:
    assert [heading.label for heading in SCHEMA.headings_of("case")] == [
        "무엇이 문제였나",
        "누가 무엇을 했나",
        "무엇이 달라졌나",
        "디딤돌과 걸림돌",
        "배울 점",
    ]
    assert SCHEMA.headings_of("plan") == ()


def test_a_statement_carries_where_it_stands() -> None:
    """Every structure that tells a fact needs its ``from``; quantities may lean on the group around them."""
    facts = {
        "status",
        "activity",
        "stage",
        "followup",
        "proposal",
        "finding",
        "factor",
        "voice",
        "disputed_value",
        "unit",
        "task",
        "strategy",
        "schedule_entry",
        "budget_item",
        "figure",
        "pledge",
    }
    assert {
        name
        for name, structure in SCHEMA.structures.items()
        if "from" in structure.fields and structure.fields["from"].need == "always"
    } == facts


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("label: 종류, ", "", "7:5: 칸(fields): 이름표(label) 칸이 없습니다 → 예: label: 제목"),
        (
            "example: case",
            "exmaple: case",
            "7:96: 칸(fields)에 없는 칸입니다: 'exmaple' → 'example'을 쓰려던 것인가요?",
        ),
        (
            "type: term",
            "type: trem",
            "7:49: 꼴(type)에 없는 말입니다: 'trem' → 'term'을 쓰려던 것인가요?",
        ),
        (
            "vocabulary: kinds",
            "vocabulary: kindz",
            "7:67: 어휘(vocabulary)에 없는 말입니다: 'kindz' → 'kinds'를 쓰려던 것인가요?",
        ),
        (
            "vocabulary: kinds, ",
            "",
            "7:5: 종류(kind): 어휘(vocabulary)가 없습니다 → type이 term이면 낱말 목록의 id를 적어 주세요",
        ),
        (
            "need: always",
            "need: alway",
            "7:35: 필요(need)에 없는 말입니다: 'alway' → 'always'를 쓰려던 것인가요?",
        ),
        (
            "need: always",
            "kinds: [caze]",
            "7:37: 종류(kinds)에 없는 말입니다: 'caze' → 'case'를 쓰려던 것인가요?",
        ),
        (
            "need: always",
            "most: 셋",
            "7:35: 가장 많은 수(most): 정수가 아닙니다: '셋' → 단위와 쉼표 없이 수만 적어 주세요. 예: 60",
        ),
        (
            "need: always",
            "many: 예",
            "7:35: 여럿(many): true나 false가 아닙니다: '예' → true로 적어 주세요",
        ),
        (
            "need: always",
            "anchor: k",
            "7:5: 종류(kind): 주소(anchor)를 가질 수 없는 칸입니다 → many: true인 묶음에만 적어 주세요",
        ),
        (
            "name: kind",
            "name: Kind!",
            "7:5: 쓸 수 없는 이름입니다: 'Kind!' → 영문 소문자와 밑줄로 적어 주세요. 예: title_en",
        ),
        (
            "fields:\n  - {name: kind",
            "fields:\n  - 글\n  - {name: kind",
            "7:5: 칸(fields): '이름: 값' 묶음이 와야 합니다 → 예: "
            "{name: title, label: 제목, type: text, description: 제목., example: 제안}",
        ),
        (KIND, KIND + KIND, "8:5: 같은 칸을 두 번 적었습니다: 'kind' → 하나만 남겨 주세요"),
        (
            "    label: 기간\n",
            "",
            "3:5: 묶음 'period'에 label이나 fields가 없습니다 → 예: period: {label: 기간, fields: […]}",
        ),
        (
            "fields: [period]",
            "fields: [perid]",
            "10:60: 칸(fields)에 없는 말입니다: 'perid' → 'period'를 쓰려던 것인가요?",
        ),
        (
            "structures:\n",
            "other: 글\nstructures:\n",
            "1:1: 쓸 수 없는 묶음입니다: 'other' → 쓸 수 있는 묶음: structures, fields, headings",
        ),
        (
            "headings:\n",
            "",
            "1:1: headings 묶음이 없습니다 → structures, fields, headings가 있어야 합니다",
        ),
        (
            SMALL,
            "글",
            "1:1: '이름: 값' 모양이 아닙니다 → 한 줄에 하나씩 '이름: 값'으로 적고, 쌍점 뒤에 한 칸을 띄워 주세요. 예: kind: case",
        ),
    ],
)
def test_a_slip_in_the_description_is_told_at_its_place(
    tmp_path: Path, old: str, new: str, problem: str
) -> None:
    assert old in SMALL
    found = problems(shelf(tmp_path, {"_vocabulary/fields.yml": SMALL.replace(old, new)}))
    assert found == [f"cases/_vocabulary/fields.yml:{problem}"]


def test_the_small_description_of_these_tests_is_sound(tmp_path: Path) -> None:
    assert problems(shelf(tmp_path, {"_vocabulary/fields.yml": SMALL})) == []


def test_a_missing_description_is_told_and_no_record_is_judged(tmp_path: Path) -> None:
    cases = shelf(tmp_path, {"mapo-gu/2017-meeting.md": "---\nkind: case\n---\n"})
    (cases / "_vocabulary/fields.yml").unlink()
    assert problems(cases) == [
        "cases/_vocabulary/fields.yml:1:1: 파일을 읽을 수 없습니다 → 파일이 있는지, 읽기 권한이 있는지 봐 주세요"
    ]


def test_an_entry_gives_its_values_and_has_nothing_else() -> None:
    entry = Entry({"title": "제목", "items": (1, 2)})
    assert (entry["title"], entry.get("none", 3), "none" in entry, dict(entry)) == (
        "제목",
        3,
        False,
        {"title": "제목", "items": (1, 2)},
    )
    assert (
        not isinstance(entry, Quantity)
        and repr(entry) == "Entry({'title': '제목', 'items': (1, 2)})"
    )
