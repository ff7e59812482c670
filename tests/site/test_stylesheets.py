"""The stylesheets of the look reach the reader as one."""

from pathlib import Path

from hyeopchi.site.stylesheets import joined


def test_stylesheets_are_joined_in_their_order_without_comments_and_indentation() -> None:
    assert joined(['/* 하나 */\n@import url("a.css");\n', "a {\n  color: red;\n}\n\nb { }\n"]) == (
        '@import url("a.css");\na {\ncolor: red;\n}\nb { }\n'
    )


def test_a_page_asks_for_one_stylesheet_before_it_shows(site: Path) -> None:
    head = (site / "index.html").read_text(encoding="utf-8").partition("</head>")[0]
    assert head.count('rel="stylesheet"') == 1
    assert (
        (site / "assets/stylesheets/library.css")
        .read_text(encoding="utf-8")
        .startswith("@layer foundation")
    )
