"""One way to write: what people type and what records say, made alike.

The same rules stand in ``docs/assets/javascripts/search/normalise.js``; both are held to
``tests/data/search_vectors.json``.
"""

from __future__ import annotations

import re
import unicodedata

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_INTERPUNCT = re.compile("(?<=[가-힣])[·ㆍ‧・･•∙](?=[가-힣])")
_LETTER_BY_LETTER = re.compile(r"(?<![^\s])[가-힣](?: [가-힣]){2,}(?![^\s])")
_RUN = re.compile("[가-힣]+|[ㄱ-ㅎㅏ-ㅣ]+|[a-z]+|[0-9]+|[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_NUMBERED = re.compile(r"(?<![가-힣])([가-힣]{2,4}?) ?제? ?([0-9]{1,2}) ?(동|가(?![가-힣]))")
_UNIT = re.compile("(?<=[0-9])[년월일](?![가-힣])")


def normalise(text: str) -> str:
    """``text`` composed, in one width and case, 민·관 as 민관 and 문 화 정 책 as 문화정책."""
    text = unicodedata.normalize("NFC", text).translate(_FULL_WIDTH)
    text = _UNSEEN.sub("", text).lower()
    text = _INTERPUNCT.sub("", text)
    return _LETTER_BY_LETTER.sub(lambda match: match[0].replace(" ", ""), text)


def numbered(text: str) -> list[str]:
    """The names of places with a number in a normalised text: 시흥 제4동 as 시흥4동."""
    return ["".join(match.groups()) for match in _NUMBERED.finditer(text)]


def runs(text: str) -> list[str]:
    """The runs of one script in a normalised text: Hangul, consonants, Latin, digits, Hanja.

    The 년 of 2017년 is no run of its own.
    """
    return _RUN.findall(_UNIT.sub(" ", text))


def spans(text: str) -> list[tuple[str, int, int]]:
    """The same runs, each with where it starts and ends."""
    return [(match[0], match.start(), match.end()) for match in _RUN.finditer(_UNIT.sub(" ", text))]
