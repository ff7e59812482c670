"""How messages show what a person wrote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hyeopchi.text.nearest import nearest
from hyeopchi.text.quoting import did_you_mean, printable, quoted


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("hosing", "'hosing'"),
        ("두 줄로\n쓴 글", "'두 줄로 쓴 글'"),
        ("a\u202eb", "'aU+202Eb'"),
        ("a\x1b[31m", "'aU+001B[31m'"),
        ("가" * 61, f"'{'가' * 60}…'"),
        ("2017-06-20~2017-06-30", "'2017-06-20~2017-06-30'"),
        ("2016 2017 2018", "'2016 2017 2018'"),
        ("8,878,000,000", "'8,878,000,000'"),
    ],
)
def test_a_quoted_text_is_one_short_line_with_nothing_hidden(text: str, shown: str) -> None:
    assert quoted(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("010-1234-5678", "'010-****-****'"),
        ("01012345678", "'010********'"),
        ("900101-1234567", "'900***-*******'"),
        ("hong@example.com", "'***@example.com'"),
        ("hong (at) example.com", "'*** (at) example.com'"),
        ("０１０－００００－１２３４", "'０１０－****－****'"),
        ("010ㅡ0000ㅡ1234", "'010ㅡ****ㅡ****'"),
        ("010&#45;0000&#45;1234", "'010&#**;****&#**;****'"),
        ("M00001234", "'M********'"),
        ("12가 0000", "'**가 ****'"),
        ("101동 1203호", "'***동 ****호'"),
    ],
)
def test_what_may_identify_a_person_is_masked(text: str, shown: str) -> None:
    assert quoted(text) == shown


@given(st.text())
def test_whatever_is_quoted_can_be_printed(text: str) -> None:
    assert quoted(text).isprintable() and printable(text).isprintable()


def test_the_question_that_offers_a_word_has_the_right_particle() -> None:
    assert did_you_mean("housing") == "'housing'을 쓰려던 것인가요?"
    assert did_you_mean("mapo-gu") == "'mapo-gu'를 쓰려던 것인가요?"


@pytest.mark.parametrize(
    ("word", "found"),
    [("hosing", "housing"), ("HOUSING", "housing"), ("청넌", "청년"), ("xyz", None), ("", None)],
)
def test_the_nearest_word_is_the_one_most_alike_if_any_is(word: str, found: str | None) -> None:
    assert nearest(word, ["welfare", "housing", "청년", "장년"]) == found


def test_a_like_word_is_found_among_ten_thousand() -> None:
    words = [
        f"{year}-{name}-{number}"
        for year in range(2000, 2020)
        for name in ("plan", "school")
        for number in range(250)
    ]
    assert nearest("2017-scool-77", words) == "2017-school-77"
