"""A person walks through the real library in a real browser."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from hyeopchi.archive import read_archive

from _environment import ROOT

WIDTHS = (390, 1280)
PAGES = ("", "cases/", "districts/", "domains/", "matrix/", "timeline/", "promises/", "promises/open/",
         "promises/followups/", "lessons/", "proposals/", "collections/", "glossary/", "vocabulary/", "fields/",
         "about/", "no-such-page/")


def _one_of_each_kind() -> dict[str, str]:
    """The id of one record of each kind, the longest one."""
    found: dict[str, str] = {}
    for record in sorted(read_archive(ROOT / "cases").records, key=lambda record: len(record.source.text)):
        found[record.kind] = record.id
    return found


def test_by_keyboard_alone_one_skips_to_the_text_and_opens_a_record(page, server: str) -> None:
    page.goto(f"{server}/cases/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "본문으로 건너뛰기"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"
    link = page.locator("[data-record] a").first
    title = link.inner_text()
    for _ in range(60):
        page.keyboard.press("Tab")
        if link.evaluate("element => element === document.activeElement"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/cases/*/")
    assert page.locator("h1").inner_text() == title


def test_the_focus_can_be_seen(page, server: str) -> None:
    page.goto(f"{server}/")
    for _ in range(4):
        page.keyboard.press("Tab")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle + getComputedStyle(document.activeElement).boxShadow")
    assert outline != "nonenone"


def test_a_value_on_a_records_page_leads_to_the_list_that_holds_the_record(page, server: str) -> None:
    record = _one_of_each_kind()["case"]
    page.goto(f"{server}/cases/{record}/")
    page.locator(".facts a[href*='domains/']").first.click()
    page.wait_for_url("**/domains/*/")
    assert page.locator(f"main [data-record='{record}']").count() == 1


@pytest.mark.parametrize("kind", sorted(_one_of_each_kind()))
def test_every_kind_of_record_reads_without_script(browser, server: str, kind: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}/cases/{_one_of_each_kind()[kind]}/")
    assert page.locator("h1").is_visible()
    assert page.locator("#cite").is_visible()
    context.close()


@pytest.mark.parametrize("width", (320, *WIDTHS))
def test_no_page_is_wider_than_the_screen(page, server: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    wide = []
    for address in (*PAGES, *(f"cases/{one}/" for one in _one_of_each_kind().values())):
        page.goto(f"{server}/{address}")
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(address)
    assert wide == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ("light", "dark"))
def test_axe_finds_nothing_on_any_sort_of_page(browser, server: str, width: int, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
    page = context.new_page()
    found = []
    for address in (*PAGES, *(f"cases/{one}/" for one in _one_of_each_kind().values())):
        page.goto(f"{server}/{address}")
        for violation in Axe().run(page).response["violations"]:
            nodes = "; ".join(node["target"][0] for node in violation["nodes"][:3])
            found.append(f"{address}: {violation['id']}: {nodes}")
    context.close()
    assert found == []
