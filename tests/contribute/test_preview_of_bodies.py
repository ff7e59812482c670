"""The form shows a body as the published page will: both read the same bodies to the same blocks and words."""

from __future__ import annotations

import re

from helpers.bodies import BODIES, ODD_BODIES, structure
from helpers.examples import examples
from hyeopchi.markup.body_parser import BodyParser

READ = """bodies => {
  const read = form.readerOf(new form.Grammar(form.known.data.grammar));
  return bodies.map(body => {
    const place = document.createElement("div");
    place.append(read(body));
    return place.innerHTML;
  });
}"""
WRITTEN = (
    "2017. 6. 20. 첫 모임\n\n- 2017. 6. 20.\n- 둘",
    "모임은\n- 하나\n- 둘\n1. 셋",
    "1. 하나\n3. 셋\n  - 안\n",
    "**협치(協治)**는 2 * 3 * 4",
    "| 가 | 나 |\n|:-:|--:|\n| 다 \\| 라 | `마` | 넷째 |\n",
    "    - 하나\n    - 둘\n\n        이어지는 글",
    "<b>굵게</b> <script>ran=1</script> &lt;b&gt; &nbsp;",
    "[글](javascript:ran=1) [글](https://seoul.go.kr) <https://a.kr/(가)>",
    "<<<<<<< HEAD\n글\n=======\n다른 글\n>>>>>>> main\n",
    "# 하나\n\n### 안\n\n글 ###\n",
    "빗금 \\  \n다음 줄, \\ 빈칸\n",
)
"""Bodies that people write, and such as nobody should."""


def on_the_page(body: str) -> list[str]:
    parser = BodyParser(lambda target: {})
    return structure(parser.html(parser.tree(body)).removeprefix("<div>").removesuffix("</div>"))


def in_the_form(html: str) -> list[str]:
    """As on the page, where headings stand two levels higher."""
    return structure(re.sub(r"(?<=<)(/?h)([456])", lambda tag: f"{tag[1]}{int(tag[2]) - 2}", html))


def test_a_body_is_shown_in_the_form_as_on_the_page(scripts) -> None:
    bodies = [*WRITTEN, *examples(BODIES, 150), *examples(ODD_BODIES, 350)]
    shown = [in_the_form(html) for html in scripts.evaluate(READ, bodies)]
    assert [
        (body, one, on_the_page(body))
        for body, one in zip(bodies, shown, strict=True)
        if one != on_the_page(body)
    ] == []


def test_links_in_the_form_lead_where_the_pages_lead_and_nowhere_else(scripts) -> None:
    (shown,) = scripts.evaluate(
        READ,
        [
            "[가](https://seoul.go.kr/a) [나](2016-x#p3) <a@b.kr> [다](javascript:ran=1) "
            "[라](//evil.example) [마](&#106;avascript:1) [바](#p)"
        ],
    )
    here = scripts.evaluate("location.origin")
    assert re.findall(r'<a(?: href="([^"]*)")?', shown.replace(here, "")) == [
        "https://seoul.go.kr/a",
        "/cases/2016-x/#p3",
        "mailto:a@b.kr",
        "",
        "",
        "",
        "",
    ]
