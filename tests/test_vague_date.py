"""Vague dates: as much of a date as a source says."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hyeopchi.vague_date import VagueDate, likely_date, printed_span

DATES = st.dates(min_value=datetime.date(1, 1, 1))
QUALIFIERS = st.sampled_from(["", "~", "?"])
VAGUE = st.one_of(
    st.builds(lambda day, q: VagueDate(day.year, day.month, day.day, 0, q), DATES, QUALIFIERS),
    st.builds(lambda day, q: VagueDate(day.year, day.month, 0, 0, q), DATES, QUALIFIERS),
    st.builds(lambda day, q: VagueDate(day.year, 0, 0, 0, q), DATES, QUALIFIERS),
    st.builds(
        lambda day, part, q: VagueDate(day.year, 0, 0, part, q),
        DATES,
        st.sampled_from([33, 34, 35, 36, 40, 41]),
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
    with pytest.raises(ValueError):
        VagueDate.parse(text)


@given(VAGUE)
def test_a_date_written_and_read_again_is_the_same(date: VagueDate) -> None:
    assert VagueDate.parse(date.edtf) == date


@given(VAGUE)
def test_a_date_means_days_in_their_order(date: VagueDate) -> None:
    assert date.earliest <= date.latest
    assert date.earliest.year == date.latest.year == date.year


@given(st.text(st.sampled_from("0123456789-~? 년월일./상하반기분약경쯤")))
def test_what_a_text_likely_means_is_a_date_or_nothing(text: str) -> None:
    date = likely_date(text)
    assert date is None or VagueDate.parse(date.edtf) == date


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2017-6", "2017-06"),
        ("2017.6.20", "2017-06-20"),
        ("2017. 6. 20.", "2017-06-20"),
        ("2017/06/20", "2017-06-20"),
        ("20170620", "2017-06-20"),
        ("2017년", "2017"),
        ("2017년 6월", "2017-06"),
        ("2017년 6월 20일", "2017-06-20"),
        ("2017년 상반기", "2017-40"),
        ("2017 하반기", "2017-41"),
        ("2017년 3분기", "2017-35"),
        ("2017년 6월경", "2017-06~"),
        ("약 2017년", "2017~"),
        ("2017-06-20~2017-06-30", "2017-06-20"),
        ("2017-06-20 14:00", "2017-06-20"),
    ],
)
def test_a_date_written_as_people_write_it_is_understood(text: str, edtf: str) -> None:
    found = likely_date(text)
    assert found is not None and found.edtf == edtf


@pytest.mark.parametrize("text", ["", "6월", "작년", "2017-02-30", "20171", "수시"])
def test_what_means_no_date_is_not_guessed(text: str) -> None:
    assert likely_date(text) is None


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
