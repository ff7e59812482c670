"""The page for wrong addresses finds its way, wherever the library stands and however deep the address is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from helpers.axe import AXE
from helpers.browsing import until
from helpers.site_pages import page_types
from helpers.workflows import LONG_SETTINGS
from support.static_host import serving

BY_HAND = "주소창의 주소를 끝에서부터 빗금(/) 앞까지 한 마디씩 지우며 열어 보면 협치도서관의 첫 쪽이 나옵니다."
WAY_HOME = "협치도서관 첫 쪽으로"
LENT = (
    "[...document.fonts].filter(one => one.status === 'loaded')"
    ".map(one => one.family.replaceAll('\"', ''))"
)
"""The fonts that have come to a page, in its own words."""
OTHER_FILE = re.compile(r"<(?:link|img|source|iframe)\b|\bsrc=|@import|url\(")


def placed(site: Path, folder: Path, path: str) -> Path:
    """A host's folder with ``site`` at ``path`` and its page for wrong addresses."""
    place = folder / path.strip("/")
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(site, target_is_directory=True)
    (folder / "404.html").symlink_to(site / "404.html")
    return folder


@pytest.fixture
def shared_host(site: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a host where the library, built without knowing it, stands at ``/a/lib/``."""
    with serving(placed(site, tmp_path, "a/lib")) as address:
        yield address


@pytest.fixture
def visitor(browser) -> Iterator[Page]:
    """A page that may be answered with 404."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


def test_it_needs_no_other_file_and_offers_one_way(site: Path) -> None:
    text = (site / "404.html").read_text("utf-8")
    assert OTHER_FILE.findall(text) == []
    assert re.findall(r"<a\b[^>]*>([^<]*)", text) == [WAY_HOME]
    assert "<style>" in text and "style-src 'self' 'unsafe-inline'" in text.replace("&#39;", "'")


@pytest.mark.parametrize(
    "path", ["x", "cases/", "cases/2016-x", "a/lib/", "x/" * 40, "%3Cb%3E/", "<b>/"]
)
def test_it_leads_home_from_any_depth(visitor: Page, shared_host: str, path: str) -> None:
    visitor.goto(f"{shared_host}/a/lib/{path}no-such-page/")
    link = visitor.get_by_role("link", name=WAY_HOME)
    expect(link).to_have_attribute("href", f"{shared_host}/a/lib/")
    expect(visitor.get_by_text(BY_HAND)).to_be_hidden()
    link.click()
    expect(visitor.locator("h1")).to_have_text("협치도서관")


def test_it_names_the_records_that_were_meant(visitor: Page, shared_host: str) -> None:
    visitor.goto(f"{shared_host}/a/lib/cases/2017-goverance-school/")
    first = visitor.locator("#nearest a").first
    expect(first).to_have_attribute("href", f"{shared_host}/a/lib/cases/2017-governance-school/")
    visitor.evaluate(AXE)
    assert visitor.evaluate("axe.run()")["violations"] == []


def test_readers_without_korean_letters_are_lent_the_librarys(
    browser_with: Callable, shared_host: str
) -> None:
    context = browser_with("none").new_context()
    page = context.new_page()
    page.goto(f"{shared_host}/a/lib/no-such-page/")
    page.get_by_role("link", name=WAY_HOME).wait_for()
    until(page, f"{LENT}.length > 0 && document.fonts.status === 'loaded'")
    assert set(page.evaluate(LENT)) == {"Noto Sans KR Variable"}
    context.close()


@pytest.mark.parametrize("path", ["", "a/", "/other.example/x/", "b/lib/"])
def test_beside_the_library_it_says_how_to_go_there(
    visitor: Page, shared_host: str, path: str
) -> None:
    asked: list[str] = []
    visitor.on("request", lambda request: asked.append(request.url))
    visitor.goto(f"{shared_host}/{path}no-such-page", wait_until="networkidle")
    expect(visitor.get_by_text(BY_HAND)).to_be_visible()
    expect(visitor.locator("#home")).to_be_hidden()
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(shared_host).netloc}


def test_without_scripts_it_says_how_in_its_own_style(browser, shared_host: str) -> None:
    context = browser.new_context(
        viewport={"width": 1280, "height": 844}, java_script_enabled=False
    )
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{shared_host}/a/lib/cases/no-such-page/")
    expect(page.get_by_text(BY_HAND)).to_be_visible()
    expect(page.locator("#home")).to_be_hidden()
    assert page.locator("body").bounding_box()["width"] == pytest.approx(17 * 42)
    assert [url for url in asked if not url.endswith("/favicon.ico")] == [page.url]
    context.close()


def test_a_library_that_knows_its_address_shows_it_like_any_other_page(
    visitor: Page, released: Path, tmp_path: Path
) -> None:
    path = urlsplit(LONG_SETTINGS["site_url"]).path
    with serving(placed(released / "site", tmp_path, path)) as host:
        visitor.goto(f"{host}{path}a/b/2017-goverance-school/")
        first = visitor.locator("#nearest a").first
        expect(first).to_have_attribute("href", f"{host}{path}cases/2017-governance-school/")
        assert visitor.locator(".masthead").bounding_box()["height"] <= 105
        ways = visitor.locator("main .ways a, .doors a").evaluate_all(
            "links => links.map(link => link.href)"
        )
        assert len(ways) == 8
        assert [url for url in ways if visitor.request.get(url).status != 200] == []


def test_every_type_of_page_shows_whole_below_a_path(
    visitor: Page, released: Path, tmp_path: Path
) -> None:
    """Nothing that a page asks for is missing, wherever the library stands."""
    path = urlsplit(LONG_SETTINGS["site_url"]).path
    missed: list[str] = []
    visitor.on(
        "response", lambda answer: missed.append(answer.url) if answer.status >= 400 else None
    )
    with serving(placed(released / "site", tmp_path, path)) as host:
        for name, address in page_types(released / "site").items():
            if name != "404":
                visitor.goto(f"{host}{path}{address}")
    assert missed == []
