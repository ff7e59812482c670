"""Whatever fonts a reader has: a page keeps still while its own come, and then shows every letter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from playwright.sync_api import Page

import make_waiting_font
from helpers.axe import AXE
from helpers.reader_fonts import ALL
from helpers.site_pages import page_types, pages
from support.environment import ROOT

PHONE = {"width": 390, "height": 844}
MOST = {"none": 0.05}
"""How much a page may move in all, where a machine has fonts that are not like the library's."""
STILL = 0.01
_WATCH = """window.shifts = []; new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts.push(entry.value);
}).observe({type: "layout-shift", buffered: true});"""
_SET = """async () => { await document.fonts.ready;
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  return window.shifts.reduce((sum, one) => sum + one, 0) }"""
_TOUCHING = """() => { const boxes = [...document.querySelectorAll(".masthead a, .masthead input, .masthead button")]
    .map(one => one.getBoundingClientRect());
  return boxes.some((one, at) => boxes.slice(at + 1).some(other =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom)) }"""
FONTS = ROOT / "docs/assets/fonts/noto-sans-kr"


@pytest.fixture
def phone(browser_with: Callable, server: str) -> Iterator[Callable]:
    """Opens pages as on a phone with the fonts of one machine: ``phone("none")`` gives a page."""
    contexts = []

    def opened(machine: str) -> Page:
        contexts.append(browser_with(machine).new_context(base_url=server, viewport=PHONE))
        return contexts[-1].new_page()

    yield opened
    for context in contexts:
        context.close()


def come(page: Page, address: str) -> None:
    """Open a page as the first of a visit, and wait until it is set in its own fonts."""
    page.goto(f"/{address}")
    page.locator("html.has-fonts").wait_for()


@pytest.mark.parametrize("machine", ALL)
def test_nothing_worth_noticing_moves_on_any_type_of_page(
    phone: Callable, site: Path, machine: str
) -> None:
    page, moved = phone(machine), {}
    page.add_init_script(f"sessionStorage.clear(); {_WATCH}")
    for name, address in page_types(site).items():
        come(page, address)
        shift = page.evaluate(_SET)
        if shift >= MOST.get(machine, STILL):
            moved[name] = round(shift, 4)
    assert moved == {}


@pytest.mark.parametrize("machine", ALL)
@pytest.mark.parametrize("address", ["", "cases/", "search/"])
def test_the_head_of_a_page_is_low_and_nothing_in_it_touches(
    phone: Callable, machine: str, address: str
) -> None:
    page = phone(machine)
    come(page, address)
    assert page.locator(".masthead").bounding_box()["height"] <= 105
    assert page.evaluate(_TOUCHING) is False


def test_the_search_box_is_one_tap_away(phone: Callable) -> None:
    page = phone("noto")
    page.goto("/cases/")
    page.locator(".masthead input[type=search]").click()
    assert page.evaluate("document.activeElement.name") == "q"


def test_targets_are_large_enough_with_any_font(phone: Callable) -> None:
    for machine in ALL:
        page = phone(machine)
        come(page, "lessons/institution/")
        page.evaluate(AXE)
        found = page.evaluate(
            "() => axe.run(document, {runOnly: {type: 'rule', values: ['target-size']}})"
        )
        assert found["violations"] == [], machine


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


def test_fonts_that_never_come_leave_the_readers_own(phone: Callable) -> None:
    page = phone("noto")
    page.route("**/noto-sans-kr*.woff2", lambda route: route.abort())
    page.goto("/")
    page.locator("html.has-no-fonts, html.has-fonts").wait_for()
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Library Space"')


def test_every_letter_of_every_page_is_in_the_librarys_own_font(site: Path) -> None:
    """All but what no font of letters holds: line breaks and marks of emptiness."""
    covered = {
        code
        for file in FONTS.glob("*.woff2")
        for code in TTFont(file, lazy=True)["cmap"].getBestCmap()
    }
    shown = {letter for page in pages(site) for letter in _letters(page)}
    assert (
        sorted(letter for letter in shown if ord(letter) not in covered and letter.isprintable())
        == []
    )


def test_the_waiting_font_is_as_wide_as_the_font_that_comes_and_is_made_again_alike() -> None:
    assert (
        make_waiting_font.waiting_font(make_waiting_font.MODEL)
        == make_waiting_font.FONT.read_bytes()
    )


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
