"""The rules on personal data: what they find, where, how it is shown, what they leave alone."""

import html
import re
import unicodedata

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from hyeopchi.files.problem import Place, Problem, Severity
from hyeopchi.files.source import SourceFile
from hyeopchi.rules.personal_data import RULES
from hyeopchi.rules.personal_data import patterns as known
from hyeopchi.rules.personal_data.folding import fold
from hyeopchi.rules.personal_data.reading import read
from support.environment import ROOT

TABLE = yaml.safe_load((ROOT / "tests/data/personal_data.yml").read_text("utf-8"))

WORDING = {
    "resident-number": (
        "주민등록번호나 외국인등록번호로 보이는 번호가 있습니다",
        ("번호를 지워 주세요. 법인등록번호라면 번호 바로 앞에 '법인등록번호'라고 적어 주세요"),
        Severity.ERROR,
    ),
    "mobile-number": (
        "휴대전화 번호로 보이는 번호가 있습니다",
        "번호를 지우고, 꼭 필요하면 기관의 대표 번호를 쓰세요",
        Severity.ERROR,
    ),
    "card-number": (
        "카드 번호로 보이는 번호가 있습니다",
        "번호를 지워 주세요. 문서 번호라면 번호 뒤에 '호'를 붙여 주세요",
        Severity.ERROR,
    ),
    "bank-account": (
        "계좌 번호로 보이는 번호가 있습니다",
        "번호를 지우고, 꼭 필요하면 기관의 누리집 주소를 쓰세요",
        Severity.ERROR,
    ),
    "passport-number": ("여권 번호로 보이는 번호가 있습니다", "번호를 지워 주세요", Severity.ERROR),
    "driving-licence": (
        "운전면허 번호로 보이는 번호가 있습니다",
        "번호를 지워 주세요",
        Severity.ERROR,
    ),
    "private-email": (
        "개인 전자우편 주소로 보이는 글이 있습니다",
        "주소를 지우고, 꼭 필요하면 기관의 대표 주소를 쓰세요",
        Severity.WARNING,
    ),
    "vehicle-plate": ("자동차 번호로 보이는 글이 있습니다", "번호를 지워 주세요", Severity.WARNING),
    "home-address": (
        "집 주소로 보이는 글이 있습니다",
        "동네 이름까지만 남기고 동·호수를 지워 주세요",
        Severity.WARNING,
    ),
}

# Ways to write a number that are found whatever stands around it, digits aside. The spaced
# ones would be parts of longer codes beside a letter.
WRITTEN = {
    "resident-number": (
        "990230-1234567",
        "990230 1234567",
        "990230–1234567",
        "９９０２３０－１２３４５６７",
        "990230&#45;1234567",
        "99.02.30-1234567",
        "19990230-1234567",
        "9 9 0 2 3 0 - 1 2 3 4 5 6 7",
    ),
    "mobile-number": (
        "010-0000-1234",
        "010 0000 1234",
        "010.0000.1234",
        "01000001234",
        "011-000-1234",
        "+82-10-0000-1234",
        "+82 (0)10 0000 1234",
        "０１０－００００－１２３４",
        "010—0000—1234",
        "0 1 0 0 0 0 0 1 2 3 4",
    ),
    "card-number": ("4111-1111-1111-1111", "4111 1111 1111 1111", "4111–1111–1111–1111"),
    "bank-account": ("계좌 000-000-000012", "은행 00000012345 "),
    "passport-number": (" 여권 M00001234 ", " 여권 M000A1234 "),
    "driving-licence": ("면허 11-17-000012-34", "면허 11 17 000012 34"),
}


def check(text: str) -> list[Problem]:
    return [problem for rule in RULES for problem in rule(SourceFile("a.md", text))]


def places(text: str) -> list[tuple[str, Place]]:
    return [(problem.rule, Place(problem.line, problem.column)) for problem in check(text)]


@pytest.mark.parametrize(("rule", "text", "shown"), TABLE["hits"])
def test_personal_data_is_found_and_shown_masked(rule, text, shown):
    message, hint, severity = WORDING[rule]
    assert [
        (problem.rule, problem.message, problem.hint, problem.severity) for problem in check(text)
    ] == [(rule, f"{message}: {shown}", hint, severity)]


@pytest.mark.parametrize("text", TABLE["traps"])
def test_other_numbers_are_left_alone(text):
    assert check(text) == []


def test_the_table_is_large_enough_to_mean_something():
    assert len(TABLE["hits"]) >= 60
    assert len(TABLE["traps"]) >= 60
    assert {rule for rule, *_ in TABLE["hits"]} == set(WORDING)


def test_a_problem_reads_as_one_masked_line():
    [problem] = check("연락처: 010-0000-1234\n")
    assert problem.text() == (
        "a.md:1:6: 휴대전화 번호로 보이는 번호가 있습니다: 010-****-**34"
        " → 번호를 지우고, 꼭 필요하면 기관의 대표 번호를 쓰세요"
    )


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("010-0000-1234", 1, 1),
        ("첫 줄\n둘째 줄 010-0000-1234", 2, 6),
        ("…㎡&nbsp;½ 010-0000-1234", 1, 11),
        ("\u200b\u200b전화０１０－００００－１２３４", 1, 5),
        ("R&D&nbsp010-0000-1234", 1, 9),
        ("&amp;&#48;10-0000-1234", 1, 6),
        ("①②③010-0000-1234", 1, 4),
    ],
)
def test_the_place_is_that_of_the_raw_file(text, line, column):
    assert places(text) == [("mobile-number", Place(line, column))]


def test_every_number_of_a_file_is_reported():
    assert places("010-0000-1234, 010-0000-1235\n990230-1234567 / kim@example.com") == [
        ("resident-number", Place(2, 1)),
        ("mobile-number", Place(1, 1)),
        ("mobile-number", Place(1, 16)),
        ("private-email", Place(2, 18)),
    ]


def test_a_flood_is_summed_up_after_twenty_places():
    problems = check("010-0000-1234\n" * 1_234)
    assert len(problems) == 21
    assert problems[-1].text() == (
        "a.md:21:1: 같은 문제가 여기부터 1,214곳 더 있습니다"
        " → 위의 것부터 고치고 다시 검사해 주세요"
    )


def test_a_character_reference_of_absurd_length_is_read_like_a_browser_does():
    assert places(f"&#{'0' * 9_000}48;10-0000-1234") == [("mobile-number", Place(1, 1))]
    assert check(f"&#{'9' * 9_000};") == []


@given(st.text(st.characters(exclude_categories=[]), max_size=300))
def test_no_text_makes_the_rules_raise(text):
    check(text)


@given(st.text("0123456789-. @ㅡ&#;x%동호가@여권면허계좌M*()\n", max_size=200))
def test_no_text_of_their_own_signs_makes_the_rules_raise(text):
    check(text)


@pytest.mark.parametrize("pattern", [known.RESIDENT_APART, known.PLATE, known.HOME])
@given(st.data())
def test_every_number_between_words_has_the_sign_that_it_is_sought_by(pattern, data):
    found = read(data.draw(st.from_regex(pattern)))
    assert found.has_sign or not pattern.search(found.folded.text)


NUMBERS = st.sampled_from([(rule, number) for rule, forms in WRITTEN.items() for number in forms])
# Neither digits nor what an escape or a document's number is made of.
HARMLESS = st.text(
    "가나다라마협치서울 주민이 모여 말했다.,:()[]'\"!?~…“”‘’·「」*_#>|-\n\tabc①㎡", max_size=60
)


@given(NUMBERS, HARMLESS, HARMLESS)
def test_a_number_put_anywhere_into_harmless_text_is_found(written, before, after):
    rule, number = written
    assert check(before) == check(after) == []
    assert rule in {problem.rule for problem in check(before + number + after)}


@given(NUMBERS, HARMLESS, HARMLESS)
def test_no_message_tells_the_number(written, before, after):
    digits = [char for char in fold(written[1]).text if char.isdigit()]
    for problem in check(before + written[1] + after):
        told = [char for char in problem.message if char.isdigit()]
        assert len(told) <= len(digits) - 4


@given(st.text(st.characters(exclude_characters="%\\&"), max_size=80))
def test_folding_is_nfkc_without_format_characters_and_with_plain_dashes(text):
    folded = fold(text)
    meant = re.sub("[ⓐⒶ]", "@", text)  # letters in a circle that stand for the sign
    expected = "".join(map(plain, unicodedata.normalize("NFKC", meant)))
    assert bare(folded.text) == bare(expected)


def plain(char: str) -> str:
    if unicodedata.category(char) == "Cf":
        return ""
    if char.isdecimal():
        return str(int(char))
    return "-" if unicodedata.category(char) == "Pd" else char


def bare(text: str) -> str:
    """Without spaces, marks, and the signs that the folded text takes for dash and dot."""
    decomposed = unicodedata.normalize("NFKD", text).replace(" ", "")
    return "".join(
        char
        for char in decomposed
        if unicodedata.category(char) not in ("Mn", "Me")
        and char
        not in "\u1173\u2043\u2212\u2500\u2501\u30fc\u4e00\u02d7\u00af-"
        "\u119e\u2022\u2027\u2219\u22c5\u30fb·\u115f\u1160"
    )


@given(st.text("가 -&#xX;0123456789abcdefampltnbsp", max_size=60))
def test_folding_reads_character_references_as_html_does(text):
    assert fold(text).text == unicodedata.normalize("NFKC", html.unescape(text))


@given(st.text(st.characters(exclude_categories=[]), max_size=80))
def test_offsets_lead_back_into_the_raw_text_in_order(text):
    folded = fold(text)
    offsets = [folded.raw_offset(at) for at in range(len(folded.text))]
    assert offsets == sorted(offsets)
    assert all(0 <= offset < len(text) for offset in offsets)


def test_nothing_in_the_real_records_and_words_is_taken_for_personal_data() -> None:
    found = [
        f"{file.name}: {problem.text()}"
        for folder in ("cases", "docs")
        for file in sorted((ROOT / folder).rglob("*"))
        if file.suffix in (".md", ".yml")
        for problem in check(file.read_text("utf-8"))
    ]
    assert found == []
