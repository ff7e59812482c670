"""A record is read to its end on a phone, and whatever is folded is found, printed and led to."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest

from helpers.browsing import leave_fonts_out

PHONE = {"width": 390, "height": 844}
COUNCIL = "/cases/2018-siheung4-residents-council/"
PLAN = "/cases/2017-seoul-governance-plan/"
BOOK = "/cases/book-white-paper/"
NO_FILES = "/cases/2017-policy-debates/"
"""A record too thin for files to print."""
FOLDED = "의제개발워크숍"
"""Words of a stage, which stand nowhere else on the council's page."""
MOST_HEIGHT, MOST_BEFORE_CHANGES = 12_000, 2_500
MEASURES = """() => [document.documentElement.scrollHeight,
  document.getElementById("무엇이-달라졌나")?.getBoundingClientRect().top ?? 0]"""
"""How high a page is, and where on it stands what changed; in CSS pixels."""


def test_every_record_ends_and_what_changed_is_reached_soon(
    browser, server: str, site: Path
) -> None:
    """Every record of the library on a phone, laid out once; its own fonts are as high and as wide."""
    context = browser.new_context(base_url=server, viewport=PHONE)
    page = context.new_page()
    leave_fonts_out(page)
    measured = {}
    for file in sorted(site.glob("cases/*/index.html")):
        page.goto(f"/cases/{file.parent.name}/", wait_until="domcontentloaded")
        measured[file.parent.name] = page.evaluate(MEASURES)
    context.close()
    tall = {name: height for name, (height, _) in measured.items() if height > MOST_HEIGHT}
    late = {name: top for name, (_, top) in measured.items() if top > MOST_BEFORE_CHANGES}
    assert (tall, late) == ({}, {})
    assert measured["2018-siheung4-residents-council"][0] <= 7_500


@pytest.mark.parametrize(
    ("address", "place"),
    [
        (COUNCIL, "stage-2"),
        (COUNCIL, "question-3"),
        (PLAN, "1-1-2"),
        (COUNCIL, "lineage"),
        (BOOK, "10장-돈은-누가-정하나"),
    ],
)
def test_an_address_opens_what_it_leads_into(page, address: str, place: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{address}#{place}")
    page.locator(f"details[open] [id='{place}']").wait_for()
    assert page.locator(f"[id='{place}']").evaluate(
        "one => one.getBoundingClientRect().top >= 0 && one.getBoundingClientRect().top < innerHeight"
    )


def test_words_in_what_is_folded_are_found_on_the_page(page) -> None:
    """Looked for as a link to words does, which opens what a search on the page would open."""
    page.goto(f"{COUNCIL}#:~:text={quote(FOLDED)}")
    page.locator(".stages", has_text=FOLDED).wait_for(state="visible")


def test_without_scripts_nothing_is_folded(browser, server: str) -> None:
    context = browser.new_context(base_url=server, java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(COUNCIL)
    hidden = [
        one.inner_text()
        for one in page.locator(".record__text li, .record__text p").all()
        if not one.is_visible()
    ]
    ways_on = [one.is_visible() for one in page.locator(".record__text .more > summary").all()]
    page.goto(NO_FILES)
    ways_on += [one.is_visible() for one in page.locator(".record__ways").all()]
    context.close()
    assert (hidden, any(ways_on)) == ([], False)


@pytest.mark.parametrize("address", [COUNCIL, PLAN, BOOK])
def test_nothing_of_the_record_is_lost_on_paper(page, address: str) -> None:
    page.goto(address)
    page.emulate_media(media="print")
    lost = page.evaluate("""() => [...document.querySelectorAll(
        ".record :is(p, li, dd, th, td, h2, h3, h4, h5, blockquote)")]
        .filter((one) => !one.closest("[data-part=web], .contents, .printing, .visually-hidden"))
        .filter((one) => !one.getClientRects().length).map((one) => one.textContent)""")
    assert lost == []


def test_beside_the_facts_nothing_runs_under_them(page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(PLAN)
    wide = page.evaluate("""() => {
        for (const fold of document.querySelectorAll("details")) fold.open = true;
        const table = document.createElement("table");
        table.innerHTML = `<thead><tr>${"<th>여러 칸이 있는 표의 머리</th>".repeat(12)}</tr></thead>`;
        const region = document.querySelector(".table-scroll").cloneNode();
        region.append(table);
        document.querySelector(".record__text section").append(region);
        const edge = document.querySelector(".record__aside").getBoundingClientRect().left;
        return [...document.querySelectorAll(".record__text *")]
            .filter((one) => one.getBoundingClientRect().right > edge && !one.parentElement.closest(".table-scroll"))
            .map((one) => one.className || one.tagName)}""")
    assert wide == []
