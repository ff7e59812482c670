"""Scalar types: how the text of a field becomes a value, and what a text that does not fit is told."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from hyeopchi.schema.likely_date import likely_date, likely_span
from hyeopchi.schema.link import Link
from hyeopchi.schema.vague_date import VagueDate
from hyeopchi.text.quoting import quoted, without_personal_data
from hyeopchi.text.url import Kind, kind_of

_SLUG = re.compile(r"[a-z0-9][a-z0-9-]*")
_ANCHOR = re.compile(r"[\w-]+")
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,6})?")
_NUMBER_LIKE = re.compile(r"-?[0-9][0-9,]*(\.[0-9]+)?")
_GROUPED = re.compile(r"-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
"""A number whose commas, if it has any, part its thousands: "3,5" may be any number."""
_LINK_LIKE = re.compile(r"(?:^|/)(?P<id>[a-z0-9][a-z0-9-]{2,63})(?:\.md|/)?(?P<anchor>#[\w-]+)?$")
_YES, _NO = (
    ("yes", "y", "예", "네", "true", "o", "on", "1"),
    ("no", "n", "아니오", "아니요", "false", "x", "off", "0"),
)


class Mistake(ValueError):
    """A text that does not fit its type: what was expected, and what to write instead."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def _integer(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise Mistake(
            f"정수가 아닙니다: {quoted(text)}",
            f"단위와 쉼표 없이 수만 적어 주세요. 예: {_digits(text) or 60}",
        )
    return int(text)


def _number(text: str) -> Decimal:
    if not _NUMBER.fullmatch(text):
        raise Mistake(
            f"수가 아닙니다: {quoted(text)}",
            "단위와 쉼표 없이 수만 적고, '여'나 '약'은 qualifier에 적어 주세요. "
            f"예: {_digits(text) or 700}",
        )
    return Decimal(text)


def _digits(text: str) -> str:
    """The number that ``text`` holds, without its commas, "" where it holds none or many."""
    found = [match[0] for match in _NUMBER_LIKE.finditer(text)]
    plain = found[0].replace(",", "") if len(found) == 1 and _GROUPED.fullmatch(found[0]) else ""
    return plain if len(plain) < 10 and text == without_personal_data(text) else ""


def _boolean(text: str) -> bool:
    if text not in ("true", "false"):
        meant = "true" if text.lower() in _YES else "false" if text.lower() in _NO else ""
        raise Mistake(
            f"true나 false가 아닙니다: {quoted(text)}",
            f"{meant}로 적어 주세요" if meant else "예: true",
        )
    return text == "true"


def _date(text: str) -> datetime.date:
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return datetime.date.fromisoformat(text)
    except ValueError:
        raise Mistake(f"달력에 없는 날짜입니다: {quoted(text)}", "예: 2017-02-22") from None
    meant = likely_date(text)
    raise Mistake(
        f"날짜가 아닙니다: {quoted(text)}",
        f"{meant.edtf}처럼 적어 주세요"
        if meant and meant.day
        else "해-달-날로 적어 주세요. 예: 2017-02-22",
    )


def _edtf(text: str) -> VagueDate:
    try:
        return VagueDate.parse(text)
    except ValueError:
        pass
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[~?]?", text):
        raise Mistake(
            f"달력에 없는 날짜입니다: {quoted(text)}",
            "날을 모르면 달까지만 적어 주세요. 예: 2017-06",
        )
    raise Mistake(f"날짜로 읽을 수 없습니다: {quoted(text)}", _nearest(text))


def _nearest(text: str) -> str:
    """What to write in place of a date in words of one's own."""
    meant, span = likely_date(text), likely_span(text)
    if meant:
        return f"{meant.edtf}처럼 적어 주세요"
    if span:
        return f"한 때만 적어 주세요. 시작은 {span[0].edtf}, 끝은 {span[1].edtf}입니다"
    return "아는 만큼만 적어 주세요. 예: 2017, 2017-06, 2017-06-20, 2017-40(상반기), 2017-21(봄), 2017-06~(무렵)"


def _url(text: str) -> str:
    if _is_url(text):
        return text
    hint = (
        f"앞에 https://를 붙여 주세요: {quoted('https://' + text)}"
        if "." in text and _is_url(f"https://{text}")
        else "https://로 시작하는 주소를 적어 주세요. 예: https://opengov.seoul.go.kr/"
    )
    raise Mistake(f"웹 주소가 아닙니다: {quoted(text)}", hint)


def _is_url(text: str) -> bool:
    try:
        return (
            kind_of(text) is Kind.OUTSIDE
            and bool(urlsplit(text).hostname)
            and not re.search(r"[\s<>\"]", text)
        )
    except ValueError:
        return False


def _slug(text: str) -> str:
    if not _SLUG.fullmatch(text) or len(text) > 64:
        meant = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
        fits = _SLUG.fullmatch(meant) and len(meant) <= 64 and text.isascii()
        raise Mistake(
            f"영문 소문자, 숫자, 붙임표(-)로만 적어 주세요: {quoted(text)}",
            f"예: {meant if fits and text == without_personal_data(text) else 'plan, 1-1-2'}",
        )
    return text


def _anchor(text: str) -> str:
    if not _ANCHOR.fullmatch(text):
        meant = text.lstrip("#")
        raise Mistake(
            f"이 기록 안의 자리가 아닙니다: {quoted(text)}",
            f"# 없이 적어 주세요. 예: {without_personal_data(meant) if _ANCHOR.fullmatch(meant) else 'stage-2'}",
        )
    return text


def _link(text: str) -> Link:
    try:
        return Link.parse(text)
    except ValueError:
        like = _LINK_LIKE.search(text)
    meant = (
        quoted(f"{like['id']}{like['anchor'] or ''}")
        if like
        else "2016-agenda-projects, '2017-seoul-governance-plan#1-1-2'"
    )
    raise Mistake(f"기록의 id가 아닙니다: {quoted(text)}", f"예: {meant}")


def _text(text: str) -> str:
    return text


SCALARS: Mapping[str, Callable[[str], Any]] = MappingProxyType(
    {
        "text": _text,
        "prose": _text,
        "integer": _integer,
        "number": _number,
        "boolean": _boolean,
        "date": _date,
        "edtf": _edtf,
        "url": _url,
        "slug": _slug,
        "anchor": _anchor,
        "link": _link,
    }
)
"""What turns a text into a value of each scalar type; each raises ``Mistake``."""
