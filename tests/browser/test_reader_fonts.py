"""Whatever fonts a reader has: a page keeps still while its own come, and then shows every letter."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from playwright.sync_api import Page

import make_waiting_font
from helpers.axe import AXE
from helpers.reader_fonts import ALL, MACHINES
from helpers.site_pages import page_types, pages
from support.environment import ROOT

PHONE = {"width": 390, "height": 844}
MOST = {"none": 0.05}
"""How much a page may move in all, where a machine has fonts that are not like the library's."""
STILL = 0.01
GIVE_UP = 5_000
"""Milliseconds after which a page waits no longer: base/tokens.css."""
WEB_FONTS = "**/noto-sans-kr*.woff2"
MARKS = "Library Waiting"
"""The font whose marks keep the place of letters."""
SMALL_TARGETS = "lessons/institution/"
"""The page with the most small targets in a line."""
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
_WITHOUT_SPACES = """() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) texts.currentNode.data = texts.currentNode.data.replace(/\\s+/g, "");
  for (const one of document.querySelectorAll("[placeholder]")) one.placeholder = one.placeholder.replace(/\\s+/g, "") }"""
FONTS = ROOT / "docs/assets/fonts/noto-sans-kr"
LOCAL = ROOT / "docs/assets/stylesheets/base/local-fonts.css"
_FACE = re.compile(
    r'font-family: "Library (?P<name>\w+)";\s*font-weight: (?P<weight>\d+) \d+;[^}]*?'
    r"size-adjust: (?P<size>[\d.]+)%;\s*ascent-override: (?P<ascent>[\d.]+)%;\s*"
    r"descent-override: (?P<descent>[\d.]+)%;[^}]*?(?P<latin>unicode-range[^}]*)?}"
)


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


@pytest.fixture(scope="module")
def seen(browser_with: Callable, server: str, site: Path) -> Callable[[str], Mapping[str, Seen]]:
    """Every type of page, first of a visit, on a phone with the fonts of a machine; each opened once."""
    wanted = {name: address for name, address in page_types(site).items() if name != "404"}

    @cache
    def on(machine: str) -> Mapping[str, Seen]:
        context = browser_with(machine).new_context(base_url=server, viewport=PHONE)
        page = context.new_page()
        page.add_init_script(f"sessionStorage.clear(); {_WATCH}")
        found = {}
        for name, address in {**wanted, "targets": SMALL_TARGETS}.items():
            come(page, address)
            found[name] = Seen(**page.evaluate(_SEE), targets=_targets(page, address))
        context.close()
        return found

    return on


def _targets(page: Page, address: str) -> tuple[object, ...]:
    if address != SMALL_TARGETS:
        return ()
    page.evaluate(AXE)
    return tuple(page.evaluate(_TARGETS))


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


@pytest.mark.parametrize("machine", ALL)
def test_nothing_worth_noticing_moves_on_any_type_of_page(seen: Callable, machine: str) -> None:
    most = MOST.get(machine, STILL)
    assert {
        name: round(one.shift, 4) for name, one in seen(machine).items() if one.shift >= most
    } == {}


@pytest.mark.parametrize("machine", ALL)
def test_the_head_of_a_page_is_low_and_nothing_in_it_touches(seen: Callable, machine: str) -> None:
    wrong = {
        name: (one.height, one.touches)
        for name, one in seen(machine).items()
        if one.height > 105 or one.touches
    }
    assert wrong == {}


def test_targets_are_large_enough_with_any_font(seen: Callable) -> None:
    assert {machine: seen(machine)["targets"].targets for machine in ALL} == dict.fromkeys(ALL, ())


def test_without_a_korean_font_every_letter_of_every_type_of_page_has_come(seen: Callable) -> None:
    covered = _covered()
    wrong = {
        name: one.unseen() | {one for one in set(one.letters) - covered if one.isprintable()}
        for name, one in seen("none").items()
    }
    assert {name: letters for name, letters in wrong.items() if letters} == {}


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
    assert sorted(letter for letter in shown - _covered() if letter.isprintable()) == []


def test_the_waiting_font_is_as_wide_as_the_font_that_comes_and_is_made_again_alike() -> None:
    font = make_waiting_font.waiting_font(make_waiting_font.MODEL)
    assert make_waiting_font.module(font) == make_waiting_font.MODULE.read_text("utf-8")


@cache
def _covered() -> set[str]:
    """The letters that the library's own font draws."""
    return {
        chr(code)
        for file in FONTS.glob("*.woff2")
        for code in TTFont(file, lazy=True)["cmap"].getBestCmap()
    }


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
