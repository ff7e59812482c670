"""The search from every other page: the box and its list, the home page's examples, wrong addresses."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect

from helpers.axe import AXE, RUN
from helpers.real_library import ARCHIVE
from helpers.search_inputs import BAD, RESULTS
from hyeopchi.site.modules import Modules

OPTIONS = "#search-list:not([hidden]) [role=option]"


def typed(page, text: str) -> None:
    """Open a page, and type into its box until something is found."""
    page.goto("/about/")
    page.fill(".search-box input", text)
    page.wait_for_selector(OPTIONS)


def test_the_box_works_with_the_keyboard_alone(page) -> None:
    page.goto("/about/")
    page.keyboard.press("Control+k")
    page.keyboard.type("청년의회")
    page.wait_for_selector("#search-list:not([hidden]) [role=option]")
    box = page.get_by_role("combobox", name="찾을 말")
    assert box.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    first = page.locator("#search-list [role=option]").first
    assert (first.get_attribute("aria-selected"), box.get_attribute("aria-activedescendant")) == (
        "true",
        first.get_attribute("id"),
    )
    page.keyboard.press("Escape")
    assert page.locator("#search-list").is_hidden()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cases/*/")


def test_enter_in_the_box_opens_the_page_of_all_results(page) -> None:
    page.goto("/about/")
    page.fill(".search-box input", "청년의회")
    page.press(".search-box input", "Enter")
    page.wait_for_url("**/search/?q=*")
    page.wait_for_selector(RESULTS)


def test_every_title_is_found_with_any_particle_and_spacing(page) -> None:
    records = [record for record in ARCHIVE.records if not record.is_withdrawn]
    asked: list[tuple[str, str]] = []

    @settings(derandomize=True, max_examples=200)
    @given(
        st.sampled_from(records),
        st.sampled_from(["", "에서는", "까지", "의", "에도"]),
        st.booleans(),
    )
    def collect(record, particle: str, is_joined: bool) -> None:
        name = record.get("official_name") or record.title
        asked.append(
            (
                (
                    name.replace(" ", "")
                    if is_joined and name.replace(" ", "").isalpha() and len(name) < 12
                    else name
                )
                + particle,
                record.id,
            )
        )

    collect()
    page.goto("/about/")
    found = page.evaluate(
        """async (queries) => {
        const { find } = await import("/assets/javascripts/search/engine.js");
        const { withIndex } = await import("/assets/javascripts/search/files.js");
        return withIndex((index) => Promise.all(queries.map(async (query) => {
            const answer = await find(index, query);
            return (await Promise.all(answer.records.slice(0, 10).map((one) => index.card(one)))).map((card) => card.id);
        })));
    }""",
        [text for text, _ in asked],
    )
    assert [
        (text, record)
        for (text, record), ids_ in zip(asked, found, strict=True)
        if record not in ids_
    ] == []


@pytest.mark.parametrize(
    ("entry", "most"),
    [("search/box", 3), ("search/suggestions", 25), ("search/page", 36), ("search/missing", 21)],
)
def test_the_scripts_keep_to_their_budget(site: Path, entry: str, most: int) -> None:
    """In KiB, compressed: a script of the search with all that it imports."""
    folder = site / "assets/javascripts"
    files = [folder / f"{name}.js" for name in (entry, *Modules(folder).imported([entry]))]
    assert sum(len(gzip.compress(file.read_bytes(), 9)) for file in files) <= most * 1024


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing_while_the_list_is_open(page, page_problems, scheme, width) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    page.add_init_script(AXE)
    typed(page, "협취학교")
    page.keyboard.press("ArrowDown")
    assert [one["id"] for one in page.evaluate(RUN)["violations"]] == []
    page_problems.clear()  # axe itself asks for the style sheets, which the policy forbids


@pytest.mark.parametrize(
    ("typed_words", "option", "leads_to"),
    [
        ("wnals", "주민이것을 찾으셨나요?", "**/search/?q=%EC%A3%BC%EB%AF%BC"),
        ("돈", "돈을 어디에 쓸지 함께 정한 기록바로 가기", "**/domains/participatory-budget/"),
    ],
)
def test_the_list_offers_what_was_meant_and_the_page_of_a_word(
    page, typed_words, option, leads_to
) -> None:
    typed(page, typed_words)
    first = page.locator(OPTIONS).first
    assert first.text_content() == option
    first.click()
    page.wait_for_url(leads_to)


def test_the_list_moves_nothing_on_the_page(page) -> None:
    page.goto("/about/")
    before = page.locator("h1").bounding_box()
    typed(page, "협치")
    assert page.locator("h1").bounding_box() == before


def test_what_was_found_is_said_once_when_the_typing_rests(page) -> None:
    page.goto("/about/")
    page.evaluate("""() => {
        window.said = [];
        const status = document.querySelector(".search-box [role=status]");
        new MutationObserver(() => window.said.push(status.textContent)).observe(status, { childList: true });
    }""")
    page.locator(".search-box input").press_sequentially("청년의회", delay=60)
    expect(page.locator(".search-box [role=status]")).to_have_text(re.compile("."))
    said = page.evaluate("window.said")
    assert len(said) == 1 and re.fullmatch(r"기록 \d+개", said[0])


def test_the_list_closes_when_the_focus_leaves_it_and_opens_again(page) -> None:
    typed(page, "청년의회")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.locator("#search-list").is_hidden()
    page.locator(".search-box input").focus()
    page.wait_for_selector(OPTIONS)


def test_bad_input_in_the_box_gets_a_calm_answer(page) -> None:
    page.goto("/about/")
    for query in BAD:
        page.fill(".search-box input", query)
        page.locator(".search-box").evaluate("() => new Promise(requestAnimationFrame)")
    page.fill(".search-box input", "협치학교")
    page.wait_for_selector(OPTIONS)
    assert page.locator(".search-box script, .search-box img").count() == 0


def test_every_example_of_the_home_page_finds_records(page) -> None:
    page.goto("/")
    examples = page.locator(".home__examples a")
    addresses = examples.evaluate_all("(all) => all.map((one) => one.href)")
    assert len(addresses) == 4
    for address in addresses:
        page.goto(address)
        page.wait_for_selector(RESULTS)


def test_the_large_box_of_the_home_page_is_the_only_one_there_and_finds_too(page) -> None:
    page.goto("/")
    page.get_by_role("combobox", name="찾을 말").fill("협치학교")
    page.wait_for_selector(OPTIONS)
    assert page.get_by_role("search").count() == 1


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("cases/2017-goverance-school/", "2017-governance-school"),
        ("2016-youth-asembly", "2016-youth-assembly"),
        ("cases/2017-governance-school", "2017-governance-school"),
    ],
)
def test_a_wrong_address_is_answered_with_the_records_named_most_like_it(
    page, page_problems, wrong, right
) -> None:
    page.goto(f"/x/{wrong}")
    first = page.locator("#nearest a").first
    first.wait_for()
    assert first.get_attribute("href").endswith(f"/cases/{right}/")
    page_problems[:] = [problem for problem in page_problems if "404" not in problem]


@pytest.mark.parametrize("wrong", ["%E0%A4%A", "zzzzz", "%3Cscript%3E", "x" * 500])
def test_an_address_like_no_record_is_answered_with_the_ways_alone(
    page, page_problems, wrong
) -> None:
    page.goto(f"/cases/{wrong}/", wait_until="networkidle")
    expect(page.locator("h1")).to_have_text("찾는 쪽이 없습니다")
    assert page.locator("#nearest").is_hidden()
    page_problems[:] = [problem for problem in page_problems if "404" not in problem]
