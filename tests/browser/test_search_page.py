"""The page of the search as a person uses it: words, facets and results."""

from __future__ import annotations

import csv
import io
import itertools
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from helpers.axe import AXE, RUN
from helpers.browsing import until
from helpers.real_library import ARCHIVE, LIBRARY
from helpers.search_inputs import BAD, RESULTS
from hyeopchi.library.addresses import term_address
from hyeopchi.search.facets import FACETS

MOST_TABS = 12
SHIFT = """() => new Promise((done) => new PerformanceObserver((list) =>
    done(list.getEntries().reduce((sum, one) => sum + (one.hadRecentInput ? 0 : one.value), 0))
).observe({ type: "layout-shift", buffered: true }) ?? setTimeout(() => done(0), 200))"""

SETTLED = """(async () => {
    const still = () => document.fonts.status === "loaded" && !document.querySelector("[data-is-filling]");
    for (let frame = 0, before; frame < 10; frame += 1) {
        await new Promise(requestAnimationFrame);
        const tops = [...document.querySelectorAll("#search-results > li")]
            .map((one) => one.getBoundingClientRect().top).join();
        if (!still() || frame && tops !== before) return false;
        before = tops;
    }
    return true;
})()"""
"""Whether for ten frames no letters and no passages were on their way and no result moved."""


def ids(page) -> list[str]:
    return page.locator(RESULTS).evaluate_all("(all) => all.map((one) => one.dataset.record)")


def search(page, query: str) -> None:
    """Open the search with what its address says, and wait for the answer."""
    page.goto(f"/search/{query}")
    wait(page)


def wait(page) -> None:
    """Wait until the page has said what it found."""
    page.locator("#search-status:not(:empty)").wait_for()
    page.locator("body:not([aria-busy])").wait_for()


def test_a_word_finds_its_records_in_rank_order_with_the_words_marked(page) -> None:
    search(page, "?q=협치학교에서는")
    assert set(ids(page)[:3]) >= {"2017-governance-school", "2016-governance-school"}
    assert page.locator(f"main {RESULTS} mark").first.inner_text() == "협치학교"


def test_words_and_facets_combine_and_each_can_be_taken_away(page) -> None:
    search(page, "?q=청년&kind=case&district=seoul&from=2016&to=2017")
    narrow = ids(page)
    assert narrow
    assert [chip.split()[0] for chip in page.locator("#search-chips li").all_inner_texts()] == [
        "사례",
        "서울특별시",
        "2016년부터",
        "2017년까지",
    ]
    page.get_by_role("button", name="2017년까지 빼기").click()
    expect(page.locator("#search-chips li")).to_have_count(3)
    wait(page)
    assert "to=" not in page.url and set(narrow) <= set(ids(page))


def test_a_facet_alone_lists_its_records_and_its_count_is_theirs(page) -> None:
    search(page, "?kind=declaration")
    box = page.locator('details[data-facet="kind"] li', has_text="선언")
    assert box.locator(".choice__count").text_content() == f"{len(ids(page))}개"
    assert page.locator("#search-status").inner_text() == f"기록 {len(ids(page))}개를 찾았습니다."


def test_ticking_a_box_puts_it_into_the_address_and_back_takes_it_out(page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    search(page, "?q=협치")
    before = page.locator("#search-status").inner_text()
    page.locator('details[data-facet="kind"] input[value="plan"]').check()
    page.wait_for_url("**kind=plan**")
    page.go_back()
    expect(page.locator("#search-status")).to_have_text(before)


def test_the_filtered_list_comes_as_a_table(page) -> None:
    search(page, "?q=청년의회&kind=case")
    found = ids(page)
    with page.expect_download() as saved:
        page.get_by_role("button", name="목록을 CSV로 받기").click()
    text = Path(saved.value.path()).read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["이름표"] for row in rows] == found
    assert rows[0]["종류"] == "사례"


def test_a_cell_that_a_spreadsheet_would_reckon_begins_with_an_apostrophe(page) -> None:
    page.goto("/search/")
    cells = page.evaluate("""async () => {
        const { cell } = await import("/assets/javascripts/search/csv.js");
        return ["=1+1", "+8", "-2", "@a", "\\tb", "말, 말", '"'].map(cell);
    }""")
    assert cells == ["'=1+1", "'+8", "'-2", "'@a", "'\tb", '"말, 말"', '""""']


@pytest.mark.parametrize("query", BAD)
def test_bad_input_gets_a_calm_answer(page, query) -> None:
    page.goto("/search/")
    page.fill("#search-words", query)
    page.press("#search-words", "Enter")
    wait(page)
    assert page.locator("main script, main img[src='x']").count() == 0


def test_unknown_facets_in_the_address_are_left_out_and_told(page) -> None:
    search(page, "?district=atlantis&colour=red&sort=worst&from=abcd")
    assert (
        "주소에 적힌 조건 가운데 모르는 것은 빼고 찾았습니다."
        in page.locator("#search-status").inner_text()
    )
    assert ids(page)


def test_a_misspelt_word_is_told_and_what_was_meant_is_found(page) -> None:
    search(page, "?q=협취학교")
    assert "‘협치학교’로 찾았습니다." in page.locator("#search-status").inner_text()
    assert page.locator("#search-others").inner_text().startswith("이것을 찾으셨나요? 협치학교")
    assert "2017-governance-school" in ids(page)


def test_a_phrase_in_quotes_stands_in_every_result_as_it_is(page) -> None:
    search(page, '?q="권역별 경청테이블"')
    found = ids(page)
    assert "2016-listening-tables" in found
    texts = {record.id: "".join(record.source.text.split()) for record in ARCHIVE.records}
    assert [one for one in found if "권역별경청테이블" not in texts[one].replace("·", "")] == []


def test_a_phrase_in_quotes_that_no_record_holds_is_told_and_its_words_are_offered(page) -> None:
    search(page, '?q="협치학교에서 배운 청년"')
    assert page.locator("#search-status").inner_text() == (
        "‘협치학교에서 배운 청년’이 그대로 든 기록은 없습니다. 따옴표를 빼고 찾아보세요."
    )
    page.get_by_role("button", name="협치학교에서 배운 청년", exact=True).click()
    page.wait_for_selector(RESULTS)
    assert "%22" not in page.url


def test_a_file_that_fails_is_asked_for_once_more_and_then_told(page, page_problems) -> None:
    asked: list[str] = []
    page.route("**/search/words/*", lambda route: (asked.append(route.request.url), route.abort()))
    search(page, "?q=협치학교")
    assert (
        page.locator("#search-status").inner_text().startswith("찾아보기 파일을 받지 못했습니다.")
    )
    assert page.locator("#search-help").is_visible()
    assert [asked.count(one) for one in set(asked)] == [2] * len(set(asked))
    page_problems.clear()


def test_a_file_that_fails_once_is_no_trouble(page, page_problems) -> None:
    failed: list[str] = []

    def once(route) -> None:
        if failed:
            route.continue_()
        else:
            failed.append(route.request.url)
            route.abort()

    page.route("**/search/words/*", once)
    search(page, "?q=협치학교")
    assert "2017-governance-school" in ids(page)
    page_problems.clear()


def test_a_page_opened_before_a_new_index_takes_all_of_it_from_the_new_one(
    page, site, page_problems
) -> None:
    old = json.loads((site / "search/manifest.json").read_text("utf-8"))
    old["files"]["words"] = "AAAA" * (len(old["files"]["words"]) // 4)
    old["files"]["cards"] = "AAAA" * (len(old["files"]["cards"]) // 4)
    served: list[str] = []

    def manifest(route) -> None:
        served.append(route.request.url)
        if len(served) == 1:
            route.fulfill(json=old)
        else:
            route.continue_()

    page.route("**/search/manifest.json", manifest)
    search(page, "?q=협치학교")
    assert "2017-governance-school" in ids(page)
    assert len(served) == 2
    page_problems.clear()


def test_the_search_fits_a_phone(page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    search(page, "?q=협치&kind=case")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.goto("/about/")
    page.fill(".search-box input", "협치")
    page.wait_for_selector("#search-list:not([hidden])")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_without_scripts_the_page_leads_to_the_lists(browser, server) -> None:
    page = browser.new_context(base_url=server, java_script_enabled=False).new_page()
    page.goto("/search/?q=협치")
    assert page.locator("main noscript, .page noscript").inner_text() == (
        "낱말로 찾으려면 자바스크립트를 켜 주세요. 켜지 않아도 아래 길로 모든 기록을 볼 수 있습니다."
    )
    assert page.locator("#search-help a").count() >= 5
    assert page.locator("#search-help").is_visible()
    assert page.locator("#search-app").is_hidden()


def test_the_address_of_a_search_can_be_copied(browser, server) -> None:
    page = browser.new_context(
        base_url=server, permissions=["clipboard-read", "clipboard-write"]
    ).new_page()
    search(page, "?q=청년&kind=case&from=2016&sort=newest")
    page.get_by_role("button", name="주소 복사").click()
    expect(page.locator("#search-told")).to_have_text("주소를 복사했습니다.")
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_every_facet_that_a_record_has_opens_with_its_values(page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    search(page, "")
    boxes = page.locator("details[data-facet]")
    for number in range(boxes.count()):
        if boxes.nth(number).get_attribute("open") is None:
            boxes.nth(number).locator("summary").click()
        boxes.nth(number).locator("input").first.wait_for()
    assert boxes.evaluate_all("(all) => all.map((one) => one.dataset.facet)") == list(FACETS)


def test_on_a_phone_results_come_before_the_facets_unless_they_are_opened(page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    search(page, "?q=청년")
    assert page.locator("#search-results li").first.bounding_box()["y"] < 800
    page.locator("#search-facets > summary").click()
    page.locator('details[data-facet="district"] > summary').click()
    page.locator('details[data-facet="district"] input').first.check()
    page.wait_for_url("**district=**")


def test_passages_come_where_one_looks_and_as_one_comes_near(page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    search(page, "?q=주민")
    results = page.locator("#search-results .card")
    assert results.count() == 20
    assert results.first.locator(".card__passage mark").count()
    assert sum(address.endswith("record.json") for address in asked) < 10
    results.last.scroll_into_view_if_needed()
    page.locator("#search-results .card:nth-last-child(-n+6) .card__passage mark").first.wait_for()


def test_nothing_on_the_page_jumps_while_it_fills(first_visit) -> None:
    """On a first visit and on later ones, whose fonts are there; with results and without."""
    moved = {}
    for width, query in itertools.product((390, 1280), ("?q=청년&kind=case", "?q=wnals")):
        first_visit.set_viewport_size({"width": width, "height": 900})
        search(first_visit, query)
        first_visit.locator("html.has-fonts").wait_for()
        moved[width, query] = first_visit.evaluate(SHIFT)
    assert {where: far for where, far in moved.items() if far >= 0.02} == {}


def test_where_the_search_never_comes_the_other_ways_are_shown(page) -> None:
    page.route("**/search/page.js", lambda route: None)
    page.goto("/search/", wait_until="commit")
    page.locator(".colophon").wait_for(state="attached")
    expect(page.locator("#search-help")).to_be_hidden()
    page.evaluate("document.getAnimations().forEach((one) => one.finish())")
    expect(page.locator("#search-help")).to_be_visible()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing_when_results_and_facets_are_shown(
    page, page_problems, scheme, width
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    page.add_init_script(AXE)
    search(page, "?q=협취학교&kind=case")
    if width < 1000:
        page.locator("#search-facets > summary").click()
    assert [one["id"] for one in page.evaluate(RUN)["violations"]] == []
    page_problems.clear()  # axe itself asks for the style sheets, which the policy forbids


def test_every_list_of_a_facets_records_leads_into_the_search_of_them(site) -> None:
    library = LIBRARY
    missing = []
    for facet, vocabulary in FACETS.items():
        for term in (
            library.vocabularies[vocabulary] if library.vocabularies[vocabulary].listed else ()
        ):
            if library.index.of(vocabulary, term.id):
                text = (site / term_address(vocabulary, term.id) / "index.html").read_text("utf-8")
                missing += [] if f"search/?{facet}={term.id}" in text else [(vocabulary, term.id)]
    assert missing == []


def test_a_list_of_records_leads_into_the_search_of_them(page) -> None:
    page.goto("/domains/youth/")
    page.get_by_role("link", name="이 안에서 찾아보기").click()
    page.wait_for_selector(RESULTS)
    assert "domain=youth" in page.url


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("query", ["?q=주민", "?q=협취학교&kind=case&district=seoul"])
def test_few_tabs_lead_from_the_box_to_the_first_result(page, width, query) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    search(page, query)
    page.focus("#search-words")
    tabs = 0
    while not page.evaluate("Boolean(document.activeElement.closest('#search-results'))"):
        page.keyboard.press("Tab")
        tabs += 1
        assert tabs <= MOST_TABS
    page.focus("#search-words")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "결과로 건너뛰기"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('.search-found'))")


def test_headings_of_the_results_come_in_order(page) -> None:
    search(page, "?q=청년&kind=case")
    levels = page.locator("h1, h2, h3, h4").evaluate_all(
        "(all) => all.filter((one) => one.checkVisibility()).map((one) => Number(one.tagName[1]))"
    )
    assert levels[0] == 1
    assert [pair for pair in itertools.pairwise(levels) if pair[1] > pair[0] + 1] == []


def test_after_a_box_is_ticked_below_the_results_a_bar_leads_to_them(page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    search(page, "?q=청년")
    page.get_by_role("link", name="조건으로 좁히기").click()
    page.locator('details[data-facet="kind"] > summary').click()
    box = page.locator('details[data-facet="kind"] input').first
    box.check()
    page.wait_for_url("**kind=**")
    wait(page)
    bar = page.locator("#search-bar a")
    assert bar.inner_text() == f"기록 {told_count(page)}개 보기"
    expect(bar).to_be_in_viewport()
    expect(page.locator('details[data-facet="kind"] input').first).to_be_in_viewport()
    bar.click()
    expect(page.locator("#search-results > li").first).to_be_in_viewport()


def told_count(page) -> str:
    """How many records the page says that it found."""
    found = re.search(r"기록 ([\d,]+)개를 찾았습니다", page.locator("#search-status").inner_text())
    assert found
    return found[1]


@pytest.mark.parametrize("width", [390, 1280])
def test_back_leads_to_the_same_place_filters_and_as_many_results(page, width) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    search(page, "?q=주민&district=seoul")
    page.get_by_role("button", name="더 보기", exact=True).click()
    result = page.locator(RESULTS).nth(24)
    link = result.locator("h3 a")
    link.focus()
    settle(page)
    before = ids(page), result.get_attribute("data-record")
    top = result.bounding_box()["y"]
    link.press("Enter")
    page.wait_for_url("**/cases/*/")
    page.go_back()
    wait(page)
    again = page.locator(f"[data-record='{before[1]}']")
    expect(again).to_be_in_viewport()
    settle(page)
    assert ids(page) == before[0]
    assert page.locator("#search-chips li").count() == 1
    assert abs(again.bounding_box()["y"] - top) <= 4


def settle(page) -> None:
    """Wait until letters and passages of the results in sight have come and nothing moves."""
    page.locator("html.has-fonts").wait_for()
    until(page, SETTLED)


@pytest.mark.parametrize("width", [320, 390, 820])
def test_no_word_that_was_found_is_parted_by_the_end_of_a_line(page, width) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    search(page, "?q=주민참여예산 협치")
    marks = page.locator("mark")
    assert marks.count()
    assert (
        marks.evaluate_all(
            "(all) => all.filter((one) => one.getClientRects().length > 1).map((one) => one.textContent)"
        )
        == []
    )


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("가나다라마바사", "‘가나다라마바사’가 든 기록은 없습니다. 아무 일도 없었다는 뜻은 아닙니다. 다른 낱말로 찾아보세요."),
        ("wnals", "‘wnals’가 든 기록은 없습니다. 아무 일도 없었다는 뜻은 아닙니다. 다른 낱말로 찾아보세요."),
        ("누구에게 물어보나요", "묻는 말만 있어서 도서관의 물음 {}개를 놓았습니다. 무엇을 묻는지 낱말을 더 적어 보세요."),
        ("협", "두 글자부터 찾습니다. 조금 더 적어 주세요."),
    ],
)  # fmt: skip
def test_what_was_not_found_is_told_as_it_is(page, query, told) -> None:
    search(page, f"?q={query}")
    assert page.locator("#search-status").inner_text() == told.format(len(ids(page)))


def test_words_that_are_the_same_are_told_and_a_page_is_led_to(page) -> None:
    search(page, "?q=돈")
    assert page.locator("#search-same").inner_text() == "같은 말: ‘예산’, ‘재정’으로도 찾았습니다."
    lead = page.locator("#search-leads a")
    assert lead.inner_text() == "돈을 어디에 쓸지 함께 정한 기록"
    lead.click()
    page.wait_for_url("**/domains/participatory-budget/")


def test_what_is_offered_is_looked_for_when_it_is_pressed(page) -> None:
    search(page, "?q=wnals")
    page.get_by_role("button", name="주민", exact=True).click()
    page.wait_for_url("**?q=%EC%A3%BC%EB%AF%BC")
    page.wait_for_selector(RESULTS)


def test_every_page_to_which_a_word_leads_is_there(page, site) -> None:
    page.goto("/about/")
    leads = page.evaluate(
        """async () => {
        const { withIndex } = await import("/assets/javascripts/search/files.js");
        return withIndex(async (index) => [...(await index.guide()).leads.values()].map(([address]) => address));
    }"""
    )
    assert leads
    assert [one for one in leads if not (site / one / "index.html").is_file()] == []


@pytest.mark.parametrize("query", ["?q=가나다라마바사", "?q=노인"])
def test_nothing_found_leaves_no_hole(page, query) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    search(page, query)
    if not ids(page):
        expect(page.locator("#search-help")).to_be_in_viewport()
