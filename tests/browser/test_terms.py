"""A term of the glossary explains itself where it stands: to the keyboard, at a touch, under a pointer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

COUNCIL = "/cases/2018-siheung4-residents-council/"
TERM = ".record__summary a.term"


@pytest.fixture
def touched(browser, server: str) -> Iterator:
    """The council's page on a phone."""
    context = browser.new_context(
        base_url=server, has_touch=True, viewport={"width": 390, "height": 844}
    )
    page = context.new_page()
    page.goto(COUNCIL, wait_until="networkidle")
    yield page
    context.close()


def test_the_keyboard_reads_it_and_escape_puts_it_away(page) -> None:
    page.goto(COUNCIL, wait_until="networkidle")
    term = page.locator(TERM)
    page.keyboard.press("Tab")
    term.focus()
    box = page.get_by_role("tooltip")
    assert box.is_visible()
    assert term.get_attribute("aria-describedby") == box.get_attribute("id")
    assert len(box.locator("p").inner_text()) > 10
    page.keyboard.press("Escape")
    assert not box.is_visible()
    assert term.evaluate("one => one === document.activeElement")


def test_a_touch_explains_and_the_next_one_leads_to_the_glossary(touched) -> None:
    touched.locator(TERM).tap()
    assert touched.get_by_role("tooltip").is_visible()
    assert "/cases/" in touched.url
    assert touched.evaluate("document.documentElement.scrollWidth") == 390
    touched.locator(TERM).tap()
    touched.wait_for_url("**/glossary/#*")


def test_a_touch_elsewhere_puts_it_away(touched) -> None:
    touched.locator(TERM).tap()
    touched.locator("h1").tap()
    assert not touched.get_by_role("tooltip").is_visible()


def test_a_pointer_may_rest_on_the_explanation(page) -> None:
    page.goto(COUNCIL, wait_until="networkidle")
    page.locator(TERM).hover()
    box = page.get_by_role("tooltip")
    box.hover()
    page.wait_for_timeout(400)
    assert box.is_visible()
    page.mouse.move(1, 1)
    box.wait_for(state="hidden")


def test_a_title_breaks_between_its_words(page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    for address in ("/cases/", COUNCIL, "/promises/", "/collections/"):
        page.goto(address)
        broken = page.evaluate(r"""() => [...document.querySelectorAll("h1, h2, h3, h4")]
            .filter((title) => title.getClientRects().length).flatMap((title) => {
            const walker = document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
            const found = [];
            while (walker.nextNode()) for (const word of walker.currentNode.data.matchAll(/[\p{L}\p{N}]+/gu)) {
              const range = document.createRange();
              range.setStart(walker.currentNode, word.index);
              range.setEnd(walker.currentNode, word.index + word[0].length);
              if (new Set([...range.getClientRects()].map((one) => Math.round(one.top))).size > 1) found.push(word[0]);
            }
            return found })""")
        assert broken == [], address
