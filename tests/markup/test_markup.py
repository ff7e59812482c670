"""The renderer: what a body becomes, and that nothing else can come of it."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from hyeopchi.files.source import SourceFile
from hyeopchi.markup import renderer as renderer_module
from hyeopchi.markup.grammar import targets
from hyeopchi.markup.renderer import Renderer, Section
from hyeopchi.markup.sanitiser import TAGS
from hyeopchi.rules import markup as markup_rules
from hyeopchi.rules import text as text_rules
from hyeopchi.text.url import read_address

REL = 'rel="external noopener noreferrer"'
ATTRIBUTES = {"href", "rel", "id", "align", "start", "value"}


def resolve(target: str) -> str | None:
    """A library that holds 2016-x and whose pages have an anchor p3."""
    return {"2016-x": "../2016-x/", "2016-x#p3": "../2016-x/#p3", "#p3": "#p3"}.get(target)


def html(text: str) -> str:
    """The HTML of a body without headings."""
    sections = Renderer(resolve).body(text)
    assert [section.heading for section in sections] == [""]
    return sections[0].html


@pytest.mark.parametrize(
    ("written", "rendered"),
    [
        (
            "**협치**는 *함께* 다스리는 일",
            "<p><strong>협치</strong>는 <em>함께</em> 다스리는 일</p>",
        ),
        ("- 하나\n- 둘", "<ul><li>하나</li><li>둘</li></ul>"),
        ("3. 셋\n4. 넷", '<ol start="3"><li>셋</li><li>넷</li></ol>'),
        ("> 인용", "<blockquote><p>인용</p></blockquote>"),
        ("앞\n\n***\n\n뒤", "<p>앞</p>\n<hr>\n<p>뒤</p>"),
        ("끝  \n줄", "<p>끝<br>줄</p>"),
        ("`<b>`와 `a & b`", "<p><code>&lt;b&gt;</code>와 <code>a &amp; b</code></p>"),
        (
            "|해|돈|\n|:-:|--:|\n|2017|`x`|",
            (
                '<table><thead><tr><th align="center">해</th><th align="right">돈</th></tr></thead>'
                '<tbody><tr><td align="center">2017</td><td align="right"><code>x</code></td></tr></tbody></table>'
            ),
        ),
        ("    들여 쓴 문단", "<p>들여 쓴 문단</p>"),
        ("&lt;b&gt; &copy; A&B", "<p>&lt;b&gt; © A&amp;B</p>"),
        (r"\<b> \*별\* \[글](2016-x)", "<p>&lt;b&gt; *별* [글](2016-x)</p>"),
    ],
)
def test_markdown_becomes_html(written: str, rendered: str) -> None:
    assert html(written) == rendered


@pytest.mark.parametrize(
    ("written", "rendered"),
    [
        ("[앞 글](2016-x)", '<p><a href="../2016-x/">앞 글</a></p>'),
        ("[셋째](2016-x#p3)", '<p><a href="../2016-x/#p3">셋째</a></p>'),
        ("[여기](#p3)", '<p><a href="#p3">여기</a></p>'),
        (
            "[조례](https://law.example/a_b_c?x=1&copy=2&amp;y=(3))",
            f'<p><a href="https://law.example/a_b_c?x=1&amp;copy=2&amp;y=(3)" {REL}>조례</a></p>',
        ),
        (
            "<https://a.example/b_c_d>",
            f'<p><a href="https://a.example/b_c_d" {REL}>https://a.example/b_c_d</a></p>',
        ),
        ("<office@mapo.go.kr>", '<p><a href="mailto:office@mapo.go.kr">office@mapo.go.kr</a></p>'),
        ("[전화](tel:02-120)", '<p><a href="tel:02-120">전화</a></p>'),
        (
            r"[글\]끝](https://a.example/b\_c)",
            f'<p><a href="https://a.example/b_c" {REL}>글]끝</a></p>',
        ),
    ],
)
def test_links_lead_to_records_sites_and_offices(written: str, rendered: str) -> None:
    assert html(written) == rendered


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVa&#x09;Script:alert(1)",
        "&#106;avascript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "//evil.example",
        "https:evil",
        "https://a@evil.example",
        "https:&#x2F;&#x2F;",
        "\\\\evil.example",
        "/\\evil.example",
        "없는-기록",
        "2016-y",
    ],
)
def test_a_link_that_is_unsafe_or_unknown_comes_out_without_an_address(target: str) -> None:
    assert html(f"[글]({target})") == "<p><a>글</a></p>"


@pytest.mark.parametrize(
    "written",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<details ontoggle=x open>",
        "<iframe srcdoc=x>",
        "<svg onload=x>",
        "<base href=x>",
        "<meta http-equiv=refresh>",
        "<form><button formaction=x>",
        "<object data=x>",
        "<embed src=x>",
        "<style>*{}</style>",
        "<!-- x -->",
        "<?php x ?>",
        "<![CDATA[x]]>",
        "글{: onmouseover=x }",
        "/// html | img[onerror=x]",
        "![그림](https://evil.example/x.png)",
        "![그림][a]",
        "[a]: javascript:x",
        "[a](java\tscript:x)",
        "--8<-- '/etc/passwd'",
        "<javascript://x>",
        "<a@b onclick=x>",
        '[a](#p3 "onclick=x")',
    ],
)
def test_what_is_no_markup_of_the_library_comes_out_as_text(written: str) -> None:
    shown = Markup(html(written))
    assert set(tags(shown)) == {"p"}
    assert shown.striptags() == " ".join(written.split())


def test_every_second_level_heading_begins_a_section() -> None:
    body = "도입\n\n## 무엇이 문제였나\n글\n### 더 *깊이*\n글\n## 배울 점 ##\n끝\n"
    assert Renderer(resolve).body(body) == (
        Section("", "", Markup("<p>도입</p>")),
        Section(
            "무엇이-문제였나",
            "무엇이 문제였나",
            Markup('<p>글</p>\n<h3 id="b-더-깊이">더 <em>깊이</em></h3>\n<p>글</p>'),
        ),
        Section("배울-점", "배울 점", Markup("<p>끝</p>")),
    )


def test_a_heading_is_plain_text_and_its_html_is_markup() -> None:
    (section,) = Renderer(resolve).body("## A&amp;B의 **굵은** `글` <b>\n\n글")
    assert (section.heading, type(section.html)) == ("A&B의 굵은 글 <b>", Markup)


def test_ids_of_a_body_are_unique() -> None:
    sections = Renderer(resolve).body("## 둘\n### 셋\n### 셋\n## 둘\n### 셋\n#### 셋\n")
    assert [section.id for section in sections] == ["둘", "둘-2"]
    assert [section.html.count("b-셋") for section in sections] == [2, 2]
    assert 'id="b-셋-4"' in sections[1].html


def test_no_heading_stands_in_a_list_or_a_quote() -> None:
    for written in (
        "- ## 제목",
        "> ## 제목",
        "- 하나\n\n    ## 제목",
        "1. 하나\n\n    둘\n\n    ### 제목",
    ):
        assert not {"h2", "h3"} & set(tags(html(written)))


def test_a_body_without_text_has_no_sections() -> None:
    assert Renderer(resolve).body("\n  \n") == ()


def test_one_renderer_renders_every_body_as_a_new_one_would() -> None:
    bodies = (
        "*a **b* c** [x](2016-x)",
        "- a\n\n    b\n\n1. c",
        "|a|b|\n|-|-|\n|1|2|",
        "> a\n\n## 나\n`x",
    )
    renderer = Renderer(resolve)
    once = [renderer.body(body) for body in bodies]
    assert [renderer.body(body) for body in bodies] == once
    assert [Renderer(resolve).body(body) for body in bodies] == once


_PIECES = st.sampled_from(
    [
        "[",
        "]",
        "(",
        ")",
        "<",
        ">",
        "*",
        "**",
        "_",
        "`",
        "``",
        "\\",
        "#",
        "## 가",
        "### 나",
        "가",
        "나 ",
        "|",
        "|-|-|\n",
        "- ",
        "1. ",
        "> ",
        "    ",
        "\n",
        "\n\n",
        "  \n",
        "javascript:alert(1)",
        "https://a.kr/b",
        "//evil.kr",
        "2016-x",
        "#p3",
        "a@b.kr",
        "&amp;",
        "&#x09;",
        "&lt;",
        "<b>",
        "<!--",
        "![",
        "](",
        "[a](",
        "[a](2016-x)",
        "<https://a.kr>",
        "\t",
        "\x02",
        "\x03",
        "---\n",
        '"',
        "'",
        "data:text/html,x",
        "mailto:a@b",
        "[a]: ",
        "{: .x}",
        "\u3000",
        "klzzwxh:0001",
        "1",
    ]
)
_GOOD_PIECES = st.sampled_from(
    [
        "[가](2016-x)",
        "[가",
        "](2016-x)",
        "*",
        "**",
        "_",
        "`",
        "\\",
        "## 가\n",
        "### 나\n",
        "\n",
        "\n\n",
        "  \n",
        "- ",
        "1. ",
        "> ",
        "    ",
        "|",
        "|-|-|\n",
        "|a|b|\n",
        "가나 ",
        "<https://a.kr>",
        "<a@b.kr>",
        "&amp;",
        "&lt;",
        "(",
        ")",
        "***\n",
        "https://a.kr",
        "_a_",
        "1",
    ]
)
_TEXTS = st.one_of(
    st.lists(_PIECES | st.text(max_size=3), max_size=25), st.lists(_GOOD_PIECES, max_size=25)
).map("".join)


@given(_TEXTS)
def test_whatever_is_written_only_the_allowed_html_comes_out(text: str) -> None:
    for tag, attributes in elements(body_html(text)):
        assert tag in TAGS
        assert set(attributes) <= ATTRIBUTES
        href = attributes.get("href", "")
        assert href.startswith(("https://", "http://", "mailto:", "tel:", "->")) or not href


@given(_TEXTS)
def test_the_rules_see_every_link_that_a_page_would_have(text: str) -> None:
    seen = {read_address(target.written).url for target in targets(text)}
    for _, attributes in elements(body_html(text)):
        address = attributes.get("href", "").removeprefix("->")
        assert not address or address in seen or address.startswith("mailto:")


@given(_TEXTS)
def test_the_sanitiser_changes_nothing_in_what_the_rules_accept(text: str) -> None:
    source = SourceFile("a.md", text)
    refused = any(True for rule in text_rules.RULES for _ in rule(source))
    if refused or any(True for rule in markup_rules.RULES for _ in rule(source, 0)):
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(renderer_module, "sanitised", Markup)
        as_rendered = body_html(text)
    assert events(body_html(text)) == events(as_rendered)


def body_html(text: str) -> str:
    """The HTML of all sections; links to records begin with ``->``."""
    return "".join(section.html for section in Renderer(lambda target: f"->{target}").body(text))


class _Events(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.events: list[tuple[str, object]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.events.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.events.append(("/", tag))

    def handle_data(self, data: str) -> None:
        if self.events and self.events[-1][0] == "#":
            data = str(self.events.pop()[1]) + data
        self.events.append(("#", data))

    def handle_comment(self, data: str) -> None:
        self.events.append(("!", data))

    handle_decl = handle_pi = unknown_decl = handle_comment


def events(text: str) -> list[tuple[str, object]]:
    """What a browser would read: tags with attributes, ends and texts that are not blank."""
    reader = _Events()
    reader.feed(text)
    reader.close()
    return [(kind, what) for kind, what in reader.events if kind != "#" or str(what).strip()]


def elements(text: str) -> list[tuple[str, dict[str, str]]]:
    """Every element with its attributes; comments and declarations count as ``!``."""
    return [
        (kind, what if isinstance(what, dict) else {})
        for kind, what in events(text)
        if kind not in "/#"
    ]


def tags(text: str) -> list[str]:
    """The names of all elements."""
    return [tag for tag, _ in elements(text)]
