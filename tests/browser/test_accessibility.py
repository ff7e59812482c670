"""Everyone can use it: axe, valid HTML, what a screen reader is given, and the list of KWCAG 2.2."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

import html5lib
import pytest

from helpers import html_codesniffer
from helpers.axe import AXE, RUN
from helpers.browsing import leave_fonts_out
from helpers.site_pages import page_types, pages
from helpers.spoken import names, spoken
from hyeopchi.site.accessibility import accessibility
from support.environment import ROOT

SHAPES = "●■◆▤▣"


@pytest.fixture(scope="module")
def judged(browser, server: str, site: Path) -> dict[str, list[str]]:
    """What axe and HTML_CodeSniffer find on every type of page, small and dark, large and light.

    The longest bound book, which alone takes axe a fifth of the time of all types, is judged once.
    """
    found: dict[str, list[str]] = {"axe": [], "HTML_CodeSniffer": []}
    longest, usual = page_types(site, sys.maxsize), page_types(site)
    for scheme, width, types in (("dark", 390, longest), ("light", 1280, usual)):
        context = browser.new_context(
            base_url=server, color_scheme=scheme, viewport={"width": width, "height": 900}
        )
        context.add_init_script(AXE)
        context.add_init_script(html_codesniffer.HTML_CODESNIFFER)
        page = context.new_page()
        leave_fonts_out(page)
        for name, address in types.items():
            page.goto(f"/{address}")
            if name == "404":
                page.locator("#home a").wait_for()  # which its script has to look for
            where = f"{name} /{address} {scheme} {width}"
            found["axe"] += [f"{where}: {one}" for one in _violations(page)]
            if width > 1000:  # it judges the same HTML at every width
                said = page.evaluate(html_codesniffer.RUN)
                found["HTML_CodeSniffer"] += [f"{where}: {one}" for one in said]
        context.close()
    return found


def _violations(page) -> list[str]:
    return [
        f"{one['id']}: {'; '.join(node['target'][0] for node in one['nodes'][:3])}"
        for one in page.evaluate(RUN)["violations"]
    ]


def test_axe_finds_nothing_on_any_type_of_page(judged: dict[str, list[str]]) -> None:
    assert judged["axe"] == []


def test_html_codesniffer_finds_nothing_on_any_type_of_page(judged: dict[str, list[str]]) -> None:
    assert judged["HTML_CodeSniffer"] == []


def test_html_codesniffer_is_the_published_one_and_finds_what_is_wrong(page) -> None:
    assert html_codesniffer.is_unchanged()
    page.add_init_script(html_codesniffer.HTML_CODESNIFFER)
    page.goto("/about/")
    page.evaluate("document.querySelector('h1').innerHTML = '<img src=\"data:,\" title=\"\">'")
    codes = {one.partition(":")[0] for one in page.evaluate(html_codesniffer.RUN)}
    assert "WCAG2AA.Principle1.Guideline1_1.1_1_1.H37" in codes


def test_every_type_of_page_is_valid_html(site: Path) -> None:
    wrong = []
    for address in {**page_types(site), "404": "404.html"}.values():
        file = site / address
        parser = html5lib.HTMLParser()
        parser.parse((file if file.suffix else file / "index.html").read_text("utf-8"))
        wrong += [
            f"/{address}:{line}:{column}: {code} {said}"
            for (line, column), code, said in parser.errors
        ]
    assert wrong == []


def test_every_type_of_page_says_its_language_and_its_own_title(site: Path) -> None:
    titles = {}
    for name, address in page_types(site).items():
        file = site / "404.html" if name == "404" else site / address / "index.html"
        text = file.read_text("utf-8")
        assert '<html lang="ko"' in text, name
        titles[name] = re.search(r"<title>(.+?)</title>", text)[1]
    assert len(set(titles.values())) == len(titles), titles


def test_a_record_is_read_in_order_and_its_shapes_are_silent(page, site: Path) -> None:
    page.goto(f"/{page_types(site)['case']}")
    found = spoken(page)
    landmarks = [
        (one.role, one.name)
        for one in found
        if one.role in ("banner", "navigation", "main", "contentinfo")
    ]
    assert landmarks[:4] == [
        ("banner", ""),
        ("navigation", "주요 메뉴"),
        ("main", ""),
        ("navigation", "지금 있는 곳"),
    ]
    assert landmarks[-1] == ("contentinfo", "")
    headings = names(found, "heading")
    assert headings[0] == page.locator("h1").inner_text()
    expected = [
        "쉬운 말로",
        "한눈에 보기",
        "무엇이 문제였나",
        "누가 무엇을 했나",
        "무엇이 달라졌나",
        "자료",
        "인용하기",
        "고친 기록",
    ]
    assert [heading for heading in headings if heading in expected] == expected
    assert set(expected) <= set(names(found, "region"))
    assert [one for one in found if set(SHAPES) & set(one.name)] == []


def test_a_button_is_called_what_it_shows(page, site: Path) -> None:
    page.goto(f"/{page_types(site)['case']}")
    shown = page.locator("button:visible").all_inner_texts()
    assert shown
    assert names(spoken(page), "button") == shown


def test_nothing_opens_or_takes_the_focus_by_itself(site: Path) -> None:
    assert [
        str(file.relative_to(site))
        for file in site.rglob("*.html")
        if re.search(r"<[^>]*\s(?:target|autofocus)\b", file.read_text("utf-8"))
    ] == []


def test_help_stands_at_the_end_of_every_page_in_the_same_order(site: Path) -> None:
    found = {
        tuple(
            re.findall(
                r">([^<>]+)</a>", file.read_text("utf-8").partition('<footer class="colophon">')[2]
            )
        )
        for file in pages(site)
    }
    assert len(found) == 1
    assert next(iter(found))[:2] == ("이 도서관은", "접근성")


def test_a_list_says_how_many_there_are_and_what_each_is(page) -> None:
    page.goto("/cases/")
    found = spoken(page)
    titles = page.locator("[data-record] h3 a").all_inner_texts()
    assert titles
    assert [name for name in names(found, "heading") if name in set(titles)] == titles
    assert set(titles) <= set(names(found, "link"))
    assert "사례" in names(found, "StaticText")
    assert [one for one in found if set(SHAPES) & set(one.name)] == []


def test_the_matrix_is_a_named_table_whose_every_link_says_where_it_leads(page) -> None:
    page.goto("/matrix/")
    found = spoken(page)
    assert names(found, "table") == names(found, "group")[:1] == ["구와 분야마다 있는 기록의 수"]
    assert len(names(found, "columnheader")) == page.locator("table thead th").count()
    assert len(names(found, "rowheader")) == page.locator("table tbody th").count()
    assert [name for name in names(found, "link") if not name or name.isdigit()] == []


def test_the_list_of_kwcag_is_whole() -> None:
    principles = accessibility()
    guidelines = [guideline for principle in principles for guideline in principle.guidelines]
    checkpoints = [one.number for guideline in guidelines for one in guideline.checkpoints]
    assert (len(principles), len(guidelines), len(checkpoints)) == (4, 14, 33)
    assert checkpoints == sorted(set(checkpoints))
    assert all(
        one.startswith(f"{guideline.number}.")
        for guideline in guidelines
        for one in (checkpoint.number for checkpoint in guideline.checkpoints)
    )


def test_every_item_of_kwcag_names_a_test_that_exists_or_says_why_it_has_none() -> None:
    named = {
        test
        for principle in accessibility()
        for guideline in principle.guidelines
        for one in guideline.checkpoints
        for test in one.tests
    }
    assert named - set(_tests()) == set()
    assert [
        one.number
        for principle in accessibility()
        for guideline in principle.guidelines
        for one in guideline.checkpoints
        if one.applies and not one.tests
    ] == []


def _tests() -> list[str]:
    return [
        f"{file.relative_to(ROOT).as_posix()}::{node.name}"
        for file in (ROOT / "tests").rglob("test_*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    ]
