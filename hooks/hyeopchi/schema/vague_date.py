"""Vague dates: as much of a date as a source says, in a subset of EDTF (ISO 8601-2:2019).

Years, months, days, seasons (``2017-21`` to ``2017-24``), quarters (level 2: ``2017-33`` to
``2017-36``), half-years (``2017-40`` and ``2017-41``), and the qualifiers ``~`` (about) and
``?`` (uncertain).
"""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass

from hyeopchi.files.pickled import pickled_as_call

_FORM = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<qualifier>[~?]?)", re.ASCII
)
_HALVES = {40: (1, 6, "상반기"), 41: (7, 12, "하반기")}
_QUARTERS = {33: (1, 3, "1분기"), 34: (4, 6, "2분기"), 35: (7, 9, "3분기"), 36: (10, 12, "4분기")}
_SEASONS = {21: (3, 5, "봄"), 22: (6, 8, "여름"), 23: (9, 11, "가을"), 24: (12, 2, "겨울")}
"""As the Korea Meteorological Administration bounds them: winter ends in the February after it."""
_PARTS = _SEASONS | _QUARTERS | _HALVES
_QUALIFIERS = {"": "", "~": " 무렵", "?": " (확실하지 않음)"}


@pickled_as_call
@dataclass(frozen=True, slots=True)
class VagueDate:
    """A year, and a month, day or part of the year where known.

    ``part`` is an EDTF number (21–24 seasons, 33–36 quarters, 40–41 half-years) or 0; ``month``
    and ``day`` are 0 where not known; ``qualifier`` is "", "~" or "?".
    """

    year: int
    month: int = 0
    day: int = 0
    part: int = 0
    qualifier: str = ""

    @classmethod
    def parse(cls, text: str) -> VagueDate:
        """The date written in EDTF. Raises ValueError where it is none."""
        match = _FORM.fullmatch(text)
        if match is None:
            raise ValueError(text)
        year, month, day = (int(match[name] or 0) for name in ("year", "month", "day"))
        is_part = month in _PARTS and not match["day"]
        try:
            datetime.date(year, 1 if is_part else month or 1, day or 1)
        except ValueError:
            raise ValueError(text) from None
        if match["month"] == "00" or match["day"] == "00":
            raise ValueError(text)
        if is_part:
            return cls(year, part=month, qualifier=match["qualifier"])
        return cls(year, month, day, 0, match["qualifier"])

    @property
    def edtf(self) -> str:
        """The date as records write it."""
        parts = [f"{self.year:04}"]
        parts += [f"{number:02}" for number in (self.part or self.month, self.day) if number]
        return "-".join(parts) + self.qualifier

    @property
    def printed(self) -> str:
        """The date as pages print it: 2017년 6월 20일, 2017년 상반기, 2017년 6월 무렵."""
        words = [f"{self.year}년"]
        if self.part:
            words.append(_PARTS[self.part][2])
        words += [
            f"{number}{unit}" for number, unit in ((self.month, "월"), (self.day, "일")) if number
        ]
        return " ".join(words) + _QUALIFIERS[self.qualifier]

    def __str__(self) -> str:
        return self.printed

    @property
    def earliest(self) -> datetime.date:
        """The first day that the date may mean."""
        month = _PARTS[self.part][0] if self.part else self.month or 1
        return datetime.date(self.year, month, self.day or 1)

    @property
    def latest(self) -> datetime.date:
        """The last day that the date may mean; a winter ends in the next year."""
        first, month, _ = _PARTS.get(self.part, (0, self.month or 12, ""))
        year = self.year + (month < first)
        if year > datetime.MAXYEAR:
            return datetime.date.max
        return datetime.date(year, month, self.day or calendar.monthrange(year, month)[1])


def printed_span(start: VagueDate | None, end: VagueDate | None, ongoing: bool = False) -> str:
    """A period as pages print it: 2017년 11월 ~ 2018년 6월; one date where both are the same."""
    if start is None and end is None:
        return ""
    if start == end or (end is None and not ongoing):
        return (start or end).printed  # type: ignore[union-attr]
    first = start.printed if start else ""
    return f"{first} ~ {end.printed if end else ''}".strip()


def printed_day(value: datetime.date | VagueDate | None) -> str:
    """A day or a vague date as pages print it."""
    if isinstance(value, datetime.date):
        return VagueDate(value.year, value.month, value.day).printed
    return value.printed if value else ""
