"""The look in a browser: pages keep still, grow with the reader's type, and fold where there is little room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.browsing import until
from helpers.site_pages import page_types


@pytest.fixture
def open_case(browser, server: str, site: Path) -> Iterator:
    """Opens the case with the most on it: ``open_case(width=390, java_script_enabled=False)``."""
    contexts = []

    def opened(width: int = 390, **settings):
        contexts.append(browser.new_context(viewport={"width": width, "height": 900}, **settings))
        page = contexts[-1].new_page()
        page.goto(f"{server}/{page_types(site)['case']}")
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize("address", ["promises/followups/", "promises/open/", "about/"])
def test_on_a_phone_what_is_read_together_stands_in_sight_together(page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"/{address}")
    assert set(
        page.locator(".table-scroll").evaluate_all(
            "all => all.map(one => one.scrollWidth - one.clientWidth)"
        )
    ) == {0}


def test_the_facts_are_folded_on_a_phone(open_case) -> None:
    page = open_case(390)
    assert page.locator(".facts dl").is_visible() is False
    page.locator(".facts summary").click()
    assert page.locator(".facts dl").is_visible() is True


def test_the_facts_stand_beside_the_text_on_a_desk(open_case) -> None:
    page = open_case(1280)
    facts, text = (
        page.locator(".facts dl").bounding_box(),
        page.locator(".record__text").bounding_box(),
    )
    assert facts["x"] >= text["x"] + text["width"]


def test_without_scripts_no_empty_place_and_no_dead_button_stands_on_a_record(open_case) -> None:
    page = open_case(java_script_enabled=False)
    assert page.locator(".page button").count() == 0
    assert page.locator(".tools").inner_text() == "틀린 곳 알리기"


def test_the_address_of_a_record_can_be_copied(open_case) -> None:
    page = open_case(permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="주소 복사").click()
    page.get_by_role("status").get_by_text("주소를 복사했습니다.", exact=True).wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_a_long_record_says_what_it_holds(open_case) -> None:
    page = open_case(1280)
    links = page.get_by_role("navigation", name="이 쪽의 차례").get_by_role("link")
    assert links.all_text_contents() == page.locator(".record__text h2").all_text_contents()


def test_on_paper_what_is_folded_is_open(open_case) -> None:
    page = open_case(390)
    page.emulate_media(media="print")
    assert page.locator(".facts dl").is_visible() is True
    assert page.locator(".trail").is_visible() is False


ASKED_FOR_FONTS = """performance.getEntriesByType("resource")
    .find(one => one.name.endsWith("/fonts.css"))?.startTime"""
FIRST_PAINT = 'performance.getEntriesByType("paint")[0]?.startTime'
"""When that was, in milliseconds; a browser tells of both a while after they were."""


def test_the_fonts_come_after_the_page_has_shown_and_stay_for_the_visit(page) -> None:
    page.goto("/")
    page.locator("html.has-fonts").wait_for()
    until(page, f"{ASKED_FOR_FONTS} !== undefined && {FIRST_PAINT} !== undefined")
    assert page.evaluate(f"{ASKED_FOR_FONTS} > {FIRST_PAINT}")
    page.goto("/cases/", wait_until="commit")
    page.locator("html.has-fonts").wait_for()


def test_hanja_shows_in_the_librarys_own_font(page) -> None:
    page.goto("/")
    page.locator("html.has-fonts").wait_for()
    faces = page.evaluate("""document.fonts.load('1em "Noto Sans KR Variable"', "協治")
                             .then(faces => faces.map(face => face.status))""")
    assert set(faces) == {"loaded"}
