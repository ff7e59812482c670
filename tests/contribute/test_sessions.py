"""Sessions: how meetings went comes back by paper or by the page, is checked, and stands on the course's page."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.broken_files import problems
from helpers.filling import opened_in, saved, tables_of, write
from helpers.real_library import ARCHIVE
from helpers.small_library import COURSE, STORY, page, said, small_library
from hyeopchi.contribute.documents.document import read_document
from hyeopchi.contribute.session_form import labels, read_session, step_labels
from hyeopchi.contribute.session_sheet import read_sheet
from hyeopchi.library.library import Library
from hyeopchi.library.settings import Settings
from hyeopchi.library.tried import tried
from hyeopchi.paper.kit.handed_out import course_of
from hyeopchi.paper.kit.making import kit_of, told_sheet
from hyeopchi.paper.writers.formats import writer
from hyeopchi.records.reader import read_archive
from support.session_file import take_in_session

LESSON = COURSE.rstrip().partition("\n---")[0].replace(
    "session: [{minutes: 30, activity: 과제를 함께 읽습니다., sheet: 2017-plan#1-1}]",
    "session: [{minutes: 20, name: 몸풀기, activity: 인사합니다.}, {minutes: 40, name: 읽기, activity: 읽습니다.}]",
)  # fmt: skip
FIRST = "{number: 1, date: 2026-11-20, course: reader-together, district: mapo-gu, people: 18, planned: [20, 40], used: [25, 0], cut: 읽기를 뺐습니다, worked: 둘러앉은 것}"
SECOND = "{number: 2, date: 2026-11-25, course: reader-together, people: 9, planned: [20, 40], used: [35, 30]}"
OLD = "{number: 3, date: 2026-10-01, course: reader-together, people: 5, planned: [60], used: [70]}"
TOLD = """해 본 기록
수업: reader-together
해 본 날: 2026-11-20
지역: 마포구
사람 수: 18명
1. 몸풀기 (계획 20분): 25
2. 읽기 (계획 40분): 0
뺀 것: 읽기를 뺐습니다
"""


def library(folder: Path, *sessions: str) -> Library:
    made = small_library(folder, {**STORY, "seoul/reader-together": LESSON})
    rows = "".join(f"  - {one}\n" for one in sessions)
    (folder / "_sessions.yml").write_text(
        f"sessions:\n{rows}" if rows else "sessions: []\n", "utf-8"
    )
    return Library(read_archive(folder), made.settings)


def test_nothing_is_invented() -> None:
    assert ARCHIVE.sessions.entries == ()


def test_a_course_that_nobody_tried_says_so_and_asks(tmp_path: Path) -> None:
    html = page(library(tmp_path), "teach/reader-together/")
    assert "해 본 기록 이 수업을 해 본 기록이 아직 없습니다. 해 보셨다면 알려 주세요" in said(html)
    assert 'href="../../contribute/session/?course=reader-together"' in html


def test_a_course_says_how_often_how_long_and_what_others_changed(tmp_path: Path) -> None:
    told = said(page(library(tmp_path, FIRST, SECOND, OLD), "teach/reader-together/"))
    assert "3번 해 봄" in told
    assert "1. 몸풀기 20분 30분 2. 읽기 40분 30분" in told
    assert "2026년 11월 20일, 마포구, 18명. 뺀 것 읽기를 뺐습니다. 잘된 것 둘러앉은 것." in told


def test_a_step_that_was_left_out_and_a_course_of_other_steps_count_for_no_median(
    tmp_path: Path,
) -> None:
    archive = library(tmp_path, FIRST, OLD).archive
    found = tried(archive.by_id["reader-together"], archive)
    assert (found.count, found.minutes) == (2, (25, None))


@pytest.mark.parametrize(
    ("session", "told"),
    [
        (
            FIRST.replace("reader-together", "reader-togther"),
            "해 본 기록: 수업이 아닙니다: 'reader-togther' → 'reader-together'를 쓰려던 것인가요?",
        ),
        (
            FIRST.replace("used: [25, 0]", "used: [25]"),
            "해 본 기록: 계획한 시간은 2개인데 쓴 시간은 1개입니다 → 차례마다 하나씩 적고, 뺀 차례는 used에 0을 적어 주세요",
        ),
        (
            FIRST.replace("people: 18", "people: 0"),
            "해 본 기록: 시간이나 사람 수가 너무 작습니다 → 시간은 0 이상, 사람 수는 1 이상으로 적어 주세요",
        ),
    ],
)
def test_a_mistake_in_the_list_is_told_at_its_place(
    tmp_path: Path, session: str, told: str
) -> None:
    library(tmp_path, session)
    assert [one for one in problems(tmp_path) if "_sessions" in one] == [
        f"cases/_sessions.yml:2:5: {told}"
    ]


def test_two_sessions_of_one_number_and_a_telephone_number_are_told(tmp_path: Path) -> None:
    library(tmp_path, FIRST, SECOND.replace("number: 2", "number: 1"))
    assert [one for one in problems(tmp_path) if "_sessions" in one] == [
        "cases/_sessions.yml:3:5: 해 본 기록: 같은 번호가 두 번 나옵니다: 1 → 받은 차례대로 새 번호를 적어 주세요"
    ]
    library_file = tmp_path / "_sessions.yml"
    library_file.write_text(
        f"sessions:\n  - {FIRST.replace('둘러앉은 것', '010-1234-5678로 물어보세요')}\n", "utf-8"
    )
    assert any("_sessions.yml:2:" in one and "전화" in one for one in problems(tmp_path))


def test_the_letter_of_the_page_is_read_and_put_at_the_end_of_the_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = library(tmp_path, SECOND).archive
    told = read_session(TOLD, archive)
    assert told is not None
    assert take_in_session(told, archive, tmp_path) == 0
    assert (tmp_path / "_sessions.yml").read_text("utf-8").splitlines()[-1] == (
        "  - {number: 3, date: '2026-11-20', course: reader-together, district: mapo-gu, people: 18, "
        "planned: [20, 40], used: [25, 0], cut: 읽기를 뺐습니다}"
    )
    assert len(read_archive(tmp_path).sessions.entries) == 2
    assert "_sessions.yml에 3번으로 넣었습니다." in capsys.readouterr().out


def test_what_cannot_be_read_is_told_and_the_list_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = library(tmp_path).archive
    before = (tmp_path / "_sessions.yml").read_bytes()
    told = read_session(TOLD.replace("2026-11-20", "지난주").replace(": 25", ": 한참"), archive)
    assert told is not None
    assert take_in_session(told, archive, tmp_path) == 1
    out = capsys.readouterr().out
    assert "‘해 본 날’을 읽지 못했습니다: 지난주" in out
    assert "차례마다 쓴 시간(분)을 수로 적어 주세요. 뺀 차례는 0입니다" in out
    assert (tmp_path / "_sessions.yml").read_bytes() == before


@pytest.mark.parametrize(
    ("written", "field", "kept"),
    [
        ("뺀 것: 읽기를 뺐습니다\n시간이: 모자랐습니다", "cut", "읽기를 뺐습니다 시간이: 모자랐습니다"),
        ("뺀 것\t읽기를 뺐습니다\n\n시간이 모자랐습니다\n잘된 것\t", "cut", "읽기를 뺐습니다 시간이 모자랐습니다"),
        ("뺀 것: 읽기를 뺐습니다\n뺀 것: 몸풀기도", "cut", "읽기를 뺐습니다 몸풀기도"),
        ("바꾼 것\t자리\n시간의 칸: 쓴 시간(분). 뺀 차례는 0.\n인쇄된 끝", "changed", "자리"),
    ],
)  # fmt: skip
def test_an_answer_of_many_lines_is_kept_whole(
    tmp_path: Path, written: str, field: str, kept: str
) -> None:
    told = read_session(
        TOLD.replace("뺀 것: 읽기를 뺐습니다\n", written), library(tmp_path).archive
    )
    assert told is not None
    assert (told.unread, told.entry[field]) == ((), kept)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (("18명", "12~18명"), "‘사람 수’를 읽지 못했습니다: 12~18명"),
        (("18명", "18명쯤"), "‘사람 수’를 읽지 못했습니다: 18명쯤"),
        (("2026-11-20", "2026. 11. 20. ~ 21."), "‘해 본 날’을 읽지 못했습니다: 2026. 11. 20. ~ 21."),
        ((": 25", ": 25분 (쉬는 시간 5분)"), "‘1. 몸풀기 (계획 20분)’를 읽지 못했습니다: 25분 (쉬는 시간 5분)"),
    ],
)  # fmt: skip
def test_half_of_an_answer_is_never_taken_for_the_whole(
    tmp_path: Path, written: tuple[str, str], said: str
) -> None:
    told = read_session(TOLD.replace(*written), library(tmp_path).archive)
    assert told is not None
    assert said in told.unread


@pytest.mark.parametrize("ending", ["hwpx", "docx"])
def test_the_paper_of_the_kit_asks_the_same_and_is_read_back(tmp_path: Path, ending: str) -> None:
    made = library(tmp_path)
    course = made.by_id["reader-together"]
    kit = kit_of(course_of(course, made, 12))
    (sheet,) = [sheet for sheet in kit.sheets if sheet.stem.endswith("-told")]
    text = read_document(writer(ending)(sheet, Settings())).text
    assert [label for label in labels(course) if label not in text] == []
    answers = ["2026. 11. 20.", "마포구", "18", "25", "0", "읽기를 뺐습니다"]
    for label, answer in zip(labels(course), answers, strict=False):
        text = text.replace(f"{label}\t", f"{label}\t{answer}")
    told = read_session(text, made.archive)
    assert told is not None
    assert (told.unread, told.entry) == (
        (),
        {
            "date": "2026-11-20",
            "course": "reader-together",
            "district": "mapo-gu",
            "people": 18,
            "planned": [20, 40],
            "used": [25, 0],
            "cut": "읽기를 뺐습니다",
        },
    )


@pytest.mark.parametrize("ending", ["hwpx", "docx"])
def test_words_outside_the_tables_of_the_sheet_stand_above_the_entry(
    tmp_path: Path, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    made = library(tmp_path)
    course = made.by_id["reader-together"]
    sheet = told_sheet(course_of(course, made))
    empty = writer(ending)(sheet, Settings())
    opened = opened_in(empty, ending)
    typed = ["2026. 11. 20.", "마포구", "18", "25", "0", "읽기\n지역: 그대로"]
    answers = dict(zip(labels(course), typed, strict=False)) | {"말로 적기": "적는 곳\n짧게"}
    for row in (row for cells in tables_of(opened, ending) for row in cells):
        write(row[1], answers.get(row[0].text, row[1].text))
        write(row[0], "사람 수\n(어른만)" if row[0].text == "사람 수" else row[0].text)
    for line in ("덧붙임: 다음에는 더 길게.", "", "고맙습니다."):
        opened.add_paragraph(line)
    document = read_document(saved(opened, ending))
    told = read_sheet(document, made.archive, lambda course: read_document(empty))
    assert told is not None
    assert (told.unread, told.entry["people"]) == ((), 18)
    assert told.entry["cut"] == "읽기 지역: 그대로"
    assert take_in_session(told, made.archive, tmp_path) == 1
    end = next(one for one in told.left if "덧붙임" in one.text).where
    assert end.startswith("‘「함께 정하기를 배우기」, 협치도서관") and end.endswith("…’ 아래")
    remarks = [
        "  # - 사람 수 (물음 칸): (어른만)",
        "  # - 말로 적기 표의 머리: 짧게",
        f"  # - {end}: 덧붙임: 다음에는 더 길게. / 고맙습니다.",
    ]
    lines = (tmp_path / "_sessions.yml").read_text("utf-8").splitlines()
    assert lines[1:-1] == remarks
    assert lines[-1].startswith("  - {number: 1, date: '2026-11-20', course: reader-together,")
    assert len(read_archive(tmp_path).sessions.entries) == 1
    assert capsys.readouterr().out.endswith(
        "#으로 시작하는 줄은 칸을 찾지 못한 것입니다. 알맞은 칸에 옮기고 지우세요.\n"
    )


@pytest.mark.parametrize(
    ("before", "after", "left"),
    [
        ("안녕하세요, 보냅니다.\n\n", "", ["앞머리: 안녕하세요, 보냅니다."]),
        ("[모임지기] [오후 3:02] ", "", ["앞머리: [모임지기] [오후 3:02] 해 본 기록"]),
        ("", "\n시간의 칸: 쓴 시간(분)\n고맙습니다.", ["끝: 쓴 시간(분) / 고맙습니다."]),
    ],
)
def test_words_around_a_letter_are_told(
    tmp_path: Path, before: str, after: str, left: list[str]
) -> None:
    told = read_session(f"{before}{TOLD.rstrip()}{after}", library(tmp_path).archive)
    assert told is not None
    assert (told.unread, told.entry["cut"]) == ((), "읽기를 뺐습니다")
    assert [f"{one.where}: {' / '.join(one.text.splitlines())}" for one in told.left] == left


def test_a_letter_that_was_quoted_or_typed_in_a_hurry_says_the_same(tmp_path: Path) -> None:
    archive = library(tmp_path).archive
    told = read_session(TOLD, archive)
    quoted = "".join(f"> {line}\n" for line in TOLD.splitlines())
    for text in (
        quoted,
        quoted.replace(">", ">>"),
        TOLD.replace(": ", ":"),
        TOLD.replace(": ", " ： "),
    ):
        assert read_session(text, archive) == told


def test_the_page_asks_for_every_step_and_other_texts_are_no_session(tmp_path: Path) -> None:
    made = library(tmp_path)
    html = page(made, "contribute/session/")
    assert "1. 몸풀기 (계획 20분)" in html and "2. 읽기 (계획 40분)" in html
    assert list(step_labels(made.by_id["reader-together"])) == [
        "1. 몸풀기 (계획 20분)",
        "2. 읽기 (계획 40분)",
    ]
    assert read_session("해 본 기록을 읽었습니다.\n날짜: 2026-11-20", made.archive) is None
