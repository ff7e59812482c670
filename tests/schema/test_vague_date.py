"""Vague dates: as much of a date as a source says."""

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hyeopchi.schema.likely_date import likely_date, likely_span
from hyeopchi.schema.vague_date import VagueDate, printed_span

DATES = st.dates(min_value=datetime.date(1, 1, 1))
QUALIFIERS = st.sampled_from(["", "~", "?"])
VAGUE = st.one_of(
    st.builds(lambda day, q: VagueDate(day.year, day.month, day.day, 0, q), DATES, QUALIFIERS),
    st.builds(lambda day, q: VagueDate(day.year, day.month, 0, 0, q), DATES, QUALIFIERS),
    st.builds(lambda day, q: VagueDate(day.year, 0, 0, 0, q), DATES, QUALIFIERS),
    st.builds(
        lambda day, part, q: VagueDate(day.year, 0, 0, part, q),
        DATES,
        st.sampled_from([21, 22, 23, 24, 33, 34, 35, 36, 40, 41]),
        QUALIFIERS,
    ),
)


@pytest.mark.parametrize(
    ("text", "printed", "first", "last"),
    [
        ("2017", "2017년", "2017-01-01", "2017-12-31"),
        ("2017-06", "2017년 6월", "2017-06-01", "2017-06-30"),
        ("2017-06-20", "2017년 6월 20일", "2017-06-20", "2017-06-20"),
        ("2016-02", "2016년 2월", "2016-02-01", "2016-02-29"),
        ("2017-40", "2017년 상반기", "2017-01-01", "2017-06-30"),
        ("2017-41", "2017년 하반기", "2017-07-01", "2017-12-31"),
        ("2017-21", "2017년 봄", "2017-03-01", "2017-05-31"),
        ("2017-24", "2017년 겨울", "2017-12-01", "2018-02-28"),
        ("2019-24~", "2019년 겨울 무렵", "2019-12-01", "2020-02-29"),
        ("9999-24", "9999년 겨울", "9999-12-01", "9999-12-31"),
        ("2017-34", "2017년 2분기", "2017-04-01", "2017-06-30"),
        ("2017-06~", "2017년 6월 무렵", "2017-06-01", "2017-06-30"),
        ("2017?", "2017년 (확실하지 않음)", "2017-01-01", "2017-12-31"),
    ],
)
def test_a_date_is_printed_as_far_as_it_is_known(
    text: str, printed: str, first: str, last: str
) -> None:
    date = VagueDate.parse(text)
    assert (date.printed, str(date), date.edtf) == (printed, printed, text)
    assert (date.earliest.isoformat(), date.latest.isoformat()) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "17",
        "2017-6",
        "2017-13",
        "2017-00",
        "2017-02-30",
        "2017-06-00",
        "2017-40-01",
        "2017-37",
        "2017-20",
        "2017-25",
        "2017-21-01",
        "0000",
        "0000-40",
        "2017-06-20T10:00",
        "2017/06",
        "２０１７",
        " 2017",
        "2017~?",
        "2017-06-20\n",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        VagueDate.parse(text)


@given(VAGUE)
def test_a_date_written_and_read_again_is_the_same(date: VagueDate) -> None:
    assert VagueDate.parse(date.edtf) == date


@given(VAGUE)
def test_a_date_means_days_in_their_order(date: VagueDate) -> None:
    assert date.earliest <= date.latest
    assert date.earliest.year == date.year
    assert date.latest.year - date.year == (date.part == 24 and date.year < 9999)


WORDS = st.lists(
    st.sampled_from(
        [
            *"0123456789-~? ()/.",
            "2017",
            "년",
            "월",
            "일",
            "상반기",
            "분기",
            "봄",
            "약",
            "쯤",
            "화",
            "부터",
        ]
    )
).map("".join)


@given(WORDS)
def test_what_a_text_likely_means_is_a_date_or_nothing(text: str) -> None:
    date = likely_date(text)
    assert date is None or VagueDate.parse(date.edtf) == date


@given(WORDS)
def test_what_is_understood_of_a_text_leaves_no_number_of_it_over(text: str) -> None:
    date = likely_date(text)
    if date:
        assert text.count("2017") <= 1 and str(date.year) in text
        assert not set("~부터") & set(text)


@given(WORDS, WORDS)
def test_a_date_is_no_span_and_a_span_is_no_date(one: str, other: str) -> None:
    for text in (one, f"{one}~{other}", f"2017{one}~{other}"):
        assert likely_date(text) is None or likely_span(text) is None


def test_a_text_as_long_as_a_book_is_understood_or_not_at_once() -> None:
    assert likely_date("2017" + " " * 100_000 + "년") == VagueDate(2017)
    assert likely_date("2017" + " ." * 100_000) is None
    assert likely_span("2017" + " ~" * 100_000) is None
    assert likely_span("2017~" + "1" * 100_000) is None


@pytest.mark.parametrize(
    ("start", "end", "ongoing", "printed"),
    [
        ("2017-11", "2018-06", False, "2017년 11월 ~ 2018년 6월"),
        ("2017", "2017", False, "2017년"),
        ("2017", "", False, "2017년"),
        ("", "2017", False, "~ 2017년"),
        ("2017", "", True, "2017년 ~"),
        ("", "", False, ""),
    ],
)
def test_a_span_is_printed_with_what_is_known_of_it(
    start: str, end: str, ongoing: bool, printed: str
) -> None:
    dates = [VagueDate.parse(text) if text else None for text in (start, end)]
    assert printed_span(*dates, ongoing) == printed
