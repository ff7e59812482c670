"""The rules over the characters of a file."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hyeopchi.files.source import SourceFile
from hyeopchi.rules.text import MAX_LINE, RULES, hidden_character

RETYPE = "그 자리의 글자를 지우고 다시 쳐 주세요. 웹이나 문서에서 복사한 글에 자주 들어 있습니다"


def check(text: str) -> list[str]:
    return [problem.text() for rule in RULES for problem in rule(SourceFile("a.md", text))]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "---\ntitle: 249명이 낸 제안\n---\n\n## 무엇이 문제였나\n\n‘마을’·「협치」 — 10㎡, ①…\n",
        "탭\t과 빈칸\u00a0과 전각\u3000빈칸",
        "é Å 漢字 ㄱㄴ ㅏ 😀",
        "가" * MAX_LINE + "\n" + "나" * MAX_LINE,
    ],
)
def test_ordinary_text_has_no_problem(text):
    assert check(text) == []


def test_letters_stored_apart_are_named_with_the_composed_word():
    text = "첫 줄\n우리 " + unicodedata.normalize("NFD", "마포") + " 이야기\n"
    assert check(text) == [
        (
            "a.md:2:4: 낱자로 풀려 저장된 글자가 있습니다(NFC가 아님): '마포'"
            " → 지우고 '마포'로 다시 쳐 주세요. 맥에서 복사한 글에 자주 들어 있습니다"
        )
    ]


def test_every_uncomposed_place_is_named():
    assert check("협치 cafe\u0301, \ncafe\u0301") == [
        f"a.md:{place}: 낱자로 풀려 저장된 글자가 있습니다(NFC가 아님): '{word}'"
        f" → 지우고 '{word}'로 다시 쳐 주세요. 맥에서 복사한 글에 자주 들어 있습니다"
        for place, word in (("1:7", "café,"), ("2:4", "café"))
    ]


def test_what_is_shown_of_uncomposed_text_hides_nothing():
    lines = check("\u202ee\u0301")
    assert lines[0].startswith(
        "a.md:1:2: 낱자로 풀려 저장된 글자가 있습니다(NFC가 아님): 'U+202Eé' → "
    )


@pytest.mark.parametrize(
    ("char", "named"),
    [
        ("\u202e", "U+202E(글 방향을 바꾸는 글자)"),
        ("\u2066", "U+2066(글 방향을 바꾸는 글자)"),
        ("\u200b", "U+200B(폭이 없는 빈칸)"),
        ("\u200d", "U+200D(폭이 없는 연결 글자)"),
        ("\u2060", "U+2060(줄을 나누지 않게 하는 글자)"),
        ("\u00ad", "U+00AD(줄 끝에서만 보이는 붙임표)"),
        ("\ufeff", "U+FEFF(바이트 순서 표시(BOM))"),
        ("\u3164", "U+3164(한글 채움 글자)"),
        ("\ufe0f", "U+FE0F(그림 글자 표시)"),
        ("\u2061", "U+2061(FUNCTION APPLICATION)"),
        ("\U000e0041", "U+E0041(TAG LATIN CAPITAL LETTER A)"),
    ],
)
def test_hidden_characters_are_named_at_their_place(char, named):
    assert check(f"첫 줄\n마{char}포") == [
        f"a.md:2:2: 보이지 않는 글자가 있습니다: {named} → {RETYPE}"
    ]


@pytest.mark.parametrize(
    ("char", "named"),
    [
        ("\x00", "U+0000"),
        ("\x1b", "U+001B"),
        ("\x0c", "U+000C"),
        ("\x7f", "U+007F"),
        ("\x85", "U+0085"),
        ("\u2028", "U+2028(LINE SEPARATOR)"),
    ],
)
def test_control_characters_are_refused(char, named):
    assert check(f"마{char}포") == [f"a.md:1:2: 제어 문자가 있습니다: {named} → {RETYPE}"]


@pytest.mark.parametrize(
    ("char", "named"),
    [
        ("\ud800", "U+D800"),
        ("\udfff", "U+DFFF"),
        ("\ufdd0", "U+FDD0"),
        ("\uffff", "U+FFFF"),
        ("\U0010fffe", "U+10FFFE"),
    ],
)
def test_code_points_without_a_character_are_refused(char, named):
    assert check(f"마{char}포") == [f"a.md:1:2: 깨진 글자가 있습니다: {named} → {RETYPE}"]


@pytest.mark.parametrize(
    ("char", "named"),
    [
        ("\ue000", "U+E000"),
        ("\uf06c", "U+F06C"),
        ("\U000f0001", "U+F0001"),
    ],
)
def test_characters_of_one_font_are_refused(char, named):
    assert check(f"마{char}포") == [
        (
            f"a.md:1:2: 특정 글꼴에서만 보이는 글자가 있습니다: {named}"
            " → 같은 뜻의 보통 글자로 바꿔 주세요. 한글(HWP) 문서의 기호에 자주 있습니다"
        )
    ]


def test_a_line_that_is_too_long_is_named_with_its_length():
    assert check("짧은 줄\n" + "가" * (MAX_LINE + 1) + "\n짧은 줄") == [
        (
            "a.md:2:1: 한 줄이 너무 깁니다: 10,001자 (최대 10,000자)"
            " → 뜻이 끊기는 곳에서 줄을 나눠 주세요"
        )
    ]


def test_a_flood_is_told_in_twenty_places_and_one_sum():
    lines = check("\u200b\n" * 1_234)
    assert lines[:20] == [
        f"a.md:{line}:1: 보이지 않는 글자가 있습니다: U+200B(폭이 없는 빈칸) → {RETYPE}"
        for line in range(1, 21)
    ]
    assert lines[20:] == [
        (
            "a.md:21:1: 같은 문제가 여기부터 1,214곳 더 있습니다"
            " → 위의 것부터 고치고 다시 검사해 주세요"
        )
    ]


def test_every_format_character_that_python_knows_is_hidden():
    known = [
        chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) == "Cf"
    ]
    missed = [
        f"U+{ord(char):04X}"
        for char in known
        if not list(hidden_character(SourceFile("a.md", char)))
    ]
    assert missed == []


@given(st.text(st.characters(exclude_categories=[]), max_size=200))
def test_no_text_makes_the_rules_raise(text):
    check(text)


@given(st.text(st.characters(exclude_categories=[]), max_size=60))
def test_what_passes_is_composed_and_encodes_and_hides_nothing(text):
    if not check(text):
        assert unicodedata.is_normalized("NFC", text)
        assert text.encode("utf-8").decode("utf-8") == text
        assert {unicodedata.category(char) for char in text if char not in "\n\t"}.isdisjoint(
            {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
        )
