"""The gate: what of a built site must not be published."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hyeopchi.site.content_policy import is_whole, script_hash
from hyeopchi.site.gate.site import check_site, content_security_policy
from hyeopchi.site.gate.tag import PLAIN, TOKEN, TagJudge

HINT = "이 쪽을 만드는 틀이나 자료를 고쳐 주세요"
BEGINNING = (
    '모든 쪽은 이렇게 시작합니다: <!doctype html> … <meta charset="utf-8"> … '
    '<meta http-equiv="Content-Security-Policy" …>'
)
STYLE_HINT = "파일을 docs/assets/에 두고 상대 주소로 적어 주세요"


def page(body: str = "", head: str = "", policy: str = content_security_policy()) -> str:
    """A page of the site; its body begins in the first column of line 7."""
    return (
        '<!doctype html>\n<html lang="ko"><head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f"<title>협치도서관</title>{head}</head>\n<body>\n{body}</body></html>\n"
    )


def told(site: Path, *expected: str, **options: object) -> list[str]:
    """What the gate says of a site."""
    return [problem.text() for problem in check_site(site, expected, **options)]


def check(
    tmp_path: Path, text: str | bytes, name: str = "index.html", **options: object
) -> list[str]:
    """What the gate says of a site of one file."""
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return told(tmp_path, **options)


def test_a_good_site_passes(tmp_path: Path) -> None:
    body = (
        '<p id="a">글 &lt;b&gt; <a href="https://a.example/?x=1&amp;y" rel="external">밖</a> <a href="../2016-x/#가-나">안</a>'
        '<a href="mailto:a@b.kr">글</a><a href="tel:02-120">전화</a><a href="#a">위</a><br/><input disabled value=\'a>b\'>'
        '<img src="data:image/svg+xml,%3Csvg/%3E" alt=""><img src="../a.png" srcset="a.png 1x, b.png 2x" alt="">'
        '<svg viewBox="0 0 1 1"><path fill="url(#a)" d="M0 0"/></svg><form action="../search/"><button>찾기</button></form>'
        '<blockquote cite="https://a.example/">글</blockquote><!-- 말 > 말 -->'
        '<script type="application/json">{"a": "<b>"}</script><script type="application/ld+json">{"a": 1}</script><script type="module" src="../a.js"></script>'
    )
    head = (
        '<link rel="canonical" href="https://library.example/"><link rel="stylesheet" href="../a.css">'
        '<link rel="icon" href="data:image/png;base64,AA=="><link rel="license" href="https://cc.example/">'
        '<link rel="schema.DCTERMS" href="http://purl.example/">'
    )
    assert check(tmp_path, page(body, head), "cases/2016-x/index.html") == []


@pytest.mark.parametrize(
    ("tag", "message"),
    [
        ("<img src=x onerror=alert(1)>", '쓸 수 없는 속성입니다: <img onerror="alert(1)">'),
        ("<details ONTOGGLE='x'>", '쓸 수 없는 속성입니다: <details ontoggle="x">'),
        ("<svg onload=x>", '쓸 수 없는 속성입니다: <svg onload="x">'),
        ('<p style="color: red">', '쓸 수 없는 속성입니다: <p style="color: red">'),
        ('<a ping="https://a.example">', '쓸 수 없는 속성입니다: <a ping="https://a.example">'),
        (
            '<meta http-equiv="refresh" content="0;url=x">',
            '쓸 수 없는 속성입니다: <meta http-equiv="refresh">',
        ),
        ("<iframe>", "쓸 수 없는 요소입니다: <iframe>"),
        ("<FRAME>", "쓸 수 없는 요소입니다: <frame>"),
        ("<object>", "쓸 수 없는 요소입니다: <object>"),
        ("<embed>", "쓸 수 없는 요소입니다: <embed>"),
        ("<base>", "쓸 수 없는 요소입니다: <base>"),
        ("<style>a{}</style>", "쓸 수 없는 요소입니다: <style>"),
        ("<math>", "쓸 수 없는 요소입니다: <math>"),
        ("<foreignObject>", "쓸 수 없는 요소입니다: <foreignobject>"),
        ("<set>", "쓸 수 없는 요소입니다: <set>"),
        ('<a href="javascript:x">', '쓸 수 없는 주소입니다: <a href="javascript:x">'),
        ('<a href="JaVa&#x09;Script:x">', '쓸 수 없는 주소입니다: <a href="JaVa\tScript:x">'),
        ('<a href=" javascript:x">', '쓸 수 없는 주소입니다: <a href=" javascript:x">'),
        ('<area href="data:text/html,x">', '쓸 수 없는 주소입니다: <area href="data:text/html,x">'),
        ('<a href="//a.example">', '쓸 수 없는 주소입니다: <a href="//a.example">'),
        ('<a href="vbscript:x">', '쓸 수 없는 주소입니다: <a href="vbscript:x">'),
        (
            '<script src="https://a.example/x.js"></script>',
            '쓸 수 없는 주소입니다: <script src="https://a.example/x.js">',
        ),
        (
            '<link rel="stylesheet" href="https://a.example/x.css">',
            '쓸 수 없는 주소입니다: <link href="https://a.example/x.css">',
        ),
        (
            '<link rel="alternate stylesheet" href="//a.example/x.css">',
            '쓸 수 없는 주소입니다: <link href="//a.example/x.css">',
        ),
        (
            '<link rel="preconnect" href="https://a.example">',
            '쓸 수 없는 주소입니다: <link href="https://a.example">',
        ),
        (
            '<link href="https://a.example">',
            '쓸 수 없는 주소입니다: <link href="https://a.example">',
        ),
        (
            '<img src="https://a.example/x.png">',
            '쓸 수 없는 주소입니다: <img src="https://a.example/x.png">',
        ),
        ('<img src="data:text/html,x">', '쓸 수 없는 주소입니다: <img src="data:text/html,x">'),
        (
            '<img srcset="a.png 1x, https://a.example/x 2x">',
            '쓸 수 없는 주소입니다: <img srcset="a.png 1x, https://a.example/x 2x">',
        ),
        ('<video poster="//a.example/x">', '쓸 수 없는 주소입니다: <video poster="//a.example/x">'),
        (
            '<use xlink:href="https://a.example/#x"/>',
            '쓸 수 없는 주소입니다: <use xlink:href="https://a.example/#x">',
        ),
        (
            '<image href="https://a.example/x">',
            '쓸 수 없는 주소입니다: <image href="https://a.example/x">',
        ),
        (
            '<path fill="url(https://a.example/#x)">',
            '쓸 수 없는 주소입니다: <path fill="url(https://a.example/#x)">',
        ),
        (
            '<form action="https://a.example">',
            '쓸 수 없는 주소입니다: <form action="https://a.example">',
        ),
        (
            '<button formaction="javascript:x">',
            '쓸 수 없는 주소입니다: <button formaction="javascript:x">',
        ),
        ('<p id="a" ID="b">', "한 태그에 같은 속성이 두 번 있습니다: <p>"),
        ("<SCRIPT>x</SCRIPT>", "바르게 닫히지 않은 태그가 있습니다: <script>"),
        ("<script>x</script >", "바르게 닫히지 않은 태그가 있습니다: <script>"),
        ('<script src="a.js"/>', "바르게 닫히지 않은 태그가 있습니다: <script>"),
        ("<script><!--<script></script>", "바르게 닫히지 않은 태그가 있습니다: <script>"),
    ],
)
def test_a_tag_that_must_not_be_published_is_refused_at_its_place(
    tmp_path: Path, tag: str, message: str
) -> None:
    assert f"index.html:7:4: {message} → {HINT}" in check(tmp_path, page(f"글: {tag}"))


@pytest.mark.parametrize(
    "text",
    [
        "a < b",
        "<",
        "<<p>",
        "<p",
        '<p title="a',
        '<p title="<b>">',
        "<p/x>",
        '<p a="b"c="d">',
        "<3",
        "</3>",
        "</p x>",
        "<!-- <b> -->",
        "<!-->",
        "<!--->",
        "<!x>",
        "<![CDATA[x]]>",
        "<?xml ?>",
        "<p \x00>",
        "<p =a>",
        "<p title=>",
        "<p id='a' title=>",
        "<p title= >",
        "<가>",
    ],
)
def test_every_sign_that_begins_no_whole_tag_is_refused(tmp_path: Path, text: str) -> None:
    assert f"index.html:7:1: 바르게 닫히지 않은 '<'가 있습니다 → {HINT}" in check(
        tmp_path, page(text[text.index("<") :])
    )


@pytest.mark.parametrize("script", ["alert(1)", "a<b&&c>d\r\n// 말"])
def test_an_inline_script_runs_only_by_its_hash(tmp_path: Path, script: str) -> None:
    digest = script_hash(script.encode())
    allowed = page(f"<script>{script}</script>", policy=content_security_policy([digest]))
    other = page(f"<script>{script} </script>", policy=content_security_policy([digest]))
    assert check(tmp_path, allowed) == []
    assert check(tmp_path, other) == [
        (
            "index.html:7:1: 쪽 안에 Content-Security-Policy에 없는 스크립트가 있습니다"
            " → 스크립트를 docs/assets/의 파일로 옮겨 주세요"
        )
    ]


def test_the_hash_is_the_one_that_browsers_compute() -> None:
    # The example of the Content Security Policy specification, level 3.
    assert (
        script_hash(b"alert('Hello, world.');")
        == "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
    )


def test_the_policy_lets_nothing_in_but_the_sites_own_files() -> None:
    assert content_security_policy() == (
        "default-src 'none'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'self'; style-src 'self'; script-src 'self'"
    )
    assert content_security_policy(["'sha256-a='"]).endswith("script-src 'self' 'sha256-a='")
    assert content_security_policy(preview=True).endswith("script-src 'self' 'unsafe-inline'")
    assert "style-src 'self' 'unsafe-inline'" in content_security_policy(inline_styles=True)


def test_a_policy_may_say_the_same_in_another_order() -> None:
    parts = content_security_policy().split("; ")
    assert is_whole(";".join(reversed(parts)))
    assert not is_whole("; ".join(parts[1:]))
    assert not is_whole("; ".join([*parts, "script-src *"]))


def test_a_page_without_a_policy_is_refused(tmp_path: Path) -> None:
    text = re.sub(r"<meta http-equiv[^>]*>", "", page())
    assert check(tmp_path, text) == [
        f"index.html:1:1: Content-Security-Policy가 없습니다 → {BEGINNING}"
    ]


@pytest.mark.parametrize(
    "text",
    [
        page(policy="script-src *"),
        page(policy=content_security_policy().replace("form-action 'self'", "form-action *")),
        page(policy=content_security_policy(preview=True)),
        page(policy=content_security_policy(inline_styles=True)),
        page().replace(
            "<meta http-equiv", '<link rel="stylesheet" href="a.css">\n<meta http-equiv', 1
        ),
        page().replace("<meta http-equiv", "글\n<meta http-equiv", 1),
        page().replace(
            "<title>",
            f'<meta http-equiv="content-security-policy" content="{content_security_policy()} ">\n<title>',
        ),
    ],
)
def test_a_weak_or_late_or_second_policy_is_refused(tmp_path: Path, text: str) -> None:
    lines = check(tmp_path, text)
    assert [line.partition(": ")[2] for line in lines] == [
        f"Content-Security-Policy가 정한 것과 다르거나 제자리에 있지 않습니다 → {BEGINNING}"
    ]


def test_a_preview_may_hold_any_inline_script(tmp_path: Path) -> None:
    text = page("<script>reload()</script>", policy=content_security_policy(preview=True))
    assert check(tmp_path, text, preview=True) == []


def test_only_the_pages_named_may_carry_styles_of_their_own(tmp_path: Path) -> None:
    text = page(
        '<style>p{top:0}</style><p style="top: 0">글</p>',
        policy=content_security_policy(inline_styles=True),
    )
    assert check(tmp_path, text, "basket/index.html", inline_styles=("basket/",)) == []
    assert check(tmp_path, text, "other/index.html", inline_styles=("basket/",)) != []


def test_styles_of_a_page_fetch_nothing_from_elsewhere(tmp_path: Path) -> None:
    text = page(
        '<style>p{background:url(//a.example/x)}</style>\n<p style="background: url(https://a.example/y)">글</p>',
        policy=content_security_policy(inline_styles=True),
    )
    assert check(tmp_path, text, "basket/index.html", inline_styles=("basket/",)) == [
        f"basket/index.html:7:1: 다른 곳에서 가져오는 것이 있습니다: '//a.example/x' → {HINT}",
        f'basket/index.html:8:1: 쓸 수 없는 주소입니다: <p style="background: url(https://a.example/y)"> → {HINT}',
    ]


def test_an_id_that_stands_twice_is_refused_where_it_comes_again(tmp_path: Path) -> None:
    assert check(
        tmp_path, page('<p id="가"></p><p id="b"></p>\n<p class="x" id="가"></p><p id="가"></p>')
    ) == [f"index.html:8:1: 한 쪽에 같은 id가 3번 있습니다: '가' → {HINT}"]


def test_one_tag_on_two_pages_is_no_repeated_id(tmp_path: Path) -> None:
    check(tmp_path, page('<p id="a"></p>'))
    assert check(tmp_path, page('<p id="a"></p>'), "b/index.html") == []


@pytest.mark.parametrize(
    "text",
    [
        "<p>글</p>",
        page().replace("<!doctype html>", ""),
        page().replace("utf-8", "euc-kr"),
        page().replace("<html", " " * 1024 + "<html"),
    ],
)
def test_a_page_that_a_browser_may_read_otherwise_is_refused(tmp_path: Path, text: str) -> None:
    assert check(tmp_path, text) == [
        f"index.html:1:1: 쪽의 시작이 바르지 않아 브라우저가 다르게 읽을 수 있습니다 → {BEGINNING}"
    ]


def test_a_page_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    assert check(tmp_path, page("글\n").encode() + b"\xff") == [
        f"index.html:9:1: UTF-8이 아닌 글자가 있습니다 → {HINT}"
    ]


def test_pages_under_other_names_are_read_too(tmp_path: Path) -> None:
    for name in ("a.htm", "b.xhtml", "c.HTML"):
        check(tmp_path, "<p>", name)
    assert [line.partition(":")[0] for line in told(tmp_path)] == ["a.htm", "b.xhtml", "c.HTML"]


def test_expected_pages_must_stand(tmp_path: Path) -> None:
    check(tmp_path, page(), "cases/2016-x/index.html")
    assert told(tmp_path, "", "cases/2016-x/", "cases/2016-y/", "data/records.json") == [
        "index.html:1:1: 있어야 할 쪽이 없습니다: '/' → 짓는 동안 나온 다른 오류를 먼저 봐 주세요",
        "cases/2016-y/index.html:1:1: 있어야 할 쪽이 없습니다: '/cases/2016-y/' → 짓는 동안 나온 다른 오류를 먼저 봐 주세요",
        "data/records.json:1:1: 있어야 할 쪽이 없습니다: '/data/records.json' → 짓는 동안 나온 다른 오류를 먼저 봐 주세요",
    ]


@pytest.mark.parametrize(
    ("css", "address"),
    [
        ("a{background:url(https://a.example/x.png)}", "https://a.example/x.png"),
        ("a{background:URL( '//a.example/x.png' )}", "//a.example/x.png"),
        ("a{background:\\75\\72 l(https://a.example/x)}", "https://a.example/x"),
        ('a{background:\\u\\72l("\\68ttps://a.example/x")}', "https://a.example/x"),
        ("a{content:'/*';background:url(https://a.example/x);content:'*/'}", "https://a.example/x"),
        ("@import/* ' */'https://a.example/x.css';", "https://a.example/x.css"),
        ("@import 'https://a.example/x.css';", "https://a.example/x.css"),
        ("@import url(https://a.example/x.css) screen;", "https://a.example/x.css"),
        ('@IMPORT"//a.example/x.css"', "//a.example/x.css"),
        ("@font-face{src:url(x.woff2),url(http://a.example/x.woff2)}", "http://a.example/x.woff2"),
        ("a{background:image-set('https://a.example/x' 1x)}", "https://a.example/x"),
        (
            'a{background:-webkit-image-set("a.png" 1x, "//a.example/x" 2x type("image/png"))}',
            "//a.example/x",
        ),
        (
            "a{background:image-set('data:image/png;base64,A' 1x, '//a.example/x' 2x)}",
            "//a.example/x",
        ),
        ("a{background:url(javascript:x)}", "javascript:x"),
        ("a{background:url(data:text/html,x)}", "data:text/html,x"),
    ],
)
def test_a_style_sheet_fetches_nothing_from_elsewhere(
    tmp_path: Path, css: str, address: str
) -> None:
    expected = f"assets/a.css:1:1: 다른 곳에서 가져오는 것이 있습니다: '{address}' → {STYLE_HINT}"
    assert expected in check(tmp_path, css, "assets/a.css")


@pytest.mark.parametrize(
    "css",
    [
        "@import url(\"main.css\") layer(material); @import 'b.css';",
        "a{mask:url(\"data:image/svg+xml;charset=utf-8,<svg xmlns='http://www.w3.org/2000/svg'/>\")}",
        "a{background:url(../x.png) url('y.svg#z') url(#a)} /* https://a.example/x */",
        "@font-face{src:url(data:font/woff2;base64,AA)} .md\\:b{content:'https://a.example'}",
        "a{background:image-set('a.png' 1x type('image/png'))}",
    ],
)
def test_a_style_sheet_may_fetch_the_sites_own_files(tmp_path: Path, css: str) -> None:
    assert check(tmp_path, css, "a.css") == []


def test_a_fault_on_every_page_is_told_twenty_times_and_counted(tmp_path: Path) -> None:
    for number in range(25):
        check(tmp_path, "x", f"{number:02}/index.html")
    lines = told(tmp_path)
    assert len(lines) == 21
    assert (
        lines[-1]
        == "20/index.html:1:1: 같은 문제가 여기부터 5곳 더 있습니다 → 위의 것부터 고치고 다시 지어 주세요"
    )


@given(
    st.lists(
        st.sampled_from(
            [
                "<",
                ">",
                "/",
                "p",
                " ",
                '"',
                "'",
                "=",
                "a",
                "!--",
                "-->",
                "<p>",
                "</p>",
                "script",
                "<script>",
                "</script>",
                "style",
                "<!-- ",
                "\n",
                "on",
                "\x00",
                "가",
            ]
        ),
        max_size=20,
    ).map("".join)
)
def test_every_sign_that_could_begin_a_tag_begins_a_token_or_stands_in_a_script(text: str) -> None:
    tokens = TOKEN.findall(text.encode())
    assert all(token.startswith(b"<") for token in tokens)
    assert b"<" not in TOKEN.sub(b"", text.encode())
    for token in tokens:
        assert token.count(b"<") == 1 or token.startswith((b"<script", b"<style"))


@given(st.from_regex(PLAIN, fullmatch=True))
def test_a_plain_tag_is_judged_as_if_it_were_read(token: bytes) -> None:
    judge = TagJudge()
    assert TOKEN.fullmatch(token)
    assert judge.judge(token) == judge.judge_closely(token)


def test_what_has_anything_to_be_judged_is_not_plain() -> None:
    for tag in (
        b'<a href="https://example.org/">',
        b'<a href="//example.org/">',
        b'<a href="javascript:alert(1)">',
        b'<a href="a/" onclick="x()">',
        b'<li id="1" id="2">',
        b'<li id="a&quot;b">',
        b'<meta http-equiv="refresh" content="0;url=a/">',
        b'<meta name="a" content="b" http-equiv="refresh">',
    ):
        assert not PLAIN.fullmatch(tag)


@pytest.mark.parametrize(
    "own", ["http://10.0.0.5:8080/lib/", "http://library/", "http://localhost:8000/"]
)
def test_the_operator_s_own_address_may_be_one_of_an_intranet(tmp_path: Path, own: str) -> None:
    text = page(f'<a href="{own}cases/">글</a>', f'<link rel="canonical" href="{own}">')
    assert check(tmp_path, text, own=(own,)) == []
    assert len(check(tmp_path, text)) == 2


@pytest.mark.parametrize(
    "tag",
    [
        '<a href="http://10.0.0.6:8080/lib/">글</a>',
        '<a href="http://10.0.0.5:8080/library/">글</a>',
        '<img src="http://10.0.0.5:8080/lib/a.png" alt="">',
        '<script src="http://10.0.0.5:8080/lib/a.js"></script>',
    ],
)
def test_nothing_else_there_is_let_through_nor_fetched(tmp_path: Path, tag: str) -> None:
    assert len(check(tmp_path, page(tag), own=("http://10.0.0.5:8080/lib/",))) == 1
