"""Scalar types: how the text of a field becomes a value, and what a text that does not fit is told."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from hyeopchi.link import Link
from hyeopchi.vague_date import VagueDate

_SLUG = re.compile(r"[a-z0-9][a-z0-9-]*")
_ANCHOR = re.compile(r"[\w-]+")
_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,6})?")


class Mistake(ValueError):
    """A text that does not fit its type: what was expected, and an example."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def _integer(text: str) -> int:
    if not re.fullmatch(r"\d{1,9}", text):
        raise Mistake(f"정수가 아닙니다: '{text}'", "단위와 쉼표 없이 수만 적어 주세요. 예: 60")
    return int(text)


def _number(text: str) -> Decimal:
    try:
        if _NUMBER.fullmatch(text):
            return Decimal(text)
    except InvalidOperation:
        pass
    raise Mistake(f"수가 아닙니다: '{text}'", "단위와 쉼표 없이 수만 적고, '여'나 '약'은 qualifier에 적어 주세요. 예: 700")


def _boolean(text: str) -> bool:
    if text not in ("true", "false"):
        raise Mistake(f"true나 false가 아닙니다: '{text}'", "예: true")
    return text == "true"


def _date(text: str) -> datetime.date:
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return datetime.date.fromisoformat(text)
    except ValueError:
        raise Mistake(f"달력에 없는 날짜입니다: '{text}'", "예: 2017-02-22") from None
    raise Mistake(f"날짜가 아닙니다: '{text}'", "해-달-날로 적어 주세요. 예: 2017-02-22")


def _edtf(text: str) -> VagueDate:
    try:
        return VagueDate.parse(text)
    except ValueError:
        raise Mistake(f"날짜로 읽을 수 없습니다: '{text}'",
                      "아는 만큼만 적어 주세요. 예: 2017, 2017-06, 2017-06-20, 2017-40(상반기), 2017-06~(무렵)") from None


def _url(text: str) -> str:
    try:
        parts = urlsplit(text)
        if parts.scheme in ("https", "http") and parts.hostname and not re.search(r"[\s<>\"\\]", text):
            return text
    except ValueError:
        pass
    raise Mistake(f"웹 주소가 아닙니다: '{text}'", "https://로 시작하는 주소를 적어 주세요. 예: https://opengov.seoul.go.kr/")


def _slug(text: str) -> str:
    if not _SLUG.fullmatch(text) or len(text) > 64:
        raise Mistake(f"영문 소문자, 숫자, 붙임표(-)로만 적어 주세요: '{text}'", "예: plan, 1-1-2")
    return text


def _anchor(text: str) -> str:
    if not _ANCHOR.fullmatch(text):
        raise Mistake(f"이 기록 안의 자리가 아닙니다: '{text}'", "# 없이 적어 주세요. 예: stage-2")
    return text


def _link(text: str) -> Link:
    try:
        return Link.parse(text)
    except ValueError:
        raise Mistake(f"기록의 id가 아닙니다: '{text}'",
                      "예: 2016-agenda-projects, '2017-seoul-governance-plan#1-1-2'") from None


def _text(text: str) -> str:
    return text


SCALARS: Mapping[str, Callable[[str], Any]] = MappingProxyType({
    "text": _text, "prose": _text, "integer": _integer, "number": _number, "boolean": _boolean,
    "date": _date, "edtf": _edtf, "url": _url, "slug": _slug, "anchor": _anchor, "link": _link,
})
"""What turns a text into a value of each scalar type; each raises ``Mistake``."""
