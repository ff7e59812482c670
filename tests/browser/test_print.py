"""A record on paper, as a browser prints it: A4, without the ways around the site, with everything open."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from hyeopchi.paper.blocks.qr import code_file, drawn_code

COUNCIL = "/cases/2018-siheung4-residents-council/"


@pytest.fixture(scope="module")
def printed(browser, server: str) -> PdfReader:
    """The council's page as printed."""
    page = browser.new_page(locale="ko-KR")
    page.goto(f"{server}{COUNCIL}", wait_until="networkidle")
    paper = page.pdf(prefer_css_page_size=True)
    page.close()
    return PdfReader(BytesIO(paper))


def seen(page, selector: str) -> list[bool]:
    return [one.is_visible() for one in page.locator(selector).all()]


def test_it_is_a4_with_the_number_of_each_page(printed: PdfReader) -> None:
    assert {
        (
            round(float(page.mediabox.width) / 72 * 25.4),
            round(float(page.mediabox.height) / 72 * 25.4),
        )
        for page in printed.pages
    } == {(210, 297)}
    count = len(printed.pages)
    assert [
        number
        for number, page in enumerate(printed.pages, start=1)
        if f"{number} / {count}" not in page.extract_text()
    ] == []


def test_the_ways_around_the_site_are_left_out_and_the_record_stays(page) -> None:
    page.goto(COUNCIL)
    page.emulate_media(media="print")
    gone = (".skip", ".doors", ".search-box", ".trail", ".tools", ".contents", ".colophon ul")
    assert [selector for selector in gone if any(seen(page, selector))] == []
    kept = (
        "h1",
        ".record__summary",
        ".facts dl",
        "#stages",
        ".sources li",
        ".cite__text",
        ".masthead__name",
    )
    assert [selector for selector in kept if not all(seen(page, selector) or [False])] == []


def test_what_is_folded_in_reading_is_open_on_paper(page) -> None:
    page.goto(COUNCIL)
    assert not any(seen(page, ".teaching li"))
    page.emulate_media(media="print")
    assert seen(page, ".teaching li") == [True] * 5
    assert all(seen(page, ".facts__all .fact"))


def test_ink_is_black_on_white_even_for_a_reader_of_the_dark(page) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(COUNCIL)
    colours = page.evaluate("""() => [getComputedStyle(document.querySelector(".record__summary")).color,
        getComputedStyle(document.documentElement).getPropertyValue("--paper").trim()]""")
    assert colours == ["rgb(0, 0, 0)", "#fff"]


def test_words_and_headings_are_told_to_stay_whole_and_together(page) -> None:
    page.goto(COUNCIL)
    page.emulate_media(media="print")
    styles = page.evaluate("""() => {
        const of = (selector, name) => getComputedStyle(document.querySelector(selector)).getPropertyValue(name);
        return [of(".record__text p", "word-break"), of("#stages", "break-after"), of(".teaching > details", "break-inside")];
    }""")
    assert styles == ["keep-all", "avoid", "auto"]


@pytest.mark.parametrize(
    "address",
    ["/search/?q=주차", "/contribute/form/", "/contribute/", "/teach/reader-whose-survey/"],
)
def test_nothing_to_press_is_on_paper(page, address: str) -> None:
    page.goto(address)
    page.emulate_media(media="print")
    assert not any(seen(page, ".page :is(button, .button)"))


def test_what_was_looked_for_stands_over_what_was_found(page) -> None:
    page.goto("/search/?q=주차")
    page.locator(".search-found .card").first.wait_for()
    page.emulate_media(media="print")
    assert page.get_by_label("찾을 말").locator("visible=true").input_value() == "주차"


def test_a_code_holds_one_drawing_that_takes_the_size_it_is_given() -> None:
    drawn = drawn_code("https://library.example/cases/x/")
    assert re.sub(r' d="[^"]+"', "", drawn) == (
        '<svg viewBox="0 0 33 33" class="code"><path class="code__line" stroke="#000"/></svg>'
    )
    assert code_file("https://library.example/cases/x/").startswith(
        b'<svg xmlns="http://www.w3.org/2000/svg" '
    )
