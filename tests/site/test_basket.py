"""The basket: picking, ordering and printing records, by mouse, by keyboard, by address, with storage off, without scripts."""

from __future__ import annotations

import io
import re
from html import unescape
from pathlib import Path

import pytest
from pypdf import PdfReader

from helpers.real_library import ARCHIVE
from helpers.small_library import STORY, said, small_library
from helpers.small_library import page as rendered_page
from hyeopchi.site.pages.basket import MOST, PARTS
from hyeopchi.site.templating import inset
from support.environment import ROOT

FORUM, SCHOOL, GENDER = (
    "2018-siheung4-residents-council",
    "2017-governance-school",
    "2018-gender-governance",
)
ASSETS = ROOT / "docs/assets"


def titles(page) -> list[str]:
    """The titles of the picked records in their order, once they have come."""
    page.locator(".basket__record").first.wait_for()
    return page.locator(".basket__title a").all_inner_texts()


def title_of(page, record: str) -> str:
    page.goto(f"/cases/{record}/")
    return page.locator("h1").inner_text()


def pick(page, *records: str) -> list[str]:
    """Pick ``records`` on their own pages; their titles."""
    found = []
    for record in records:
        found.append(title_of(page, record))
        page.get_by_role("button", name="내 자료집에 담기").click()
    return found


def say(page) -> str:
    return page.locator(".basket__said").inner_text()


def test_what_is_set_into_another_page_has_names_of_its_own_and_lower_headings() -> None:
    markup = '<section class="s" aria-labelledby="a"><h2 id="a">x id="y"</h2><p aria-labelledby="a"></p><a href="#b">1</a><a href="../#b">2</a></section>'
    assert inset(markup, "r", 1) == (
        '<section class="s"><h3 id="r--a">x id="y"</h3><p aria-labelledby="r--a"></p>'
        '<a href="#r--b">1</a><a href="../#b">2</a></section>'
    )


def test_a_collection_has_all_its_records_on_one_page_to_print(tmp_path: Path) -> None:
    html = rendered_page(small_library(tmp_path, STORY), "basket/question-together/")
    assert '<article class="chapter" id="2017-market-forum"' in html
    assert 'href="#2017-market-forum--source-note"' in html
    assert "이 묶음에서 읽는 까닭 장터에서 정한 일을 봅니다." in said(html)


def test_a_collection_of_nothing_says_so(tmp_path: Path) -> None:
    gone = "kind: case\ntitle: 거둔 기록\nadded: 2026-11-22\nwithdrawn: {date: 2026-12-01, reason: 합쳤습니다.}"
    library = small_library(tmp_path, {**STORY, "geumcheon-gu/2017-market-forum": gone})
    assert "이 묶음에는 지금 인쇄할 기록이 없습니다." in said(
        rendered_page(library, "basket/question-together/")
    )


def test_an_empty_library_has_no_presets_and_says_where_to_begin(tmp_path: Path) -> None:
    assert "아직 읽기 묶음이 없습니다. 모든 기록에서 골라 담아 보세요." in said(
        rendered_page(small_library(tmp_path, {}), "basket/")
    )


def test_only_the_basket_may_set_styles_of_its_own(site: Path) -> None:
    """And the page for wrong addresses of a library that does not know its own."""
    policy = re.compile(r"style-src[^;]*unsafe")
    loose = [
        file.relative_to(site).as_posix()
        for file in site.rglob("*.html")
        if policy.search(unescape(file.read_text("utf-8")[:2000]))
    ]
    assert sorted(loose) == ["404.html", "basket/index.html"]


def test_the_script_and_the_page_agree_how_many_records_a_booklet_holds() -> None:
    script = (ASSETS / "javascripts/basket/state.js").read_text("utf-8")
    assert f"export const MOST = {MOST};" in script


def test_a_collection_holds_no_more_records_than_a_booklet_for_all_of_them_stand_on_one_page() -> (
    None
):
    assert ARCHIVE.schema.fields["items"].most == MOST


def test_every_part_of_a_booklet_is_marked_in_the_page_of_a_record() -> None:
    marked = {
        name
        for file in (ROOT / "hooks/theme/pages").rglob("*.html")
        for name in re.findall(r'data-part="(\w+)"', file.read_text("utf-8"))
    }
    assert {part.id for part in PARTS} - {"text", "cards"} <= marked


def test_the_fonts_of_booklets_are_those_that_are_named_with_their_licence_beside_them() -> None:
    named = set(
        re.findall(
            r"noto-sans-kr-print/([\w-]+\.woff2)", (ASSETS / "booklet/fonts.css").read_text("utf-8")
        )
    )
    assert {file.name for file in (ASSETS / "fonts/noto-sans-kr-print").iterdir()} == named | {
        "OFL.txt"
    }
    assert "The MIT License" in (ASSETS / "vendor/pagedjs/LICENSE.txt").read_text("utf-8")


def test_one_picks_records_on_pages_and_on_cards_and_the_masthead_counts_them(page) -> None:
    picked = pick(page, FORUM)
    page.goto("/collections/")
    page.goto("/cases/")
    card = page.locator(".card[data-record]").filter(has_not_text=picked[0]).first
    card.get_by_role("button").click()
    assert page.locator(".masthead__basket").inner_text().split() == [
        "내",
        "자료집",
        "2",
        "개",
        "담음",
    ]
    assert page.locator(".card__said").inner_text() == "내 자료집에 담았습니다."
    picked.append(card.locator(".card__title").inner_text())
    page.get_by_role("link", name="내 자료집").first.click()
    assert titles(page) == picked


def test_one_picks_records_from_what_a_search_has_found(page) -> None:
    page.goto("/search/?q=협치학교")
    result = page.locator("#search-results .card").first
    result.get_by_role("button").click()
    assert page.locator(".card__said").inner_text() == "내 자료집에 담았습니다."
    picked = result.locator(".card__title").inner_text()
    page.get_by_role("link", name="내 자료집").first.click()
    assert titles(page) == [picked]


def test_a_record_that_was_put_in_can_be_taken_out_on_its_page(page) -> None:
    pick(page, FORUM)
    page.get_by_role("button", name="내 자료집에서 빼기").click()
    assert page.locator(".masthead__count").inner_text() == ""
    assert page.get_by_role("button", name="내 자료집에 담기").count() == 1


def test_all_records_of_a_collection_are_picked_at_once(page) -> None:
    page.goto("/cases/reader-gender/")
    page.get_by_role("button", name="이 묶음의 기록 5개 담기").click()
    assert page.locator(".tools [role=status]").inner_text() == "내 자료집에 기록 5개를 담았습니다."
    page.get_by_role("button", name="이 묶음의 기록 5개 담기").click()
    assert page.locator(".tools [role=status]").inner_text() == "모두 이미 담겨 있습니다."


def test_records_are_ordered_by_keyboard_alone_and_every_move_is_said(page) -> None:
    first, second, third = pick(page, FORUM, SCHOOL, GENDER)
    page.goto("/basket/")
    assert titles(page) == [first, second, third]
    page.locator(".basket__record").nth(2).get_by_role("button", name="위로").focus()
    page.keyboard.press("Enter")
    page.get_by_text(f"‘{third}’ 자리를 옮겼습니다. 3개 가운데 2번째입니다.").wait_for()
    page.keyboard.press("Enter")
    page.get_by_text(f"‘{third}’ 자리를 옮겼습니다. 3개 가운데 1번째입니다.").wait_for()
    page.keyboard.press("Enter")
    assert say(page) == "이미 맨 처음입니다."
    assert titles(page) == [third, first, second]
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.get_by_text(f"‘{third}’ 뺐습니다. 남은 기록은 2개입니다.").wait_for()
    assert page.evaluate("document.activeElement.textContent") == f"빼기 ‘{first}’"
    page.reload()
    assert titles(page) == [first, second]


def test_records_are_ordered_by_drawing_them(page) -> None:
    first, second, third = pick(page, FORUM, SCHOOL, GENDER)
    page.goto("/basket/")
    titles(page)
    handle = page.locator(".basket__handle").nth(2).bounding_box()
    goal = page.locator(".basket__record").nth(0).bounding_box()
    page.mouse.move(handle["x"] + 5, handle["y"] + 5)
    page.mouse.down()
    page.mouse.move(handle["x"] + 5, goal["y"] + 4, steps=6)
    page.mouse.up()
    page.get_by_text(f"‘{third}’ 자리를 옮겼습니다. 3개 가운데 1번째입니다.").wait_for()
    assert titles(page) == [third, first, second]


def test_what_was_cleared_comes_back(page) -> None:
    picked = pick(page, FORUM, SCHOOL)
    page.goto("/basket/")
    titles(page)
    page.get_by_role("button", name="모두 비우기").click()
    page.get_by_text("아직 담은 기록이 없습니다.").wait_for()
    page.get_by_role("button", name="되돌리기").click()
    assert titles(page) == picked


def test_an_address_shows_the_same_booklet_and_leaves_what_one_had(page) -> None:
    (mine,) = pick(page, GENDER)
    page.goto(f"/basket/?r={FORUM},{SCHOOL}&parts=easy,questions&title=함께%20읽기&course=1기")
    assert len(titles(page)) == 2
    assert page.locator("#basket-title").input_value() == "함께 읽기"
    assert page.locator("input[name=part]:checked").evaluate_all(
        "all => all.map(one => one.value)"
    ) == ["easy", "questions"]
    page.get_by_role("button", name="위로").nth(1).click()
    page.wait_for_url(f"**/basket/?r={SCHOOL},{FORUM}&parts=*")
    page.get_by_role("link", name="내가 담은 것 보기").click()
    page.wait_for_url("**/basket/")
    assert titles(page) == [mine]
    page.go_back()
    page.get_by_role("button", name="내 자료집에 더하기").click()
    assert say(page) == "내 자료집에 2개를 더했습니다."


def test_unknown_and_unreadable_ids_of_an_address_are_said(page, page_problems: list[str]) -> None:
    page.goto(f"/basket/?r={FORUM},no-such-record,../x,<b>")
    titles(page)
    missing = page.locator(".basket__record--missing")
    assert missing.locator(".basket__what").locator("p").all_inner_texts() == [
        "no-such-record",
        "이런 기록을 찾지 못했습니다. 주소가 잘못 적혔을 수 있습니다.",
    ]
    assert say(page) == "주소에서 읽지 못한 것이 2개 있습니다: ../x, <b>"
    page_problems[:] = [problem for problem in page_problems if "404" not in problem]


def test_a_withdrawn_record_leads_to_what_stands_in_its_place(page) -> None:
    body = (
        '<!doctype html><html lang="ko"><div id="main"><header class="page__header"><h1>거둔 일</h1>'
        '<p class="record__status" data-withdrawn>거둔 기록입니다.</p></header></div></html>'
    )
    page.route(
        "**/cases/2017-gone/",
        lambda route: route.fulfill(body=body, content_type="text/html; charset=utf-8"),
    )
    page.goto("/basket/?r=2017-gone")
    assert titles(page) == ["거둔 일"]
    assert "거둔 기록이라 책에 들어가지 않습니다." in page.locator(".basket__record").inner_text()
    page.get_by_role("button", name="쪽으로 보기").click()
    assert say(page) == (
        "책에 넣을 수 있는 기록이 없습니다. 책에 넣지 못한 기록이 1개 있습니다. "
        "위의 목록에서 까닭을 봐 주세요."
    )


def test_a_tombstone_is_marked_as_the_basket_looks_for_it(tmp_path: Path) -> None:
    gone = "kind: case\ntitle: 거둔 기록\nadded: 2026-11-22\nwithdrawn: {date: 2026-12-01, reason: 합쳤습니다.}"
    assert " data-withdrawn>" in rendered_page(
        small_library(tmp_path, {"seoul/2017-gone": gone}), "cases/2017-gone/"
    )


def test_an_empty_basket_says_what_to_do(page) -> None:
    page.goto("/basket/")
    page.get_by_text("아직 담은 기록이 없습니다.").wait_for()
    assert page.get_by_role("button", name="쪽으로 보기").is_visible() is False
    assert page.locator(".presets a").count() > 5


def test_with_storage_off_the_basket_lasts_for_the_visit_and_says_so(page) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('off') }})"
    )
    picked = pick(page, FORUM, SCHOOL)
    page.get_by_role("link", name="내 자료집").first.click()
    assert titles(page) == picked
    assert page.get_by_text("이 브라우저는 담은 것을 기억하지 않게 되어 있습니다.").is_visible()


def test_spoiled_storage_is_taken_for_an_empty_basket(page) -> None:
    page.add_init_script(
        'localStorage.setItem(\'hyeopchi-basket\', \'{"ids": [1, "<b>"], "title": 3\')'
    )
    page.goto("/basket/")
    page.get_by_text("아직 담은 기록이 없습니다.").wait_for()


def test_a_file_to_edit_is_offered_where_the_records_page_has_one(page) -> None:
    body = (
        '<!doctype html><html lang="ko"><div id="main"><header class="page__header"><h1>한 일</h1></header>'
        '<a href="../../papers/2017-x-handout.hwpx">읽을 종이 HWPX</a></div></html>'
    )
    page.route(
        "**/cases/2017-x/",
        lambda route: route.fulfill(body=body, content_type="text/html; charset=utf-8"),
    )
    page.goto("/basket/?r=2017-x")
    titles(page)
    link = page.get_by_role("link", name="읽을 종이 HWPX")
    assert link.evaluate("one => new URL(one.href).pathname") == "/papers/2017-x-handout.hwpx"


@pytest.fixture
def booklet(page):
    """Opens the pages of a booklet: ``booklet("r=…")``."""

    def opened(query: str):
        page.goto(f"/basket/?{query}")
        titles(page)
        page.get_by_role("button", name="쪽으로 보기").click()
        page.locator(".booklet [role=status]").filter(has_text="모두").wait_for(timeout=60_000)
        return page

    return opened


def test_a_booklet_has_contents_whose_numbers_are_those_of_its_pages(booklet) -> None:
    page = booklet(f"r={FORUM},{GENDER}&title=함께 읽기&course=1기&people=20")
    entries = page.locator(".toc a").evaluate_all("""links => links.map(link => {
      const target = document.querySelector(link.getAttribute("href")).closest(".pagedjs_page");
      return [getComputedStyle(link, "::after").content, target.dataset.pageNumber] })""")
    assert len(entries) == 2
    pdf = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert page.locator(".booklet [role=status]").inner_text() == (
        f"모두 {len(pdf.pages)}쪽 × 20부 = {20 * len(pdf.pages):,}장, "
        f"양면으로 찍으면 {20 * -(-len(pdf.pages) // 2):,}장입니다."
    )
    texts = [re.sub(r"\s", "", one.extract_text()) for one in pdf.pages]
    assert "함께읽기" in texts[0] and "1기" in texts[0]
    for number, (_, target) in enumerate(entries, 1):
        assert texts[int(target) - 1].startswith(f"함께읽기{number}")
        assert re.search(rf"{number}\D.*{target}", texts[1])
    fonts = {str(font["/Subtype"]) for one in pdf.pages for font in _fonts(one)}
    assert fonts == {"/Type0"}


def _fonts(pdf_page) -> list:
    return [font.get_object() for font in pdf_page["/Resources"].get("/Font", {}).values()]


def test_no_two_elements_of_a_booklet_share_an_id_and_its_links_stay_inside(booklet) -> None:
    page = booklet(f"r={FORUM},{GENDER}&parts=text,sources,cards")
    assert (
        page.evaluate("""() => {
      const ids = [...document.querySelectorAll(".booklet [id]")].filter(one => !one.dataset.splitFrom).map(one => one.id);
      return ids.filter((id, at) => ids.indexOf(id) !== at) }""")
        == []
    )
    assert (
        page.evaluate("""() => [...document.querySelectorAll('.booklet a[href^="#"]')]
      .map(one => one.getAttribute("href").slice(1)).filter(id => !document.getElementById(id))""")
        == []
    )
    assert page.locator(".cut").count() > 10
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.textContent") == "쪽으로 보기"
    assert page.locator(".booklet").count() == 0


def test_paged_js_comes_only_when_pages_are_asked_for(page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"/basket/?r={FORUM}")
    titles(page)
    assert [
        url for url in asked if "vendor" in url or ("booklet" in url and url.endswith(".css"))
    ] == []


def test_without_scripts_the_basket_offers_what_is_ready_to_print(browser, server: str) -> None:
    context = browser.new_context(base_url=server, java_script_enabled=False)
    page = context.new_page()
    page.goto("/basket/")
    assert (
        page.locator("button:visible").count() == page.locator(".search-box button:visible").count()
    )
    page.get_by_role("link", name=re.compile("사례서 4 성평등")).click()
    assert page.locator("article.chapter").count() == 5
    context.close()


def test_nothing_moves_when_the_buttons_of_cards_come(page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.add_init_script(
        "new PerformanceObserver(list => list.getEntries().forEach(entry => {"
        " window.moved = (window.moved ?? 0) + entry.value })).observe({type: 'layout-shift', buffered: true})"
    )
    page.goto("/cases/", wait_until="networkidle")
    assert page.evaluate("window.moved ?? 0") < 0.01
