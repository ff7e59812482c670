"""What the form on the page knows: its data, and its checks, which say what the library's own rules say.

``tests/data/form_vectors.json``, ``romanised.json`` and ``personal_data.yml`` hold both to the same answers: here the
rules in Python, and in a browser the form's scripts.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.real_library import LIBRARY
from helpers.small_library import small_library
from hyeopchi.contribute.cell_values import values_of
from hyeopchi.contribute.choices import Misfit
from hyeopchi.contribute.form_data import ID_FILES, form_fields, id_file, id_files, word_files
from hyeopchi.contribute.script_pattern import script_pattern
from hyeopchi.contribute.yaml_writer import flow
from hyeopchi.exports.dataset import record_object
from hyeopchi.files.front_matter import StrictHandler
from hyeopchi.files.source import SourceFile
from hyeopchi.library.library import Library
from hyeopchi.records.reader import read_archive
from hyeopchi.rules import personal_data
from hyeopchi.rules.checking import check
from hyeopchi.schema.likely_date import likely_date, likely_span
from hyeopchi.schema.scalars import SCALARS, Mistake
from hyeopchi.schema.vague_date import VagueDate
from support.environment import ROOT

DATA = ROOT / "tests" / "data"
VECTORS = json.loads((DATA / "form_vectors.json").read_text("utf-8"))
ROMANISED = json.loads((DATA / "romanised.json").read_text("utf-8"))
PERSONAL = yaml.safe_load((DATA / "personal_data.yml").read_text("utf-8"))
PERSONAL_IN = "texts => texts.map(text => form.personalIn(text, form.known.data.personal).map(found => found.rule))"


def file_of(vector: dict) -> str:
    front = "".join(f"{name}: {flow(value)}\n" for name, value in vector["record"].items())
    return f"---\n{front}---\n\n{vector['body']}"


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The rules that each record of the vectors breaks, by the record's name."""
    rules = {}
    for number, vector in enumerate(VECTORS["records"]):
        cases = tmp_path_factory.mktemp("vectors") / "cases"
        (cases / "mapo-gu").mkdir(parents=True)
        (cases / "_vocabulary").symlink_to(ROOT / "cases" / "_vocabulary")
        (cases / "mapo-gu" / f"{vector['id']}.md").write_text(file_of(vector), encoding="utf-8")
        rules[vector["name"]] = sorted(
            {
                problem.rule
                for problem in check(read_archive(cases))
                if "_vocabulary" not in problem.path
            }
        )
        assert number == len(rules) - 1, f"{vector['name']!r} stands twice"
    return rules


@pytest.mark.parametrize("vector", VECTORS["records"], ids=lambda vector: vector["name"])
def test_the_checker_finds_what_the_vectors_say(vector: dict, found: dict[str, list[str]]) -> None:
    assert found[vector["name"]] == vector["rules"]


@pytest.mark.parametrize("told", ["rules", "grammar"])
def test_the_form_is_told_every_pattern_that_its_scripts_ask_for(told: str) -> None:
    scripts = (ROOT / "docs/assets/javascripts/contribute").glob("*.js")
    ask = re.compile(rf'\b{told}\.\w+\("([a-z_]+)"')
    asked = {name for script in scripts for name in ask.findall(script.read_text("utf-8"))}
    assert asked
    assert asked - form_fields(LIBRARY)[told].keys() == set()


def test_the_form_finds_in_each_record_what_the_checker_finds(scripts) -> None:
    rules = scripts.evaluate(
        """records => records.map(({record, id, body}) =>
      [...new Set(form.problemsOf(record, id, form.sectionsOf(body), form.known).map(problem => problem.rule))].sort())""",
        VECTORS["records"],
    )
    assert {vector["name"]: one for vector, one in zip(VECTORS["records"], rules, strict=True)} == {
        vector["name"]: vector["rules"] for vector in VECTORS["records"]
    }


def test_the_form_finds_nothing_in_the_real_records_and_loses_nothing_of_them(
    scripts, tmp_path: Path
) -> None:
    ids = sorted(record.id for record in LIBRARY.records)
    files = scripts.evaluate(
        """async ids => Promise.all(ids.map(async id => {
      const draft = form.opened(await (await fetch(`/cases/${id}/record.json`)).json(), form.known);
      const found = form.problemsOf(draft.fields, draft.id, draft.sections, form.known);
      return [form.fileOf(draft, form.known), found.map(one => one.rule)];
    }))""",
        ids,
    )
    assert {
        record_id: rules for record_id, (_, rules) in zip(ids, files, strict=True) if rules
    } == {}
    again = {
        LIBRARY.by_id[record_id].folder + "/" + record_id: text
        for record_id, (text, _) in zip(ids, files, strict=True)
    }
    for name, text in again.items():
        file = tmp_path / "cases" / f"{name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    for shared in ("_vocabulary", "_sources"):
        shutil.copytree(ROOT / "cases" / shared, tmp_path / "cases" / shared)
    written = Library(read_archive(tmp_path / "cases"))
    assert [
        record_id
        for record_id in ids
        if record_object(written.by_id[record_id], written)
        != record_object(LIBRARY.by_id[record_id], LIBRARY)
    ] == []


@pytest.mark.parametrize(("kind", "text", "fits"), VECTORS["scalars"])
def test_the_reader_takes_the_values_that_the_vectors_say(kind: str, text: str, fits: bool) -> None:
    try:
        SCALARS[kind](text)
    except Mistake:
        assert not fits
    else:
        assert fits


def test_the_form_takes_the_same_values(scripts) -> None:
    taken = scripts.evaluate(
        "rows => rows.map(([type, text]) => form.mistakeOf(type, text) === null)",
        VECTORS["scalars"],
    )
    assert [(*row[:2], one) for row, one in zip(VECTORS["scalars"], taken, strict=True)] == [
        tuple(row) for row in VECTORS["scalars"]
    ]


def test_dates_are_understood_printed_and_bounded_alike(scripts) -> None:
    likely = [
        [text, (date.edtf if (date := likely_date(text)) else None)]
        for text, _ in VECTORS["likely"]
    ]
    spans = [
        [text, *(date.edtf for date in likely_span(text) or ())] for text, *_ in VECTORS["spans"]
    ]
    dates = [
        [text, (date := VagueDate.parse(text)).printed, str(date.earliest), str(date.latest)]
        for text, *_ in VECTORS["dates"]
    ]
    assert (likely, dates) == (VECTORS["likely"], VECTORS["dates"])
    assert spans == [[text for text in row if text] for row in VECTORS["spans"]]
    assert scripts.evaluate(
        """({likely, spans, dates}) => ({
      likely: likely.map(([text]) => [text, form.likely(text) && form.edtf(form.likely(text))]),
      spans: spans.map(([text]) => [text, ...(form.likelySpan(text) ?? []).map(form.edtf)]),
      dates: dates.map(([text]) => { const date = form.parsed(text); return [text, form.printed(date), form.earliest(date), form.latest(date)]; })})""",
        {"likely": likely, "spans": spans, "dates": dates},
    ) == {"likely": likely, "spans": spans, "dates": dates}


def test_both_ends_of_a_time_that_are_told_in_one_field_answer_the_other_alike(scripts) -> None:
    words = LIBRARY.vocabularies
    period = LIBRARY.schema.structures["period"].fields
    rows: list[tuple[str, str, str, dict[str, str] | None]] = []
    for text, start, end in VECTORS["spans"]:
        for name, other, there in (("start", "end", end), ("end", "start", start)):
            for before in ("", there or "2001", "2002-02"):
                try:
                    said = values_of(period[name], text, words, ())
                except Misfit:
                    said = {}
                is_both = len(said) == 2 and before in ("", said[other])
                rows.append((name, text, before, said if is_both else None))
    assert scripts.evaluate(
        """rows => rows.map(([name, text, before]) => {
      const other = {start: "end", end: "start"}[name];
      const ends = form.bothEnds({type: "edtf", name}, {[other]: before}, text);
      return [name, text, before, ends && {[name]: ends.own, [other]: ends.other}]; })""",
        rows,
    ) == [list(row) for row in rows]


def test_only_commas_between_thousands_go_from_a_number(scripts) -> None:
    typed = ["1,200", "12,345,678.5", "3,5", "12,34,5", "1200", "-1,000", "1,2345"]
    assert scripts.evaluate("all => all.map(one => form.meant('number', one))", typed) == [
        *("1200", "12345678.5", "3,5", "12,34,5", "1200", "-1000", "1,2345")
    ]


def test_korean_titles_are_romanised_alike(scripts) -> None:
    assert (
        scripts.evaluate(
            "words => words.map(([word]) => [word, form.romanised(word)])", ROMANISED["words"]
        )
        == ROMANISED["words"]
    )
    assert (
        scripts.evaluate(
            "rows => rows.map(([title, year]) => [title, year, form.proposedId(title, String(year ?? 'nd'))])",
            ROMANISED["ids"],
        )
        == ROMANISED["ids"]
    )


def test_the_form_finds_the_personal_data_that_the_rules_find_and_no_other(scripts) -> None:
    hits = [[rule, text] for rule, text, _ in PERSONAL["hits"]]
    assert len(hits) > 100
    found = scripts.evaluate(PERSONAL_IN, [text for _, text in hits])
    assert [
        (text, one) for (rule, text), one in zip(hits, found, strict=True) if one != [rule]
    ] == []
    trapped = scripts.evaluate(PERSONAL_IN, PERSONAL["traps"])
    assert [(text, one) for text, one in zip(PERSONAL["traps"], trapped, strict=True) if one] == []


def told(text: str) -> list[tuple[str, str, bool]]:
    """Rule, hint and whether it is an error of each sort of personal data that the checker finds."""
    found = {
        problem.rule: (problem.rule, problem.hint, problem.is_error)
        for rule in personal_data.RULES
        for problem in rule(SourceFile("record.md", text))
    }
    return sorted(found.values())


PIECES = st.sampled_from([text for _, text, _ in PERSONAL["hits"]] + PERSONAL["traps"])
LABELS = st.sampled_from(
    "주민등록번호 법인등록번호 계좌 국민은행 카드 KB rrn visa 면허 서울 여권 passport 차량 아파트 사업자 https://x.kr/ 호 원".split()
)
SIGNS = st.text("0123456789 -./,:()*\\&#;%x@가한AZaz\n\t１٣①㎡ㅡㆍ\u200b\u0301ㅎㅗ🪑", max_size=12)
REFERENCES = st.sampled_from(
    "&#45; &#x30 &nbsp &hyphen; &commat; &amp; &#0; &#128; &#12345678; &num; &notit; %2D \\x30".split()
)


@settings(max_examples=12)
@given(
    st.lists(st.lists(PIECES | LABELS | SIGNS | REFERENCES, max_size=5).map("".join), max_size=40)
)
def test_whatever_is_written_the_form_says_of_it_what_the_checker_says(scripts, texts) -> None:
    say = """texts => texts.map(text => form.personalIn(text, form.known.data.personal)
      .map(({ rule, hint, isWarning }) => [rule, hint, !isWarning]).sort())"""
    found = [[tuple(one) for one in each] for each in scripts.evaluate(say, texts)]
    assert [
        (text, one, told(text)) for text, one in zip(texts, found, strict=True) if one != told(text)
    ] == []


HOSTILE = [
    "a: b",
    "# no comment",
    "a #b",
    "---",
    "...",
    "- item",
    "? key",
    "{a: b}",
    "[a]",
    "'",
    '"',
    "\\",
    "\\n",
    '\\"',
    "*x",
    "&x",
    "!!python/object x",
    "| x",
    "> x",
    "@x",
    "`x`",
    "%YAML 1.2",
    "null",
    "~",
    "true",
    "010",
    "1e3",
    "12:30",
    "<script>alert(1)</script>",
    "{{ x }}",
    "😀👩‍👩‍👧",
    "가\n나",
    "가\n\n---\n나",
    "\u202egpj.exe",
    "\u200b가",
    "\t탭",
    "=1+1",
    "가,나",
    "가: ",
    ":가",
    "가:나",
    "]: x",
    "x" * 200_000,
]


def test_hostile_texts_survive_the_way_through_the_forms_yaml(scripts) -> None:
    records = [
        {
            "title": text,
            "easy": [text, "가"],
            "period": {"note": text},
            "stages": [{"what": text, "from": {"plan": text}}],
        }
        for text in HOSTILE
    ]
    for record, text in zip(
        records, scripts.evaluate("records => records.map(form.frontMatter)", records), strict=True
    ):
        handler = StrictHandler()
        read = handler.load(text)
        expected = record["title"].strip()
        assert (read, handler.problems) == (
            {
                "title": expected,
                "easy": [expected, "가"],
                "period": {"note": expected},
                "stages": [{"what": expected, "from": {"plan": expected}}],
            },
            (),
        )


@settings(
    max_examples=20,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    texts=st.lists(
        st.text(
            st.characters(
                exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufeff\ufffe\uffff"
            ),
            min_size=1,
        ),
        min_size=30,
        max_size=60,
    )
)
def test_any_text_survives_the_way_through_the_forms_yaml(scripts, texts: list[str]) -> None:
    texts = [text for text in texts if text.strip()]
    written = scripts.evaluate(
        "texts => form.frontMatter({easy: texts, period: {note: texts.join('\\n')}})", texts
    )
    assert StrictHandler().load(written) == {
        "easy": [text.strip() for text in texts],
        "period": {"note": "\n".join(texts).strip()},
    }


def test_pasted_texts_are_evened_out_where_nothing_is_lost(scripts) -> None:
    tidied = scripts.evaluate(
        "texts => texts.map(text => [form.tidy(text, true), form.tidy(text, false)])",
        ["  가 \r\n나\u0007 ", "\u1100\u1161", "가\u2028나\t다", "\ud800"],
    )
    assert tidied == [
        ["가\n나", "가 나"],
        ["가", "가"],
        ["가\n나 다", "가 나 다"],
        ["\ufffd", "\ufffd"],
    ]


def test_every_id_stands_in_the_file_where_the_form_looks_for_it(site: Path) -> None:
    files = [
        json.loads((site / "data/ids" / f"{number}.json").read_text("utf-8"))
        for number in range(ID_FILES)
    ]
    assert sorted(record_id for ids in files for record_id in ids) == sorted(LIBRARY.by_id)
    assert all(
        id_file(record_id) == number for number, ids in enumerate(files) for record_id in ids
    )
    assert files == list(id_files(LIBRARY))


def test_the_forms_data_names_every_field_and_word_and_stays_small(site: Path) -> None:
    data = json.loads((site / "data/fields.json").read_text("utf-8"))
    assert data == json.loads(json.dumps(form_fields(LIBRARY)))
    assert [field["name"] for field in data["fields"]] == list(LIBRARY.schema.fields)
    assert [name for name, words in data["words"].items() if not words["terms"]] == [
        name for name, _ in word_files(LIBRARY)
    ]
    assert (site / "data/fields.json").stat().st_size < 100_000


def test_every_asked_field_has_a_step_that_exists() -> None:
    data = form_fields(LIBRARY)
    steps = {step["id"] for step in data["steps"]} | {None}
    assert {field.get("step") for field in data["fields"]} <= steps
    assert [field["name"] for field in data["fields"] if not field.get("step")] == [
        "kind",
        "title_en",
        "added",
        "revised",
        "withdrawn",
    ]


def test_a_library_without_records_has_data_for_the_form(tmp_path: Path) -> None:
    assert id_files(small_library(tmp_path, {})) == tuple([] for _ in range(ID_FILES))


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\Aa\Z", "^a$"),
        (r"(?i:no)x", "(?:[nN][oO])x"),
        (r"a\:b\\`", r"a:b\\`"),
        (r"\W{2}", r"[^\p{L}\p{N}_]{2}"),
        ("[\u200b-\u200d]", r"[\u{200b}-\u{200d}]"),
        (r"(?P<host>[\w.-]+)\w\d", r"(?<host>[\p{L}\p{N}_.-]+)[\p{L}\p{N}_]\p{Nd}"),
    ],
)
def test_a_pattern_is_written_as_scripts_read_it(pattern: str, expected: str) -> None:
    assert script_pattern(re.compile(pattern)) == expected


def test_what_the_form_says_is_said_to_people_who_know_no_file() -> None:
    """No field's name, no word's id and no file's name stands in what a question says."""
    known = form_fields(LIBRARY)
    groups = (known["fields"], *(one["fields"] for one in known["structures"].values()))
    said = {
        (field["name"], field.get(part, ""))
        for fields in groups
        for field in fields
        for part in ("label", "ask", "help")
    }
    assert (
        sorted(
            (name, text)
            for name, text in said
            if re.search(r"[A-Za-z_]{2,}", re.sub(r"IAP2|HWPX|DOCX|https?://\S*", "", text))
        )
        == []
    )


def test_units_of_money_are_offered_for_money() -> None:
    words = form_fields(LIBRARY)["words"]
    assert [term[0] for term in words["money"]["terms"]] == ["원", "천원", "만원", "백만원", "억원"]
