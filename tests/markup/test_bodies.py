"""What people write arrives whole: bodies are read as GitHub reads them, and nothing is lost."""

from __future__ import annotations

import cmarkgfm
import pytest
from hypothesis import assume, given, settings

from helpers.bodies import BODIES, structure, words_of
from hyeopchi.files.source import SourceFile
from hyeopchi.markup.renderer import Renderer
from hyeopchi.rules.tables import cells_stand_in_a_table as table_problems


def page(text: str) -> str:
    """The HTML of a body without headings."""
    return "".join(section.html for section in Renderer(lambda target: None).body(text))


def on_github(text: str) -> str:
    """The HTML that GitHub's own program makes of a body."""
    return cmarkgfm.markdown_to_html_with_extensions(text, 0, ["table"])


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (
            "2017. 6. 20. 첫 모임\n\n6. 20. 둘째\n\n3. 1. 운동",
            ["p", "  '2017. 6. 20. 첫 모임'", "p", "  '6. 20. 둘째'", "p", "  '3. 1. 운동'"],
        ),
        ("- 2017. 6. 20.\n- 6. 20.", ["ul", "  li", "    '2017. 6. 20.'", "  li", "    '6. 20.'"]),
        ("> 2017. 봄에", ["blockquote", "  p", "    '2017. 봄에'"]),
        ("> - 10000. 둘", ["blockquote", "  ul", "    li", "      '10000. 둘'"]),
        ("모임은\n1. 15. 열었습니다", ["p", "  '모임은 1. 15. 열었습니다'"]),
        ("1. 2017. 6. 20. 모임", ["ol", "  li", "    '2017. 6. 20. 모임'"]),
        ("7. 일곱째\n8. 여덟째", ["ol 7", "  li", "    '일곱째'", "  li", "    '여덟째'"]),
        ("10. 3.1 운동", ["ol 10", "  li", "    '3.1 운동'"]),
        ("3) 셋", ["ol 3", "  li", "    '셋'"]),
        ("2017) 이천십칠", ["p", "  '2017) 이천십칠'"]),
    ],
)
def test_a_date_begins_text_and_a_short_number_a_list(written: str, shown: list[str]) -> None:
    assert structure(page(written)) == shown


@pytest.mark.parametrize("blanks", ["  ", "   ", "    "])
def test_two_blanks_are_enough_to_stand_inside_an_item(blanks: str) -> None:
    inside = [
        "    '하나'",
        "    ul",
        "      li",
        "        '가'",
        "    '둘째 글'",
        "  li",
        "    '둘'",
    ]
    for first, second in (("- ", "- "), ("1. ", "2. ")):
        text = f"{first}하나\n{blanks}- 가\n\n{blanks}둘째 글\n{second}둘\n"
        assert structure(page(text))[2:] == inside


@pytest.mark.parametrize("blanks", ["    ", "     ", "\t", "        "])
def test_a_block_that_is_set_in_far_is_what_it_looks_like(blanks: str) -> None:
    for lines in (
        ["- 하나", "- 둘", "  - 안"],
        ["7. 하나", "8. 둘"],
        ["> 인용", "> 둘째 줄"],
        ["| 가 | 나 |", "|---|---|", "| 다 | 라 |"],
        ["***", "글"],
    ):
        written = "\n".join(f"{blanks}{line}" for line in lines)
        assert structure(page(f"글\n\n{written}")) == structure(page("\n".join(["글", "", *lines])))


def test_an_item_keeps_its_number_where_it_is_higher_than_counting_gives() -> None:
    assert page("1. 하나\n3. 셋\n4. 넷\n") == (
        '<ol><li>하나</li><li value="3">셋</li><li>넷</li></ol>'
    )
    assert page("1. 하나\n1. 둘\n") == "<ol><li>하나</li><li>둘</li></ol>"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("**협치(協治)**는", "<p><strong>협치(協治)</strong>는</p>"),
        ("그는**〈백서〉**를", "<p>그는<strong>〈백서〉</strong>를</p>"),
        ("2 * 3 * 4, 5** 6 **7", "<p>2 * 3 * 4, 5** 6 **7</p>"),
        ("골목\\\n둘째 집", "<p>골목<br>둘째 집</p>"),
        ("3~5명, 6~7명", "<p>3~5명, 6~7명</p>"),
        ("3\\~5명", "<p>3~5명</p>"),
    ],
)
def test_marks_mean_what_a_korean_writer_means(written: str, shown: str) -> None:
    assert page(written) == shown


def test_a_sign_at_the_end_of_a_heading_stays_where_it_is_part_of_a_word() -> None:
    sections = Renderer(lambda target: None).body("## 모임 C#\n\n글\n\n## 둘 ##\n\n글\n")
    assert [section.heading for section in sections] == ["모임 C#", "둘"]


@settings(max_examples=100)
@given(BODIES)
def test_a_body_is_read_as_on_github(text: str) -> None:
    there = on_github(text)
    assume("<pre>" not in there)  # What is set in by four blanks is code there, and words here.
    assert structure(page(text)) == structure(there)


@settings(max_examples=100)
@given(BODIES)
def test_the_page_has_every_word_unless_a_table_is_refused(text: str) -> None:
    is_refused = any(True for _ in table_problems(SourceFile("a.md", text), 0))
    assert is_refused or words_of(page(text)) == words_of(text)


@pytest.mark.parametrize("before", ["", "> ", "- ", "1. "])
def test_a_cell_beyond_the_head_is_told_wherever_the_table_stands(before: str) -> None:
    inside = "> " if ">" in before else " " * len(before)
    text = f"{before}| 가 | 나 |\n{inside}|---|---|\n{inside}| 다 | 라 | 마 |\n"
    (problem,) = table_problems(SourceFile("a.md", text), 0)
    assert problem.line == 3
    assert problem.message == "표의 줄에 칸이 머리줄보다 많습니다: 3칸 (머리줄은 2칸)"
