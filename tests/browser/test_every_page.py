"""Every type of page, opened in a real browser with the fonts of every machine: it keeps still, fits, and fails in nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Page

from helpers.axe import AXE
from helpers.browsing import watch
from helpers.reader_fonts import ALL, covered
from helpers.site_pages import page_types

PHONE = {"width": 390, "height": 844}
MOST = {"none": 0.05}
"""How much a page may move in all, where a machine has fonts that are not like the library's."""
STILL = 0.01
SMALL_TARGETS = "lessons_theme"
"""The type of page with the most small targets in a line."""
_WATCH = """window.shifts = []; new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts.push(entry.value);
}).observe({type: "layout-shift", buffered: true});"""
_SEE = """async () => { await document.fonts.ready;
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  const boxes = [...document.querySelectorAll(".masthead a, .masthead input, .masthead button")]
    .map(one => one.getBoundingClientRect());
  const come = [...document.fonts].filter(one => one.status === "loaded" && one.family.includes("Noto Sans KR"));
  return {
    shift: window.shifts.reduce((sum, one) => sum + one, 0),
    height: document.querySelector(".masthead").offsetHeight,
    touches: boxes.some((one, at) => boxes.slice(at + 1).some(other =>
      one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom)),
    letters: [...new Set(document.body.innerText)].join(""),
    come: come.map(one => one.unicodeRange).join(", "),
  } }"""
_TARGETS = """async () => (await axe.run(document,
  {runOnly: {type: "rule", values: ["target-size"]}})).violations.map(one => one.nodes.map(node => node.html))"""
WIDTHS, LARGE = (320, 390, 1280), 640
_SCROLLS = "document.documentElement.scrollWidth"
_IN_LARGE_TYPE = """() => { const sheet = new CSSStyleSheet(); sheet.replaceSync("html { font-size: 200% }");
  document.adoptedStyleSheets = [sheet]; return document.documentElement.scrollWidth }"""
_COME = "html.has-fonts, html:not(:has(.masthead))"
"""A page whose scripts and fonts have come, or one that has neither."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A page once it is set in its own fonts: how far it moved, its head, its letters.

    ``come``: the ranges of letters whose fonts are there. ``targets``: those that are too small.
    """

    shift: float
    height: float
    touches: bool
    letters: str
    come: str
    targets: tuple[object, ...] = ()

    def unseen(self) -> set[str]:
        """The printable letters on the page that no font that has come holds."""
        ranges = [
            (int(low, 16), int(high or low, 16))
            for low, high in re.findall(
                r"U\+([0-9a-f]+)(?:-([0-9a-f]+))?", self.come, re.IGNORECASE
            )
        ]
        return {
            letter
            for letter in self.letters
            if letter.isprintable() and not any(low <= ord(letter) <= high for low, high in ranges)
        }


@dataclass(frozen=True, slots=True)
class Walk:
    """Every type of page on one machine by its name, and what was seen on the way.

    That are errors, requests (with the library's own fonts), pages that are too wide at a width, and
    those that are in large type.
    """

    pages: Mapping[str, Seen]
    problems: Sequence[str]
    asked: Sequence[str]
    wide: Sequence[str]
    large: Sequence[str]


@pytest.fixture(scope="module")
def walk(browser_with: Callable, server: str, site: Path) -> Callable[[str], Walk]:
    """Opens every type of page once, each as the first of a visit, on a phone with the fonts of a machine.

    With the library's own fonts, which other widths do not load anew, they are looked at in all widths.
    """

    @cache
    def on(machine: str) -> Walk:
        context = browser_with(machine).new_context(base_url=server, locale="ko-KR")
        page, walked = context.new_page(), Walk({}, [], [], [], [])
        page.add_init_script(f"sessionStorage.clear(); {_WATCH}")
        watch(page, server, walked.problems)
        if machine == "noto":
            page.on("request", lambda request: walked.asked.append(request.url))
        for name, address in page_types(site).items():
            page.set_viewport_size(PHONE)
            page.goto(f"/{address}")
            page.locator(_COME).wait_for()
            if name != "404":
                targets = _targets(page) if name == SMALL_TARGETS else ()
                walked.pages[name] = Seen(**page.evaluate(_SEE), targets=targets)
            if machine == "noto":
                walked.wide.extend(f"{name} {width}" for width in WIDTHS if _is_wider(page, width))
                walked.large.extend([name] if _is_wider(page, LARGE, _IN_LARGE_TYPE) else [])
        page.wait_for_load_state("networkidle")
        context.close()
        return walked

    return on


def _targets(page: Page) -> tuple[object, ...]:
    page.evaluate(AXE)
    return tuple(page.evaluate(_TARGETS))


def _is_wider(page: Page, width: int, measure: str = _SCROLLS) -> bool:
    page.set_viewport_size({"width": width, "height": 844})
    return page.evaluate(measure) > width


@pytest.mark.parametrize("machine", ALL)
def test_nothing_worth_noticing_moves_on_any_type_of_page(walk: Callable, machine: str) -> None:
    most = MOST.get(machine, STILL)
    assert {
        name: round(one.shift, 4) for name, one in walk(machine).pages.items() if one.shift >= most
    } == {}


@pytest.mark.parametrize("machine", ALL)
def test_the_head_of_a_page_is_low_and_nothing_in_it_touches(walk: Callable, machine: str) -> None:
    wrong = {
        name: (one.height, one.touches)
        for name, one in walk(machine).pages.items()
        if one.height > 105 or one.touches
    }
    assert wrong == {}


def test_targets_are_large_enough_with_any_font(walk: Callable) -> None:
    assert {
        machine: walk(machine).pages[SMALL_TARGETS].targets for machine in ALL
    } == dict.fromkeys(ALL, ())


def test_without_a_korean_font_every_letter_of_every_type_of_page_has_come(walk: Callable) -> None:
    wrong = {
        name: one.unseen() | {one for one in set(one.letters) - covered() if one.isprintable()}
        for name, one in walk("none").pages.items()
    }
    assert {name: letters for name, letters in wrong.items() if letters} == {}


def test_no_page_asks_another_host_or_fails_in_its_scripts(walk: Callable, server: str) -> None:
    for machine in ALL:
        seen = walk(machine)
        # The browser tells of the one page that is meant to be missing.
        assert [one for one in seen.problems if "404" not in one] == []
        assert all(one.come for one in seen.pages.values()), machine
    own = (f"{server}/", "data:")
    assert [url for url in walk("noto").asked if not url.startswith(own)] == []
    assert any(url.endswith(".woff2") for url in walk("noto").asked)


def test_no_page_is_wider_than_the_screen(walk: Callable) -> None:
    """At the narrowest a page that is 320 px wide: 1280 px at a zoom of 400 %."""
    assert walk("noto").wide == []


def test_in_type_twice_as_large_no_page_scrolls_sideways(walk: Callable) -> None:
    assert walk("noto").large == []
