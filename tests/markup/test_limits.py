"""Limits on a record: the worst file of the largest size is judged nearly as fast as a plain one, and nothing makes the reader fail."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.broken_files import CASE, shelf
from helpers.hostile import GROUPS, content
from hyeopchi.files.problem import Problem
from hyeopchi.files.source import MAX_BYTES, SourceFile, decode
from hyeopchi.markup.renderer import Renderer
from hyeopchi.records.archive import Archive
from hyeopchi.records.reader import read_archive, read_record
from hyeopchi.rules import markup as markup_rules
from hyeopchi.rules.checking import check

MOST_TIMES = 60
"""How often as long as a plain record of its size the worst may take; measured: 13 at most."""
SPLIT = "내용을 둘 이상의 기록으로 나눠 주세요"
PLAIN = (
    "주민이 마을에서 모여 함께 정했습니다. 2017년 11월에 [선언](2016-good)을 **읽었습니다**.\n\n"
)


def listed(field: str, item: str, times: int) -> str:
    """A record whose one field is a list of so many items, ``%d`` in each its number."""
    return f"---\nkind: case\n{field}: [{', '.join(item.replace('%d', str(number)) for number in range(times))}]\n---\n"


LARGE: Mapping[str, str] = {
    **{row["id"]: content(row).decode() for row in GROUPS["limits"]},
    "many-names": "---\n" + "".join(f"a{number}: 1\n" for number in range(15_000)) + "---\n",
    "many-terms": listed("domains", "x%d", 12_000),
    "many-sources": listed("sources", "{key: a%d}", 12_000),
    "many-citations": listed("stages", "{what: b, from: {k%d: 1}}", 6_000),
    "many-entries": listed("proposals", "{number: 1}", 14_000),
    "many-links": listed("relations: {}\nanswers", "{to: 2016-x%d}", 8_000),
    "many-days": listed("revised", "2017-01-01", 15_000),
    "many-mistakes": "---\n" + "title: a: b\n" * 15_000 + "---\n",
    "many-signs": "---\n" + 'title: "\\x41"\n' * 14_000 + "---\n",
    "many-comments": "---\n" + "title: a #b\n" * 15_000 + "---\n",
    "one-word": f"---\ntitle: {'a' * 200_000}\n---\n",
    "mail-like": "a." * 100_000,
    "mails-whole": "a@b.kr " * 28_000,
    "phones": "010-0000-1234\n" * 14_000,
    "halves": "990230 " * 28_000,
    "cards": "4111 1111 1111 1112 " * 10_000,
    "dashes": "1-" * 100_000,
    "references": "&#1" * 66_000,
    "hosts": f"[a](https://{'a.' * 98_000})",
    "links": "[a](https://a.kr) " * 11_000,
    "hidden": "\u200b" * 60_000,
    "apart": "\u1100\u1161" * 30_000,
}
"""Files of up to the largest size, each of what a rule might be slow at."""


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """The words of the library, and no record."""
    return read_archive(shelf(tmp_path_factory.mktemp("limits")))


def judged(text: str, words: Archive) -> tuple[Problem, ...]:
    """Everything that is said of a record of this text."""
    record, found = read_record(
        SourceFile("cases/mapo-gu/2016-x.md", text),
        "2016-x",
        "mapo-gu",
        words.schema,
        words.vocabularies,
    )
    return check(Archive((record,), words.schema, words.vocabularies, tuple(found)))


def seconds(text: str, words: Archive) -> float:
    """The processor's time that judging takes, the better of two."""
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        judged(text, words)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("name", LARGE)
def test_the_worst_record_takes_not_much_longer_than_a_plain_one_and_is_refused_in_few_words(
    name: str, words: Archive
) -> None:
    plain = CASE + PLAIN * (len(LARGE[name].encode()) // len(PLAIN.encode()) + 1)
    most = MOST_TIMES * seconds(plain, words)
    source = decode(LARGE[name].encode(), "a.md")
    start = time.process_time()
    said = judged(LARGE[name], words)
    # What only a busy machine made slow is fast another time.
    assert time.process_time() - start < most or seconds(LARGE[name], words) < most
    found = [source] if isinstance(source, Problem) else said
    assert [problem for problem in found if problem.is_error] or name in ("mails-whole", "blanks")
    assert len(found) < 100
    assert all(len(problem.text()) < 400 for problem in found)


def test_what_front_matter_holds_is_limited_and_told_at_its_place(words: Archive) -> None:
    found = [
        problem.text()
        for problem in judged(listed("domains", "x%d", 501), words)
        if problem.rule == "yaml-size"
    ]
    assert found == [
        f"cases/mapo-gu/2016-x.md:3:10: 한 묶음에 든 것이 너무 많습니다: 501개 (최대 500개) → {SPLIT}"
    ]
    groups = "".join(f"a{number}: [{', '.join(['b'] * 400)}]\n" for number in range(20))
    found = [
        problem.text()
        for problem in judged(f"---\n{groups}---\n", words)
        if problem.rule == "yaml-size"
    ]
    assert found == [
        f"cases/mapo-gu/2016-x.md:16:{found[0].split(':')[2]}: 앞머리에 적은 것이 너무 많습니다 (최대 6,000개) → {SPLIT}"
    ]


def test_a_list_as_long_as_may_be_has_nothing_to_say(words: Archive) -> None:
    assert "yaml-size" not in {
        problem.rule for problem in judged(listed("domains", "x%d", 500), words)
    }


def test_a_large_file_is_not_even_opened(tmp_path: Path) -> None:
    cases = shelf(tmp_path)
    (cases / "mapo-gu").mkdir()
    with (cases / "mapo-gu/2016-large.md").open("wb") as stream:
        stream.truncate(20 * 1024**3)
    start = time.process_time()
    archive = read_archive(cases)
    assert time.process_time() - start < 5
    assert [problem.text() for problem in archive.problems] == [
        f"cases/mapo-gu/2016-large.md:1:1: 파일이 너무 큽니다: 21,474,836,480바이트 (최대 {MAX_BYTES:,}바이트) → {SPLIT}"
    ]


_ATOMS = [
    "---\n",
    "kind: case\n",
    "title: ",
    "sources: [",
    "{key: a}",
    "]",
    "- ",
    "  ",
    "\n",
    ": ",
    "가",
    "period: {start: ",
    "0000",
    "9999-13-40",
    "}",
    "stages: [{stage: agenda, what: 글, from: {a: 1쪽}}]\n",
    "value: 99999999999999999999, ",
    '"',
    "'",
    "\\",
    "&a ",
    "*a",
    "!!x ",
    "|\n",
    "> ",
    "## 글\n",
    "[글](2016-x)",
    "[글](#",
    "`",
    "**",
    "<b>",
    "&#x",
    "\t",
    "\u2028",
    "\x00",
    "#",
    "withdrawn: {date: 2017-01-01, reason: 글}\n",
    "number: main, ",
    "relations: {related: [{to: 2016-x#1, basis: source}]}\n",
    "added: 2026-11-22\n",
    "unknown: [{field: title}]\n",
    "1",
    "~",
    "?",
    "200",
]


@settings(max_examples=150)
@given(
    st.lists(st.sampled_from(_ATOMS) | st.text(max_size=3), max_size=40).map("".join), st.booleans()
)
def test_no_text_makes_the_reader_the_rules_or_the_renderer_raise(
    words: Archive, text: str, is_whole: bool
) -> None:
    text = f"{CASE.removesuffix('---' + chr(10))}{text}" if is_whole else text
    found = judged(text, words)
    lines = text.split("\n")
    assert all(1 <= problem.line <= len(lines) + 1 for problem in found)
    source = SourceFile("a.md", text)
    if not any(True for rule in markup_rules.RULES for _ in rule(source, 0)):
        Renderer(lambda target: None).body(text)


@given(st.binary(max_size=300))
def test_no_bytes_make_the_reader_raise(raw: bytes) -> None:
    source = decode(raw, "a.md")
    assert isinstance(source, Problem) or source.text is not None
