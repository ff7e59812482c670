"""Whatever fonts a reader has: a page keeps still while its own come, and then shows every letter."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Page

import make_waiting_font
from helpers.reader_fonts import MACHINES, covered
from helpers.site_pages import pages
from support.environment import ROOT

PHONE = {"width": 390, "height": 844}
GIVE_UP = 5_000
"""Milliseconds after which a page waits no longer: base/tokens.css."""
WEB_FONTS = "**/noto-sans-kr*.woff2"
MARKS = "Library Waiting"
"""The font whose marks keep the place of letters."""
_WITHOUT_SPACES = """() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) texts.currentNode.data = texts.currentNode.data.replace(/\\s+/g, "");
  for (const one of document.querySelectorAll("[placeholder]")) one.placeholder = one.placeholder.replace(/\\s+/g, "") }"""
LOCAL = ROOT / "docs/assets/stylesheets/base/local-fonts.css"
_FACE = re.compile(
    r'font-family: "Library (?P<name>\w+)";\s*font-weight: (?P<weight>\d+) \d+;[^}]*?'
    r"size-adjust: (?P<size>[\d.]+)%;\s*ascent-override: (?P<ascent>[\d.]+)%;\s*"
    r"descent-override: (?P<descent>[\d.]+)%;[^}]*?(?P<latin>unicode-range[^}]*)?}"
)


@pytest.fixture
def phone(browser_with: Callable, server: str) -> Iterator[Callable]:
    """Opens pages as on a phone with the fonts of one machine: ``phone("none")`` gives a page."""
    contexts = []

    def opened(machine: str, **options: object) -> Page:
        contexts.append(
            browser_with(machine).new_context(base_url=server, viewport=PHONE, **options)
        )
        return contexts[-1].new_page()

    yield opened
    for context in contexts:
        context.close()


def come(page: Page, address: str) -> None:
    """Open a page as the first of a visit, and wait until it is set in its own fonts."""
    page.goto(f"/{address}")
    page.locator("html.has-fonts").wait_for()


def drawn_by(page: Page) -> set[str]:
    """The fonts that draw the letters on ``page``, by their own names; its spaces are taken out."""
    page.evaluate(_WITHOUT_SPACES)
    tools = page.context.new_cdp_session(page)
    tools.send("DOM.enable")
    tools.send("CSS.enable")
    root = tools.send("DOM.getDocument", {"depth": 1})["root"]["nodeId"]
    nodes = tools.send("DOM.querySelectorAll", {"nodeId": root, "selector": "body, body *"})
    return {
        font["familyName"]
        for node in nodes["nodeIds"]
        for font in tools.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    }


def test_the_search_box_is_one_tap_away(phone: Callable) -> None:
    page = phone("noto")
    page.goto("/cases/")
    page.locator(".masthead input[type=search]").click()
    assert page.evaluate("document.activeElement.name") == "q"


def test_without_a_korean_font_a_page_shows_the_letters_themselves(phone: Callable) -> None:
    page, pictures = phone("none"), set()
    come(page, "")
    for letter in "협치도서관":
        page.evaluate(
            "letter => { document.querySelector('h1').textContent = letter.repeat(3) }", letter
        )
        page.evaluate("document.fonts.ready")
        pictures.add(page.locator("h1").screenshot())
    assert len(pictures) == 5


@pytest.mark.parametrize("address", ["", "glossary/"])
def test_without_a_korean_font_the_librarys_own_draws_everything(
    phone: Callable, address: str
) -> None:
    page = phone("none")
    come(page, address)
    page.evaluate("document.fonts.ready")
    assert {name.partition(" Thin")[0] for name in drawn_by(page)} == {"Noto Sans KR"}


@pytest.mark.parametrize("scripts", [True, False])
def test_fonts_that_never_come_leave_every_letter_to_a_font_that_the_page_knows(
    phone: Callable, scripts: bool
) -> None:
    page = phone("nanum", java_script_enabled=scripts)
    page.route(WEB_FONTS, lambda route: route.abort())
    page.goto("/")
    assert drawn_by(page) == {"NanumGothic"}


def test_a_page_that_gives_up_shows_every_letter_in_any_font_that_the_reader_has(
    phone: Callable,
) -> None:
    """In one that no page names: at once where its own are refused, else within the time to wait."""
    refused, hanging, silent = (
        phone("other"),
        phone("other"),
        phone("other", java_script_enabled=False),
    )
    refused.route(WEB_FONTS, lambda route: route.abort())
    for page in (hanging, silent):
        page.route(WEB_FONTS, lambda route: None)
        page.goto("/", wait_until="commit")
        page.locator("footer").wait_for()
    assert MARKS in drawn_by(hanging)
    refused.goto("/")
    refused.locator("html.has-no-fonts").wait_for()
    assert drawn_by(refused) == {"Reader's Own"}
    hanging.wait_for_timeout(GIVE_UP)
    assert [drawn_by(page) for page in (hanging, silent)] == [{"Reader's Own"}] * 2


def test_the_sizes_of_the_readers_fonts_are_those_that_their_widths_ask_for() -> None:
    """A syllable is to be 0.92 em wide, a figure as in Noto Sans KR of its weight, a line as high."""
    machines = {"Windows": "malgun", "Apple": "apple", "Nanum": "nanum"}
    for face in _FACE.finditer(LOCAL.read_text("utf-8")):
        if face["name"] not in machines:
            continue
        metrics, is_bold = MACHINES[machines[face["name"]]], face["weight"] == "600"
        size = float(face["size"]) / 100
        asked = (
            (555, 590)[is_bold] / metrics.figures[is_bold]
            if face["latin"]
            else 920 / metrics.hangul
        )
        assert size == pytest.approx(asked, abs=0.001), face[0]
        assert float(face["ascent"]) * size == pytest.approx(116, abs=0.2), face[0]
        assert float(face["descent"]) * size == pytest.approx(28.8, abs=0.2), face[0]


def test_every_letter_of_every_page_is_in_the_librarys_own_font(site: Path) -> None:
    """All but what no font of letters holds: line breaks and marks of emptiness."""
    shown = {letter for page in pages(site) for letter in _letters(page)}
    assert sorted(letter for letter in shown - covered() if letter.isprintable()) == []


def test_the_waiting_font_is_as_wide_as_the_font_that_comes_and_is_made_again_alike() -> None:
    font = make_waiting_font.waiting_font(make_waiting_font.MODEL)
    assert make_waiting_font.module(font) == make_waiting_font.MODULE.read_text("utf-8")


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.letters: set[str] = set()
        self._hidden = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._hidden = tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self._hidden = False

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.letters.update(data)


def _letters(page: Path) -> set[str]:
    reader = _Text()
    reader.feed(page.read_text(encoding="utf-8"))
    return reader.letters
