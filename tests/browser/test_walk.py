"""A person walks through the real library in a real browser, by keyboard and without scripts too."""

from __future__ import annotations

import http.client
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urldefrag, urlsplit

import pytest

from helpers.browsing import watch
from helpers.site_pages import page_types

WIDTHS = (320, 390, 1280)
_LARGE = """() => { const sheet = new CSSStyleSheet(); sheet.replaceSync("html { font-size: 200% }");
  document.adoptedStyleSheets = [sheet]; return document.documentElement.scrollWidth }"""
_COME = "html.has-fonts, html:not(:has(.masthead))"
"""A page whose scripts and fonts have come, or one that has neither."""


class Walk(NamedTuple):
    """What was seen on the way: errors, requests, pages that are too wide, and those that are in large type."""

    problems: tuple[str, ...]
    asked: tuple[str, ...]
    wide: tuple[str, ...]
    large: tuple[str, ...]


def focused(page, selector: str, presses: int = 150) -> bool:
    """Whether Tab leads to the first element of ``selector``."""
    wanted = page.locator(selector).first
    for _ in range(presses):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return True
    return False


def test_by_keyboard_alone_one_skips_to_the_text_and_opens_a_record(page) -> None:
    page.goto("/cases/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "본문으로 건너뛰기"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"
    title = page.locator("[data-record] a").first.inner_text()
    assert focused(page, "[data-record] a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cases/*/")
    assert page.locator("h1").inner_text() == title


def test_every_door_opens_by_keyboard(page) -> None:
    page.goto("/")
    doors = page.locator(".doors a").evaluate_all("links => links.map(link => link.href)")
    assert doors
    for number, address in enumerate(doors):
        page.goto("/")
        assert focused(page, f".doors li:nth-child({number + 1}) a")
        page.keyboard.press("Enter")
        page.wait_for_url(address)


def test_what_is_folded_opens_and_closes_by_keyboard(page, site: Path) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"/{page_types(site)['case']}")
    folded = "details:has(> summary:visible) > summary"
    was_open = page.locator(folded).first.evaluate("summary => summary.parentElement.open")
    assert focused(page, folded)
    for expected in (not was_open, was_open):
        page.keyboard.press("Enter")
        assert (
            page.locator(folded).first.evaluate("summary => summary.parentElement.open") is expected
        )


def test_a_wide_table_scrolls_by_keyboard(page) -> None:
    page.set_viewport_size({"width": 800, "height": 800})
    page.goto("/matrix/")
    region = "[tabindex='0'][role='group']"
    assert focused(page, region)
    page.locator(region).first.evaluate(
        "region => region.addEventListener('scroll', () => { region.dataset.scrolled = 'yes' })"
    )
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    page.locator(f"{region}[data-scrolled]").wait_for()
    assert page.locator(region).first.evaluate("region => region.scrollLeft") > 0


def test_no_single_key_does_anything(page, site: Path) -> None:
    address = f"/{page_types(site)['case']}"
    page.goto(address)
    for key in "abcdefghijklmnopqrstuvwxyz0123456789/?.,":
        page.keyboard.press(key)
    assert page.url.endswith(address)
    assert page.evaluate("document.activeElement === document.body")


def test_a_press_that_moves_away_does_nothing(page, site: Path) -> None:
    page.goto(f"/{page_types(site)['case']}")
    page.get_by_role("button", name="주소 복사").hover()
    page.mouse.down()
    page.mouse.move(5, 500)
    page.mouse.up()
    assert page.locator(".tools [role='status']").inner_text() == ""


def test_the_focus_can_be_seen(page) -> None:
    page.goto("/")
    for _ in range(4):
        page.keyboard.press("Tab")
    outline = page.evaluate(
        "getComputedStyle(document.activeElement).outlineStyle + getComputedStyle(document.activeElement).boxShadow"
    )
    assert outline != "nonenone"


def test_a_value_on_a_records_page_leads_to_the_list_that_holds_the_record(
    page, site: Path
) -> None:
    address = page_types(site)["case"]
    page.goto(f"/{address}")
    page.locator(".facts a[href*='domains/']").first.click()
    page.wait_for_url("**/domains/*/")
    assert page.locator(f"main [data-record='{address.split('/')[1]}']").count() == 1


@pytest.fixture(scope="module")
def walked(browser, server: str, site: Path) -> Walk:
    """One visit to every type of page, each left once its scripts and fonts have come."""
    context, problems, asked = browser.new_context(base_url=server, locale="ko-KR"), [], []
    page = context.new_page()
    watch(page, server, problems)
    page.on("request", lambda request: asked.append(request.url))
    wide, large = [], []
    for name, address in page_types(site).items():
        page.goto(f"/{address}")
        page.locator(_COME).wait_for()
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wide.append(f"{name} {width}")
        page.set_viewport_size({"width": 640, "height": 844})
        if page.evaluate(_LARGE) > 640:
            large.append(name)
    page.wait_for_load_state("networkidle")
    context.close()
    return Walk(tuple(problems), tuple(asked), tuple(wide), tuple(large))


def test_no_page_asks_another_host_or_fails_in_its_scripts(walked: Walk, server: str) -> None:
    asked = [url for url in walked.asked if not url.startswith((f"{server}/", "data:"))]
    # The browser tells of the one page that is meant to be missing.
    assert ([one for one in walked.problems if "404" not in one], asked) == ([], [])
    assert any(url.endswith(".woff2") for url in walked.asked)


def test_no_page_is_wider_than_the_screen(walked: Walk) -> None:
    """At the narrowest a page that is 320 px wide: 1280 px at a zoom of 400 %."""
    assert walked.wide == ()


def test_in_type_twice_as_large_no_page_scrolls_sideways(walked: Walk) -> None:
    assert walked.large == ()


def test_without_scripts_every_page_reads_and_every_link_on_it_leads_somewhere(
    browser, server: str, site: Path
) -> None:
    context = browser.new_context(base_url=server, java_script_enabled=False)
    page = context.new_page()
    links: dict[str, str] = {}
    for address in page_types(site).values():
        page.goto(f"/{address}")
        assert page.locator("h1").is_visible(), address
        for link in page.locator("a[href]").evaluate_all(
            "links => links.map(link => new URL(link.href.baseVal ?? link.href, document.baseURI).href)"
        ):
            links.setdefault(urldefrag(link).url, address)
    context.close()
    connection = http.client.HTTPConnection(urlsplit(server).netloc)
    broken = [
        f"{address} on {page}"
        for address, page in links.items()
        if address.startswith(server)
        and _answer(connection, address) != 200
        and not address.endswith("/no-such-page/")
    ]
    assert broken == []


def _answer(connection: http.client.HTTPConnection, address: str) -> int:
    connection.request("HEAD", urlsplit(address).path)
    answer = connection.getresponse()
    answer.read()
    return answer.status
