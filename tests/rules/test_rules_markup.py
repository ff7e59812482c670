"""The rules over the markup of a body."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hyeopchi.files.problem import Place
from hyeopchi.files.source import MAX_BYTES, SourceFile
from hyeopchi.markup.renderer import Renderer
from hyeopchi.rules.markup import RULES, link_targets

FRONT_MATTER = "---\ntitle: 마포의 <b>\n---\n"

HTML_HINT = (
    "굵은 글씨는 **이렇게** 씁니다. 부등호는 앞에 \\를 붙여 \\<로, 제목은 〈이렇게〉 적어 주세요"
)
ADDRESS_HINT = (
    "https://로 시작하는 주소 전체나 기록의 id를 적어 주세요. "
    "예: [2017년 계획](2017-seoul-governance-plan)"
)
FORM_HINT = (
    "[글](주소)처럼 글과 주소를 붙여 쓰고, 주소에는 빈칸이나 따옴표를 넣지 마세요. "
    "링크가 아니면 ]와 (를 띄어 쓰세요"
)
IMAGE_HINT = (
    "그림에는 권리와 설명이 따로 있어야 하고, 다른 사이트의 그림은 읽는 사람을 그 사이트에 알립니다. "
    "그림이 보여 주는 것을 글로 쓰고, 그림이 있는 자료를 출처(sources)에 적어 주세요"
)
FOREIGN_HINT = "지우고 글로 풀어 써 주세요. 쓸 수 있는 것: 제목(##), 목록(-), 인용(>), 표(|), **굵게**, [글](주소)"


def check(body: str) -> list[str]:
    """What the rules say of a body; its first line is line 4."""
    source = SourceFile("a.md", FRONT_MATTER + body)
    return [problem.text() for rule in RULES for problem in rule(source, len(FRONT_MATTER))]


def rules_of(body: str) -> set[str]:
    """The ids of the rules that refuse a body."""
    return {problem.rule for rule in RULES for problem in rule(SourceFile("a.md", body), 0)}


@pytest.mark.parametrize(
    "body",
    [
        "",
        "## 무엇이 문제였나\n\n2016년 11월, [선언](2016-x#3)과 <https://a.example/b> <help@seoul.go.kr>.\n",
        "- **협치**는 *함께*\n    - `<b>`와 `![x](y)`와 `[a](javascript:x)`\n\n1. 하나\n\n> 인용\n\n***\n",
        "|해|돈|\n|---|--:|\n|2017|8,878백만원|\n",
        "〈협치서울 백서〉 <협치서울 백서> 3 < 5, 5>3, \\<b\\>, a&b, &lt;",
        "[협치](함께 다스림), (가)[나], [1], 조례 제7조[2], #협치 #마을, C# {묶음}",
        "### 더 깊이\n#### 더 더 깊이\n글\n\n---\n\n글",
        r"\[글\](javascript:x) \<b> \![글](2016-x) \# 아님 \{: 아님}",
    ],
)
def test_ordinary_markup_has_no_problem(body: str) -> None:
    assert check(body) == []


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ("<img src=x onerror=alert(1)>", "<img"),
        ("<details open ontoggle=x>", "<details"),
        ("<iframe srcdoc=x>", "<iframe"),
        ("<svg/onload=x>", "<svg/onload=x>"),
        ("<base href=x>", "<base"),
        ("<meta http-equiv=refresh>", "<meta"),
        ("<form><button formaction=x>", "<form>"),
        ("<object data=x>", "<object"),
        ("<embed src=x>", "<embed"),
        ("<style>*{}", "<style>"),
        ("<b\n", "<b"),
        ("</p>", "</p>"),
        ("<!-- x", "<!--"),
        ("<!DOCTYPE html>", "<!DOCTYPE"),
        ("<?php x ?>", "<?php"),
        ("<![CDATA[x]]>", "<![CDATA[x]]>"),
        ("<https://a b>", "<https://a"),
    ],
)
def test_html_is_refused_at_its_place(written: str, shown: str) -> None:
    assert f"a.md:5:4: HTML은 쓸 수 없습니다: '{shown}' → {HTML_HINT}" in check(f"\n글: {written}")


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("javascript:alert(1)", "링크에 쓸 수 없는 주소입니다"),
        ("JavaScript:x", "링크에 쓸 수 없는 주소입니다"),
        ("vbscript:x", "링크에 쓸 수 없는 주소입니다"),
        ("data:text/html,x", "링크에 쓸 수 없는 주소입니다"),
        ("file:///etc/passwd", "링크에 쓸 수 없는 주소입니다"),
        ("ftp://a.example", "링크에 쓸 수 없는 주소입니다"),
        ("java\\script:x", "빈칸, 역슬래시, 제어 문자나 '&…;'로 가린 링크 주소입니다"),
        ("JaVa&#x09;Script:x", "빈칸, 역슬래시, 제어 문자나 '&…;'로 가린 링크 주소입니다"),
        ("&#106;avascript:x", "빈칸, 역슬래시, 제어 문자나 '&…;'로 가린 링크 주소입니다"),
        ("&#106avascript:x", "빈칸, 역슬래시, 제어 문자나 '&…;'로 가린 링크 주소입니다"),
        ("javascript&colon;x", "빈칸, 역슬래시, 제어 문자나 '&…;'로 가린 링크 주소입니다"),
        ("/\\a.example", "빈칸, 역슬래시, 제어 문자나 '&…;'로 가린 링크 주소입니다"),
        ("https://a.example/&#10;b", "빈칸, 역슬래시, 제어 문자나 '&…;'로 가린 링크 주소입니다"),
        ("//a.example/x", "어느 사이트인지 분명하지 않은 링크 주소입니다"),
        ("&#47;/a.example", "빈칸, 역슬래시, 제어 문자나 '&…;'로 가린 링크 주소입니다"),
        ("/&#47;a.example", "어느 사이트인지 분명하지 않은 링크 주소입니다"),
        ("https:a.example", "어느 사이트인지 분명하지 않은 링크 주소입니다"),
        ("https:///a.example", "어느 사이트인지 분명하지 않은 링크 주소입니다"),
        ("https://seoul.go.kr@a.example", "어느 사이트인지 분명하지 않은 링크 주소입니다"),
        ("https://www.s\u0435oul.go.kr/", "어느 사이트인지 분명하지 않은 링크 주소입니다"),
        ("https://a\u3002example/", "어느 사이트인지 분명하지 않은 링크 주소입니다"),
        ("http://192.168.0.1/", "어느 사이트인지 분명하지 않은 링크 주소입니다"),
        ("http://[::1]/", "어느 사이트인지 분명하지 않은 링크 주소입니다"),
        ("http://localhost/", "어느 사이트인지 분명하지 않은 링크 주소입니다"),
    ],
)
def test_an_unsafe_link_is_refused_at_its_address(target: str, message: str) -> None:
    shown = target.replace("seoul.go.kr@", "***@")  # it could be a mailbox's name
    expected = f"{message}: '{shown}' → {ADDRESS_HINT}"
    assert check(f"글 [이어\n진 글]({target}).") == [f"a.md:5:6: {expected}"]


def test_a_control_character_in_an_address_is_shown_by_its_number() -> None:
    assert check("[글](java\x01script:x)") == [
        f"a.md:4:5: 빈칸, 역슬래시, 제어 문자나 '&…;'로 가린 링크 주소입니다: 'javaU+0001script:x' → {ADDRESS_HINT}"
    ]


def test_an_unsafe_address_in_angle_brackets_is_refused() -> None:
    assert check("<javascript://x> <https:x>") == [
        f"a.md:4:2: 링크에 쓸 수 없는 주소입니다: 'javascript://x' → {ADDRESS_HINT}",
        f"a.md:4:19: 어느 사이트인지 분명하지 않은 링크 주소입니다: 'https:x' → {ADDRESS_HINT}",
    ]


@pytest.mark.parametrize(
    ("written", "column", "shown"),
    [
        ("[글](<https://a.example>)", 3, "](<https://a.example>)"),
        ('[글](https://a.example "제목")', 3, '](https://a.example "제목")'),
        ("[글](java\tscript:x)", 3, "](javaU+0009script:x)"),
        ("[글]( https://a.example)", 3, "]( https://a.example)"),
        ("[](https://a.example)", 1, "[]("),
        ("[글](https://a.example", 3, "](https://a.example"),
        ("[a]: javascript:alert(1)", 1, "[a]: javascript:alert(1)"),
        ("> [1]: https://a.example '제목'", 1, "> [1]: https://a.example '제목'"),
    ],
)
def test_a_link_that_no_page_would_show_is_refused(written: str, column: int, shown: str) -> None:
    assert f"a.md:4:{column}: 링크로 읽을 수 없습니다: '{shown}' → {FORM_HINT}" in check(written)


@pytest.mark.parametrize(
    ("written", "column", "shown"),
    [
        ("![지도](https://a.example/x.png)", 1, "![지도](https://a.example/x.png)"),
        ("글 ![지도](map.png)", 3, "![지도](map.png)"),
        ("![](x.svg)", 1, "![](x.svg)"),
        ("![지도][a]", 1, "![지도][a]"),
        ("[![a](b)](2016-x)", 2, "![a](b)"),
        ("![지도](" + "가" * 50 + ")", 1, "![지도](" + "가" * 34 + "…"),
    ],
)
def test_images_are_refused_with_the_reason(written: str, column: int, shown: str) -> None:
    assert check(written) == [
        f"a.md:4:{column}: 본문에 그림을 넣을 수 없습니다: '{shown}' → {IMAGE_HINT}"
    ]


@pytest.mark.parametrize(
    ("written", "column", "shown"),
    [
        ("글{: onmouseover=x }", 2, "{: onmouseover=x }"),
        ("## 제목 {#search}", 7, "{#search}"),
        ("글 {.md-button}", 3, "{.md-button}"),
        ("/// html | img[onerror=x]", 1, "/// html | img[onerror=x]"),
        ("--8<-- '/etc/passwd'", 2, "-8<-- '/etc/passwd'"),
        ("> ```python", 1, "> ```python"),
        ("  ~~~", 3, "~~~"),
        ("!!! note", 1, "!!! note"),
        ("??? 더", 1, "??? 더"),
        ("::: 이름", 1, "::: 이름"),
    ],
)
def test_markup_of_other_dialects_is_refused(written: str, column: int, shown: str) -> None:
    assert (
        f"a.md:4:{column}: 이 도서관에서 쓰지 않는 표시입니다: '{shown}' → {FOREIGN_HINT}"
        in check(written)
    )


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (
            "제목\n===",
            "4:1: 밑줄로 만든 제목은 쓰지 않습니다: '제목' → 예: ## 무엇이 문제였나. 가로줄이라면 위에 빈 줄을 두세요",
        ),
        (
            "글\n\n제목\n---\n",
            "6:1: 밑줄로 만든 제목은 쓰지 않습니다: '제목' → 예: ## 무엇이 문제였나. 가로줄이라면 위에 빈 줄을 두세요",
        ),
        (
            "  ## 제목",
            "4:3: 제목은 줄의 맨 앞에 씁니다: '## 제목' → 앞의 빈칸이나 목록, 인용 표시를 지워 주세요",
        ),
        (
            "- # 제목",
            "4:3: 제목은 줄의 맨 앞에 씁니다: '# 제목' → 앞의 빈칸이나 목록, 인용 표시를 지워 주세요",
        ),
        (
            "> 1. ### 제목",
            "4:6: 제목은 줄의 맨 앞에 씁니다: '### 제목' → 앞의 빈칸이나 목록, 인용 표시를 지워 주세요",
        ),
        (
            "##### 제목",
            "4:1: 제목은 ##에서 ####까지 씁니다: '##### 제목' → 더 얕은 제목으로 바꾸거나 글로 풀어 써 주세요",
        ),
        ("##제목", "4:1: # 다음에 한 칸을 띄우고 제목을 씁니다: '##제목' → 예: ## 무엇이 문제였나"),
        ("##\n글", "4:1: # 다음에 한 칸을 띄우고 제목을 씁니다: '##' → 예: ## 무엇이 문제였나"),
        ("## 2017", "4:1: 제목에 한글이 없습니다: '## 2017' → 예: ## 2017년에 한 일"),
        ("## p3", "4:1: 제목에 한글이 없습니다: '## p3' → 예: ## 2017년에 한 일"),
    ],
)
def test_a_heading_in_another_form_is_refused(written: str, told: str) -> None:
    assert check(written) == [f"a.md:{told}"]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            "글\n\n" + "가" * 5_001,
            "6:1: 한 문단이 너무 깁니다: 5,001자 (최대 5,000자) → 나눌 만한 곳에 빈 줄을 넣어 주세요",
        ),
        (
            "글\n" * 2_001,
            "4:1: 본문의 줄이 너무 많습니다: 2,001줄 (최대 2,000줄) → 내용을 둘 이상의 기록으로 나눠 주세요",
        ),
        (
            "글\n\n" + "[" * 51,
            (
                "6:1: 열고 닫지 않은 표시([ ( * _ `)가 한 문단에 너무 많습니다: 51개 (최대 50개)"
                " → 짝이 되는 표시로 닫거나, 글자 그대로 쓰려면 앞에 \\를 붙여 주세요"
            ),
        ),
        (
            "`글` " * 251,
            "4:1: 한 문단에 표시(* _ ` [ < \\)가 너무 많습니다: 502개 (최대 500개) → 꼭 필요한 표시만 남겨 주세요",
        ),
        (
            "*글*\n\n" * 500 + ("*글* " * 200 + "\n\n") * 11,
            "4:1: 본문에 표시(* _ ` [ < \\)가 너무 많습니다: 5,400개 (최대 5,000개) → 꼭 필요한 표시만 남겨 주세요",
        ),
        (
            "> " * 9 + "글",
            "4:1: 목록이나 인용이 너무 깊습니다: 9단계 (최대 8단계) → 바깥쪽부터 나눠 적어 주세요",
        ),
        (
            "\n".join(f"{'  ' * depth}- 글" for depth in range(9)),
            "12:1: 목록이나 인용이 너무 깊습니다: 9단계 (최대 8단계) → 바깥쪽부터 나눠 적어 주세요",
        ),
        (
            "글" + "|가" * 31,
            "4:1: 표의 칸이 너무 많습니다: 세로줄(|) 31개 (최대 30개) → 표를 둘로 나눠 주세요",
        ),
    ],
)
def test_what_goes_beyond_a_limit_is_refused(body: str, told: str) -> None:
    assert check(body) == [f"a.md:{told}"]


@pytest.mark.parametrize(
    "body",
    [
        "글" * 5_000,
        "글\n" * 2_000,
        "[" * 50,
        "**협치**는 " * 120,
        "> " * 8 + "글",
        "글" + "|가" * 30,
        " " * 40 + "- 글",
    ],
)
def test_what_reaches_a_limit_passes(body: str) -> None:
    assert check(body) == []


@pytest.mark.parametrize("opening", ["[", "(", "*글 ", "_글 ", "**글 ", "[글]("])
def test_openers_that_nothing_closes_are_counted_in_every_form(opening: str) -> None:
    assert "open-marks" in rules_of(opening * 60)
    assert "open-marks" not in rules_of(opening * 25)


@pytest.mark.parametrize(
    "paragraph", ["[" * 8_000, *["\n\n".join(["[" * 500] * 40)], "> " * 1_000 + "글", "가" * 50_000]
)
def test_what_made_the_stock_renderer_slow_is_refused(paragraph: str) -> None:
    assert check(paragraph)


def test_a_hostile_file_cannot_flood_the_report() -> None:
    lines = check("<b>\n" * 400)
    assert len(lines) == 21
    assert (
        lines[-1]
        == "a.md:24:1: 같은 문제가 여기부터 380곳 더 있습니다 → 위의 것부터 고치고 다시 검사해 주세요"
    )


def test_link_targets_are_the_addresses_without_a_scheme() -> None:
    body = "[가](2016-x), [나](#p3)\n<https://a.example> [다](https://a.example) [라](2017-y\\_z#1-2) `[마](x)` [바](//b)\n"
    source = SourceFile("a.md", FRONT_MATTER + body)
    assert list(link_targets(source, len(FRONT_MATTER))) == [
        ("2016-x", Place(4, 5)),
        ("#p3", Place(4, 18)),
        ("2017-y_z#1-2", Place(5, 48)),
    ]


_ATOMS = [
    "[",
    "](",
    "[가](나)",
    "(",
    ")",
    "<",
    "<a@b.c>",
    "<http://a>",
    "*",
    "**",
    "_",
    "`",
    "\\",
    "!",
    "#",
    "## 가\n",
    "> ",
    "- ",
    "1. ",
    "    ",
    "\n",
    "\n\n",
    "  \n",
    "|",
    "|-|-|\n",
    "---\n",
    "===\n",
    "{: ",
    "{#a",
    "-8<-",
    "&#",
    "가",
    "\t",
    "\x02",
]


@given(st.lists(st.sampled_from(_ATOMS) | st.text(max_size=3), max_size=30).map("".join))
def test_the_rules_never_raise_and_every_place_is_in_the_file(body: str) -> None:
    source = SourceFile("a.md", FRONT_MATTER + body)
    lines = source.text.split("\n")
    for rule in RULES:
        for problem in rule(source, len(FRONT_MATTER)):
            assert 4 <= problem.line <= len(lines)
            assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1


@pytest.mark.parametrize(
    "atom", [*_ATOMS, "[a](b(", "[a](x(y)", "<a@b.", "[a\n", "a\n===\n", "`` ` "]
)
def test_the_rules_are_quick_on_the_largest_file_of_one_sign(atom: str) -> None:
    source = SourceFile("a.md", (atom * MAX_BYTES)[:MAX_BYTES])
    start = time.process_time()
    for rule in (*RULES, link_targets):
        list(rule(source, 0))
    assert time.process_time() - start < 10  # seconds; quadratic rules took minutes


_TABLE = "|".join("글" * 30) + "\n" + "|".join("-" * 30) + "\n" + "|\n" * 1_600


@pytest.mark.parametrize(
    "paragraph",
    [
        "가나다라 " * 900,
        "글",
        "> " * 8 + "글",
        "- " * 7 + "글",
        "## 가\n",
        "***\n",
        "- 글\n    - 글\n" * 100,
        _TABLE,
        "*글* " * 200,
        "*_" * 100 + "글" + "_*" * 100,
        "*글 _글 " * 100 + " 글_ 글*" * 100,
        "`글` " * 200,
        "[글](2016-x) " * 400,
        "<a@b.kr> " * 400,
        "\\* " * 240,
        "글  \n" * 100,
        "**글 *글 " * 20,
    ],
)
def test_what_the_rules_accept_renders_quickly_even_in_the_largest_file(paragraph: str) -> None:
    fewest, most = 1, 2_000
    while fewest < most:
        middle = (fewest + most + 1) // 2
        fewest, most = (middle, most) if _is_accepted(paragraph, middle) else (fewest, middle - 1)
    body = "\n\n".join([paragraph] * fewest)
    assert _is_accepted(paragraph, fewest)
    start = time.process_time()
    Renderer(lambda target: target).body(body)
    assert time.process_time() - start < 5  # seconds; measured: 0.4 at most


def _is_accepted(paragraph: str, times: int) -> bool:
    body = "\n\n".join([paragraph] * times)
    return len(body.encode()) <= MAX_BYTES and not rules_of(body)
