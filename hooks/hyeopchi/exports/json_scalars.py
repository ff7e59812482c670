"""The scalar types of fields, in the words of JSON Schema.

As wide as the reader: where it takes any text, a number that YAML guesses is fine. Patterns
keep to what both Python and ECMAScript understand.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

_MONTH = "(0[1-9]|1[0-2])"
_DAY = "(0[1-9]|[12][0-9]|3[01])"
_PART = "(2[1-4]|3[3-6]|4[01])"  # EDTF: seasons, quarters, half-years
_YEAR = "(?!0000)[0-9]{4}"
_SLUG = "^[a-z0-9][a-z0-9-]{0,63}$"
_PLACE = r"[^\s#]+"

SCALARS: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "text": {
            "type": ["string", "number"],
            "minLength": 1,
            "pattern": "^[^\\n]+\\n?$",
            "description": "한 줄 글",
        },
        "prose": {"type": "string", "minLength": 1, "description": "여러 줄이어도 되는 글"},
        "integer": {
            "type": "integer",
            "minimum": 0,
            "maximum": 999_999_999,
            "description": "단위와 쉼표 없는 정수",
        },
        "number": {"type": "number", "description": "단위와 쉼표 없는 수"},
        "boolean": {"type": "boolean", "description": "true나 false"},
        "date": {
            "type": "string",
            "format": "date",
            "pattern": f"^{_YEAR}-{_MONTH}-{_DAY}$",
            "description": "해-달-날. 예: 2017-02-22",
        },
        "edtf": {
            "description": "아는 만큼만 적은 때(EDTF). 예: 2017, 2017-06, 2017-06-20, "
            "2017-40(상반기), 2017-21(봄), 2017-06~(무렵)",
            "anyOf": [
                {"type": "string", "pattern": f"^{_YEAR}(-({_MONTH}(-{_DAY})?|{_PART}))?[~?]?$"},
                {"type": "integer", "minimum": 1000, "maximum": 9999},
            ],
        },
        "url": {
            "type": "string",
            "pattern": '^[hH][tT][tT][pP][sS]?://[^\\s<>"\\\\]+$',
            "description": "https://로 시작하는 주소",
        },
        "slug": {
            "type": ["string", "integer"],
            "pattern": _SLUG,
            "minimum": 0,
            "description": "영문 소문자, 숫자, 붙임표(-)",
        },
        "anchor": {
            "type": ["string", "integer"],
            "pattern": f"^{_PLACE}$",
            "minimum": 0,
            "description": "이 기록 안의 자리. # 없이",
        },
        "link": {
            "type": "string",
            "pattern": f"^[a-z0-9][a-z0-9-]{{2,63}}(#{_PLACE})?$",
            "description": "다른 기록의 id. 그 안의 한 자리면 #을 붙임",
        },
        "citations": {
            "description": "자료의 짧은 이름과 그 안의 자리. 예: {plan: 8~15쪽}. 자료가 하나면 자리만, "
            "늘 기대는 자리면 짧은 이름만",
            "anyOf": [
                {
                    "type": "object",
                    "minProperties": 1,
                    "propertyNames": {"pattern": _SLUG},
                    "additionalProperties": {"type": ["string", "number"], "minLength": 1},
                },
                {"type": ["string", "number"], "minLength": 1},
                {"type": "array", "minItems": 1, "items": {"type": "string", "pattern": _SLUG}},
            ],
        },
    }
)
