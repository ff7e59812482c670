"""What browsers, letters and other programs really send: no page of the library stops at it."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page

from helpers.browsing import leave_looks_out
from helpers.site_pages import page_types

CUT = "%E0%A4%A"
"""A character's escapes, of which a letter has lost the end."""
NAMES = "q district domain theme year from to sort r parts title course edit record passage draft a".split()
STORES = ("null", "[]", "[[[", "5", '"x"', '{"fields": null, "ids": {}, "given": 3}', "")
KEYS = ("hyeopchi-basket", "hyeopchi-form", "hyeopchi-tell", "hyeopchi-compare", "fonts")
SPOIL = """(keys, stores) => {
  const store = stores[decodeURI(location.pathname)];
  for (const key of keys) for (const one of [localStorage, sessionStorage]) one.setItem(key, store);
}"""
SEND_KEYS = """() => [document, ...document.querySelectorAll("input, textarea, select, button, ul")].forEach(one => {
  one.dispatchEvent(new Event("keydown", { bubbles: true }));
  one.dispatchEvent(new KeyboardEvent("keydown", { key: "Unidentified", bubbles: true }));
})"""


def test_a_key_without_a_name_a_cut_address_and_a_spoiled_store_stop_no_page(
    page: Page, site, page_problems: list[str]
) -> None:
    """One page of every type that has scripts, each with an odd store of its own; errors show in ``page_problems``."""
    leave_looks_out(page)
    query = "&".join(f"{name}={CUT}" for name in NAMES)
    addresses = list(page_types(site).values())
    stores = {f"/{address}": STORES[at % len(STORES)] for at, address in enumerate(addresses)}
    page.add_init_script(f"({SPOIL})({json.dumps(KEYS)}, {json.dumps(stores)})")
    for address in addresses:
        page.goto(f"/{address}?{query}#a={CUT}")
        page.evaluate(SEND_KEYS)
    page_problems[:] = [
        problem
        for problem in page_problems
        if "404" not in problem and "ERR_BLOCKED_BY_CLIENT" not in problem
    ]


def test_the_keys_of_the_search_box_still_work_after_a_field_was_filled_by_the_browser(
    page: Page,
) -> None:
    page.goto("/about/")
    page.evaluate("document.dispatchEvent(new Event('keydown'))")
    page.keyboard.press("Control+k")
    assert page.evaluate("document.activeElement.type") == "search"


def test_codes_of_an_address_that_was_cut_are_named(page: Page) -> None:
    page.goto(f"/check/#a={CUT}")
    assert page.locator(".check__added").inner_text() == (
        f"더한 답 번호가 없습니다. 읽지 못한 답 번호: {CUT}. 글자를 다시 살펴봐 주세요. 다른 때의 점검표로 만든 답 번호일 수도 있습니다."
    )


@pytest.mark.parametrize(
    ("title", "told"),
    [("가" * 79 + "🪑🪑", "가" * 79 + "🪑"), ("의자%20", "의자%20"), ("의자\ud83e", "의자\ufffd")],
    ids=["long", "escaped", "half"],
)
def test_a_title_cut_inside_a_character_still_has_an_address(
    page: Page, title: str, told: str
) -> None:
    page.goto("/basket/")
    query = page.evaluate(
        """async kept => {
      const { own, query } = await import("/assets/javascripts/basket/state.js");
      localStorage.setItem("hyeopchi-basket", kept);
      return query(own());
    }""",
        json.dumps({"ids": ["x"], "title": title}),
    )
    assert page.evaluate("query => new URLSearchParams(query).get('title')", query) == told


def test_a_link_of_a_record_with_half_a_character_is_kept_in_a_booklet(page: Page) -> None:
    page.goto("/basket/")
    link = page.evaluate(
        """async hash => {
      const { booklet } = await import("/assets/javascripts/basket/booklet.js");
      const main = new DOMParser().parseFromString(`<main><section data-part="x"><a href="${hash}">여기</a></section></main>`, "text/html").body.firstChild;
      const found = { id: "2017-x", address: "https://example.org/cases/2017-x/", main, state: "found", title: "한 일", kind: null, papers: [] };
      const cover = { title: "책", course: "", address: "", library: "", rights: "" };
      return booklet([found], [{ id: "x", label: "본문" }], cover).querySelector("section a")?.getAttribute("href") ?? "";
    }""",
        f"#{CUT}",
    )
    assert link == f"#2017-x--{CUT}"
