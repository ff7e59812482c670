"""Rules over the characters of a record file: what every program and every reader sees alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from hyeopchi.files.odd_blanks import ODD_BLANK, may_have_odd_blanks
from hyeopchi.files.problem import Problem
from hyeopchi.files.rule import Rule
from hyeopchi.files.source import SourceFile
from hyeopchi.rules.findings import Finding, report
from hyeopchi.text.korean import josa
from hyeopchi.text.quoting import printable, without_personal_data

MAX_LINE = 10_000
"""Longest line in characters: rule 1 of the safety rules."""

# General category Cf and Default_Ignorable_Code_Point of Unicode: what is drawn as nothing.
HIDDEN = re.compile(
    "[\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff0-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
# U+2028 and U+2029 end a line for some programs and not for others.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
BROKEN = re.compile(
    "[\ud800-\udfff\ufdd0-\ufdef"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
    )
    + "]"
)
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")

# What Unicode has a second time for older character sets.
COMPATIBLE = re.compile("[\uf900-\ufaff\U0002f800-\U0002fa1f]")
_WORD = re.compile(r"[^ \t\n]+")
_AROUND = 10
"""Characters that are shown before and behind what is stored in parts."""

_BLANKS = {"\u00a0": "줄을 나누지 않는 빈칸", "\u3000": "전각 빈칸"}

MERGE_ENDS = re.compile(r"^(?:<{7}|>{7})(?: |$)", re.MULTILINE)
MERGE_MARKS = re.compile(r"^(<{7}|>{7}|\|{7}|={7})(?: .*)?$", re.MULTILINE)

_UNUSUAL = re.compile("[^\n\t -~가-힣]")

_DIRECTION = "글 방향을 바꾸는 글자"
_NAMES = {
    "\u00ad": "줄 끝에서만 보이는 붙임표",
    "\u200b": "폭이 없는 빈칸",
    "\u200c": "폭이 없는 분리 글자",
    "\u200d": "폭이 없는 연결 글자",
    "\u2060": "줄을 나누지 않게 하는 글자",
    "\u3164": "한글 채움 글자",
    "\ufe0f": "그림 글자 표시",
    "\ufeff": "바이트 순서 표시(BOM)",
    **dict.fromkeys(
        "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", _DIRECTION
    ),
}
_RETYPE = "그 자리의 글자를 지우고 다시 쳐 주세요. 웹이나 문서에서 복사한 글에 자주 들어 있습니다"


def _named(char: str) -> str:
    """``U+202E(글 방향을 바꾸는 글자)``: never the character itself."""
    name = _NAMES.get(char) or unicodedata.name(char, "")
    return f"U+{ord(char):04X}" + (f"({name})" if name else "")


def composed_text(source: SourceFile) -> Iterator[Problem]:
    """The text is in Unicode normal form C, so that equal words are equal bytes."""
    if unicodedata.is_normalized("NFC", source.text):
        return
    text = COMPATIBLE.sub(lambda char: unicodedata.normalize("NFC", char[0]), source.text)
    yield from report(
        source,
        Rule.TEXT_NOT_COMPOSED,
        (
            _apart(word)
            for word in _WORD.finditer(text)
            if not unicodedata.is_normalized("NFC", word[0])
        ),
    )


def _apart(word: re.Match[str]) -> Finding:
    """Where a word is stored in parts, and the word as it should be."""
    composed = unicodedata.normalize("NFC", word[0])
    pairs = enumerate(zip(word[0], composed, strict=False))
    first = next((at for at, (old, new) in pairs if old != new), len(composed) - 1)
    around = composed[max(0, first - _AROUND) : first + _AROUND]
    quoted = f"'{printable(without_personal_data(around))}'"
    return Finding(
        word.start() + first,
        f"낱자로 풀려 저장된 글자가 있습니다(NFC가 아님): {quoted}",
        f"지우고 {josa(quoted, '으로/로')} 다시 쳐 주세요. 맥에서 복사한 글에 자주 들어 있습니다",
    )


def compatible_hanja(source: SourceFile) -> Iterator[Problem]:
    """No Hanja is a compatibility character: it looks like the plain one, and no search finds it."""
    found = ((hanja.start(), hanja[0]) for hanja in _found(COMPATIBLE, source.text))
    pairs = ((at, char, unicodedata.normalize("NFC", char)) for at, char in found)
    yield from report(
        source,
        Rule.COMPATIBILITY_HANJA,
        (
            Finding(
                at,
                f"모양만 같은 호환용 한자가 있습니다: '{plain}' 자리의 U+{ord(char):04X}",
                f"보통 한자 '{plain}'(U+{ord(plain):04X})를 여기에서 복사해 그 자리에 붙여 주세요. "
                "한글(HWP) 문서에서 복사한 글에 자주 들어 있습니다",
            )
            for at, char, plain in pairs
            if char != plain
        ),
    )


def plain_blanks(source: SourceFile) -> Iterator[Problem]:
    """Where a name, a mark of a list or of a heading wants a blank, it is the plain one."""
    found = (
        (blank.start(blank.lastgroup or 0), blank[blank.lastgroup or 0][0])
        for blank in (ODD_BLANK.finditer(source.text) if may_have_odd_blanks(source.text) else ())
    )
    yield from report(
        source,
        Rule.ODD_BLANK,
        (
            Finding(
                at,
                f"빈칸처럼 보이는 다른 글자가 있습니다: U+{ord(char):04X}({_BLANKS.get(char, '폭이 다른 빈칸')})",
                "그 자리를 지우고 보통 빈칸을 쳐 주세요. 웹이나 문서에서 복사한 글에 자주 들어 있습니다",
            )
            for at, char in found
        ),
    )


def merge_marks(source: SourceFile) -> Iterator[Problem]:
    """No line is one of those that git writes around two texts that it could not merge."""
    may_have_ends = "<" * 7 in source.text or ">" * 7 in source.text
    if not may_have_ends or not MERGE_ENDS.search(source.text):
        return
    yield from report(
        source,
        Rule.MERGE_MARKS,
        (
            Finding(
                mark.start(),
                f"합치다 만 표시가 남아 있습니다: '{mark[1]}'",
                "<<<<<<<과 =======, =======과 >>>>>>> 사이의 두 글에서 남길 것을 고르고 표시한 줄을 지워 주세요",
            )
            for mark in MERGE_MARKS.finditer(source.text)
        ),
    )


def hidden_character(source: SourceFile) -> Iterator[Problem]:
    """No character is hidden: no bidi controls, zero-width, filler or other format characters."""
    yield from report(
        source,
        Rule.HIDDEN_CHARACTER,
        (
            Finding(match.start(), f"보이지 않는 글자가 있습니다: {_named(match[0])}", _RETYPE)
            for match in _found(HIDDEN, source.text)
        ),
    )


def control_character(source: SourceFile) -> Iterator[Problem]:
    """The only control characters are the tab and the end of a line."""
    yield from report(
        source,
        Rule.CONTROL_CHARACTER,
        (
            Finding(match.start(), f"제어 문자가 있습니다: {_named(match[0])}", _RETYPE)
            for match in _found(_CONTROL, source.text)
        ),
    )


def broken_character(source: SourceFile) -> Iterator[Problem]:
    """No code point stands for no character: no lone surrogate, no noncharacter."""
    yield from report(
        source,
        Rule.BROKEN_CHARACTER,
        (
            Finding(match.start(), f"깨진 글자가 있습니다: {_named(match[0])}", _RETYPE)
            for match in _found(BROKEN, source.text)
        ),
    )


def private_character(source: SourceFile) -> Iterator[Problem]:
    """No character depends on one maker's font: none of the private use areas."""
    yield from report(
        source,
        Rule.PRIVATE_CHARACTER,
        (
            Finding(
                match.start(),
                f"특정 글꼴에서만 보이는 글자가 있습니다: {_named(match[0])}",
                "같은 뜻의 보통 글자로 바꿔 주세요. 한글(HWP) 문서의 기호에 자주 있습니다",
            )
            for match in _found(PRIVATE, source.text)
        ),
    )


def _found(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What a pattern of unusual characters finds in ``text``: mostly, and at once, nothing."""
    return pattern.finditer(text) if pattern.search(unusual(text)) else iter(())


@lru_cache(maxsize=8)
def unusual(text: str) -> str:
    """The characters of ``text`` beyond plain ASCII and Hangul syllables, each once."""
    return "".join(set(_UNUSUAL.findall(text)))


def long_line(source: SourceFile) -> Iterator[Problem]:
    """No line is longer than ``MAX_LINE`` characters."""
    yield from report(
        source,
        Rule.LINE_LENGTH,
        (
            Finding(
                start,
                f"한 줄이 너무 깁니다: {length:,}자 (최대 {MAX_LINE:,}자)",
                "뜻이 끊기는 곳에서 줄을 나눠 주세요",
            )
            for start, length in (_lines(source.text) if len(source.text) > MAX_LINE else ())
            if length > MAX_LINE
        ),
    )


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Offset and length of every line, in characters."""
    start = 0
    for line in text.split("\n"):
        yield start, len(line)
        start += len(line) + 1


RULES = (
    composed_text,
    compatible_hanja,
    plain_blanks,
    merge_marks,
    hidden_character,
    control_character,
    broken_character,
    private_character,
    long_line,
)
