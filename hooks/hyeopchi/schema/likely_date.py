"""Likely dates: what people mean by a date that they wrote in words of their own.

A text is understood as a whole or not at all: what is left over might change what it means
("2018년 1학기" is no January). ``contribute/likely_dates.js`` guesses the same.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from itertools import product

from hyeopchi.schema.vague_date import VagueDate

_BETWEEN = "(?: ?(?:년도?|[-./]) ?| )"
_PART = (
    "(?P<half>[상하])반기"
    "|(?:제 ?)?(?P<quarter>[1-4일이삼사])(?: ?[/⁄∕] ?4| ?사)? ?분기"
    "|(?P<english>[1-4][Qq]|[Qq][1-4])"
    "|(?P<season>봄|여름|가을|겨울)철?"
)
_LIKE = re.compile(
    r"(?P<about>약 ?|대략 ?)?(?P<year>\d{4})"
    r"(?:(?P<months>\d\d)(?P<days>\d\d)"
    rf"|(?! ?[년.]? ?[1-4] ?/ ?4 ?$){_BETWEEN}(?P<month>\d{{1,2}})(?:(?: ?[-./월] ?| )(?P<day>\d{{1,2}})(?: ?일)?| ?월)?"
    rf"|{_BETWEEN}?(?:{_PART})"
    r"| ?년도?)?"
    r" ?\.?(?: ?(?:\((?P<weekday>[월화수목금토일])(?:요일)?\)|(?P<weekday_name>[월화수목금토일])요일))?"
    r" ?(?P<nearly>경|께|쯤|무렵|즈음)? ?\.?(?: ?(?P<unsure>\?|\(\?\)))?",
    re.ASCII,
)
_RANGE = re.compile(" ?[~∼〜–—] ?| - |[-/](?=[0-9]{4}(?![0-9]))| ?(?:부터|에서) ?")
_DAYS = "월화수목금토일"
_DIGITS = {"일": "1", "이": "2", "삼": "3", "사": "4"}


def likely_date(text: str) -> VagueDate | None:
    """The date that ``text`` means: "2017년 6월쯤", "2017.6.20", "2017년 1/4분기"; None for none."""
    match = _LIKE.fullmatch(_plain(text))
    if match is None or (match["nearly"] and match["unsure"]):
        return None
    qualifier = "~" if match["about"] or match["nearly"] else "?" if match["unsure"] else ""
    month, day = (int(match[one] or match[other] or 0) for one, other in _NUMBERS)
    if month > 12 or "0" in (match["month"], match["day"]):
        return None
    numbers = [f"{number:02}" for number in (_part(match) or month, day) if number]
    try:
        date = VagueDate.parse("-".join([match["year"], *numbers]) + qualifier)
    except ValueError:
        return None
    return date if _is_weekday(date, match["weekday"] or match["weekday_name"] or "") else None


_NUMBERS = (("month", "months"), ("day", "days"))


def likely_span(text: str) -> tuple[VagueDate, VagueDate] | None:
    """The start and the end that ``text`` means: "2018년 1~4분기", "2017. 6. 20. ~ 30."; None for none.

    An end that borrows its year from the start is as exact as the start; two whole dates need not be.
    """
    ends = _RANGE.split(_plain(text).removesuffix("까지").rstrip())
    if len(ends) != 2 or not all(ends):
        return None
    first, last = ends
    unit = re.sub(r"^.*[\d. ]", "", last)
    year = first.removeprefix("약").strip()[:4]
    month = re.match(rf"\d{{4}}{_BETWEEN}\d{{1,2}}", first)
    starts = (first, first + unit)
    finishes = (last, f"{year} {last}", f"{month[0]}. {last}" if month else "")
    pairs = tuple(product(map(likely_date, starts), map(likely_date, finishes)))
    alike = (
        pair for pair in pairs if all(pair) and len({_precision(one) for one in pair if one}) == 1
    )
    start, end = next(alike, pairs[0])
    return (start, end) if start and end and start.earliest <= end.latest else None


def _plain(text: str) -> str:
    """``text`` in the letters of a keyboard, with one space for any room, without what nobody sees."""
    seen = re.sub("[\u200b\u200d\u2060\ufeff]", "", unicodedata.normalize("NFKC", text))
    return re.sub(r"[ \t\r\n]+", " ", seen).strip(" ")


def _part(match: re.Match[str]) -> int:
    """The EDTF number of the part of the year that is named, 0 for none."""
    if match["half"]:
        return 40 + "상하".index(match["half"])
    if match["season"]:
        return 21 + ("봄", "여름", "가을", "겨울").index(match["season"])
    quarter = match["quarter"] or (match["english"] or "").strip("Qq")
    return 32 + int(_DIGITS.get(quarter, quarter)) if quarter else 0


def _is_weekday(date: VagueDate, weekday: str) -> bool:
    """Whether ``weekday`` is that of the date, or none is said."""
    if not weekday or not date.day:
        return not weekday
    return _DAYS[datetime.date(date.year, date.month, date.day).weekday()] == weekday


def _precision(date: VagueDate) -> tuple[bool, bool, int]:
    return bool(date.month), bool(date.day), date.part // 10 * bool(date.part)
