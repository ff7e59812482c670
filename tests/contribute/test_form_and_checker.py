"""Every file that the form makes passes the checker, or the page says what is wrong before it leaves."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest

from helpers.examples import examples
from helpers.real_library import LIBRARY
from helpers.typed_answers import typed_records
from hyeopchi.records.reader import read_archive
from hyeopchi.rules.checking import check_records
from support.environment import ROOT

TYPE = """records => Promise.all(records.map(async ({ id, fields, sections }) => {
  const typed = (value, field) => {
    if (Array.isArray(value)) return value.map(one => typed(one, field));
    const inside = form.known.groupOf(field);
    if (typeof value !== "object") return form.meant(field.type, form.tidy(value, field.type === "prose"));
    return Object.fromEntries(Object.entries(value).map(([name, one]) =>
      [name, inside ? typed(one, inside.find(below => below.name === name)) : form.tidy(one, false)]));
  };
  const draft = {
    id,
    fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, typed(value, form.known.fields.get(name))])),
    sections: sections.map(({ heading, text }) => ({ heading, text: form.tidy(text, true) })),
  };
  await form.learn(draft, form.known);
  const found = form.problemsOf(draft.fields, id, draft.sections, form.known);
  return {
    path: `cases/${form.folderOf(draft.fields, form.known.data.city)}/${id}.md`,
    text: form.fileOf(draft, form.known),
    said: found.map(({ rule }) => rule),
  };
}))"""
"""Types answers by what the fields do with what was typed; the file, and the rules that the page speaks of."""
RECORDS, CAREFUL = 60, 15


def records() -> list[dict]:
    """Each under an id of its own."""
    made = [
        *examples(typed_records(LIBRARY, is_careful=False), RECORDS),
        *examples(typed_records(LIBRARY, is_careful=True), CAREFUL),
    ]
    return [{**record, "id": f"{record['id']}-{at}"} for at, record in enumerate(made)]


def errors(files: Iterable[dict], folder: Path) -> dict[str, set[str]]:
    """The rules that each file breaks as a record among those of the library, by its path."""
    shutil.copytree(ROOT / "cases", folder / "cases")
    paths = set()
    for file in files:
        place = folder / file["path"]
        place.parent.mkdir(exist_ok=True)
        place.write_text(file["text"], encoding="utf-8")
        paths.add(file["path"])
    archive = read_archive(folder / "cases")
    typed = [record for record in archive.records if record.source.path in paths]
    found: dict[str, set[str]] = defaultdict(set)
    for problem in (*archive.problems, *check_records(typed, archive)):
        if problem.is_error and problem.path in paths:
            found[problem.path].add(problem.rule)
    return found


def test_what_the_checker_finds_in_a_file_of_the_form_the_page_has_said(
    scripts, tmp_path: Path
) -> None:
    files = scripts.evaluate(TYPE, records())
    found = errors(files, tmp_path)
    unsaid = [
        (rule, file["text"]) for file in files for rule in found[file["path"]] - set(file["said"])
    ]
    assert unsaid == []
    told = set().union(*found.values())
    assert len(told) > 20, "the answers are too right to show anything"
    assert any(not found[file["path"]] for file in files), "the answers are too wrong"


UNREAD_END = {
    "kind": "case",
    "districts": ["seoul"],
    "period": {"start": "2016", "end": "2016-03"},
    "stages": [{"start": "2108", "end": "어제", "what": "모임"}],
}
DATED_BY_NO_FILE = {
    "kind": "case",
    "districts": ["seoul"],
    "status": {"value": "done", "from": {"plan": "3쪽", "note": "3쪽"}},
    "sources": [
        {"key": "plan", "id": "2016-nowhere", "title": "계획", "date": "2016-03-04"},
        {"key": "note", "title": "회의록", "url_note": "없음"},
    ],
}
SOURCE_OF_ANOTHER_KIND = {
    "kind": "collection",
    "relations": {"related": [{"to": "2016-agenda-projects", "basis": "source"}]},
    "sources": [{"key": "plan", "title": "계획", "place": "3쪽"}],
}


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        pytest.param(UNREAD_END, "stage-outside-period", id="an end that is no date"),
        pytest.param(DATED_BY_NO_FILE, "finished-without-date", id="a date beside a document"),
        pytest.param(SOURCE_OF_ANOTHER_KIND, "basis-without-source", id="a field of another kind"),
    ],
)
def test_the_page_judges_what_the_file_will_say(
    scripts, tmp_path: Path, fields: dict, rule: str
) -> None:
    (file,) = scripts.evaluate(TYPE, [{"id": "2016-x", "fields": fields, "sections": []}])
    found = errors([file], tmp_path)[file["path"]]
    assert rule in found
    assert found <= set(file["said"])


@pytest.mark.parametrize("said", [{"title": "2017년 협치서울 추진계획", "date": "2017-02-22"}, {}])
def test_a_document_that_is_there_has_its_date_whatever_the_page_knows_of_it(
    scripts, tmp_path: Path, said: dict
) -> None:
    """An edited record brings what its documents say; of one that was picked the page knows the name."""
    plan, note = DATED_BY_NO_FILE["sources"]
    there = {"key": plan["key"], "id": "2017-seoul-governance-plan", **said}
    fields = {**DATED_BY_NO_FILE, "sources": [there, note]}
    (file,) = scripts.evaluate(TYPE, [{"id": "2016-x", "fields": fields, "sections": []}])
    found = errors([file], tmp_path)[file["path"]]
    assert "finished-without-date" not in found
    assert "finished-without-date" not in file["said"]


def test_places_that_are_not_there_are_said_as_far_as_they_were_looked_up(scripts) -> None:
    said = scripts.evaluate(
        """async texts => {
      form.known.pages.clear();
      const draft = { id: "2016-x", fields: { kind: "case" }, sections: texts.map(text => ({ heading: "배울 점", text })) };
      const before = [...form.lookupRules(draft, form.known)].map(({ message }) => message);
      await form.learn(draft, form.known);
      return [before, [...form.lookupRules(draft, form.known)].map(({ message }) => message)];
    }""",
        [
            "[글](2018-siheung4-residents-council) [글](2018-siheung4-residents-council#stage-1)",
            "[글](2018-siheung4-residents-council#no-place)",
            "[글](2016-never-was)",
            "[글](#배울-점) [글](#없는-곳)",
            "[글](seoul.go.kr)",
        ],
    )
    assert said == [
        ["그 기록 안에 없는 자리입니다: #없는-곳", "없는 기록을 가리킵니다"],
        [
            "그 기록 안에 없는 자리입니다: #no-place",
            "없는 기록을 가리킵니다",
            "그 기록 안에 없는 자리입니다: #없는-곳",
            "없는 기록을 가리킵니다",
        ],
    ]


def test_papers_that_nobody_has_are_said_once_it_is_known_what_a_record_teaches(scripts) -> None:
    said = scripts.evaluate(
        """async steps => {
      form.known.taught.clear();
      const draft = { id: "reader-x", fields: { kind: "collection", session: steps }, sections: [] };
      const said = () => [...form.lookupRules(draft, form.known)].filter(({ rule }) => rule === "paper-not-handed-out")
        .map(({ path, message }) => `${path.join(".")}: ${message}`);
      const before = said();
      await form.learn(draft, form.known);
      return [before, said()];
    }""",
        [
            {"activity": "읽을 종이를 봅니다", "papers": ["handout"]},
            {"activity": "쉬운 말 종이를 봅니다", "sheet": "2018-siheung4-residents-council"},
            {"say": "읽을 종이와 질문지를 펴 주세요"},
        ],
    )
    first = [
        "session.0.papers: 이 종이를 만들 기록이 없습니다",
        "session.0.activity: 이 차례까지 나누어 주지 않은 종이입니다: ‘읽을 종이’",
    ]
    last = "session.2.say: 이 차례까지 나누어 주지 않은 종이입니다: ‘질문지’"
    assert said == [first, [*first, last]]


def test_a_host_that_answers_anything_but_a_record_leaves_the_papers_unjudged(scripts) -> None:
    found = scripts.evaluate(
        """async steps => {
      form.known.taught.clear();
      const real = window.fetch;
      window.fetch = () => Promise.resolve(new Response("<!doctype html>"));
      const draft = { id: "reader-x", fields: { kind: "collection", session: steps }, sections: [] };
      await form.learn(draft, form.known).finally(() => { window.fetch = real; form.known.pages.clear(); });
      return [form.known.taught.size, [...form.lookupRules(draft, form.known)].length];
    }""",
        [{"say": "질문지를 펴 주세요", "sheet": "2018-siheung4-residents-council"}],
    )
    assert found == [0, 0]
